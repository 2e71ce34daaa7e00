"""People, their units and appointments, and the accounts they post from."""
