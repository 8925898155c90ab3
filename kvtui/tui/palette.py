"""How each ink looks in the current theme: Rich styles, worked out once a theme.

Every colour is brought to a readable contrast with its background. Without colours (`NO_COLOR`)
bold, dim, underline and reverse say the same.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

from kvtui.model import Style as Emphasised
from kvtui.tui.text.blocks import Ink

if TYPE_CHECKING:
    from textual.app import App
    from textual.theme import Theme

_LEAST_CONTRAST = 4.5  # WCAG 2 AA for text


@dataclass(frozen=True)
class Palette:
    """The styles that the widgets draw with."""

    inks: Mapping[Ink, Style]
    emphasis: Mapping[Emphasised, Style]
    """Laid over the ink of words that are printed bold or italic."""
    base: Style
    current: Style
    """Background of the row on which one is, in a list that has the focus."""
    resting: Style
    """The same in a list without the focus, and for the current question."""
    link: Style
    """The current link, where its pane has the focus."""
    link_resting: Style
    """The current link elsewhere: Enter may still follow it."""
    match: Style
    match_current: Style
    selection: Style
    flash: Style
    label: Style
    """The letters on links while one is being chosen."""
    frame: Style
    frame_focus: Style
    title: Style
    title_focus: Style
    key: Style
    key_off: Style
    number: Style
    star: Style


def palette_of(app: App[object]) -> Palette:
    """The palette of the theme that an app has now."""
    theme = app.current_theme
    key = (theme.name, app.no_color)
    found = _palettes.get(key)
    if found is None:
        plain = app.no_color or theme.ansi
        found = _palettes[key] = _plain_palette() if plain else _coloured_palette(theme)
    return found


_palettes: dict[tuple[str, bool], Palette] = {}


def _coloured_palette(theme: Theme) -> Palette:
    colours = theme.to_color_system().generate()
    ground = Color.parse(colours["background"])
    text = _readable(Color.parse(colours["foreground"]), ground)

    def ink(colour: Color, attributes: str = "") -> Style:
        style = Style(color=_readable(colour, ground).rich_color, bgcolor=ground.rich_color)
        return style + Style.parse(attributes)

    def named(name: str, attributes: str = "") -> Style:
        return ink(Color.parse(colours[name]), attributes)

    def behind(colour: Color, share: float) -> Style:
        return Style(bgcolor=ground.blend(colour, share).rich_color)

    primary, accent, warning = (Color.parse(colours[name]) for name in ("primary", "accent", "warning"))
    muted = text.blend(ground, 0.38)
    rule = Style(color=ground.blend(text, 0.24).rich_color, bgcolor=ground.rich_color)
    return Palette(
        inks={
            Ink.TEXT: ink(text),
            Ink.STRONG: ink(text, "bold"),
            Ink.MUTED: ink(muted),
            Ink.RULE: ink(muted),
            Ink.LINE: rule,
            Ink.LABEL: named("primary", "bold"),
            Ink.IDENTIFIER: ink(muted),
            Ink.GOOD: named("success"),
            Ink.WARNING: named("warning"),
            Ink.INTERNAL: named("primary", "underline"),
            Ink.PUBLICATION: named("success", "underline"),
            Ink.URL: named("secondary", "underline"),
            Ink.FOOTNOTE: named("accent", "underline"),
            Ink.DEAD: named("error", "italic"),
        },
        emphasis=_emphasis(),
        base=ink(text),
        current=behind(primary, 0.28),
        resting=behind(text, 0.07),
        link=Style(color=ground.rich_color, bgcolor=_readable(primary, ground).rich_color, underline=True),
        link_resting=behind(primary, 0.22),
        match=Style(color=text.rich_color, bgcolor=ground.blend(warning, 0.34).rich_color),
        match_current=Style(
            color=ground.rich_color, bgcolor=_readable(warning, ground).rich_color, bold=True
        ),
        selection=behind(primary, 0.40),
        flash=behind(accent, 0.30),
        label=Style(color=ground.rich_color, bgcolor=_readable(warning, ground).rich_color, bold=True),
        frame=rule,
        frame_focus=ink(primary.blend(ground, 0.15)),
        title=ink(muted),
        title_focus=Style(color=ground.rich_color, bgcolor=_readable(primary, ground).rich_color, bold=True),
        key=named("primary", "bold"),
        key_off=ink(text.blend(ground, 0.62)),
        number=named("primary", "bold"),
        star=named("warning"),
    )


def _plain_palette() -> Palette:
    """For themes that use the terminal's own sixteen colours, and for `NO_COLOR`."""

    def colour(name: str, attributes: str = "") -> Style:
        return Style(color=name, bgcolor="default") + Style.parse(attributes)

    reverse, bold_reverse = Style(reverse=True), Style(reverse=True, bold=True)
    text = colour("default")
    dim = colour("default", "dim")
    return Palette(
        inks={
            Ink.TEXT: text,
            Ink.STRONG: colour("default", "bold"),
            Ink.MUTED: dim,
            Ink.RULE: dim,
            Ink.LINE: dim,
            Ink.LABEL: colour("default", "bold"),
            Ink.IDENTIFIER: dim,
            Ink.GOOD: colour("green"),
            Ink.WARNING: colour("yellow", "bold"),
            Ink.INTERNAL: colour("blue", "underline"),
            Ink.PUBLICATION: colour("green", "underline"),
            Ink.URL: colour("cyan", "underline"),
            Ink.FOOTNOTE: colour("yellow", "underline"),
            Ink.DEAD: colour("red", "italic"),
        },
        emphasis=_emphasis(),
        base=text,
        current=reverse,
        resting=Style(bold=True),
        link=bold_reverse,
        link_resting=Style(bold=True),
        match=reverse,
        match_current=Style(reverse=True, bold=True, underline=True),
        selection=reverse,
        flash=reverse,
        label=bold_reverse,
        frame=dim,
        frame_focus=colour("blue", "bold"),
        title=dim,
        title_focus=bold_reverse,
        key=colour("default", "bold"),
        key_off=dim,
        number=colour("default", "bold"),
        star=colour("yellow"),
    )


def _emphasis() -> Mapping[Emphasised, Style]:
    """Bold and italic; bold for both where the terminal has no italic and would show something louder."""
    without = "STY" in os.environ or os.environ.get("TERM", "").startswith(("linux", "vt", "cons"))
    bold = Style(bold=True)
    return {Emphasised.BOLD: bold, Emphasised.ITALIC: bold if without else Style(italic=True)}


def _readable(colour: Color, ground: Color) -> Color:
    """The colour, brought towards white or black until it can be read on that ground."""
    goal = Color(255, 255, 255) if _luminance(ground) < 0.2 else Color(0, 0, 0)
    for step in range(11):
        nearer = colour.blend(goal, step / 10)
        if _contrast(nearer, ground) >= _LEAST_CONTRAST:
            return nearer
    return goal


def _contrast(one: Color, other: Color) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
