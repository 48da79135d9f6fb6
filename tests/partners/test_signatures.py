"""Signatures under the framework: who signed, who did not, and registering one on paper."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from partners import actions
from partners.models import Signature
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.cast import written_otherwise
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "substitute", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}


def register(cast: Cast) -> str:
    return reverse("partners:signature-register", args=[cast.framework.pk])


def sign(cast: Cast, letters: str, **facts: Any) -> Signature:
    given = {"signatory": "Dirk van Dam", "function": "Directeur", "signed_on": cast.at.date()}
    return actions.register_signature(
        cast.framework, organisation=cast[letters], actor=None, at=cast.at, **(given | facts)
    )


def filled_in(cast: Cast, letters: str = "BN", **facts: str) -> dict[str, Any]:
    given = {"signatory": "Dirk", "function": "Directeur", "signed_on": "22-09-2026"}
    return {"organisation": cast[letters].pk, **given, **facts}


def test_who_may_register(today: Cast, enter: Enter) -> None:
    expected = {who: 403 if who in INSIDERS else 404 for who in ACCOUNTS - KERNTEAM}
    for who in ACCOUNTS:
        client = enter(getattr(today, who))
        assert client.get(register(today)).status_code == expected.get(who, 200)
        if who not in KERNTEAM:
            assert client.post(register(today), filled_in(today)).status_code == expected[who]
    assert not Signature.objects.exists()


def test_who_signed_is_for_all_and_who_did_not_for_the_kernteam(today: Cast, enter: Enter) -> None:
    for letters in ("ZD", "BN"):
        sign(today, letters)
    url = today.framework.get_absolute_url()
    page = enter(today.contact).get(url)
    assert [row.organisation.name for row in page.context["signatures"]] == [
        "Bank Noordzee",
        "Zorgverzekeraar Duin",
    ]
    html = text_of(page)
    assert "Dirk van Dam, Directeur" in html
    assert "23-09-2026" in html
    assert "Haringkade" not in html
    assert register(today) not in html
    page = enter(today.staff).get(url)
    assert [each.name for each in page.context["unsigned"]] == [
        "Corporatie Haagwijk",
        "Energie Zuiderlicht",
        "Fonds Vlietland",
        "Gemeente Duinstad",
        "Verzekeraar Haringkade",
    ]
    assert register(today) in text_of(page)


def test_the_clauses_with_their_measures_in_words(today: Cast, enter: Enter) -> None:
    type(today.contact).objects.get_queryset().update(language="en")
    page = enter(today.contact).get(today.framework.get_absolute_url())
    first = page.context["clauses"][0]
    assert first["title"] == "All partners take part, each in its own way"
    assert first["measures"][:2] == ["Partners that signed", "Partners that are ambassador"]
    assert len(page.context["clauses"]) == 8
    assert "Partners that signed · Partners that are ambassador" in text_of(page)


def test_the_framework_costs_the_same(today: Cast, enter: Enter) -> None:
    client, url = enter(today.staff), today.framework.get_absolute_url()
    sign(today, "BN")
    assert cost_of(client, url).queries == 11
    sign(today, "GD")
    sign(today, "FV")
    assert cost_of(client, url).queries == 11


# -- registering ---------------------------------------------------------------------------------


def test_the_kernteam_registers_a_signature(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    assert "Waterbedrijf Kust" not in text_of(client.get(register(today)))
    answer = client.post(register(today), filled_in(today))
    assert (answer.status_code, answer["Location"]) == (302, today.framework.get_absolute_url())
    row = Signature.objects.get()
    assert (row.organisation, row.signed_on, row.registered_by, row.recorded_at) == (
        today["BN"],
        date(2026, 9, 22),
        today.staff,
        today.at,
    )
    facts = Entry.objects.get(verb="register_signature").facts
    assert facts == {"organisation": today["BN"].pk, "on": "2026-09-22"}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"organisation": ""}, "organisation"),
        ({"organisation": "0"}, "organisation"),
        ({"signatory": " "}, "signatory"),
        ({"signatory": "x" * 121}, "signatory"),
        ({"function": ""}, "function"),
        ({"signed_on": ""}, "signed_on"),
        ({"signed_on": "24-09-2026"}, "signed_on"),
        ({"signed_on": "30-02-2026"}, "signed_on"),
        ({"signed_on": "01-01-2020"}, "__all__"),
    ],
)
def test_what_is_filled_in_wrongly(
    today: Cast, enter: Enter, facts: dict[str, str], field: str
) -> None:
    page = enter(today.manager).post(register(today), filled_in(today) | facts)
    assert page.status_code == 422
    assert page.context["form"].errors[field]
    assert not Signature.objects.exists()


@pytest.mark.parametrize("letters", ["BN", "WK"])
def test_not_twice_and_not_by_who_is_no_partner(today: Cast, enter: Enter, letters: str) -> None:
    sign(today, "BN")
    page = enter(today.manager).post(register(today), filled_in(today, letters))
    assert page.status_code == 422
    assert page.context["form"].errors["organisation"]
    assert Signature.objects.count() == 1


@pytest.mark.usefixtures("english")
def test_what_the_action_refuses(cast: Cast) -> None:
    sign(cast, "BN")
    with pytest.raises(Refused, match="has signed this framework already"):
        sign(cast, "BN")
    with pytest.raises(Refused, match="Not a partner on that day"):
        sign(cast, "WK")
    with pytest.raises(Refused, match="in the future"):
        sign(cast, "GD", signed_on=cast.at.date() + timedelta(days=1))
    written_otherwise(cast.framework, status="draft")
    with pytest.raises(Refused, match="draft"):
        sign(cast, "GD")


def test_a_draft_has_no_button(today: Cast, enter: Enter) -> None:
    written_otherwise(today.framework, status="draft")
    page = enter(today.manager).get(today.framework.get_absolute_url())
    assert register(today) not in text_of(page)
    assert enter(today.manager).post(register(today), filled_in(today)).status_code == 422


@pytest.mark.parametrize(
    "attack",
    ["UPDATE partners_signature SET signatory = 'X'", "DELETE FROM partners_signature"],
)
def test_a_signature_stays_as_it_is(cast: Cast, attack: str) -> None:
    sign(cast, "BN")
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(attack)
