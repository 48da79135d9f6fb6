"""A decision that chose themes says how each of them stands, on every page and in every file."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from programme import actions
from programme.models import Decision
from tests.programme.innovating import (
    DAY,
    REASON,
    acting,
    approve,
    chosen,
    closed_call,
    opened,
    put,
    work_out,
)
from tests.programme.pages import text_of
from tests.programme.records import acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from programme.models import InnovationTheme
    from tests.cast import Cast

    Enter = Callable[..., Client]


@pytest.fixture
def themes(today: Cast) -> list[InnovationTheme]:
    """One delivered, one stopped, one that is explored."""
    found = chosen(today)
    begun = today.at - 20 * DAY
    for theme in found:
        actions.explore_theme(theme, exploring_on=begun.date(), **acting(today, begun))
    work_out(today, found[0], at=today.at - 10 * DAY)
    facts = {"result": "Het werkt.", "delivered_on": today.at.date()}
    actions.deliver_theme(found[0], **facts, **acting(today))
    stop(today, found[1])
    return found


def stop(cast: Cast, theme: InnovationTheme) -> None:
    facts = {"reason": REASON, "stopped_on": cast.at.date()}
    actions.stop_theme(theme, **facts, **acting(cast))


STANDS = ("opgeleverd", "gestopt", "in verkenning")


def test_page_and_list_name_every_theme_with_its_state(
    today: Cast, themes: list[InnovationTheme], enter: Enter
) -> None:
    decision = Decision.objects.get()
    client = enter(today.contact)
    for url in (decision.get_absolute_url(), f"/besluiten/{decision.year}/"):
        html = text_of(client.get(url))
        for theme, words in zip(themes, STANDS, strict=True):
            assert f'href="{theme.get_absolute_url()}"' in html
            assert words in html.casefold()
        assert decision.get_status_display() not in html.casefold()
    assert len(client.get("/besluiten/?status=loose").context["decisions"]) == 0


def test_file_and_pdf_say_the_same(
    today: Cast, themes: list[InnovationTheme], enter: Enter
) -> None:
    client = enter(today.contact)
    text = client.get("/besluiten/export/csv/").content.decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    pages = PdfReader(io.BytesIO(client.get("/besluiten/2026/pdf/").content)).pages
    printed = "\n".join(page.extract_text() for page in pages)
    for theme, words in zip(themes, STANDS, strict=True):
        assert f"{theme.title}: {words}" in row["wat_ervan_werd"]
        assert f"{theme.title}: {words}" in printed
    assert row["status"] == Decision.objects.get().stand


def test_it_is_carried_out_with_its_last_theme(today: Cast, themes: list[InnovationTheme]) -> None:
    assert Decision.objects.get().status == "open"
    stop(today, themes[2])
    decision = Decision.objects.get()
    assert (decision.status, decision.done_at) == ("done", today.at)
    assert decision.steps.get().text.count("\n") == 2
    assert acts("carry_out")[-1].subject_id == str(decision.pk)


def test_somebody_who_was_named_says_so_itself(today: Cast, themes: list[InnovationTheme]) -> None:
    given: dict[str, Any] = {"owner": today.seat, "due_on": None, "follow_up": "Vertel het verder."}
    actions.assign_decision(Decision.objects.get(), **given, **acting(today))
    stop(today, themes[2])
    assert Decision.objects.get().status == "open"


def test_a_second_round_says_what_is_chosen_and_for_how_many_places(cast: Cast) -> None:
    """Ballot and decision speak of the place that is left, not of all that the year asks for."""
    call = closed_call(cast, tuple("ABCDE"))
    ballot = opened(cast, put(cast, call), call.closes_at + DAY)
    papers = {"GD": "ABCD", "ZD": "ABCE", "EZ": "ABDE", "BN": "ACDE", "CH": "BCDE", "VH": "ABC"}
    first = approve(cast, ballot, {seat: tuple(paper) for seat, paper in papers.items()})
    second = first.following
    assert (second.choose_max, second.is_selection) == (1, True)
    opening = second.text.split("\n\n")[0]
    assert "A, B, C" in opening
    assert second.text.endswith(first.text)
    opened(cast, second, first.closes_at)
    approve(cast, second, dict.fromkeys(("GD", "ZD", "EZ", "BN"), ("D",)))
    assert opening in Decision.objects.order_by("-sequence")[0].text
