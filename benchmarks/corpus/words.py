"""Words by rank, without end: the commonest are simple words, then compounds and names keep coming.

The word of a rank is always the same. How often each is used is for `prose`.
"""

from __future__ import annotations

FIRST = tuple(
    """
    aanbestedings aandeelhouders aanrijd aardgas academie accijns adoptie afval akkerbouw alcohol
    ambtenaren ammoniak apotheek arbeids arbeidsmarkt archief asiel baan bank basisschool bedrijfs
    begrotings belasting beleids berm beroeps bestuurs bevolkings bijen bijstands biologie bodem boeren
    boom bos bouw brand brandstof brug buiten burger buurt cadmium cliënten coalitie coördinatie cultuur
    cyber dak data defensie detentie deur dienst dieren dijk discriminatie dorps douane drugs duin
    economie eiland energie erf erfgoed examen export fabrieks faillissements familie fiets fosfaat
    fraude garantie gas geboorte gedrags gehandicapten geld geluids gemeente geneesmiddelen gevangenis
    gewassen gezins gezondheids glas goederen grens griep grond grondwater haven handels handhavings
    herstel huis huisarts huur ijs immigratie import incident industrie informatie innovatie inkomens
    inspectie installatie instroom integratie internet investerings jeugd jongeren juridische kabels
    kamer kanaal kapitaal kennis kerk kinder kiezers klimaat koop kosten krediet kust kwaliteits laad
    land landbouw lawaai leerlingen leger lening leraren lokaal loon lucht luchthaven maan maatschap
    markt mast media meld melk mest migratie milieu misdaad mist mobiliteits moeder monument motor
    museum muziek natuur netwerk nood noodhulp omgevings onderhouds onderwijs ondernemers onderzoeks
    ontwikkelings oogst oorlogs opleidings opvang oven ouderen pacht patiënten pensioen perron
    personeels polder politie premie privacy proces project proef provincie radio ramp recht rechts
    recreatie regen regio reis rente rijks rivier ruimte samenwerkings schade scheepvaart schuld school
    seizoens sloop sluis snelweg sociaal spoor sport staats stads stal station stikstof straf strand
    stroom studenten subsidie taal tarief tekort terreur toegangs toekomst toerisme toezichts trein tuin
    uitkerings uitvoerings vaar vee veiligheids verblijfs verduurzamings vergunnings verkeers
    verkiezings verpleeg verzekerings vervoers visserij vlieg vliegtuig vluchtelingen voedsel voetbal
    volks voorlichtings vrachtwagen vreemdelingen vrijwilligers vuur waarde wacht wapen warmte water web
    weg weide werk werkgevers wet wijk wind winkel wolven woning zand zee ziekenhuis ziekte zon zorg
    zuivel zwem
    """.split()
)
"""Parts with which compounds begin, with the letter that binds."""
SECOND = tuple(
    """
    aanbod aandacht aanpak aanslag aantal aanvraag aanvragen advies afdeling afname afspraak afspraken
    akkoord analyse arrest autoriteit bedrag bedrijf bedrijven begeleiding begroting behoefte beheer
    belang beleid beoordeling bericht berichten bescherming besluit bestand besteding bestuur betaling
    bevoegdheid bewaking bijdrage bijeenkomst branche brief budget bureau campagne capaciteit categorie
    centrum cijfers college commissie compensatie conferentie contract controle convenant crisis cursus
    dag dagen debat deel deskundige doel doelen dossier druk duur effect effecten eis eisen evaluatie
    fase fonds fondsen gebied gebieden gebouw gebouwen gebruik gegevens geschil gesprek gevaar gevolgen
    groei groep groepen grondslag hal heffing herziening houder hulp incidenten indeling informatie
    ingreep inkomen inkoop inrichting instantie instelling instellingen instrument inzet jaar kaart
    kader kans keten keuring klacht klachten klimaat koers kosten kwaliteit kwestie last leiding
    levering lijst lobby locatie locaties maatregel maatregelen macht markt meldingen middelen model
    monitor nota norm normen onderneming onderzoek onderzoeken ongeval ontwikkeling opdracht opgave
    oplossing opslag orde organisatie organisaties overleg overlast overzicht partij partijen percentage
    periode plaats plaatsen plan plannen plicht politiek positie praktijk prijs prijzen probleem
    problemen procedure proces product productie programma project projecten protocol punt raad rapport
    rapporten recht rechten rechter regel regeling regelingen register reserve resultaten richtlijn
    risico ruimte sanctie schade schema sector signaal situatie stelsel stop strategie structuur studie
    systeem taak taken tarieven tekort tekorten termijn termijnen test toegang toename toeslag toestel
    toetsing toezicht traject tijd uitbreiding uitgaven uitkering uitspraak uitstoot uitvoering
    veiligheid verantwoording verbetering verblijf verbod verdrag vereniging vergoeding vergunning
    verhoging verkoop verlaging verlies verordening verschillen verslag verstrekking vervolging verzet
    verzoek visie vloot voorraad voorstel voorwaarden voorziening vorm vraagstuk waarborg waarde
    weigering werking wet wetgeving wijziging winst zaak zaken zone
    """.split()
)
"""Parts with which compounds end; each is a word of its own too."""
SIMPLE = tuple(
    """
    gemeente gemeenten kinderen mensen land onderzoek bericht jaar ouders burgers maatregelen veiligheid
    zorg politie onderwijs wet minister kosten informatie regels school bedrijven aantal gevolgen beleid
    provincie werknemers landen patiënten cliënten boeren studenten ouderen jongeren asielzoekers
    vluchtelingen inspectie rechter vergunning subsidie belasting woningen water energie klimaat natuur
    stikstof luchthaven trein wegen verkeer defensie politiek samenleving lidstaten coördinatie
    financiën coalitie efficiëntie beëindiging ruïne reünie categorieën bacteriën industrieën crèche
    café comité fenomeen ministerie departement toezicht handhaving naleving motie amendement verdrag
    richtlijn overheid rijksoverheid uitvoering praktijk termijn mogelijkheid mogelijkheden toename
    afname verschil oorzaak oplossing afspraken gesprek overleg brief antwoord cijfers gegevens
    resultaten rapport evaluatie advies besluit plan situatie ontwikkeling kwaliteit privéinstelling
    """.split()
)
"""The commonest nouns."""
ADJECTIVES = tuple(
    """
    nieuwe grote eerdere huidige Nederlandse Europese betrokken verschillende sociale financiële
    gemeentelijke landelijke regionale lokale publieke medische juridische wettelijke economische
    veilige duurzame kwetsbare zorgvuldige aanvullende structurele tijdelijke jaarlijkse extra
    internationale gezamenlijke individuele concrete noodzakelijke goede openbare particuliere
    industriële essentiële potentiële officiële geïntegreerde efficiënte reële coöperatieve
    onafhankelijke recente jonge oudere gehele verdere snelle hoge lage lange korte belangrijke
    zelfstandige tegenstrijdige stedelijke maatschappelijke agrarische culturele digitale
    """.split()
)
PARTICIPLES = tuple(
    """
    genomen gegeven gemaakt gesteld vastgesteld onderzocht uitgevoerd geïnformeerd aangegeven
    aangekondigd verbeterd beoordeeld besproken afgesproken opgenomen opgesteld verleend verstrekt
    gemeld betaald gefinancierd gecontroleerd gehandhaafd beëindigd gecoördineerd voorbereid verlengd
    toegezegd toegepast ontvangen gedeeld gevolgd gevraagd gewijzigd ingevoerd ingetrokken beperkt
    verplicht voorkomen verwacht bereikt bevestigd ontwikkeld geëvalueerd geregistreerd betrokken
    """.split()
)
INFINITIVES = tuple(
    """
    nemen geven maken stellen onderzoeken uitvoeren informeren aangeven verbeteren beoordelen bespreken
    opnemen verlenen verstrekken melden betalen controleren handhaven beëindigen volgen coördineren
    voorbereiden verlengen toepassen delen vragen wijzigen invoeren beperken voorkomen bereiken
    bevestigen ontwikkelen evalueren registreren betrekken versterken ondersteunen borgen
    """.split()
)
_FUNCTION: tuple[tuple[int, str], ...] = (
    (65, "de"),
    (31, "van het"),
    (22, "en in een"),
    (14, "dat te is op voor"),
    (9, "met die niet aan om"),
    (7, "er door zijn ook wordt worden bij deze of"),
    (5, "als naar dit over kan heeft tot uit ik zoals"),
    (3, "hebben wel kunnen moet geen meer alle zich nog onder tussen daarbij na"),
    (2, "zal zou moeten hun ten der dan wat waar omdat indien welke andere tijdens mij mijn"),
    (1, "echter waarbij hierbij daarom hiervoor daarvoor binnen tegen volgens sinds sprake gaat houden"),
    (1, "ligt blijft staat komt geldt gebruik rekening basis kader plaats vóór één elk elke ieder vaak"),
)
FUNCTION = {one: share for share, words in _FUNCTION for one in words.split()}
"""The words that hold a sentence together, with how many there are of each in a thousand words."""
_ONSETS = "b bl br d dr f fl g gr h j k kl kn kr l m n p pl r s sch sl st t tr v vl w z zw".split()
_VOWELS = "a aa e ee i ie o oo u uu ei ij oe ou ui eu".split()
_CODAS = "l lder m nd ng nk nter p r rden rk rm rst rt s sk st t x ver cht mp lk".split()
_ENDINGS = tuple(
    """
    woude haven kapel meer drecht dam dijk burg stein veld horst hoek kerk zijl um inge broek laar loo
    mond oord plaat rade schoten sluis terp trecht vliet voorde waard wijk zand ster man stra
    """.split()
)
_PRIME = 15_485_863
"""Divides no number of combinations, so that multiplying by it walks through all of them out of order."""
_TWO = len(FIRST) * len(SECOND)
_THREE = len(FIRST) * _TWO
_NAMES = len(_ONSETS) * len(_VOWELS) * len(_CODAS) * len(_ENDINGS)
_PLAIN = tuple(dict.fromkeys((*SIMPLE, *SECOND)))


def word(rank: int) -> str:
    """The noun or name of a rank from 0 on."""
    if rank < len(_PLAIN):
        return _PLAIN[rank]
    return name(rank // 4) if rank % 4 == 3 else _compound(rank - rank // 4)


def name(number: int) -> str:
    """The name with a number from 0 on, of a place or of a family."""
    round, index = divmod(number, _NAMES)
    index, ending = divmod(index * _PRIME % _NAMES, len(_ENDINGS))
    index, coda = divmod(index, len(_CODAS))
    onset, vowel = divmod(index, len(_VOWELS))
    begin = f"{_ONSETS[onset]}{_VOWELS[vowel]}{_CODAS[coda]}".capitalize()
    return begin + _ENDINGS[ending] if not round else f"{name(round)}-{begin}{_ENDINGS[ending]}"


def _compound(number: int) -> str:
    if number < _TWO:
        first, second = divmod(number * _PRIME % _TWO, len(SECOND))
        return FIRST[first] + SECOND[second]
    index, second = divmod(number * _PRIME % _THREE, len(SECOND))
    first, middle = divmod(index, len(FIRST))
    return FIRST[first] + FIRST[middle] + SECOND[second]
