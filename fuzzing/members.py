"""Zip archives as one flat text that a fuzzer can mutate inside, and back.

A flat archive is, for each member, a line that names it and its bytes. Word and OpenDocument files
damaged like this still open, so that what is behind the unpacking is reached.
"""

from __future__ import annotations

import io
import re
import zipfile

_NAMES = re.compile(rb"^=== ([!-~]{1,80})\n", re.MULTILINE)
_TEXTS = (".xml", ".rels", "mimetype")
MOST_MEMBERS = 40


def flat(archive: bytes) -> bytes:
    """The members of an archive that hold text, as one flat text."""
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        names = [name for name in file.namelist() if name.endswith(_TEXTS)]
        return b"".join(
            b"=== %s\n%s\n" % (name.encode("ascii", "replace"), file.read(name)) for name in names
        )


def archive_of(text: bytes) -> bytes:
    """The archive that a flat text describes; what stands before the first name is left out."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        for name, data in members_of(text).items():
            file.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


def members_of(text: bytes) -> dict[str, bytes]:
    """The names and bytes in a flat text; of two with one name the first."""
    pieces = _NAMES.split(text)[1:]
    found: dict[str, bytes] = {}
    for name, data in zip(pieces[::2], pieces[1::2], strict=True):
        found.setdefault(name.decode("ascii"), data.removesuffix(b"\n"))
    return dict(list(found.items())[:MOST_MEMBERS])
