"""The documents that fuzzing begins with, for each target: built here, the samples, those of a folder given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fuzzing.drawn import text_of
from fuzzing.members import flat
from kvtui.library.folders import find_files, samples_folder
from kvtui.sources import SourceError
from kvtui.sources.pdf.process import pdf_messages
from tests.parsing.making import HEAD
from tests.sources.making_odt import odt_file
from tests.sources.making_odt import paragraph as odt_paragraph
from tests.sources.making_pdf import column, pdf_of
from tests.sources.making_word import field, paragraph, run, table, word_file

_TEXT = (
    HEAD
    + "Vraag 1\nKent u het bericht «Brug weg»?1\nVraag 2 en 3\nWaarom?\nEn nu?\nAntwoord 1\nJa. Zie vraag 2.\n"
    "Antwoord 2 en 3\nDe kosten van de oever-\nverbinding: 12 m2.\n• touw\n• hout\n"
    "Toelichting:\nZie ook 2099Z01234.\n1 De Bode, 3 mei 2099\nISSN 0921 - 7398\n\f98\n"
)
_XML = """<?xml version="1.0"?><officiele-publicatie><metadata><meta name="OVERHEIDop.vraagnummer" content="2099Z01234"/>
</metadata><kamervragen><kamervraagomschrijving>Vragen van het lid <nadruk type="vet">Duin</nadruk> (PvdD) over zand
</kamervraagomschrijving><vraag nummer="1"><nr>Vraag 1</nr><al>Wat?<noot nr="1"><noot.nr>1</noot.nr><noot.al>Zie
<extref doc="https://a.nl">hier</extref></noot.al></noot></al><lijst type="expliciet"><li><li.nr>a.</li.nr><al>touw</al></li>
</lijst></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al><table><tgroup cols="2"><colspec colname="a"/><colspec
colname="b"/><tbody><row><entry namest="a" nameend="b">x</entry></row><row><entry morerows="1">y</entry><entry>z</entry>
</row></tbody></tgroup></table></antwoord></kamervragen></officiele-publicatie>"""
_OLDER = """<vraagdoc><kamervraagkop><al>2</al></kamervraagkop><vragen><omschr><al>Vragen</al></omschr><nr>1</nr>
<al>Wat?</al></vragen><reactie><omschr><al>Antwoord van Minister Duin</al></omschr><nr>1</nr><al>Ja.</al></reactie></vraagdoc>"""
_HTML = """<!doctype html><html><head><title>Vragen</title><meta name="DCTERMS.identifier" content="ah-tk-20982099-1"></head>
<body><nav>menu</nav><main><div class="vraag"><h2 class="nummer">Vraag 1</h2><p>Wat?<sup><a href="#n1" id="m1">1</a></sup>
</p></div><div class="antwoord"><p>Ja, <b>zeker</b>.</p><table><tr><th>a</th><th colspan="2">b</th></tr><tr><td rowspan="2">c
</td><td>d</td></tr></table><ol start="3"><li>touw<ul><li>dun</li></ul></li></ol><pre>a\n b</pre></div>
<div class="voetnoot" id="n1"><a href="#m1">1</a> De Bode</div></main></body></html>"""
_SUFFIXES = {
    ".txt": ("text", "parser"), ".md": ("markdown", "parser"), ".xml": ("xml",), ".html": ("html",), ".htm": ("html",),
}  # fmt: skip


def seeds_for(target: str, folders: list[Path]) -> Iterator[bytes]:
    """The first inputs of a target."""
    yield from _built(target)
    for path in find_files([samples_folder(), *folders]):
        yield from _of_file(path, target)


def _of_file(path: Path, target: str) -> Iterator[bytes]:
    suffix = path.suffix.lower()
    if target in _SUFFIXES.get(suffix, ()):
        yield path.read_bytes()
    elif suffix in (".docx", ".odt") and target in (suffix[1:], "zip"):
        yield path.read_bytes() if target == "zip" else flat(path.read_bytes())
    elif suffix == ".pdf" and target == "pdf":
        yield path.read_bytes()
    elif suffix == ".pdf" and target == "layout":
        yield from _drawn(path.read_bytes())


def _drawn(data: bytes) -> Iterator[bytes]:
    try:
        yield text_of(pdf_messages(data, "x"))
    except SourceError:
        return


def _built(target: str) -> Iterator[bytes]:
    if target in ("text", "markdown"):
        yield _TEXT.encode()
        yield _TEXT.encode("utf-16")
    elif target == "parser":
        yield _TEXT.encode()
        yield _TEXT.replace("\nVraag", "\n+Vraag").replace("\nAntwoord", "\n=Antwoord").encode()
    elif target == "xml":
        yield from (_XML.encode(), _OLDER.encode())
    elif target == "html":
        yield _HTML.encode()
    elif target in ("docx", "odt"):
        yield flat(_word() if target == "docx" else _odt())
    elif target == "zip":
        yield from (_word(), _odt())
    elif target in ("pdf", "layout"):
        data = pdf_of(
            column(_TEXT.replace("\f", "").split("\n")), column(["Antwoord 4", "Nee."]), title="Vragen"
        )
        yield from [data] if target == "pdf" else _drawn(data)


def _word() -> bytes:
    body = "".join(paragraph(line.strip() or "-") for line in _TEXT.split("\n"))
    body += paragraph("Zie ", field("PAGE", run("2")), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    body += table(["a", "b"], ["c", "d"])
    notes = f'<w:footnote w:id="1">{paragraph("De Bode")}</w:footnote>'
    return word_file(body, {"styles": "", "footnotes": notes, "header1": paragraph("Kop")})


def _odt() -> bytes:
    body = "".join(odt_paragraph(line.strip()) for line in _TEXT.split("\n"))
    body += "<text:list><text:list-item><text:p>touw</text:p></text:list-item></text:list>"
    body += "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    return odt_file(body + odt_paragraph(f"Zie{note}<text:p>De Bode</text:p></text:note-body></text:note>"))
