"""What partners pledge in the demo, to which projects, and what they say of it. In Dutch."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from funding.models import Pledge

from .project_data import CLEAN, LETTERS, START, TERMS, WAGES

CASH, HOURS, KNOWLEDGE, LOCATION = (
    Pledge.Form.CASH,
    Pledge.Form.HOURS,
    Pledge.Form.KNOWLEDGE,
    Pledge.Form.LOCATION,
)


def cash(amount: int) -> dict[str, Any]:
    """So much money."""
    return {"form": CASH, "amount": Decimal(amount)}


def hours(quantity: int, rate: int, text: str, agreed_by: str) -> dict[str, Any]:
    """So many hours at an agreed rate."""
    return {
        "form": HOURS,
        "text": text,
        "quantity": Decimal(quantity),
        "rate": Decimal(rate),
        "rate_agreed_by": agreed_by,
    }


@dataclass(frozen=True)
class Given:
    """A pledge that was firm before the lab, and what arrived: days from today and amounts.

    `later` is the part of it that was agreed for a day of the story; the rest was for the year in
    which it was pledged.
    """

    letters: str
    offer: dict[str, Any]
    parts: tuple[tuple[int, int], ...] = ()
    is_open: bool = False
    later: tuple[int, int] | None = None


@dataclass(frozen=True)
class Costs:
    """What a project asked when it began, and who gave it."""

    title: str
    total: int
    in_cash: int
    pledged_on: date
    given: tuple[Given, ...] = field(default_factory=tuple)


CALLERS = "Uren van huismeesters die bellen"
RATE = "het kernteam, in overleg met de stuurgroep"
TAKEN_OVER = (
    Costs(
        LETTERS,
        40_000,
        30_000,
        date(2024, 2, 12),
        (
            Given("ZD", cash(20_000), ((-316, 8_000), (-205, 7_000), (-60, 5_000)), is_open=True),
            Given("GD", cash(10_000), ((-316, 10_000),)),
            Given(
                "DV",
                hours(100, 60, "Uren van twee medewerkers", RATE),
                ((-120, 3_000),),
                later=(90, 3_000),
            ),
            Given("BN", cash(5_000), ((-190, 5_000),)),
            Given("SW", {"form": LOCATION, "text": "Een zaal voor het spreekuur, elke week"}),
        ),
    ),
    Costs(
        CLEAN,
        60_000,
        60_000,
        date(2024, 5, 21),
        (
            Given("GD", cash(25_000), ((-316, 12_500), (-150, 12_500))),
            Given("FB", cash(20_000), ((-280, 10_000), (-88, 5_000)), later=(-20, 10_000)),
            Given("VH", cash(15_000)),
        ),
    ),
    Costs(
        TERMS,
        24_000,
        15_000,
        date(2023, 10, 16),
        (
            Given("EZ", cash(15_000), ((-316, 6_000), (-230, 3_000))),
            Given(
                "WN",
                hours(120, 75, "Uren van een adviseur", RATE),
                ((-200, 4_500),),
                later=(75, 4_500),
            ),
        ),
    ),
    Costs(
        WAGES,
        18_000,
        8_000,
        date(2024, 4, 22),
        (
            Given("BN", cash(8_000), ((-300, 4_000),), later=(60, 4_000)),
            Given(
                "SD",
                hours(160, 50, "Uren van personeelszaken", RATE),
                ((-140, 4_000),),
                later=(9, 4_000),
            ),
            Given("BM", {"form": KNOWLEDGE, "text": "Een cursus voor leidinggevenden"}),
        ),
    ),
    Costs(
        START,
        45_000,
        40_000,
        date(2023, 1, 16),
        (
            Given("FV", cash(30_000), ((-316, 18_000), (-200, 12_000)), is_open=True),
            Given("GD", cash(12_000), ((-316, 12_000),)),
            Given("WL", hours(60, 50, "Uren van een begeleider", RATE), ((-250, 3_000),)),
        ),
    ),
)

PLAN_NOTE = (
    "Bellers, het systeem voor het seintje, en onderzoek door de hogeschool. Een deel kan in uren."
)
TOTAL, IN_CASH = Decimal(180_000), Decimal(110_000)
# Days from today, time, partner, what it pledges to the pilot "Vroeg erbij".
PILOT_PLEDGES = (
    (-45, "10:10", "GD", cash(50_000)),
    # Signed at one table, so that nobody sees a sum in between.
    (-43, "14:50", "CH", cash(15_000)),
    (-43, "14:50", "CH", hours(125, 80, CALLERS, RATE)),
    (-43, "14:50", "EZ", hours(250, 80, "Uren van het klantteam", RATE)),
    (-38, "09:40", "FV", {**cash(25_000), "condition": "de gemeente ook volgend jaar meedoet"}),
)
BY_LETTER = (-44, "ZD", cash(25_000))
LETTER = "toezegging-zorgverzekeraar-duin.pdf"
LETTER_TITLE = "Toezegging aan de pilot Vroeg erbij"
LETTER_TEXT = "Zorgverzekeraar Duin betaalt € 25.000 mee aan de pilot “Vroeg erbij”."
LEFT = "Verzekeraar Haringkade is geen partner meer en betaalt niet meer mee."
STOPPED = "Het project is gestopt. De rest van het geld is niet nodig."
CASE_TOTAL = Decimal(24_000)
CASE_NOTE = "Een onderzoeker voor vier maanden, en de gesprekken met honderd huurders."
CASE_OFFERS = (
    (-40, "EZ", cash(8_000)),
    (-36, "CH", hours(50, 80, "Uren van huurdersbegeleiders", RATE)),
)

# Chapter 19: the round that offers "Vroeg erbij" to all partners.
OFFERED, OFFERED_UNTIL = -45, 5
ROUND_TEXT = (
    "Partners geven een seintje bij de eerste gemiste betaling; één partner belt binnen twee "
    "weken, namens allemaal. De programmaraad keurde de businesscase en de pilot goed. U kunt "
    "meedoen met geld of met uren."
)
YES_WORDS = {"GD": "Dit past bij ons plan voor vroegsignalering.", "ZD": "Wij doen graag mee."}
# Days from today, time, partner, and what it says: "no" and "later", which is fine as well.
NO = (
    (-44, "11:05", "WW", "Wij zitten dit jaar al in “Post zonder stress”."),
    (-42, "09:30", "TH", "Wij hebben geen klanten met een maandelijkse rekening."),
    (-40, "15:45", "BM", "Onze bijdrage gaat dit jaar naar “Rond met je loon”."),
    (-37, "10:20", "SD", ""),
    (-31, "13:30", "HZ", "Wij doen het onderzoek al, en mogen daarnaast niet meebetalen."),
    (-26, "16:10", "DV", "Voor ons levert dit niets op."),
)
LATER = (
    (-41, "14:15", "CD", "Onze begroting voor volgend jaar is in november rond."),
    (-36, "09:50", "ZV", "Wij willen eerst de eerste cijfers zien."),
    (-29, "11:40", "BH", "De directie beslist hier volgende maand over."),
    (-22, "10:05", "WL", "Misschien met uren van onze huismeesters."),
)
