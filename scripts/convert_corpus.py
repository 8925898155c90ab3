"""Makes conversions of the annotated PDFs and Word files of a corpus, to hold the parser to.

CORPUS has docs/ and gold/NAME.json. OUT gets docs/NAME.CONVERTER.(txt|md|html) and, for each, a copy
of the gold, so that the corpus' own score.py runs over OUT (score_conversions.py does that). The
converters (converters.txt, beside this) are installed in a virtual environment of their own: in
OUT/environment, or where --environment says; one that is there already is used again.

`pdftotext`, with and without -layout, takes part where poppler is installed; its absence is told.
docling reads Word files here; its PDF reader fetches models from the network, so it takes no part, and
what is known of its Markdown is tested on invented texts.
PyMuPDF is under the AGPL: it is a tool that this script installs, never a dependency of kvtui.

usage: python scripts/convert_corpus.py CORPUS OUT [--environment FOLDER]
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
OLDER = "pymupdf4llm-older"
_OLDER_PIN = "pymupdf4llm==0.0.17"
"""Many files were made before it read layouts: its Markdown is another dialect."""
_INSTALLED = ".installed"


def convert(corpus: Path, out: Path, environment: Path) -> bool:
    """Make all conversions; whether each converter managed each document."""
    documents = annotated(corpus)
    if not documents:
        sys.exit(f"{corpus}: has no PDF or Word file with a gold annotation")
    if not shutil.which("pdftotext"):
        print("pdftotext (poppler) is not installed: its two conversions are left out", file=sys.stderr)
    state = out / "state"
    state.unlink(missing_ok=True)
    try:
        install(environment)
    except (subprocess.CalledProcessError, OSError) as error:
        out.mkdir(parents=True, exist_ok=True)
        state.write_text("not-installed\n", "utf-8")
        sys.exit(f"the converters cannot be installed: {error}")
    for folder in (out / "docs", out / "gold"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    all_done = _run(environment, out, documents)
    older_done = _run(environment, out, documents, older=True)
    _copy_gold(corpus, out, documents)
    return all_done and older_done


def annotated(corpus: Path) -> list[Path]:
    """The PDF and Word files of a corpus that have a gold annotation."""
    return sorted(
        path
        for path in (corpus / "docs").iterdir()
        if path.suffix in (".pdf", ".docx") and (corpus / "gold" / f"{path.name}.json").exists()
    )


def install(environment: Path) -> None:
    """Make the environment with the pinned converters, unless these very pins are in it."""
    pins = f"{(HERE / 'converters.txt').read_text('utf-8')}\n{_OLDER_PIN}\n"
    installed = environment / _INSTALLED
    if installed.exists() and installed.read_text("utf-8") == pins:
        return
    venv.create(environment, with_pip=True, clear=True)
    pip = [str(_python(environment)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", str(HERE / "converters.txt")], check=True)
    subprocess.run([*pip, "--no-deps", "--target", str(environment / OLDER), _OLDER_PIN], check=True)
    installed.write_text(pins, "utf-8")


def _run(environment: Path, out: Path, documents: list[Path], *, older: bool = False) -> bool:
    variables = {**os.environ, "HF_HUB_OFFLINE": "1"}
    options: list[str] = []
    if older:
        variables["PYTHONPATH"] = str(environment / OLDER)
        options = ["--only", OLDER]
    parts = (_python(environment), HERE / "converters.py", out / "docs", *options, *documents)
    return subprocess.run([str(part) for part in parts], env=variables, check=False).returncode == 0


def _copy_gold(corpus: Path, out: Path, documents: list[Path]) -> None:
    """Each conversion's gold is that of its original: the same document, so the same facts."""
    for document in documents:
        for converted in (out / "docs").glob(f"{document.stem}.*"):
            shutil.copy(corpus / "gold" / f"{document.name}.json", out / "gold" / f"{converted.name}.json")


def _python(environment: Path) -> Path:
    return environment / ("Scripts" if os.name == "nt" else "bin") / "python"


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description="Makes conversions of a corpus' PDF and Word files.")
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument(
        "--environment", type=Path, help="where the converters are or come (OUT/environment)"
    )
    given = arguments.parse_args()
    made = convert(given.corpus, given.out, (given.environment or given.out / "environment").absolute())
    sys.exit(0 if made else 1)
