"""Opening a page in the web browser: http and https only, and never waiting for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kvtui.tui.handing_over import hand_over

if TYPE_CHECKING:
    from textual.app import App

_ALLOWED = ("https://", "http://")


def open_page(app: App[object], url: str) -> None:
    """Open an address in the reader's browser and say so; any other scheme is refused."""
    if not url.lower().startswith(_ALLOWED):
        app.notify("Only http and https pages are opened.", severity="warning", markup=False)
        return
    app.run_worker(lambda: _open(app, url), thread=True, group="browser")


def _open(app: App[object], url: str) -> None:
    """In a thread: `webbrowser` may wait for the browser to start."""
    import webbrowser

    opened = webbrowser.open(url)
    words = f"Opened {url}" if opened else f"No browser could be opened for {url}"
    notify = partial(app.notify, severity="information" if opened else "warning", markup=False)
    hand_over(app, notify, words)
