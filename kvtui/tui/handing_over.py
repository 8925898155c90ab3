"""From a thread to the screen, without waiting: a thread that waits for a screen that is gone never ends."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from textual.message_pump import MessagePump


def hand_over(to: MessagePump, call: Callable[..., object], *what: object) -> None:
    """Have a screen or app call something soon, in its own thread and in the order of handing over.

    Nothing happens where it is gone meanwhile.
    """
    with suppress(RuntimeError):  # its loop is closed
        to.call_later(call, *what)
