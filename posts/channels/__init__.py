"""One room for each network. A channel knows its platform and nothing of our tables, posts or people."""
