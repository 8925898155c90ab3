"""Writes docs/kvtui-document.schema.json: run it after a change of the model."""

from pathlib import Path

from kvtui.export.json import schema_text

(Path(__file__).parent.parent / "docs" / "kvtui-document.schema.json").write_text(schema_text(), "utf-8")
