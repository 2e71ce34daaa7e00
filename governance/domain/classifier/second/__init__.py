"""The second reader: a statistical model of topics, read from plain arrays. It adds and raises, and never lowers."""
