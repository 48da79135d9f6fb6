"""Answers: versions that spare them, pages, filters, limits, who reads what, and what it costs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partners import actions
from partners.models import ApiToken, Organisation
from schuldenlab.portal.schemas import words
from schuldenlab.portal.schemas.frame import Code

from .conftest import token_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

LISTS = {
    "/partners": 3,
    "/jaarprogrammas": 1,
    "/themas": 1,
    "/projecten": 1,
    "/bijeenkomsten": 1,
    "/besluiten": 1,
    "/kompasstanden": 1,
}
OWN = [
    *("", "/toezeggingen", "/leveringen", "/commitments", "/betrokkenheden", "/ondertekeningen"),
    *("/zetels", "/bijeenkomsten", "/projecten"),
]


@pytest.mark.parametrize(("path", "least"), LISTS.items())
def test_what_is_public_is_there_and_each_of_it_has_an_address(
    lab: Cast, read: Callable[..., Any], path: str, least: int
) -> None:
    rows = read(path).json()["resultaten"]
    assert len(rows) >= least
    for row in rows[:3]:
        one = Client().get(row["_links"]["self"]["href"])
        assert one.status_code == 200
        assert one.json().items() >= row.items()


def test_nothing_is_there_that_is_not_public(world_now: Any, read: Callable[..., Any]) -> None:
    assert {path: read(path).json()["totaal"] for path in LISTS} == dict.fromkeys(LISTS, 0)


@pytest.mark.parametrize("path", [*LISTS, "/openapi.json"])
def test_304_when_nothing_changed(lab: Cast, read: Callable[..., Any], path: str) -> None:
    first = read(path)
    again = read(path, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["API-Version"] == "1.0.0"


def test_another_version_when_something_changed(lab: Cast, read: Callable[..., Any]) -> None:
    first = read("/partners")
    Organisation.objects.filter(pk=lab["BN"].pk).update(description="Iets anders")
    again = read("/partners", **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.headers["ETag"] != first.headers["ETag"]) == (200, True)


def test_ones_own_has_a_version_too_and_is_kept_by_nobody_else(
    lab: Cast, read: Callable[..., Any]
) -> None:
    token = token_of(lab)
    first = read("/organisatie/toezeggingen", token)
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert "Authorization" in first.headers["Vary"]
    again = read("/organisatie/toezeggingen", token, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_head_answers_without_content(lab: Cast, read: Callable[..., Any]) -> None:
    asked, looked = read("/partners"), read("/partners", method="head")
    assert (looked.status_code, looked.content) == (200, b"")
    assert looked.headers["ETag"] == asked.headers["ETag"]


def test_other_methods_are_refused_without_asking_for_a_form_token(lab: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    for path in ("/api/v1/partners", "/api/v1/organisatie", "/api/v1/openapi.json"):
        answer = client.post(path)
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert client.post("/api/v1/nergens").status_code == 404


# -- pages and filters -----------------------------------------------------------------------------


def test_pages_lead_to_each_other_and_hold_everything_once(
    lab: Cast, read: Callable[..., Any]
) -> None:
    found, path, client = [], "/api/v1/partners?pageSize=2", Client()
    while path:
        answer = client.get(path).json()
        found += [row["nummer"] for row in answer["resultaten"]]
        path = answer["_links"].get("next", {}).get("href", "")
    assert len(found) == len(set(found)) == answer["totaal"] >= 3
    assert "next" not in answer["_links"]
    assert read("/partners?pageSize=2&page=99").status_code == 404


def test_filters_choose(lab: Cast, read: Callable[..., Any]) -> None:
    def rows(path: str) -> list[Any]:
        found: list[Any] = read(path).json()["resultaten"]
        return found

    assert {row["sector"] for row in rows("/partners?sector=bank")} == {"bank"}
    assert rows("/jaarprogrammas?jaar=2001") == []
    status = rows("/themas")[0]["status"]
    assert {row["status"] for row in rows(f"/themas?status={status}")} == {status}
    day = rows("/bijeenkomsten")[0]["begin"][:10]
    assert len(rows(f"/bijeenkomsten?vanaf={day}&totEnMet={day}")) >= 1
    assert rows("/bijeenkomsten?vanaf=2099-01-01") == []
    assert rows("/besluiten?jaar=2001") == []
    assert read("/projecten?status=mooi").status_code == 400


# -- tokens ----------------------------------------------------------------------------------------


def test_one_reads_ones_own_also_when_it_is_not_public(lab: Cast, read: Callable[..., Any]) -> None:
    found = read("/organisatie", token_of(lab, "FV")).json()
    assert (found["naam"], found["isOpenbaar"]) == (lab["FV"].name, False)
    assert lab["FV"].name not in {row["naam"] for row in read("/partners").json()["resultaten"]}


def test_ones_own_pledges_come_with_their_amounts(lab: Cast, read: Callable[..., Any]) -> None:
    rows = read("/organisatie/toezeggingen", token_of(lab)).json()["resultaten"]
    own = lab["BN"].pledges.values_list("pk", "amount")
    assert {(row["nummer"], row["bedrag"]) for row in rows} == {
        (key, amount and str(amount)) for key, amount in own
    }
    assert own


@pytest.mark.parametrize("end", ["revoked", "expired", "left"])
def test_a_token_that_ended_opens_nothing_not_even_what_is_public(
    lab: Cast, read: Callable[..., Any], end: str
) -> None:
    token = token_of(lab)
    row = ApiToken.objects.latest("pk")
    if end == "revoked":
        actions.revoke_token(row, actor=lab.director, at=lab.at)
    elif end == "expired":
        yesterday = lab.at.date() - timedelta(days=2)
        ApiToken.objects.filter(pk=row.pk).update(expires_on=yesterday)
    else:
        lab["BN"].partnerships.update(left_on=lab.at.date(), left_recorded_at=lab.at)
    for path in ("/partners", "/organisatie"):
        answer = read(path, token)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="api", error="invalid_token"'
        assert answer.json()["detail"].startswith("This token is not known")


def test_another_way_to_log_in_is_no_token(lab: Cast, read: Callable[..., Any]) -> None:
    token = token_of(lab)
    for said in (f"Basic {token}", token, "Bearer", "Bearer ", "Bearer x y"):
        assert read("/partners", Authorization=said).status_code == 401
    assert read("/partners", Authorization=f"bearer {token}").status_code == 200


def test_a_token_of_the_lab_reads_what_is_public_only(lab: Cast, read: Callable[..., Any]) -> None:
    token = token_of(lab, "")
    assert read("/partners", token).status_code == 200
    for path in OWN:
        assert read(f"/organisatie{path}", token).status_code == 403


def test_that_it_is_used_is_kept_as_a_day(lab: Cast, read: Callable[..., Any]) -> None:
    token = token_of(lab)
    read("/partners", token)
    assert ApiToken.objects.latest("pk").last_used_on == lab.at.date()


# -- limits ----------------------------------------------------------------------------------------


def test_too_many_in_a_minute(lab: Cast, read: Callable[..., Any], settings: Any) -> None:
    settings.API_LIMITS = {"address": 2, "token": 3}
    token, other = token_of(lab), token_of(lab, "FV")
    cache.clear()
    codes = [read("/partners").status_code for _each in range(3)]
    mine = [read("/partners", token).status_code for _each in range(4)]
    assert (codes, mine) == ([200, 200, 429], [200, 200, 200, 429])
    assert read("/partners", other).status_code == 200
    refused = read("/partners")
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert refused.headers["Content-Type"] == "application/problem+json"


def test_guessing_tokens_is_counted_as_well(
    lab: Cast, read: Callable[..., Any], settings: Any
) -> None:
    settings.API_LIMITS = {"address": 2, "token": 9}
    cache.clear()
    codes = [read("/partners", f"lab_aaaaaaaa_{'x' * 43}").status_code for _each in range(3)]
    assert codes == [401, 401, 429]


# -- what it costs ---------------------------------------------------------------------------------

COSTS = {
    "/partners": 8,
    "/jaarprogrammas": 8,
    "/themas": 8,
    "/projecten": 14,
    "/bijeenkomsten": 8,
    "/besluiten": 8,
    "/kompasstanden": 8,
}


def test_only_the_years_that_are_shown_have_a_kompas(lab: Cast, read: Callable[..., Any]) -> None:
    last = read("/kompasstanden").json()["resultaten"][0]["jaar"]
    assert read(f"/kompasstanden/{last}").status_code == 200
    for year in (1999, last + 1, 2100, 99999):
        assert read(f"/kompasstanden/{year}").status_code == 404, year


def cost(read: Callable[..., Any], *asked: str, **headers: str) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        read(*asked, **headers)
    return len(queries)


def test_every_list_costs_the_same_with_few_and_with_many(
    lab: Cast, read: Callable[..., Any]
) -> None:
    few = {path: cost(read, path) for path in LISTS}
    Organisation.objects.update(is_public=True)
    many = {path: cost(read, path) for path in LISTS}
    assert few == many == COSTS


def test_304_costs_one_question_for_the_version(lab: Cast, read: Callable[..., Any]) -> None:
    etags = {path: read(path).headers["ETag"] for path in LISTS}
    spared = {path: cost(read, path, **{"If-None-Match": etags[path]}) for path in LISTS}
    assert set(spared.values()) == {7}  # five of them count the question in this minute


def test_ones_own_costs_the_same_for_who_has_little_and_who_has_much(
    lab: Cast, read: Callable[..., Any]
) -> None:
    much, little = token_of(lab, "BN"), token_of(lab, "VH")
    for token in (much, little):
        read("/partners", token)  # today's use is noted
    costs = [[cost(read, f"/organisatie{path}", each) for path in OWN] for each in (much, little)]
    assert costs[0] == [11, 10, 10, 10, 10, 10, 10, 10, 14]
    assert costs[1] == [*costs[0][:-1], 13]  # who has no project is asked about none


# -- codes -----------------------------------------------------------------------------------------


def test_every_state_of_the_database_has_a_word() -> None:
    from events.models import Meeting, MeetingSeries  # noqa: PLC0415
    from funding.models import Pledge  # noqa: PLC0415
    from partners.models import Involvement, Sector, Signature  # noqa: PLC0415
    from programme.models import (  # noqa: PLC0415
        BudgetCategory,
        Commitment,
        Decision,
        InnovationTheme,
    )
    from projects.models import Phase, Project  # noqa: PLC0415
    from schuldenlab.portal.measures.reading import State  # noqa: PLC0415

    pairs: list[tuple[type[Code], Any]] = [
        (words.Sector, Sector),
        (words.ThemaStatus, InnovationTheme.Status),
        (words.ThemaResultaat, InnovationTheme.Result),
        (words.ProjectStatus, Project.Status),
        (words.FaseSoort, Phase.Kind),
        (words.FaseStatus, Phase.Status),
        (words.Schuldfase, Project.DebtPhase),
        (words.Uitkomst, Project.Outcome),
        (words.BijeenkomstSoort, MeetingSeries.Duty),
        (words.BijeenkomstStatus, Meeting.Status),
        (words.BesluitHerkomst, Decision.Origin),
        (words.BesluitStatus, Decision.Status),
        (words.KompasStand, State),
        (words.ToezeggingVorm, Pledge.Form),
        (words.ToezeggingStatus, Pledge.Status),
        (words.Begrotingscategorie, BudgetCategory),
        (words.CommitmentAntwoord, Commitment.Answer),
        (words.BetrokkenheidVorm, Involvement.Form),
        (words.OndertekenWijze, Signature.Way),
    ]
    for code, choices in pairs:
        assert len({code(each.value) for each in choices}) == len(code) == len(choices), code
