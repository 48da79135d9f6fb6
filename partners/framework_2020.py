"""The framework of 2020 to 2024: its eight principles in our own words, and what is measured.

Numbers that a measure needs (5–6 seats, 1 + 2 + 4 meetings, 3–4 themes, 1 + 3 people) are fields of
the framework itself; here stands which figure belongs to which clause, and by which day.
"""

from dataclasses import dataclass

END_OF_YEAR = (12, 31)


@dataclass(frozen=True)
class MeasureFacts:
    """The code of a measure and the day of the year by which it must be so."""

    code: str
    by: tuple[int, int] = END_OF_YEAR


@dataclass(frozen=True)
class ClauseFacts:
    """One clause in two languages with its measures."""

    number: int
    title: str
    title_en: str
    text: str
    text_en: str
    measures: tuple[MeasureFacts, ...]


CLAUSES: tuple[ClauseFacts, ...] = (
    ClauseFacts(
        1,
        "Alle partners doen mee, elk op een eigen manier",
        "All partners take part, each in its own way",
        "Schuldenlab070 is een beweging. Elke partner is ambassadeur van een thema en kiest zelf "
        "hoe hij verder meedoet.",
        "Schuldenlab070 is a movement. Each partner is ambassador of a theme and chooses itself "
        "how else it takes part.",
        (
            MeasureFacts("signed"),
            MeasureFacts("ambassadors", (3, 31)),
            MeasureFacts("involvement", (3, 31)),
        ),
    ),
    ClauseFacts(
        2,
        "Een programmaraad van vijf of zes partners bepaalt het programma",
        "A programmaraad of five or six partners decides the programme",
        "De raad kan elk jaar anders zijn. Hij stelt het programma van dat jaar vast.",
        "The raad may differ each year. It adopts the programme of that year.",
        (MeasureFacts("programmaraad", (1, 31)), MeasureFacts("programme_adopted", (1, 31))),
    ),
    ClauseFacts(
        3,
        "Alle partners staan achter het programma",
        "All partners stand behind the programme",
        "Zij zeggen dat elk jaar, en hun bestuurders komen één keer per jaar bij elkaar.",
        "They say so every year, and their directors meet once a year.",
        (MeasureFacts("commitments", (3, 31)), MeasureFacts("inspiration_event")),
    ),
    ClauseFacts(
        4,
        "Het hele netwerk komt twee keer per jaar samen",
        "The whole network meets twice a year",
        "Kennis delen en elkaar leren kennen: iedereen die meedoet, is welkom.",
        "To share knowledge and get to know each other: everybody who takes part is welcome.",
        (MeasureFacts("network_meetings"),),
    ),
    ClauseFacts(
        5,
        "Het kernteam bewaakt de voortgang",
        "The kernteam guards progress",
        "Een manager en drie medewerkers van de gemeente. Een cruciale koerswijziging legt het "
        "kernteam eerst voor aan de programmaraad.",
        "A manager and three staff of the municipality. A crucial change of course goes to the "
        "programmaraad first.",
        (
            MeasureFacts("progress_reported"),
            MeasureFacts("kernteam"),
            MeasureFacts("course_changes"),
        ),
    ),
    ClauseFacts(
        6,
        "Elk jaar verkennen wij drie of vier innovatiethema’s",
        "Each year we explore three or four innovation themes",
        "Elk thema wordt een businesscase of een prototype, en heeft een begeleider.",
        "Each theme becomes a business case or a prototype, and has a facilitator.",
        (
            MeasureFacts("innovation_themes", (3, 31)),
            MeasureFacts("theme_results"),
            MeasureFacts("themes_facilitated"),
        ),
    ),
    ClauseFacts(
        7,
        "Elk project heeft een stuurgroep, projectleiders overleggen vier keer per jaar",
        "Each project has a stuurgroep, project leaders meet four times a year",
        "In de stuurgroep zitten partijen met een belang. De projectleiders zoeken verbanden en "
        "bewaken de voortgang.",
        "Parties with a stake sit in the stuurgroep. The project leaders look for links and guard "
        "progress.",
        (MeasureFacts("stuurgroepen"), MeasureFacts("leaders_meetings")),
    ),
    ClauseFacts(
        8,
        "Er is geld voor kernteam, innovatie, evenementen en projecten",
        "There is money for kernteam, innovation, events and projects",
        "De gemeente betaalt het kernteam en de verkenning. Een project begint pas als de "
        "cofinanciering rond is, en elke partner kan instappen. Kennis telt ook mee.",
        "The municipality pays the kernteam and the exploration. A project only starts when its "
        "co-financing is arranged, and every partner can step in. Knowledge counts as well.",
        (
            MeasureFacts("budget_covered"),
            MeasureFacts("municipal_contribution"),
            MeasureFacts("started_with_money"),
            MeasureFacts("offered_to_all"),
            MeasureFacts("knowledge"),
        ),
    ),
)
