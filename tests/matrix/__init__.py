"""Who may do what: every address asked as every role, and the page that says how each was answered."""
