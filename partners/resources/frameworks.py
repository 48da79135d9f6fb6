"""A framework in a file: its days, its numbers and its clauses, so another city needs no code."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

from partners.framework_2020 import END_OF_YEAR, ClauseFacts, MeasureFacts
from partners.ports import measure_titles

WORDS: Final = {"title", "motto", "starts", "ends"}
NUMBERS: Final = {
    *("seats_min", "seats_max", "themes_min", "themes_max", "inspiration_events"),
    *("network_meetings", "leaders_meetings", "kernteam_managers", "kernteam_staff"),
    *("response_days", "funders_min", "big_change", "big_change_share"),
}
CLAUSE: Final = {"number", "title", "title_en", "text", "text_en", "measures"}
LAST_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_framework(path: str) -> dict[str, Any]:
    """The content of a JSON file, checked.

    `title`, `motto`, `starts`, `ends`, `numbers` and `clauses`; each may be left out. A clause has
    `number`, `title`, `text` (also `…_en`) and `measures`: a list of `{"code", "by": "03-31"}`.
    Raises `ValueError` with a sentence that names the file and what is wrong in it.
    """
    try:
        facts = json.loads(Path(path).read_text(encoding="utf-8-sig"))
        return _checked(facts)
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}") from None
    except json.JSONDecodeError as error:
        words = _("line %(line)s cannot be read as JSON.") % {"line": error.lineno}
        raise ValueError(f"{path}: {words}") from None
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


def _checked(facts: Any) -> dict[str, Any]:
    _only(facts, WORDS | {"numbers", "clauses"})
    found: dict[str, Any] = {name: str(facts[name]) for name in WORDS & facts.keys()}
    if "numbers" in facts:
        _only(facts["numbers"], NUMBERS)
        found["numbers"] = {name: _whole(name, n) for name, n in facts["numbers"].items()}
    if "clauses" in facts:
        found["clauses"] = tuple(_clause(clause) for clause in _list(facts["clauses"]))
        numbers = [clause.number for clause in found["clauses"]]
        if len(set(numbers)) != len(numbers):
            raise ValueError(_("Two clauses have the same number."))
    return found


def _only(facts: Any, names: set[str]) -> None:
    if not isinstance(facts, Mapping):
        raise ValueError(_("An object with names and values is expected."))  # noqa: TRY004
    if unknown := facts.keys() - names:
        words = _("Unknown: %(names)s. Possible are %(known)s.")
        raise ValueError(
            words % {"names": ", ".join(sorted(unknown)), "known": ", ".join(sorted(names))}
        )


def _list(facts: Any) -> list[Any]:
    if not isinstance(facts, list):
        raise ValueError(_("A list is expected."))  # noqa: TRY004
    return facts


def _whole(name: str, number: Any) -> int:
    most = 32_767 if name != "big_change" else 9_999_999_999
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= most:
        raise ValueError(_("%(name)s is not a whole number.") % {"name": name})
    return number


def _clause(facts: Any) -> ClauseFacts:
    _only(facts, CLAUSE)
    number = _whole("number", facts.get("number"))
    if number < 1 or not str(facts.get("title", "")).strip():
        raise ValueError(_("A clause has a number from 1 and a title."))
    words = {name: str(facts.get(name, "")) for name in ("title", "title_en", "text", "text_en")}
    measures = tuple(_measure(each) for each in _list(facts.get("measures", [])))
    return ClauseFacts(number=number, measures=measures, **words)


def _measure(facts: Any) -> MeasureFacts:
    _only(facts, {"code", "by"})
    known = measure_titles()
    if (code := facts.get("code")) not in known:
        words = _("Unknown: %(names)s. Possible are %(known)s.")
        raise ValueError(words % {"names": code, "known": ", ".join(sorted(known))})
    return MeasureFacts(code, _day(facts["by"]) if "by" in facts else END_OF_YEAR)


def _day(text: Any) -> tuple[int, int]:
    """A day of the year as `MM-DD`."""
    month, _dash, day = str(text).partition("-")
    if month.isdecimal() and day.isdecimal() and 1 <= int(month) <= len(LAST_DAYS):
        last = LAST_DAYS[int(month) - 1]
        if 1 <= int(day) <= last:
            return int(month), int(day)
    raise ValueError(_("%(text)s is not a day of the year, such as 03-31.") % {"text": text})
