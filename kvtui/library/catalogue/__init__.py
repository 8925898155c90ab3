"""Which files a library has and what is known of each: an SQLite file, read by many and written by one.

Derived from the documents at any time; the texts of the documents are in `index`.
"""

from kvtui.library.catalogue.opening import CatalogueError
from kvtui.library.catalogue.reading import Catalogue, Dimension, State, open_catalogue

__all__ = ["Catalogue", "CatalogueError", "Dimension", "State", "open_catalogue"]
