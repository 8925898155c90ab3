"""kvtui's own two themes: quiet ink on dark slate, and on paper."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="kvtui-dark",
    primary="#8AB4E8",
    secondary="#7CC0C4",
    accent="#D3B27C",
    success="#9BC58E",
    warning="#DDAE63",
    error="#DE8F8A",
    foreground="#D7DAE0",
    background="#17191E",
    surface="#17191E",
    panel="#1E2128",
)
LIGHT = Theme(
    name="kvtui-light",
    primary="#2459A6",
    secondary="#0F6A74",
    accent="#85580A",
    success="#2C6B3C",
    warning="#8F5A00",
    error="#A83A36",
    foreground="#2A2C31",
    background="#FAF9F5",
    surface="#FAF9F5",
    panel="#F0EEE7",
    dark=False,
)
DEFAULT = DARK.name
