"""What the Makefile needs beyond other people's tools."""
