"""A document as one line of JSON, and the JSON Schema of that line.

The keys are the fields of `kvtui.model.document`; `docs/show-json.md` describes them for readers.
Importing this imports pydantic (80 ms).
"""

from __future__ import annotations

import ast
import inspect
import json
import re
from typing import Any

from pydantic import TypeAdapter

from kvtui.model import Document, document

_ADAPTER = TypeAdapter(Document)
_SCHEMA_NAME = "https://json-schema.org/draft/2020-12/schema"

# Valid in JSON, but they end a line for some programs, or drive a terminal.
_TO_ESCAPE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(of: Document) -> str:
    """The document as JSON on one line: dates as 2024-01-29, kinds and parts as their words."""
    try:
        line = _ADAPTER.dump_json(of).decode("utf-8")
    except ValueError:  # a lone surrogate: a byte of a file name that is no UTF-8
        line = json.dumps(_ADAPTER.dump_python(of, mode="json"), ensure_ascii=False, separators=(",", ":"))
        line = _SURROGATE.sub("\ufffd", line)
    return _TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def from_json(line: str) -> Document:
    """The document that `to_json` wrote. Raises ValueError for any other text."""
    return _ADAPTER.validate_json(line)


def schema_text() -> str:
    """The JSON Schema of `to_json` with the model's own descriptions, as the file in `docs/` holds it."""
    schema = _ADAPTER.json_schema(mode="serialization")
    objects: dict[str, Any] = schema.pop("$defs")
    for value in (schema, *objects.values()):
        _say_what_is_always_there(value)
    for name, description in _described().items():
        owner, _, member = name.partition(".")
        described = schema if owner == "Document" else objects.get(owner, {})
        if member in described.get("properties", {}):
            described = described["properties"][member]
        described["description"] = description
    whole = {"$schema": _SCHEMA_NAME, **schema, "title": "kvtui document", "$defs": objects}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _say_what_is_always_there(value: dict[str, Any]) -> None:
    """Every field is written for every document, so every field is required and defaults say nothing."""
    properties: dict[str, dict[str, Any]] = value.get("properties", {})
    for member in properties.values():
        member.pop("default", None)
        member.pop("title", None)
    if properties:
        value["required"] = list(properties)


def _described() -> dict[str, str]:
    """`Class` and `Class.field` -> the docstring in the model's source."""
    found: dict[str, str] = {}
    for item in ast.parse(inspect.getsource(document)).body:
        if not isinstance(item, ast.ClassDef):
            continue
        found[item.name] = inspect.cleandoc(ast.get_docstring(item) or "")
        for line, follower in zip(item.body, item.body[1:], strict=False):
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                text = _text_of(follower)
                if text is not None:
                    found[f"{item.name}.{line.target.id}"] = text
    return found


def _text_of(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        value = statement.value.value
        return inspect.cleandoc(value) if isinstance(value, str) else None
    return None
