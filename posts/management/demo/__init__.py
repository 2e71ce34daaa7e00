"""The demo's story: weeks of invented posts, told by walking the services."""
