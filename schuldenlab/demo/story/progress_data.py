"""How the projects of the demo go, quarter by quarter: made up, and in Dutch."""

from dataclasses import dataclass, field
from decimal import Decimal

from projects.actions.reports import NewRisk
from projects.models import Connection, Indicator, Light

from .project_data import CLEAN, EARLY, LETTERS, START, TERMS, WAGES

_Track, _Warn, _Fail = Light.TRACK, Light.WARN, Light.FAIL
_Goal, _Kind = Indicator.Goal, Connection.Kind
BUFFER, TOGETHER = "Noodbuffer", "Energie en huur samen"
COUNTED = "Eigen telling van het project"


@dataclass(frozen=True)
class Reported:
    """One report. What is not on track has its reason in `texts`; `figures` go by their names."""

    reached: str
    texts: dict[str, tuple[Light, str]] = field(default_factory=dict)
    others: str = ""
    figures: dict[str, str] = field(default_factory=dict)
    risk: NewRisk | None = None


@dataclass(frozen=True)
class Aim:
    """What a project wants to reach, and how much of it."""

    title: str
    goal: str
    name: str
    unit: str
    target: Decimal


CALLS, OFFICERS = "Mensen die bellen na een brief", "Deurwaarderskosten die niet nodig waren"
FREE, BACK = "Ondernemers met een akkoord", "Ondernemers uit de bijstand"
SEIZED, PAYING = "Werknemers met minder of geen loonbeslag", "Klanten die elke maand betalen"
YOUNG, CARE = "Jongeren zonder schulden", "Huishoudens met minder zorg door geldstress"

AIMS = (
    Aim(LETTERS, _Goal.DEBTS, CALLS, "belletjes", Decimal(240)),
    Aim(LETTERS, _Goal.COLLECTION, OFFICERS, "euro", Decimal(40_000)),
    Aim(CLEAN, _Goal.DEBTS, FREE, "mensen", Decimal(30)),
    Aim(CLEAN, _Goal.BENEFITS, BACK, "mensen", Decimal(10)),
    Aim(TERMS, _Goal.COLLECTION, PAYING, "klanten", Decimal(280)),
    Aim(WAGES, _Goal.DEBTS, SEIZED, "mensen", Decimal(40)),
    Aim(START, _Goal.DEBTS, YOUNG, "mensen", Decimal(60)),
    Aim(EARLY, _Goal.CARE, CARE, "huishoudens", Decimal(90)),
)

