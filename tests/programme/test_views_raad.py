"""The pages of composing a raad, seen by who may and by who may not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from programme import actions
from programme.models import SeatInvitation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

DAY = timedelta(days=1)


@pytest.fixture
def invitation(today: Cast) -> SeatInvitation:
    return actions.invite_to_seats(
        2027,
        framework=today.framework,
        organisations=[today["FV"]],
        actor=today.manager,
        at=today.at,
    )[0]


def test_a_set_of_the_aid_fills_the_proposal(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    page = client.get(reverse("programme:raad-candidates", args=[2027]))
    assert [each.name for each in page.context["candidates"]] == sorted(
        each.name for each in page.context["candidates"]
    )
    assert page.context["sets"] == []
    chosen = [today[letters].pk for letters in ("GD", "ZD", "EZ", "BN", "FV")]
    query = "&".join(f"organisations={pk}" for pk in [*chosen, "x", "9" * 30])
    form = client.get(f"{reverse('programme:raad-propose', args=[2027])}?{query}").content.decode()
    assert form.count(" checked") == 5


def test_a_director_answers_and_others_do_not(
    today: Cast, enter: Enter, invitation: SeatInvitation
) -> None:
    page = invitation.get_absolute_url()
    answer = reverse("programme:seat-answer", args=[invitation.pk])
    assert enter(today.contact).get(page).status_code == 200
    assert enter(today.contact).get(answer).status_code == 403
    for stranger in (today.director, today.outsider, today.former):
        seen = enter(stranger).get(page)
        assert seen.status_code in {403, 404}
        assert "Fonds Vlietland" not in seen.content.decode()
    client = enter(today.other_director)
    assert client.post(answer, {}).status_code == 422
    done = client.post(answer, {"answer": "accept", "representative": today.contact.pk})
    assert done.status_code == 302
    invitation.refresh_from_db()
    assert (invitation.status, invitation.representative) == ("accepted", today.contact)
    assert client.get(answer).status_code == 302
    assert client.post(answer, {"answer": "decline"}).status_code == 422


def test_a_reason_for_a_no_is_read_by_the_kernteam_only(
    today: Cast, enter: Enter, invitation: SeatInvitation
) -> None:
    actions.propose_raad(
        2027,
        framework=today.framework,
        organisations=[today[each] for each in ("GD", "ZD", "EZ", "BN", "CH")],
        actor=today.manager,
        at=today.at,
    )
    actions.decline_seat(invitation, reason="Geheim", actor=today.other_director, at=today.at)
    page = reverse("programme:raad-detail", args=[2027])
    assert "Geheim" in enter(today.manager).get(page).content.decode()
    assert "Geheim" not in enter(today.director).get(page).content.decode()


def test_the_same_as_last_year_is_one_press(today: Cast, enter: Enter) -> None:
    done = enter(today.manager).post(reverse("programme:raad-repeat", args=[2027]))
    assert done["Location"] == reverse("programme:raad-detail", args=[2027])


def test_history_names_seats_voters_and_years(today: Cast, enter: Enter) -> None:
    actions.end_seat(today.seat_of("VH"), reason="Geen tijd", actor=None, at=today.at - DAY)
    client = enter(today.contact)
    page = client.get(reverse("programme:raad-history"))
    text = page.content.decode()
    assert "Geen tijd" in text
    assert today.substitute.name in text
    assert {row["years"] for row in page.context["served"]} == {1}
    other = client.get(reverse("programme:raad-history") + "?year=1999")
    assert other.context["raden"] == []
    assert client.get(reverse("programme:raad-history") + "?year=x").status_code == 200


def test_a_draft_raad_has_a_page_for_the_kernteam(
    today: Cast, enter: Enter, invitation: SeatInvitation
) -> None:
    page = invitation.raad.get_absolute_url()
    assert enter(today.manager).get(page).status_code == 200
    assert enter(today.director).get(page).status_code == 404
