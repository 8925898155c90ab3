"""From the bytes of a text file to its text: UTF-8, UTF-16 with a mark, Windows-1252.

XML and HTML say their encoding themselves and are decoded by their own readers.
"""

from __future__ import annotations

from kvtui.sources.errors import SourceError

# Windows-1252 differs from Latin-1 here; its five holes stay the controls that sources take out.
_WINDOWS_1252 = {
    code: bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(128, 160)
}
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes, name: str) -> str:
    """The text of some bytes: by its byte order mark, else UTF-8, else Windows-1252.

    Raises:
        SourceError: the bytes are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data:
        raise SourceError(f"{name}: is a binary file in no format that kvtui reads")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_WINDOWS_1252)
