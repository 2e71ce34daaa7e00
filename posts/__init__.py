"""Drafts, the workflow, the desk and publishing."""
