"""What `make run` starts: web, worker and beat as one family of processes that live and die together."""
