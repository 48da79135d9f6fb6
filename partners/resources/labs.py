"""What somebody types to set up a lab."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from partners.actions.lab import LabFacts

from .frameworks import read_framework
from .rows import parse_date

DEFAULTS: Final = {
    "title": "Samenwerkingskader 2020 – 2024",
    "motto": "It takes a city to solve debt",
    "starts": "2020-01-01",
    "ends": "2024-12-31",
    "manager-email": "",
    "manager-name": "",
    "framework": "",
}
HELP: Final = {"framework": "JSON file with its numbers and clauses; see docs/operations.md"}
WORDS: Final = ("host", "title", "motto", "manager_email", "manager_name")


def read_lab(typed: Mapping[str, Any]) -> LabFacts:
    """The facts of a lab; what the file of its framework says goes before the options.

    Raises `ValueError` with a sentence that names what is wrong.
    """
    facts = read_framework(typed["framework"]) if typed.get("framework") else {}
    given = {name: facts.pop(name) for name in facts.keys() & {"numbers", "clauses"}}
    typed = {**typed, **facts}
    starts_on, ends_on = _day(typed, "starts"), _day(typed, "ends")
    if ends_on <= starts_on:
        raise ValueError(_("The last day of the framework comes after the first."))
    words: dict[str, Any] = {name: " ".join(str(typed[name]).split()) for name in WORDS}
    if bool(words["manager_email"]) != bool(words["manager_name"]):
        raise ValueError(_("Give both --manager-email and --manager-name, or neither."))
    return LabFacts(starts_on=starts_on, ends_on=ends_on, **words, **given)


def _day(typed: Mapping[str, Any], name: str) -> date:
    try:
        return parse_date(typed[name])
    except ValueError as error:
        msg = f"--{name} {typed[name]}: {error}"
        raise ValueError(msg) from None


def one_line(error: Exception) -> str:
    """What is wrong, in one line."""
    return " ".join(getattr(error, "messages", [str(error)]))


def in_words(made: Mapping[str, bool]) -> str:
    """What was made and what was there, a line each."""
    return "\n".join(
        f"{part}: {'made' if is_new else 'no change'}" for part, is_new in made.items()
    )
