"""Every address by every method as every role, beside what the table of addresses says."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.urls import get_resolver

from tests.house.addresses import ROLES, UNNAMED
from tests.house.test_urls import names, table
from trials.counting import Count
from trials.records import METHODS, USUAL

if TYPE_CHECKING:
    from tests.house.test_urls import Visitor
    from tests.house.world import World

OPEN_DATA = "/openbaar/data/"  # pages of other sites may ask what they may do there
# Another way than GET and POST: refused, or led to the login.
REFUSED = {302, 400, 401, 403, 404, 405, 410, 422}


def unclassified() -> list[str]:
    """The addresses of which nobody said who may come there."""
    return sorted(set(names(get_resolver())) - set(table()) - UNNAMED)


def walk(world: World, visitor: Visitor, role: str) -> Count:
    """Ask for each line of the table; the other methods are tried on the first line of each."""
    count, column = Count(), ROLES.index(role)
    for name, kinds in table(role).items():
        for number, (kind, row) in enumerate(kinds.items()):
            url = row.url(name, world)
            expected = {"get": row.get[column], "post": row.post[column]}
            if url.startswith(OPEN_DATA):
                expected["options"] = HTTPStatus.OK
            for method in METHODS if number == 0 else USUAL:
                answer = visitor.ask(method, url)
                count.asked["addresses"] += 1
                fault = _fault(method, answer.status_code, expected, visitor.written)
                if fault:
                    count.faults.append(f"{role} {method.upper()} {name} [{kind}]: {fault}")
    return count


def _fault(method: str, code: int, expected: dict[str, int], written: list[str]) -> str:
    if method != "post" and written:
        return f"changed something: {written[0]}"
    if method in expected:
        return "" if code == expected[method] else f"{code}, not {expected[method]}"
    if method == "options":  # the same for every page, whoever asks
        return "" if code == HTTPStatus.METHOD_NOT_ALLOWED else f"{code}, not 405"
    if method == "head":
        fine = {expected["get"], HTTPStatus.METHOD_NOT_ALLOWED}
        return "" if code in fine else f"{code}, where GET answers {expected['get']}"
    if code in REFUSED or code == expected["get"] == 200 or code == expected["post"]:
        return ""
    return f"{code}, a method that is not there"