# From how many days before today on a report says this; each is told once, over one quarter.
REPORTS: dict[str, tuple[tuple[int, Reported], ...]] = {
    EARLY: (
        (-330, Reported("Vijf partners zien een gemiste betaling binnen een week.")),
        (
            -240,
            Reported(
                "De businesscase is bijna klaar. Acht van de tien klanten geven toestemming.",
                {"time": (_Warn, "De cijfers van twee partners kwamen later dan afgesproken.")},
                "Wie wil weten hoe wij toestemming vragen: de tekst staat in het dossier.",
            ),
        ),
        (
            -150,
            Reported(
                "De programmaraad keurde de businesscase goed. De pilot wacht op geld.",
                {"money": (_Warn, "Het geld voor de pilot is nog niet rond.")},
                "",
                risk=NewRisk(
                    "Het geld voor de pilot is niet op tijd rond.",
                    "Wij bellen elke partner die nog geen antwoord gaf.",
                    "Daan Verschoor",
                ),
            ),
        ),
    ),
    LETTERS: (
        (
            -330,
            Reported(
                "Vier brieven zijn herschreven. De eerste wijk krijgt ze.",
                figures={CALLS: "61", OFFICERS: "6100"},
            ),
        ),
        (
            -235,
            Reported(
                "De tweede wijk doet mee. Per brief bellen nu drie keer zoveel mensen.",
                {},
                "Eén vraag en één telefoonnummer in een brief: meer werkt niet.",
                {CALLS: "118", OFFICERS: "12400"},
            ),
        ),
        (
            -140,
            Reported(
                "De brieven lagen zes weken stil door een fout. Nu controleren twee mensen ze.",
                {
                    "time": (_Fail, "Zes weken geen brieven, door een verkeerd rekeningnummer."),
                    "risk": (_Warn, "Nog één fout, en niemand gelooft onze brieven meer."),
                },
                "Laat altijd iemand van buiten uw team het rekeningnummer nalezen.",
                {CALLS: "139", OFFICERS: "17300"},
                NewRisk(
                    "Er gaat weer een fout mee in een brief.",
                    "Twee mensen controleren elke brief, los van elkaar.",
                    "Zorgverzekeraar Duin",
                ),
            ),
        ),
        (
            -60,
            Reported(
                "De brieven gaan weer uit, in drie wijken.",
                {"time": (_Warn, "Wij lopen vier weken achter.")},
                "Wie eerst een appje krijgt, opent de brief vaker.",
                {CALLS: "171", OFFICERS: "21850"},
            ),
        ),
    ),
    CLEAN: (
        (-330, Reported("De eerste acht voorstellen liggen er.", figures={FREE: "8", BACK: "3"})),
        (
            -235,
            Reported(
                "Twaalf ondernemers zijn klaar. Achttien staan op de lijst.",
                figures={FREE: "12", BACK: "5"},
            ),
        ),
        (
            -155,
            Reported(
                "Veertien ondernemers hebben een akkoord.",
                others="Wie zijn bedrijf net stopte, heeft eerst rust nodig en dan pas een plan.",
                figures={FREE: "14", BACK: "5"},
            ),
        ),
        (
            -98,
            Reported(
                "Verzekeraar Haringkade is weg. Wij gaan verder met minder ondernemers.",
                {
                    "money": (_Warn, "Er is minder geld dan afgesproken."),
                    "result": (_Warn, "Wij halen er twintig, en niet dertig."),
                },
                "Als de Belastingdienst als eerste ja zegt, volgen de anderen binnen tien dagen.",
                {FREE: "16", BACK: "6"},
            ),
        ),
    ),
    TERMS: (
        (
            -330,
            Reported(
                "240 van de 300 klanten betalen elke maand.",
                {"result": (_Warn, "Wie ook huurschuld heeft, haakt na drie maanden af.")},
                "Eén rekening oplossen is niet genoeg. Kijk ook naar de huur.",
                {PAYING: "240"},
            ),
        ),
    ),
    WAGES: (
        (
            -330,
            Reported("Bij twee werkgevers is elke maand een spreekuur.", figures={SEIZED: "9"}),
        ),
        (
            -235,
            Reported(
                "Er kwamen 23 mensen op het spreekuur.",
                {"time": (_Warn, "Eén werkgever heeft tot het voorjaar weinig tijd.")},
                "Wij zoeken een werkgever met meer dan honderd mensen. Kent u er een?",
                {SEIZED: "14"},
            ),
        ),
        (
            -155,
            Reported(
                "Bij één werkgever gaat het spreekuur door.",
                {"time": (_Warn, "De andere werkgever heeft tot het voorjaar niemand vrij.")},
                "",
                {SEIZED: "17"},
            ),
        ),
    ),
    START: (
        (-330, Reported("Het tweede jaar is bijna klaar.", figures={YOUNG: "46"})),
        (
            -235,
            Reported(
                "De gemeente wil er een vaste dienst van maken.",
                others="Zonder begeleider haakt de helft af. Reken dus vooral voor begeleiders.",
                figures={YOUNG: "51"},
            ),
        ),
        (
            -155,
            Reported(
                "Het Jongerenpunt loopt mee. De overdracht begint deze zomer.",
                figures={YOUNG: "53"},
            ),
        ),
    ),
}
# Who leads these has not reported over the last quarter that is over.
SILENT = frozenset({EARLY})

# Days from today, project, kind, other project, reason.
CONNECTIONS = (
    (-205, EARLY, _Kind.WAITS, LETTERS, "De nieuwe brief voor de eerste aanmaning."),
    (-205, WAGES, _Kind.GROUP, CLEAN, "Beide zien mensen met beslag op hun inkomen."),
    (-130, LETTERS, _Kind.PEOPLE, CLEAN, "Dezelfde twee medewerkers van de deurwaarder."),
    (-18, BUFFER, _Kind.DELIVERS, EARLY, "Wie gebeld is, kan meteen een buffer krijgen."),
    (-16, EARLY, _Kind.DELIVERS, TOGETHER, "Signalen over nieuwe achterstanden."),
)
