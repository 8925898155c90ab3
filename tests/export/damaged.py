"""An invented publication with one repair of each kind, for the views of the source."""

from __future__ import annotations

from kvtui.parsing.explaining import Explanation, explain
from kvtui.sources import source_from_text

DAMAGED = """\
Vergaderjaar 2098-2099 Aanhangsel van de Handelingen

Vragen van het lid Zandbergen (PvdG) aan de Minister van Sluizen en Getijden over de tolbrug
(ingezonden 3 mei 2099).
Antwoord van Minister Duinker (Sluizen en Getijden) (ontvangen 4 juni 2099).
Vraag 1
Kent u het bericht over de oeververbin-
ding bij Linkerschans?1 En het hek dat men in het voorjaar
1 De Getijdenbode, 2 mei 2099
ISSN 0921 - 7398
’s-Gravenhage 2099
\fheeft geplaatst?
Vraag 2
Wat kost de overtocht?Wie betaalt die?
Antwoord 1
Ja.
Antwoord:
Niets. De tol wordt geheven op de terugweg, zie het antwoord op vraag 1 en dat op vraag 9.
"""


def damaged(path: str = "tolbrug.txt") -> Explanation:
    """How it is read."""
    return explain(source_from_text(DAMAGED, path=path))
