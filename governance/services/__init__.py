"""The use cases of policy and record. Each is one durable transaction with its audit event."""
