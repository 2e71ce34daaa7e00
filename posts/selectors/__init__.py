"""What people may look up of posts, subject by subject."""
