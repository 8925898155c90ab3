"""The words that Dutch official prose uses most: articles, prepositions, pronouns, auxiliaries."""

from __future__ import annotations

FREQUENT = frozenset(
    """
    de het een en van in op te voor met dat die dit deze is zijn was waren wordt worden werd werden heeft
    hebben had hadden aan om bij uit door over naar tot als of er ook niet nog wel dan maar want u ik uw mijn
    wij we zij ze hij haar hun zich men mij ons onze hem wie wat waar welke welk hoe waarom wanneer waarbij
    waarop waarin waarmee waarvan waardoor waaruit waarvoor waarom daarbij daarvan daarmee daarvoor daarin
    daarop daarnaast daarom hierbij hierin hierop hiervoor hierover hiermee hieruit hiertoe hierdoor hiervan
    hieraan ervan ervoor erin erop ermee eruit ertoe omdat zodat doordat indien zodra hoewel terwijl voordat
    nadat totdat zoals onder tussen tegen tijdens na per al alle alles geen zo zou zouden zal zullen kan
    kunnen kon konden kunt moet moeten moest mag mogen mocht wil willen wilt gaat gaan ging doet doen deed
    bent ben ja nee zonder binnen buiten boven rond volgens vanuit vanaf vanwege richting sinds mede reeds
    meer minder veel vele weinig zeer heel erg steeds altijd soms nooit vaak alleen slechts eerder later
    nu toen hier daar elk elke ieder iedere andere ander anderen beide enkele verschillende dergelijke
    eigen nieuwe goed goede grote groot lange kort korte eerste tweede derde laatste volgende vorige mogelijk
    maken maakt gemaakt geven geeft gegeven krijgen krijgt komen komt gekomen blijven blijft ziet zien
    bekend bereid vindt vinden gebruik ten ter aantal jaar jaren dag dagen keer
    opdat alsnog welzijn voorbeeld bijvoorbeeld
    nogmaals eenmaal ditmaal vandaag waarde waarden hetzelfde dezelfde
    daarentegen inmiddels namelijk eveneens tevens alsook evenals teneinde tenslotte immers overigens
    minister staatssecretaris kamer kabinet ministerie vragen vraag antwoord mening ministers
    indienen ingediend
    """.split()
)
"""Lower-case words; a glued word often begins or ends with one of them."""

NEVER_FIRST_PART = frozenset(
    """
    de het een van en dat die dit deze niet ook wordt worden werd werden zijn is was waren heeft hebben had
    hadden kan kunnen zal zullen zou zouden moet moeten hun uw mijn welke als dan naar te u ik kunt bent
    tussen tijdens omdat zoals indien of geen elke ieder andere nieuwe
    """.split()
)
"""Words that begin no other word, or hardly any."""

NEVER_LAST_PART = frozenset(
    """
    het van een dat die dit deze niet ook wordt worden werd werden heeft hebben kan kunnen zal zullen zou
    zouden moet moeten hun uw mijn welke naar voor met door bij over onder aan op uit om als in tot u zijn
    tussen tijdens omdat zoals indien
    """.split()
)
"""Words that end no other word, but for those that `FREQUENT` holds whole."""

PRONOMINAL = frozenset({"hier", "daar", "waar", "er", "tegen", "rond", "bij"})
"""Words that make one word with a preposition or article behind them: "daarover", "hieraan"."""

BEFORE_ARTICLES = frozenset(
    {"met", "in", "op", "aan", "van", "voor", "door", "uit", "om", "naar", "over", "tot", "en", "dat"}
)
ARTICLES = frozenset({"de", "het", "deze", "dit", "hun", "uw"})
"""Glued pairs such as "metde" and "opdeze" are no words of their own."""
