"""What is true of people, roles and accounts in plain Python."""
