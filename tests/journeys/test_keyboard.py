"""Voting without a mouse: Tab, the arrows, the space bar and Enter are enough."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from programme import actions
from programme.models import Vote
from tests.cast import build_cast
from tests.programme.voting import put_programme_to_ballot

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def open_ballot(transactional_db: None, clock: Clock) -> Cast:
    """A raad that can vote on its programme."""
    cast = build_cast(BEGIN)
    programme = actions.write_programme(
        BEGIN.year,
        framework=cast.framework,
        title="Eerder erbij",
        ambition="Hulp na de eerste gemiste betaling.",
        text="Energie en huur samen.",
        actor=cast.manager,
        at=BEGIN,
    )
    actions.submit_programme(programme, actor=cast.manager, at=BEGIN)
    put_programme_to_ballot(
        programme,
        closes_at=BEGIN.replace(month=2),
        rules={},
        actor=cast.manager,
        at=BEGIN,
    )
    return cast


def tab_to(visitor: Visitor, selector: str, *, most: int = 40) -> None:
    """Press Tab until this element has the focus, and see that the focus shows."""
    for _press in range(most):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("s => document.activeElement.matches(s)", selector):
            ring = visitor.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert ring != "none"
            return
    pytest.fail(f"{selector} cannot be reached by Tab")


def test_voting_by_keyboard(open_ballot: Cast, visit: Callable[..., Visitor]) -> None:
    voter = visit(script=False)
    keyboard = voter.page.keyboard
    voter.log_in(open_ballot.seat.email)
    keyboard.press("Tab")
    assert voter.page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    keyboard.press("Enter")
    tab_to(voter, "a[href$='/stem/']")
    keyboard.press("Enter")
    voter.page.wait_for_url("**/stem/")
    tab_to(voter, "input[name=choice]")
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    assert voter.page.locator("input[name=choice][value=against]").is_checked()
    tab_to(voter, "textarea[name=reason]")
    keyboard.type("Zonder muis.")
    tab_to(voter, "main button[type=submit]")
    keyboard.press("Enter")
    voter.page.wait_for_url("**/stembewijzen/**")
    voter.sees("Uw stem is ontvangen")
    vote = Vote.objects.get()
    assert (vote.choice, vote.reason) == ("against", "Zonder muis.")
