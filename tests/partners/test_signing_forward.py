"""Sending the request to sign on to a colleague."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions
from partners.models import Mandate
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import employ, person, written_otherwise
from tests.partners.test_signing import sign
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]


def page(cast: Cast, letters: str = "FV") -> str:
    return reverse("partners:framework-forward", args=[cast.framework.pk, cast[letters].pk])


def forward(cast: Cast, **facts: Any) -> None:
    given = {"to": cast.other_director, "note": "", "actor": cast.contact, "at": cast.at}
    actions.forward_framework(cast.framework, organisation=cast["FV"], **(given | facts))


def test_the_colleague_gets_a_mail_with_a_link(today: Cast, enter: Enter) -> None:
    client = enter(today.contact)
    form = client.get(page(today)).context["form"]
    assert [each.name for each in form.fields["to"].queryset] == ["Olaf Mulder"]
    facts = {"to": today.other_director.pk, "note": "Lukt het deze week?"}
    answer = client.post(page(today), facts)
    assert (answer.status_code, answer["Location"]) == (302, today.framework.get_absolute_url())
    letter = Letter.objects.get()
    assert letter.person == today.other_director
    assert "Carla Smit" in letter.text
    assert "Lukt het deze week?" in letter.text
    assert today.framework.get_absolute_url() in letter.text
    entry = Entry.objects.get(verb="forward_framework")
    assert entry.facts == {"organisation": today["FV"].pk, "to": today.other_director.pk}


def test_not_twice_a_day_to_the_same_person(today: Cast, enter: Enter) -> None:
    forward(today)
    answer = enter(today.contact).post(page(today), {"to": today.other_director.pk, "note": "Nog"})
    assert answer.status_code == 422
    assert "Olaf Mulder" in str(answer.context["form"].non_field_errors())
    assert Letter.objects.count() == 1
    forward(today, at=today.at + timedelta(days=1))
    assert Letter.objects.count() == 2


def test_who_comes_in(today: Cast, enter: Enter) -> None:
    for who in ("contact", "other_director"):
        assert enter(getattr(today, who)).get(page(today)).status_code == 200
    for who, status in (("seat", 404), ("director", 404), ("staff", 403), ("outsider", 404)):
        client = enter(getattr(today, who))
        assert client.get(page(today)).status_code == status
        assert client.post(page(today), {"to": today.other_director.pk}).status_code == status
    assert not Letter.objects.exists()


def test_a_colleague_of_another_partner_is_no_choice(today: Cast, enter: Enter) -> None:
    for to in (today.director, today.contact, today.manager):
        answer = enter(today.contact).post(page(today), {"to": to.pk, "note": "Bewaar mij"})
        assert answer.status_code == 422
        assert answer.context["form"].errors["to"]
        assert "Bewaar mij" in text_of(answer)
    assert not Letter.objects.exists()


def test_with_nobody_there_the_page_says_whom_to_ask(today: Cast, enter: Enter) -> None:
    employ(today.outsider, today["CH"], today.at)
    Mandate.objects.filter(person=today.people["seat_CH"]).update(until_on=today.at.date())
    today.people["seat_CH"].is_active = False
    today.people["seat_CH"].save()
    html = text_of(enter(today.outsider).get(page(today, "CH")))
    assert "mailto:kernteam@schuldenlab.example" in html
    assert "<select" not in html
    assert enter(today.outsider).post(page(today, "CH"), {}).status_code == 422


def test_who_may_sign_alone_is_not_told_that_nobody_can(today: Cast, enter: Enter) -> None:
    """Nor that a colleague gets a mail, when there is none to send it to."""
    html = text_of(enter(today.other_director).get(page(today, "FV")))
    assert "Naast u kan niemand van Fonds Vlietland" in html
    assert "Uw collega krijgt" not in html


@pytest.mark.usefixtures("english")
def test_what_the_action_refuses(cast: Cast) -> None:
    for facts, because in (
        ({"to": cast.director}, "may not sign for Fonds Vlietland"),
        ({"to": cast.contact}, "may not sign for Fonds Vlietland"),
    ):
        with pytest.raises(Refused, match=because):
            forward(cast, **facts)
    sign(cast, "FV", "other_director")
    with pytest.raises(Refused, match="has signed this framework already"):
        forward(cast)
    written_otherwise(cast.framework, status="expired")
    with pytest.raises(Refused, match="expired"):
        forward(cast)


def test_who_has_signed_needs_no_colleague(today: Cast, enter: Enter) -> None:
    sign(today, "FV", "other_director")
    answer = enter(today.contact).get(page(today))
    assert (answer.status_code, answer["Location"]) == (302, today.framework.get_absolute_url())


def test_it_costs_the_same(today: Cast, enter: Enter) -> None:
    client = enter(today.contact)
    assert cost_of(client, page(today)).queries == 9
    for name in ("Tine Een", "Tom Twee"):
        employ(person(name, today.at), today["FV"], today.at, "director", may_sign=True)
    assert cost_of(client, page(today)).queries == 9


def test_opening_asks_who_may_sign(cast: Cast) -> None:
    """Where nobody may, everybody there; the kernteam hears nothing."""
    Mandate.objects.filter(person=cast.other_director).update(may_sign=False)
    written_otherwise(cast.framework, status="draft")
    actions.open_for_signature(cast.framework, actor=cast.manager, at=cast.at)
    told = Letter.objects.filter(template="partners/mail/framework_opened.txt")
    seats = {cast.people[f"seat_{letters}"] for letters in ("CH", "EZ", "GD", "VH", "ZD")}
    assert {letter.person for letter in told} == {
        *(cast.director, cast.contact, cast.other_director),
        *seats,
    }
