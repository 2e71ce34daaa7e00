"""How quick the portal is: `make bench` starts it as `make run` does and asks it over HTTP, as people do."""
