"""The words of the sheets; a file holds its own, so that it is read in any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from .layout import CODES


@dataclass(frozen=True)
class Words:
    """Every text of the sheets by its name, and the words of categories by their code."""

    texts: Mapping[str, str]
    categories: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.texts[name]

    def of_code(self, code: str) -> str:
        """The word for a kind, a certainty, what a line counts, or a scenario."""
        return self.texts[f"word_{code}"]

    def pairs(self) -> list[tuple[str, str]]:
        """Each code with its word, those of the categories last."""
        return [*((code, self.of_code(code)) for code in CODES), *self.categories.items()]


ENGLISH: Final = Words(
    {
        "assumptions": "Assumptions",
        "lines": "Lines",
        "result": "Result",
        "title": "Business case",
        "layout": "Layout of this file",
        "layout_note": "Do not change this: by it the file is recognised when it is read.",
        "rate": "Real discount rate a year",
        "rate_note": "An amount of year t counts for 1 / (1 + rate)^t.",
        "base_year": "Base year",
        "base_year_note": "This is t = 0; its amounts are not discounted.",
        "price_year": "Price year",
        "price_year_note": "All amounts are euro of this year.",
        "horizon": "Number of years",
        "horizon_note": "Years after it do not count. The lines have a column for each year.",
        "scenario": "Scenario",
        "scenario_note": "Low: low benefits and high costs. High: the other way round.",
        "factor": "Effects times",
        "factor_note": "To try: 0.8 is a fifth less effect of every benefit that counts cases.",
        "added": "Deadweight more",
        "added_note": "To try: 10% more would have happened without the project as well.",
        "words": "Words in this file",
        "parties": "Parties",
        "parties_note": "Add a party below the last one.",
        "number": "No.",
        "kind": "Kind",
        "party": "Party",
        "receiver": "Goes to",
        "category": "Category",
        "text": "What it is",
        "counts": "Counts",
        "unit": "Unit",
        "certainty": "Rests on",
        "source": "Source",
        "effect": "Effect",
        "price": "Price",
        "deadweight": "Deadweight",
        "low_times": "Low times",
        "high_times": "High times",
        "quantity": "Quantity",
        "discount": "Counts for",
        "amount": "€",
        "party_number": "Party no.",
        "receiver_number": "Goes to no.",
        "pm_number": "P.m. no.",
        "per_unit": "€ a unit",
        "present_value": "Present value",
        "lines_note": "Fill in the coloured cells. There are empty lines for more.",
        "costs": "Costs",
        "benefits": "Benefits",
        "transfers": "Gets - gives",
        "balance": "Balance",
        "share_benefits": "Share of benefits",
        "share_costs": "Share of costs",
        "total": "Total",
        "result_note": "Present values in euro. Transfers change no total.",
        "indicative": "Indicative: not every number is measured.",
        "measured": "Every number is measured.",
        "check": "Check",
        "check_good": "The balances add up to the total.",
        "check_bad": "A line names a party that is not in the list of parties.",
        "npv": "Net present value",
        "ratio": "Benefits per euro of costs",
        "payback": "Paid back from t",
        "payback_note": "The first t from which the sum so far stays at 0 or more; empty if none.",
        "year": "Year",
        "discounted": "Discounted balance",
        "so_far": "Sum so far",
        "stays": "Stays at 0 or more",
        "pro_memoria": "Not in numbers (p.m.)",
        "word_cost": "cost",
        "word_benefit": "benefit",
        "word_transfer": "transfer",
        "word_measured": "measured",
        "word_literature": "literature",
        "word_expert": "expert judgement",
        "word_pm": "p.m.",
        "word_euro": "euro",
        "word_cases": "people or cases",
        "word_low": "low",
        "word_mid": "middle",
        "word_high": "high",
    }
)
