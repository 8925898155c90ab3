"""Small invented documents for the tests of the screen, written where a test wants them."""

from __future__ import annotations

from pathlib import Path

HEAD = """\
Vergaderjaar 2030-2031 Aanhangsel van de Handelingen

Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden

{number}

Vragen van het lid Van Duin (PvdV) aan de Minister van Water en Wegen over {subject}
(ingezonden 9 januari 2031).

"""
ANSWERED_BY = "Antwoord van Minister Bakboord (Water en Wegen) (ontvangen 30 januari 2031).\n\n"


def published(folder: Path, number: int, body: str, *, subject: str = "de veerpont") -> Path:
    """An answered set in a file with its official name."""
    path = folder / f"ah-tk-20302031-{number}.md"
    path.write_text(HEAD.format(number=number, subject=subject) + ANSWERED_BY + body, "utf-8")
    return path


def pairs(*questions_and_answers: tuple[str, str]) -> str:
    """Single questions, each with its answer below it, counted from 1."""
    return "".join(
        f"Vraag {number}\n\n{question}\n\nAntwoord {number}\n\n{answer}\n\n"
        for number, (question, answer) in enumerate(questions_and_answers, 1)
    )


def long_answer(number: int, paragraphs: int = 30) -> str:
    """An answer that fills more than a screen; each paragraph says where it stands."""
    return "\n\n".join(
        f"Alinea {index} van antwoord {number}: de pont vaart, en vaart, en vaart nog eens over, "
        "en wie aan boord is ziet de oever langzaam naderen."
        for index in range(1, paragraphs + 1)
    )


def long_document(folder: Path, number: int = 500) -> Path:
    """Twelve questions with answers of several screens; answer 2 refers to 9 at its end, answer 9 to another file."""
    answers = {index: long_answer(index) for index in range(1, 13)}
    answers[2] += "\n\nZie verder het antwoord op vraag 9."
    answers[9] += "\n\nZie ook Aanhangsel Handelingen, vergaderjaar 2030-2031, nr. 501."
    body = pairs(*((f"Hoe vaart pont nummer {index} over?", text) for index, text in answers.items()))
    return published(folder, number, body)
