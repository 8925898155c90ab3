"""The links between the documents of a library, in both directions."""
