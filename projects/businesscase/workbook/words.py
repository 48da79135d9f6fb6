"""The words of the sheets; a file holds its own, so that it is read in any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from .layout import CODES
from .marking import gettext_noop


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
        "assumptions": gettext_noop("Assumptions"),
        "lines": gettext_noop("Lines"),
        "result": gettext_noop("Result"),
        "title": gettext_noop("Business case"),
        "layout": gettext_noop("Layout of this file"),
        "layout_note": gettext_noop(
            "Do not change this: by it the file is recognised when it is read."
        ),
        "rate": gettext_noop("Real discount rate a year"),
        "rate_note": gettext_noop("An amount of year t counts for 1 / (1 + rate)^t."),
        "base_year": gettext_noop("Base year"),
        "base_year_note": gettext_noop("This is t = 0; its amounts are not discounted."),
        "price_year": gettext_noop("Price year"),
        "price_year_note": gettext_noop("All amounts are euro of this year."),
        "horizon": gettext_noop("Number of years"),
        "horizon_note": gettext_noop(
            "Years after it do not count. The lines have a column for each year."
        ),
        "scenario": gettext_noop("Scenario"),
        "scenario_note": gettext_noop(
            "Low: low benefits and high costs. High: the other way round."
        ),
        "factor": gettext_noop("Effects times"),
        "factor_note": gettext_noop(
            "To try: 0.8 is a fifth less effect of every benefit that counts cases."
        ),
        "added": gettext_noop("Deadweight more"),
        "added_note": gettext_noop(
            "To try: 10% more would have happened without the project as well."
        ),
        "words": gettext_noop("Words in this file"),
        "parties": gettext_noop("Parties"),
        "parties_note": gettext_noop("Add a party below the last one."),
        "number": gettext_noop("No."),
        "kind": gettext_noop("Kind"),
        "party": gettext_noop("Party"),
        "receiver": gettext_noop("Goes to"),
        "category": gettext_noop("Category"),
        "text": gettext_noop("What it is"),
        "counts": gettext_noop("Counts"),
        "unit": gettext_noop("Unit"),
        "certainty": gettext_noop("Rests on"),
        "source": gettext_noop("Source"),
        "effect": gettext_noop("Effect (share)"),
        "price": gettext_noop("Price"),
        "deadweight": gettext_noop("Deadweight"),
        "low_times": gettext_noop("Low times"),
        "high_times": gettext_noop("High times"),
        "quantity": gettext_noop("Quantity"),
        "discount": gettext_noop("Counts for"),
        "amount": gettext_noop("€"),
        "party_number": gettext_noop("Party no."),
        "receiver_number": gettext_noop("Goes to no."),
        "pm_number": gettext_noop("P.m. no."),
        "per_unit": gettext_noop("€ a unit"),
        "present_value": gettext_noop("Present value"),
        "lines_note": gettext_noop("Fill in the coloured cells. There are empty lines for more."),
        "costs": gettext_noop("Costs"),
        "benefits": gettext_noop("Benefits"),
        "transfers": gettext_noop("Gets - gives"),
        "balance": gettext_noop("Balance"),
        "share_benefits": gettext_noop("Share of benefits"),
        "share_costs": gettext_noop("Share of costs"),
        "total": gettext_noop("Total"),
        "result_note": gettext_noop("Present values in euro. Transfers change no total."),
        "indicative": gettext_noop("Indicative: not every number is measured."),
        "measured": gettext_noop("Every number is measured."),
        "check": gettext_noop("Check"),
        "check_good": gettext_noop("The balances add up to the total."),
        "check_bad": gettext_noop("A line names a party that is not in the list of parties."),
        "npv": gettext_noop("Net present value"),
        "ratio": gettext_noop("Benefits per euro of costs"),
        "payback": gettext_noop("Paid back from t"),
        "payback_note": gettext_noop(
            "The first t from which the sum so far stays at 0 or more; empty if none."
        ),
        "year": gettext_noop("Year"),
        "discounted": gettext_noop("Discounted balance"),
        "so_far": gettext_noop("Sum so far"),
        "stays": gettext_noop("Stays at 0 or more"),
        "pro_memoria": gettext_noop("Not in numbers (p.m.)"),
        "word_cost": gettext_noop("cost"),
        "word_benefit": gettext_noop("benefit"),
        "word_transfer": gettext_noop("transfer"),
        "word_measured": gettext_noop("measured"),
        "word_literature": gettext_noop("literature"),
        "word_expert": gettext_noop("expert judgement"),
        "word_pm": gettext_noop("p.m."),
        "word_euro": gettext_noop("euro"),
        "word_cases": gettext_noop("people or cases"),
        "word_low": gettext_noop("low"),
        "word_mid": gettext_noop("middle"),
        "word_high": gettext_noop("high"),
    }
)
