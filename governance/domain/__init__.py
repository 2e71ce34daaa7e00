"""What the policy says of a text, in plain Python: no framework, no database, no network."""
