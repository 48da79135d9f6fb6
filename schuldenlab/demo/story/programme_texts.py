"""What stands in the programmes of the demo, and what partners say about them. In Dutch."""

from decimal import Decimal

from programme.models import BudgetLine
from programme.passages import Line, ThemePlan

_Category = BudgetLine.Category
CATEGORIES = (_Category.INFRASTRUCTURE, _Category.INNOVATION, _Category.EVENTS, _Category.PROJECTS)
NOODBUFFER = ThemePlan(
    "Noodbuffer",
    "Wij onderzoeken of een kleine gezamenlijke buffer helpt als er iets kapotgaat. In het najaar "
    "weten wij wie de buffer vult en wie hem beheert.",
)
ENERGY_AND_RENT = ThemePlan(
    "Energie en huur samen",
    "Wij voeren honderd keer één gesprek over huur en energie, en schrijven op wat dat oplevert.",
)
LESSONS = ThemePlan(
    "Geldles op het mbo",
    "Wij maken vier lessen met twee scholen en met jongeren die het zelf hebben meegemaakt.",
)
LESSONS_AMENDED = ThemePlan(
    "Geldles op het mbo",
    "Wij maken vier lessen met twee scholen en met jongeren die het zelf hebben meegemaakt. Ook "
    "jongeren die net van school zijn, doen mee.",
)
ENTREPRENEUR = ThemePlan(
    "Ondernemer met zorgen",
    "Wij zoeken een plek waar kleine ondernemers zonder gevolgen kunnen vragen wat er kan.",
)
FIRST_THEMES = (NOODBUFFER, ENERGY_AND_RENT, LESSONS, ENTREPRENEUR)
THEMES = (NOODBUFFER, ENERGY_AND_RENT, LESSONS_AMENDED, ENTREPRENEUR)


def _lines(*amounts: tuple[int, str, int]) -> tuple[Line, ...]:
    return tuple(
        Line(CATEGORIES[category].value, title, Decimal(amount))
        for category, title, amount in amounts
    )


FIRST_BUDGET = _lines(
    (0, "Kernteam: één manager en drie medewerkers", 338_000),
    (1, "Verkenning van vier thema’s", 48_000),
    (2, "Inspiratiebijeenkomst", 18_500),
    (2, "Twee kennis- en netwerkbijeenkomsten", 12_000),
    (3, "Onderzoek bij lopende projecten", 35_000),
)
BUDGET = _lines(
    (0, "Kernteam: één manager en drie medewerkers", 338_000),
    (1, "Verkenning van vier thema’s", 60_000),
    (2, "Inspiratiebijeenkomst", 18_500),
    (2, "Twee kennis- en netwerkbijeenkomsten", 12_000),
    (3, "Onderzoek bij lopende projecten", 35_000),
)
NEXT_THEMES = (
    ThemePlan(
        "Noodbuffer",
        "Het prototype draait in twee wijken. Wij rekenen uit wat een buffer voor de hele stad "
        "kost.",
    ),
    ThemePlan(
        "Geldles op het mbo",
        "De lessen gaan naar alle mbo-scholen in de stad die mee willen doen.",
    ),
)
NEXT_BUDGET = _lines(
    (0, "Kernteam: één manager en drie medewerkers", 347_000),
    (1, "Verkenning van drie thema’s", 45_000),
    (2, "Inspiratiebijeenkomst en netwerkbijeenkomsten", 31_000),
    (3, "Start van de pilot Vroeg erbij", 180_000),
)
NOTE_FIRST = "Eerste tekst voor de raad"
NOTE_AMENDED = (
    "Na de opmerkingen van partners: jongeren die van school zijn, meer geld om te verkennen"
)

# Which words stand in the passage, who says it, and what.
SCHOOL = "Wij maken vier lessen"
SCHOOL_SAID = (
    "De meeste jongeren die wij zien zijn net van school. Neem hen ook mee, anders bereikt u "
    "precies de groep niet waar het misgaat."
)
SCHOOL_DONE = "Dat is waar. Het staat nu bij dit thema."
MONEY = "Verkenning van vier thema’s"
MONEY_SAID = "Voor vier thema’s is dit weinig. Vorig jaar kostte één verkenning al € 15.000."
MONEY_ANSWER = "Wij hebben het nagerekend. Het wordt € 60.000: vier keer € 15.000."
FOUR = "4. Ondernemer met zorgen"
FOUR_SAID = "Wij vinden vier thema’s te veel voor een netwerk van onze omvang."
FOUR_ANSWER = "Het kader vraagt drie of vier thema’s. De programmaraad beslist hierover."
NEXT_CITY = "wat een buffer voor de hele stad kost"
NEXT_CITY_SAID = "Rekent u dan ook uit wat het oplevert? Dat vragen onze leden als eerste."
NEXT_CITY_ANSWER = "Ja, dat komt in de businesscase van het thema. Die krijgt u in het voorjaar."
NEXT_LESSONS = "De lessen gaan naar alle mbo-scholen"
NEXT_LESSONS_SAID = "Wie geeft de lessen? Onze vrijwilligers kunnen er twee scholen bij doen."
