"""The tests, and the private servers they run on."""
