"""What people fill in about posts. Forms check and translate; they never save."""
