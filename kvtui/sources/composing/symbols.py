"""Characters of symbol fonts (Symbol, Wingdings), which stand in Unicode's private area, as plain ones."""

from __future__ import annotations

_PRIVATE = range(0xE000, 0xF900)
_WINGDINGS = {
    0x4A: "☺", 0x6C: "•", 0x6E: "▪", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x77: "•", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_GREEK = dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def symbol(code: int, font: str) -> str:
    """The character that a symbol font shows for a code, given with or without the offset 0xF000."""
    own = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    family = font.lower()
    if "wingdings" in family:
        return _WINGDINGS.get(own, _UNKNOWN)
    if family == "symbol" and own in _SYMBOL:
        return _SYMBOL[own]
    if family == "symbol" and own < 0x80:
        return _GREEK.get(chr(own), chr(own))
    return _UNKNOWN if code in _PRIVATE or not 0 < code < 0x110000 else chr(code)


def bullet(text: str, font: str) -> str:
    """What a bullet looks like; one that only a symbol font can show is a plain "•"."""
    text = text.strip()
    if text == "o" and "courier" in font.lower():
        return "◦"
    if "wingdings" in font.lower() or font.lower() == "symbol" or any(ord(c) in _PRIVATE for c in text):
        text = "".join(symbol(ord(c), font) for c in text)
    return "•" if _UNKNOWN in text else text
