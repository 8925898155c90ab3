"""The command line: `kvtui [PATH…]`, `kvtui show`, `kvtui doctor`, `kvtui bookmarks`.

Wires the rooms together; every module imports what its own command needs, when it runs.
"""
