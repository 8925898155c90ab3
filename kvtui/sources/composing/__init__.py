"""What formats of running text share: runs put together to lines, tables, lists and marks written out."""
