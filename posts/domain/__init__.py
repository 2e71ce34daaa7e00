"""What is true of a post in plain Python: its workflow, its digests, its limits, its release."""
