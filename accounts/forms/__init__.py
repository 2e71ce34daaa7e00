"""What people type on the pages of people and accounts, checked. Forms save nothing."""
