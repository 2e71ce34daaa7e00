"""The pages of policy and record."""
