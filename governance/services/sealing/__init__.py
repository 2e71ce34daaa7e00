"""Sealing the record: a signed chain of Merkle roots, kept in rows and in a file outside the database."""

from governance.services.sealing.sealer import seal_what_is_new

__all__ = ["seal_what_is_new"]
