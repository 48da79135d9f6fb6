"""For what a mandate to sign goes: the framework, the programme, pledges up to an amount."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from partners import actions
from partners.models import Mandate, Person, SigningRequest
from schuldenlab.lifecycle import Refused
from tests.cast import person
from tests.programme.conftest import english, today
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]
INVITE = reverse("partners:person-invite")


def signer(cast: Cast, name: str, *subjects: str, limit: Decimal | None = None) -> Person:
    """A contact of BN who may sign for these; without any for all."""
    someone = person(name, cast.at)
    actions.give_mandate(
        someone,
        organisation=cast["BN"],
        role="contact",
        may_sign=True,
        signs_for=subjects,
        pledge_limit=limit,
        from_on=cast.at.date() - timedelta(days=1),
        actor=cast.manager,
        at=cast.at,
    )
    return someone


@pytest.mark.parametrize(
    ("subjects", "signs", "commits"),
    [
        ((), True, True),
        (("framework",), True, False),
        (("programme",), False, True),
        (("pledges",), False, False),
        (("framework", "programme", "pledges"), True, True),
    ],
)
def test_how_far_a_mandate_goes(
    cast: Cast, subjects: tuple[str, ...], signs: bool, commits: bool
) -> None:
    someone = signer(cast, "Sien Schrijver", *subjects)
    bank = cast["BN"].pk
    assert (bank in someone.standing.signs_ids) == signs
    assert (bank in someone.standing.commits_ids) == commits
    day = cast.at.date()
    speaking = Person.objects.speaking_for
    assert (someone in speaking([bank], day)) == commits
    assert (someone in speaking([bank], day, subject="framework")) == signs
    assert someone.has_perm("partners.sign_framework", cast.framework) == signs


def test_a_director_commits_whatever_the_mandate_to_sign_goes_for(cast: Cast) -> None:
    mandate = Mandate.objects.get(person=cast.director)
    Mandate.objects.filter(pk=mandate.pk).update(signs_for=["pledges"])
    director = Person.objects.get_queryset().get(pk=cast.director.pk)
    director.moment = cast.at
    assert cast["BN"].pk in director.standing.commits_ids
    assert cast["BN"].pk not in director.standing.signs_ids


@pytest.mark.usefixtures("english")
def test_whose_mandate_does_not_go_so_far_signs_no_framework(cast: Cast) -> None:
    facts = {"function": "Penningmeester", "declares_mandate": True, "declares_read": True}
    narrow = signer(cast, "Pia Penning", "pledges", limit=Decimal(25_000))
    with pytest.raises(Refused, match="may not sign"):
        actions.sign_framework(
            cast.framework, organisation=cast["BN"], **facts, actor=narrow, at=cast.at
        )
    wide = signer(cast, "Wies Wijd", "framework")
    signed = actions.sign_framework(
        cast.framework, organisation=cast["BN"], **facts, actor=wide, at=cast.at
    )
    assert signed.person == wide


@pytest.mark.parametrize(
    "wrong",
    [
        {"pledge_limit": Decimal(0)},
        {"pledge_limit": Decimal(-5)},
        {"pledge_limit": Decimal(10), "signs_for": ["framework"]},
        {"may_sign": False, "signs_for": ["framework"]},
        {"may_sign": False, "pledge_limit": Decimal(10)},
    ],
)
def test_the_database_refuses_what_cannot_be(cast: Cast, wrong: dict[str, Any]) -> None:
    mandates = Mandate.objects.filter(person=cast.director)
    with pytest.raises(IntegrityError, match="mandate_scope"), transaction.atomic():
        mandates.update(**{"may_sign": True, **wrong})


def filled(cast: Cast, **facts: Any) -> dict[str, Any]:
    given = {
        "name": "Nina Nieuw",
        "email": "nina@bn.example",
        "organisation": cast["BN"].pk,
        "role": "contact",
        "may_sign": "on",
        "from_on": cast.at.strftime("%d-%m-%Y"),
    }
    return given | facts


def test_the_kernteam_says_for_what(today: Cast, enter: Enter) -> None:
    Person.objects.get_queryset().update(language="nl")
    typed = filled(today, signs_for=["framework", "pledges"], pledge_limit="25.000")
    client = enter(today.manager)
    assert client.post(INVITE, typed).status_code == 302
    mandate = Mandate.objects.get(person__email="nina@bn.example")
    assert mandate.signs_for == ["framework", "pledges"]
    assert mandate.pledge_limit == Decimal(25_000)
    page = text_of(client.get(today["BN"].get_absolute_url()))
    assert "het samenwerkingskader, toezeggingen tot €\N{NO-BREAK SPACE}25.000" in page


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"may_sign": "", "signs_for": ["framework"]}, "signs_for"),
        ({"may_sign": "", "pledge_limit": "100"}, "pledge_limit"),
        ({"signs_for": ["programme"], "pledge_limit": "100"}, "pledge_limit"),
        ({"pledge_limit": "veel"}, "pledge_limit"),
        ({"pledge_limit": "-1"}, "pledge_limit"),
        ({"signs_for": ["alles"]}, "signs_for"),
    ],
)
def test_what_is_filled_in_wrongly(
    today: Cast, enter: Enter, facts: dict[str, Any], field: str
) -> None:
    page = enter(today.manager).post(INVITE, filled(today, **facts))
    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert not Person.objects.get_queryset().filter(email="nina@bn.example").exists()


def test_a_partner_asks_for_what_and_the_kernteam_confirms_just_that(
    today: Cast, enter: Enter
) -> None:
    mandate = Mandate.objects.get(person=today.seat, organisation=today["BN"])
    url = reverse("partners:signing-ask", args=[mandate.pk])
    typed = {"reason": "", "signs_for": ["pledges"], "pledge_limit": "10.000"}
    assert enter(today.director).post(url, typed).status_code == 302
    request = SigningRequest.objects.get()
    assert (request.signs_for, request.pledge_limit) == (["pledges"], Decimal(10_000))
    actions.confirm_signing(request, actor=today.manager, at=today.at)
    new = Mandate.objects.get(person=today.seat, may_sign=True)
    assert (new.signs_for, new.pledge_limit) == (["pledges"], Decimal(10_000))


def test_a_correction_keeps_how_far_it_goes(cast: Cast) -> None:
    someone = signer(cast, "Kees Klein", "pledges", limit=Decimal(500))
    mandate = Mandate.objects.get(person=someone)
    facts = {"from_on": mandate.from_on, "until_on": None, "reason": "verkeerde rol"}
    known = {"role": "director", "actor": cast.manager, "at": cast.at}
    right = actions.correct_mandate(mandate, may_sign=True, **known, **facts)
    assert (right.signs_for, right.pledge_limit) == (["pledges"], Decimal(500))
    none = actions.correct_mandate(right, may_sign=False, **known, **facts)
    assert (none.signs_for, none.pledge_limit) == ([], None)
