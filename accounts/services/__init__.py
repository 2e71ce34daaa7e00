"""Every change to people, units, accounts and notices: one function a use case, each with its audit event."""
