"""The projects of the demo that ran before its lab: made up, and in Dutch."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from projects.models import Phase, Project

_Case, _Pilot, _Project = Phase.Kind.BUSINESS_CASE, Phase.Kind.PILOT, Phase.Kind.PROJECT
_Debts, _Outcome = Project.DebtPhase, Project.Outcome


@dataclass(frozen=True)
class Told:
    """One project: what stands in its dossier, who leads it, takes part and steers.

    Partners go by their letters. `stakes` says of each organisation in the stuurgroep what it has
    at stake; its director is the member, and the first one has the chair.
    """

    title: str
    subject: str
    kind: str
    started_on: date
    summary: str
    facts: dict[str, Any]
    leader: str
    partners: tuple[str, ...]
    stakes: tuple[tuple[str, str], ...]


LETTERS, CLEAN, EARLY = "Post zonder stress", "Schone lei zzp", "Vroeg erbij"
TERMS, WAGES, START = "Lager termijnbedrag", "Loon op orde", "Startgeld jongeren"

PROJECTS = (
    Told(
        LETTERS,
        "Gezondheid",
        _Pilot,
        date(2024, 3, 1),
        "Wij maken brieven die mensen openen en begrijpen. Wie belt, krijgt meteen iemand die "
        "helpt.",
        {
            "target_group": "Mensen die hun post niet meer openen",
            "debt_phase": _Debts.PREVENTION,
            "outcome": _Outcome.PREVENTED,
            "current_state": "Vier brieven zijn herschreven. De eerste wijk krijgt ze nu.",
            "began": "voorjaar 2024",
        },
        "ZD",
        ("ZD", "DV", "SW", "GD"),
        (
            ("ZD", "Minder premieschulden, en klanten die bellen in plaats van wachten."),
            ("DV", "Eerder een regeling, en minder kosten voor wie betaalt."),
            ("SW", "Minder mensen met een tas vol dichte post op het spreekuur."),
        ),
    ),
    Told(
        CLEAN,
        "Ondernemers",
        _Project,
        date(2024, 6, 3),
        "Wij regelen de schulden van gestopte ondernemers in één keer, met alle schuldeisers aan "
        "tafel.",
        {
            "target_group": "Zzp’ers die zijn gestopt",
            "debt_phase": _Debts.CURE,
            "outcome": _Outcome.SOLVED,
            "current_state": "Twaalf ondernemers zijn klaar. Achttien staan op de lijst.",
            "residents_voice": "Drie oud-ondernemers lezen elk voorstel mee.",
            "began": "zomer 2024",
        },
        "GD",
        ("GD", "VH", "FB", "EZ"),
        (
            ("GD", "Ondernemers die weer aan het werk gaan."),
            ("FB", "Een gift die echt het laatste gat dicht."),
            ("PM", "Ondernemers die elkaar vertellen dat hulp bestaat."),
        ),
    ),
    Told(
        EARLY,
        "Wonen",
        _Case,
        date(2024, 9, 2),
        "Partners geven elkaar een seintje als iemand een betaling mist. De klant zegt eerst ja. "
        "Daarna belt één partner, namens allemaal.",
        {
            "target_group": "Huishoudens die één betaling missen",
            "debt_phase": _Debts.PREVENTION,
            "outcome": _Outcome.PREVENTED,
            "current_state": "Wij schrijven de businesscase.",
            "residents_voice": "Zes bewoners van Laak testen het gesprek en de toestemming.",
            "began": "najaar 2024",
        },
        "CH",
        ("CH", "WW", "SW"),
        (
            ("CH", "Minder huurachterstanden en minder huisuitzettingen."),
            ("WW", "Niemand afsluiten, en minder rekeningen die wij nooit betaald krijgen."),
            ("SW", "Mensen zien voordat het een crisis is."),
        ),
    ),
    Told(
        TERMS,
        "Energie en water",
        _Project,
        date(2023, 11, 1),
        "Wie zijn energierekening niet kan betalen, krijgt een lager termijnbedrag en advies aan "
        "huis.",
        {
            "target_group": "Klanten met een hoge jaarrekening",
            "debt_phase": _Debts.PREVENTION,
            "outcome": _Outcome.MANAGEABLE,
            "current_state": "Driehonderd klanten hebben een lager termijnbedrag.",
            "residents_voice": "Klanten kiezen zelf het bedrag, binnen grenzen.",
            "began": "najaar 2023",
            "figures": "300 klanten, van wie 240 elke maand betalen",
            "sources": "Energie Zuiderlicht, eigen telling",
        },
        "EZ",
        ("EZ", "WN"),
        (
            ("EZ", "Klanten die op tijd betalen."),
            ("WN", "Minder afsluitingen van warmte."),
        ),
    ),
    Told(
        WAGES,
        "Werk",
        _Pilot,
        date(2024, 5, 13),
        "Werkgevers zien loonbeslag als eersten. Wij helpen hen om het gesprek te beginnen.",
        {
            "target_group": "Werknemers met loonbeslag",
            "debt_phase": _Debts.CURE,
            "outcome": _Outcome.MANAGEABLE,
            "current_state": "Bij twee werkgevers is een spreekuur.",
            "residents_voice": "Vier werknemers bespreken elk kwartaal wat beter kan.",
            "began": "voorjaar 2024",
        },
        "BN",
        ("BN", "SD", "BM"),
        (
            ("BN", "Rekeningen die weer in de plus komen."),
            ("BM", "Minder ziekmeldingen door geldzorgen."),
        ),
    ),
    Told(
        START,
        "Jongeren",
        _Project,
        date(2023, 2, 1),
        "Jongeren met schulden krijgen een kleine lening zonder rente en een begeleider. Zij "
        "betalen terug met school of werk.",
        {
            "target_group": "Jongeren van 18 tot en met 27 jaar",
            "debt_phase": _Debts.CURE,
            "outcome": _Outcome.SOLVED,
            "current_state": "Het tweede jaar is klaar. De gemeente rekent aan een vaste dienst.",
            "residents_voice": "Jongeren die klaar zijn, begeleiden de volgende.",
            "began": "begin 2023",
            "figures": "64 jongeren begonnen, 51 rondden het af",
            "sources": "Jaarverslag Fonds Vlietland",
        },
        "FV",
        ("FV", "WL", "GD"),
        (
            ("FV", "Weten wat een lening zonder rente oplevert."),
            ("WL", "Jonge huurders die hun woning houden."),
        ),
    ),
)
