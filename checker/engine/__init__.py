"""How the map over documents runs: in this process, or in several where the input is big enough to pay for them."""

from checker.engine.local import map_documents

__all__ = ["map_documents"]
