"""The traffic light over a text."""
