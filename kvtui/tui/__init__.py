"""The screen: a Textual app that shows documents and calls the rooms below it.

Knows keys, panes and colours, and no rule of how a Kamervraag is written.
"""
