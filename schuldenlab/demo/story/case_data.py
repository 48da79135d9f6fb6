"""The business case of "Vroeg erbij": made up, and in Dutch."""

from decimal import Decimal
from typing import Any

RESIDENTS = ""  # the party that every case has
# Households a year: half of them in the year in which the pilot begins.
HOUSEHOLDS = (150, 300, 300, 300, 300)
LATER = (0, 1, 1, 1, 1)

WORDS: dict[str, Any] = {
    "null_alternative": (
        "Iedere organisatie stuurt haar eigen aanmaningen. Gemiddeld duurt het vijf jaar voordat "
        "iemand hulp vraagt."
    ),
    "project_alternative": (
        "Partners geven een seintje bij de eerste gemiste betaling. Eén partner belt binnen twee "
        "weken, namens allemaal."
    ),
}
NOTES = (
    "Wij rekenen met 300 huishoudens per jaar. De effecten komen uit onderzoek elders; de pilot "
    "meet of zij hier ook zo zijn."
)
JOINING = ("GD", "ZD", "BN", "EZ", "FV")


def effect(
    party: str, text: str, category: str, numbers: tuple[str, str, str], source: str, **facts: Any
) -> dict[str, Any]:
    """A benefit: effect, price and deadweight of the households that are helped."""
    share, price, anyhow = (Decimal(each) for each in numbers)
    return {
        "party": party,
        "kind": "benefit",
        "text": text,
        "category": category,
        "is_effect": True,
        "unit": "huishoudens",
        "quantities": [Decimal(each) for each in HOUSEHOLDS],
        "effect": share,
        "price": price,
        "deadweight": anyhow,
        "certainty": "literature",
        "source": source,
        "low": Decimal("0.7"),
        "high": Decimal("1.2"),
        **facts,
    }


def amounts(
    party: str, kind: str, text: str, years: tuple[int, ...], **facts: Any
) -> dict[str, Any]:
    """Euro per year."""
    return {
        "party": party,
        "kind": kind,
        "text": text,
        "category": "other",
        "quantities": [Decimal(each) for each in years],
        "certainty": "expert",
        "source": "Begroting van de pilot",
        "high": Decimal("1.1"),
        **facts,
    }


COSTS = (
    amounts("GD", "cost", "Belteam en coördinatie", (70_000, 12_000, 12_000, 12_000, 12_000)),
    amounts("CH", "cost", "Projectleiding en wijkbeheer", (45_000, 8_000, 8_000, 8_000, 8_000)),
    amounts("ZD", "cost", "Opleiding van de bellers", (40_000, 6_000, 6_000, 6_000, 6_000)),
    amounts("EZ", "cost", "Analyse van signalen", (25_000, 5_000, 5_000, 5_000, 5_000)),
)
BENEFITS = (
    effect(
        RESIDENTS,
        "Minder boetes, rente en incassokosten",
        "debts",
        ("0.5", "242.03", "0.1"),
        "Nibud, Geldproblemen in Nederland, tabel 4",
    ),
    effect(
        "GD",
        "Minder huishoudens in de bijstand",
        "assistance",
        ("0.004", "15204.00", "0.2"),
        "Divosa Monitor, gemiddelde uitkering per jaar",
    ),
    effect(
        "GD",
        "Minder trajecten schuldhulp",
        "debts",
        ("0.025", "1846.00", "0.2"),
        "NVVK, kosten van een traject",
        certainty="expert",
    ),
    effect(
        "ZD",
        "Minder zorg door geldzorgen",
        "care",
        ("0.12", "688.80", "0.2"),
        "Zorgverzekeraar Duin, eigen cijfers over twee jaar",
        certainty="measured",
    ),
    effect(
        "CH",
        "Minder huisuitzettingen",
        "debts",
        ("0.004", "10503.00", "0.2"),
        "Aedes, kosten van een huisuitzetting",
    ),
    effect(
        "CH",
        "Minder huurachterstand die niemand meer int",
        "collection",
        ("0.08", "204.20", "0.2"),
        "Corporatie Haagwijk, eigen cijfers",
        certainty="measured",
    ),
    effect(
        "BN",
        "Minder kosten voor incasso en afboekingen",
        "collection",
        ("0.4", "109.40", "0.2"),
        "Bank Noordzee, gemiddelde van drie jaar",
    ),
    effect(
        "EZ",
        "Minder afsluitingen en oninbare rekeningen",
        "collection",
        ("0.15", "226.91", "0.2"),
        "Energie Zuiderlicht, eigen cijfers",
        certainty="measured",
    ),
)
OTHERS = (
    amounts(
        "ZD",
        "transfer",
        "Bijdrage aan het belteam",
        (0, 5_000, 5_000, 0, 0),
        receiver="GD",
        source="Afspraak in de stuurgroep",
        high=Decimal(1),
    ),
    {
        "party": RESIDENTS,
        "kind": "benefit",
        "text": "Minder stress, beter slapen, vaker aan het werk",
        "category": "care",
        "certainty": "pm",
        "source": "Gesprekken met zes bewoners van Laak",
    },
)
# What the first version held: before the own figures of three partners were there.
FIRST = (*COSTS[:2], BENEFITS[0], BENEFITS[4])
SECOND = (*COSTS[2:], *BENEFITS[1:4], *BENEFITS[5:], *OTHERS)
