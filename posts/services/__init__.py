"""The use cases of the posts' room: each changes things in one durable transaction, or not at all."""
