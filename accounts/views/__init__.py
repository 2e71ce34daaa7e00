"""Pages of people, accounts and notices. Each view loads, checks, calls one service, and says what came of it."""
