"""What is pledged to the budget in the demo: by the municipality and by partners. In Dutch."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from programme.models import BudgetCategory

from .money_texts import LOCATION, cash

INFRASTRUCTURE, INNOVATION, EVENTS = (
    BudgetCategory.INFRASTRUCTURE,
    BudgetCategory.INNOVATION,
    BudgetCategory.EVENTS,
)
# What the municipality gives in each year of the framework.
CONTRIBUTION = {INFRASTRUCTURE: Decimal(240_000), INNOVATION: Decimal(40_000)}
DECISION = "beschikking-schuldenlab.pdf"
DECISION_TITLE = "Beschikking: bijdrage aan Schuldenlab070"
DECISION_TEXT = (
    "De gemeente draagt in de jaren van het samenwerkingskader bij aan het kernteam (€ 240.000 per "
    "jaar) en aan de verkenning van thema’s (€ 40.000 per jaar)."
)


@dataclass(frozen=True)
class Gives:
    """A pledge of a partner to a category: when, for which years after the story's, and how much.

    `parts` are years (0 is the story's, -1 the one before), the month in which each part is due
    (0: no day was agreed) and amounts; `arrives` are days from today, the year and an amount.
    """

    offset: int
    letters: str
    category: str
    facts: dict[str, Any]
    parts: tuple[tuple[int, int, int], ...]
    arrives: tuple[tuple[int, int, int], ...] = ()
    is_firm: bool = True


def place(text: str) -> dict[str, Any]:
    """Somewhere to meet."""
    return {"form": LOCATION, "text": text}


def money(text: str) -> dict[str, Any]:
    """Money; how much, the parts say."""
    return {"form": cash(1)["form"], "text": text}


PLEDGES = (
    Gives(
        *(-318, "FV", INFRASTRUCTURE, money("Twee jaar meebetalen aan het kernteam")),
        ((-1, 0, 33_000), (0, 0, 33_000)),
        ((-290, -1, 33_000), (-170, 0, 20_000), (-40, 0, 13_000)),
    ),
    Gives(
        *(-317, "OZ", EVENTS, money("Bijdrage aan de bijeenkomsten")),
        ((-1, 0, 12_000),),
        ((-285, -1, 10_000),),
    ),
    Gives(
        *(-235, "ZD", INFRASTRUCTURE, money("Bijdrage aan het kernteam")),
        ((0, 0, 20_000),),
        ((-150, 0, 20_000),),
    ),
    Gives(
        *(-233, "BN", INFRASTRUCTURE, money("Bijdrage aan het kernteam, in drie delen")),
        ((0, 3, 15_000), (0, 6, 15_000), (0, 11, 15_000)),
        ((-190, 0, 15_000), (-110, 0, 15_000)),
    ),
    Gives(
        *(-230, "HZ", EVENTS, place("De aula voor de inspiratiebijeenkomst")),
        ((0, 0, 9_000),),
        ((-103, 0, 9_000),),
    ),
    Gives(
        *(-228, "CD", EVENTS, place("Een zaal met ontvangst voor een netwerkbijeenkomst")),
        ((0, 0, 6_500),),
        ((-158, 0, 6_500),),
    ),
    Gives(
        *(-226, "OZ", EVENTS, money("Bijdrage aan de bijeenkomsten")),
        ((0, 0, 12_500),),
        ((-120, 0, 12_500),),
    ),
    Gives(
        *(-215, "FB", INNOVATION, money("Voor de verkenning van “Geldles op het mbo”")),
        ((0, 0, 8_000),),
        ((-60, 0, 4_000),),
    ),
    Gives(
        *(-48, "WW", INNOVATION, money("Voor de verkenning van “Energie en huur samen”")),
        ((0, 0, 5_000),),
        is_firm=False,
    ),
)
CARRIED = (
    "Twee sprekers kwamen zonder vergoeding. Wij houden het voor de bijeenkomst in het voorjaar."
)
