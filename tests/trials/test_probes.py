"""The probes of `make check-roles` and `make fuzz` see what they look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse

from trials import matrix, records
from trials.fuzz import PARTS, SECONDS, Tally, fault_of
from trials.throwing import SOURCES

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase


@pytest.mark.parametrize(
    ("answer", "took", "fault"),
    [
        (HttpResponse("Goed."), 0.1, ""),
        (HttpResponse(status=422), 0.1, ""),
        (HttpResponse(status=500), 0.1, "answer 500"),
        (HttpResponse(status=503), 0.1, "answer 503"),
        (HttpResponse("Traceback (most recent call last)"), 0.1, "tells Traceback"),
        (StreamingHttpResponse([b"psycopg", b".errors"]), 0.1, "tells psycopg"),
        (HttpResponse("Goed."), SECONDS + 0.1, "took 2.1 s"),
        (HttpResponseRedirect("/inloggen/"), 0.1, ""),
        (HttpResponseRedirect("https://evil.example/"), 0.1, "leads to evil.example"),
    ],
)
def test_what_is_wrong_with_an_answer(answer: HttpResponseBase, took: float, fault: str) -> None:
    assert fault_of(answer, took) == fault


def test_a_fault_is_counted_with_where_it_was() -> None:
    tally = Tally()
    tally.ask("form a", lambda: HttpResponse(status=500))
    tally.ask("form b", lambda: HttpResponse(status=422))
    assert (tally.cases, tally.codes[5], tally.codes[4]) == (2, 1, 1)
    assert dict(tally.faults) == {"form a: answer 500": 1}


def test_every_source_has_a_part_and_together_they_are_all() -> None:
    assert PARTS.keys() == SOURCES.keys()
    assert sum(PARTS.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("method", "code", "written", "is_fault"),
    [
        ("get", 200, [], False),
        ("get", 302, [], True),
        ("get", 200, ["UPDATE partners_person"], True),
        ("post", 422, ["INSERT INTO audit_entry"], False),
        ("head", 200, [], False),
        ("head", 405, [], False),
        ("put", 405, [], False),
        ("delete", 204, [], True),
        ("patch", 500, [], True),
        ("options", 405, [], False),
        ("options", 200, [], True),
        ("options", 405, ["DELETE FROM partners_person"], True),
    ],
)
def test_a_line_of_the_table_is_judged(
    method: str, code: int, written: list[str], is_fault: bool
) -> None:
    fault = matrix._fault(method, code, {"get": 200, "post": 422}, written)
    assert bool(fault) is is_fault, fault


@pytest.mark.parametrize(
    ("kind", "role", "code", "is_fault"),
    [
        ("other's", "director", 404, False),
        ("other's", "director", 403, True),
        ("other's", "director", 200, True),
        ("other's", "anonymous", 302, False),
        ("other's", "anonymous", 404, True),
        ("own", "director", 200, False),
        ("own", "director", 500, True),
        ("may know", "manager", 403, False),
    ],
)
def test_a_record_is_judged(kind: str, role: str, code: int, is_fault: bool) -> None:
    assert bool(records._fault(kind, role, "get", code, [])) is is_fault
