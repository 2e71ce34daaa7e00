"""The API, version 1: the same services and rules as the pages, for programs.

A token stands for its person and opens nothing that the person could not open.
"""
