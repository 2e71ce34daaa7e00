"""The pages of the posts' room."""
