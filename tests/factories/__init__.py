"""What tests start from, made by walking the real services."""
