"""The page of the search: what it shows, what it costs, and what cannot break it."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partners import actions
from partners.models import Organisation
from projects.models import Project
from schuldenlab.settings.parts.logs import render_line
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast
    from tests.house.world import World

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
SEARCH = reverse("portal:search")
SCRIPT = "<script>alert(1)</script> & huur"


def shown(client: Client, typed: str, **more: str) -> Any:
    page = client.get(SEARCH, {"q": typed, **more})
    assert page.status_code == 200, typed
    return page


def titles(page: Any) -> dict[str, list[str]]:
    return {
        group.kind: ["".join(piece.text for piece in row.title) for row in group.rows]
        for group in page.context["groups"]
    }


def test_a_hit_is_marked_and_nothing_of_it_runs(cast_now: Cast, enter: Enter) -> None:
    Organisation.objects.filter(pk=cast_now["BN"].pk).update(description=SCRIPT)
    page = shown(enter(cast_now.contact), "huur").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark class=" in page
    assert '<mark class="sl-mark">huur</mark>' in page
    assert "<script>alert" not in page
    again = shown(enter(cast_now.contact), "<script>alert</script>").content.decode()
    assert "<script>alert" not in again
    assert "style=" not in again


def test_a_code_comes_first_with_or_without_its_zero(shelves_now: World, enter: Enter) -> None:
    project, decision = Project.objects.latest("pk"), shelves_now.decision
    client = enter(shelves_now.cast.contact)
    for typed in (project.code, project.code.lower(), f"P{project.year}-{project.sequence}"):
        assert titles(shown(client, typed))["project"][0].startswith(project.code)
    short = f"{decision.year}-{decision.sequence}"
    for typed in (decision.number, short):
        found = titles(shown(client, typed))
        assert next(iter(found)) == "decision"
        assert found["decision"][0].startswith(decision.number)


def test_a_misspelt_word_finds_and_says_what_was_meant(cast_now: Cast, enter: Enter) -> None:
    page = shown(enter(cast_now.contact), "verzekraar haringkde")
    assert titles(page)["partner"][0] == "Verzekeraar Haringkade"
    assert page.context["answer"].meant == ["verzekeraar haringkade"]


def test_what_is_proposed_finds_something(cast_now: Cast, enter: Enter) -> None:
    client = enter(cast_now.contact)
    for typed in ("gemeente ook gevolgd jaar meedoet", "harinkade verzkerar", "bnak nordzee"):
        for meant in shown(client, typed).context["answer"].meant:
            assert not shown(client, meant).context["answer"].is_near, meant
            assert shown(client, meant).context["groups"], meant


def test_one_kind_on_pages(cast_now: Cast, enter: Enter) -> None:
    client = enter(cast_now.manager)
    for number in range(25):
        actions.add_organisation(
            name=f"Molen {number:02}", sector="fonds", actor=None, at=cast_now.at
        )
    page = shown(client, "molen")
    assert len(titles(page)["partner"]) == 4
    assert "kind=partner" in text_of(page)
    first = shown(client, "molen", kind="partner")
    second = shown(client, "molen", kind="partner", page="2")
    assert (len(titles(first)["partner"]), len(titles(second)["partner"])) == (20, 5)
    names = {*titles(first)["partner"], *titles(second)["partner"]}
    assert len(names) == 25
    for odd in ({"kind": "partner", "page": "3"}, {"page": "0"}, {"page": "x"}, {"page": "9" * 40}):
        assert client.get(SEARCH, {"q": "molen", **odd}).status_code == 404, odd
    for kind in ("onzin", "project"):
        answer = client.get(SEARCH, {"q": "molen", "kind": kind})
        assert answer.headers["Location"] == f"{SEARCH}?q=molen"


def test_too_little_too_long_and_nothing_found(cast_now: Cast, enter: Enter) -> None:
    client = enter(cast_now.contact)
    for typed in ("'&|!:*", "a", "-", "\u200b", "%"):
        page = shown(client, typed)
        assert page.context["answer"] is None, typed
        assert "sl-blank" in page.content.decode(), typed
    page = client.get(SEARCH, {"q": "x" * 101})
    assert page.status_code == 422
    assert 'aria-invalid="true"' in page.content.decode()
    assert client.get(SEARCH, {"q": "huur\x00bank"}).status_code == 400
    nothing = shown(client, "xqzwvk huur")
    assert [nothing.context["answer"].singles] == [["xqzwvk", "huur"]]
    assert "sl-empty" in nothing.content.decode()
    assert shown(client, "xq vk")  # far too short for an error


def test_something_a_little_like_it_is_offered(cast_now: Cast, enter: Enter) -> None:
    page = shown(enter(cast_now.contact), "harinkade verzkerar")
    assert page.context["groups"] or page.context["answer"].meant


def test_no_answer_is_kept_anywhere(cast_now: Cast, enter: Enter, client: Client) -> None:
    for page in (shown(client, "bank"), shown(enter(cast_now.contact), "bank")):
        assert page.headers["Cache-Control"] == "private, no-store"
        assert page.headers["X-Robots-Tag"] == "noindex"
    assert client.post(SEARCH, {"q": "bank"}).status_code == 405


def test_what_was_typed_is_in_no_log(cast_now: Cast, enter: Enter) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        shown(enter(cast_now.contact), "geheimewens")
        enter(cast_now.contact).get(SEARCH, {"q": "geheimewens" * 20})
    finally:
        root.removeHandler(handler)
    assert "geheimewens" not in stream.getvalue()
    failed = {"event": "x", "request": "<WSGIRequest: GET '/zoeken/?q=geheimewens&page=2'>"}
    assert "geheimewens" not in render_line(None, "error", failed)


COSTS = {"bank": 31, "noordzeee": 57, "xqzwvk": 83}


@pytest.mark.parametrize("typed", COSTS)
def test_it_costs_the_same_for_more(cast_now: Cast, enter: Enter, typed: str) -> None:
    """Exactly, nearly and not found; with a few partners and with hundreds."""
    client = enter(cast_now.contact)
    few = cost_of(client, f"{SEARCH}?q={typed}")
    rows = [
        Organisation(name=f"Bank Noordzee {number}", sector="bank", description="Een bank.")
        for number in range(300)
    ]
    for each in Organisation.objects.bulk_create(rows):
        actions.start_partnership(each, joined_on=cast_now.at.date(), actor=None, at=cast_now.at)
    more = cost_of(client, f"{SEARCH}?q={typed}")
    assert (few.queries, more.queries) == (COSTS[typed], COSTS[typed])
    assert more.rows <= few.rows + 4


def test_every_page_has_the_field_but_once(cast_now: Cast, enter: Enter, client: Client) -> None:
    assert f'href="{SEARCH}"' in client.get(reverse("portal:public")).content.decode()
    inside = enter(cast_now.contact)
    for url in (reverse("portal:home"), reverse("portal:kompas"), SEARCH):
        page = inside.get(url).content.decode()
        assert page.count(f'action="{SEARCH}"') == 1, url


LETTERS = st.text(max_size=110)
SIGNS = st.text(alphabet="'\"&|!:*()<>%_\\-.@/ \x00a1éhuur", max_size=40)
gently = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@gently
@given(typed=LETTERS | SIGNS, kind=st.sampled_from(["", "partner", "\x00", "x" * 300]))
def test_nothing_that_is_typed_breaks_it(
    cast_now: Cast, enter: Enter, typed: str, kind: str
) -> None:
    page = enter(cast_now.contact).get(SEARCH, {"q": typed, "kind": kind})
    assert page.status_code in {200, 302, 400 if "\x00" in typed + kind else 422, 422}
