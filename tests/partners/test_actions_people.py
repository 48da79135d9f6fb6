"""Organisations, partnerships, people and their mandates: every verb, and what it refuses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from partners import actions
from partners.models import Framework, KernteamMember, Mandate, Organisation, Person
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import FIXED, Cast, employ, person

TODAY = FIXED.date()
DAY = timedelta(days=1)
INVITATION = "partners/mail/invitation.txt"


def invite(cast: Cast, **facts: Any) -> Mandate:
    given = {
        "organisation": cast["FV"],
        "email": "Nina@FV.example ",
        "name": " Nina  Nieuw",
        "role": "contact",
        "may_sign": False,
        "from_on": TODAY,
        "actor": cast.manager,
        "at": FIXED,
        **facts,
    }
    return actions.invite_for_organisation(given.pop("organisation"), **given)


def test_invite_for_organisation(cast: Cast) -> None:
    mandate = invite(cast, role="director", may_sign=True)
    assert (mandate.person.email, mandate.person.name) == ("nina@fv.example", "Nina Nieuw")
    assert (mandate.role, mandate.may_sign, mandate.from_on) == ("director", True, TODAY)
    letter = Letter.objects.get(template=INVITATION)
    assert letter.person == mandate.person
    assert letter.is_urgent
    assert letter.is_secret
    trail = Entry.objects.order_by("id")
    assert [(entry.verb, entry.actor_id) for entry in trail] == [
        ("invite_person", cast.manager.pk),
        ("give_mandate", cast.manager.pk),
    ]
    assert trail[1].facts == {
        "role": "director",
        "may_sign": True,
        "signs_for": [],
        "organisation": cast["FV"].pk,
    }


def test_invite_somebody_we_know(cast: Cast) -> None:
    mandate = invite(cast, email="OT.buiten@people.example", name="Anders")
    assert mandate.person == cast.outsider
    assert mandate.person.name == "Ot Buiten"
    assert not Letter.objects.filter(template=INVITATION).exists()


def test_invite_twice_is_refused(cast: Cast) -> None:
    invite(cast)
    with pytest.raises(Refused, match="Nina Nieuw"):
        invite(cast)
    assert Letter.objects.filter(template=INVITATION).count() == 1


@pytest.mark.parametrize("from_on", [TODAY - 400 * DAY, TODAY, TODAY + 30 * DAY])
def test_a_mandate_never_overlaps_another(cast: Cast, from_on: date) -> None:
    invite(cast)
    with pytest.raises(Refused):
        invite(cast, from_on=from_on)


def test_a_mandate_after_an_ended_one(cast: Cast) -> None:
    first = invite(cast, from_on=TODAY - 10 * DAY)
    actions.end_mandate(first, until_on=TODAY - DAY, actor=None, at=FIXED)
    assert invite(cast).pk != first.pk


def test_a_closed_account_is_not_invited(cast: Cast) -> None:
    Person.objects.get_queryset().filter(pk=cast.outsider.pk).update(is_active=False)
    with pytest.raises(Refused):
        invite(cast, email="ot.buiten@people.example")


def test_a_wrong_address_is_no_person(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="email"):
        invite(cast, email="geen adres")
    assert not Entry.objects.exists()


def test_register_people_costs_the_same_for_many(db: None, django_assert_num_queries: Any) -> None:
    for count in (1, 50):
        people = [Person(email=f"{count}.{n}@a.example", name="A") for n in range(count)]
        with django_assert_num_queries(8):
            actions.register_people(people, actor=None, at=FIXED)
    assert Letter.objects.count() == Entry.objects.count() == 51


def test_an_organisation_has_one_name(cast: Cast) -> None:
    with pytest.raises(ValidationError):
        actions.add_organisation(name="BANK noordzee", sector="bank", actor=None, at=FIXED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(name="bank noord zee", sector="bank")


def test_a_partnership_begins_and_ends_once(cast: Cast) -> None:
    extern = actions.add_organisation(name=" Ex  tern ", sector="overig", actor=None, at=FIXED)
    assert extern.name == "Ex tern"
    with pytest.raises(Refused):
        actions.start_partnership(extern, joined_on=TODAY + DAY, actor=None, at=FIXED)
    partnership = actions.start_partnership(extern, joined_on=TODAY - 9 * DAY, actor=None, at=FIXED)
    with pytest.raises(Refused):
        actions.start_partnership(extern, joined_on=TODAY, actor=None, at=FIXED)
    with pytest.raises(Refused):
        actions.end_partnership(partnership, left_on=TODAY - 9 * DAY, actor=None, at=FIXED)
    actions.end_partnership(partnership, left_on=TODAY, actor=None, at=FIXED)
    assert partnership.left_recorded_at == FIXED
    with pytest.raises(Refused):
        actions.end_partnership(partnership, left_on=TODAY, actor=None, at=FIXED)
    partners = Organisation.objects.partners
    assert extern in partners(TODAY - DAY)
    assert extern not in partners(TODAY)
    assert actions.start_partnership(extern, joined_on=TODAY, actor=None, at=FIXED).pk
    verbs = ["add_organisation", "start_partnership", "end_partnership", "start_partnership"]
    assert list(Entry.objects.order_by("id").values_list("verb", flat=True)) == verbs


def test_a_term_in_the_kernteam(cast: Cast) -> None:
    somebody = person("Kees Kern", FIXED)
    term = actions.appoint_to_kernteam(
        somebody, role="staff", from_on=TODAY, actor=cast.manager, at=FIXED
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        KernteamMember.objects.create(person=somebody, role="manager", from_on=TODAY + 90 * DAY)
    assert somebody.standing.is_kernteam
    assert not somebody.standing.is_manager
    actions.end_kernteam_term(term, until_on=TODAY, actor=cast.manager, at=FIXED)
    somebody.moment = FIXED + DAY
    assert not somebody.standing.is_kernteam


def test_mandates_hold_on_both_their_days(cast: Cast) -> None:
    somebody = person("Tijdelijk", FIXED)
    mandate = employ(somebody, cast["FV"], FIXED)
    actions.end_mandate(mandate, until_on=TODAY + DAY, actor=None, at=FIXED)
    holds = []
    for days in (-1, 0, 1, 2):
        somebody.moment = FIXED + days * DAY
        holds.append(somebody.standing.is_insider)
    assert holds == [False, True, True, False]


def test_a_framework_from_draft_to_expired(cast: Cast) -> None:
    framework = actions.adopt_framework(
        title="Opvolger",
        starts_on=date(2028, 1, 1),
        ends_on=date(2031, 12, 31),
        host=cast["GD"],
        predecessor=cast.framework,
        actor=cast.manager,
        at=FIXED,
    )
    with pytest.raises(Refused):
        actions.expire_framework(framework, actor=None, at=FIXED)
    actions.bring_into_force(framework, actor=cast.manager, at=FIXED)
    with pytest.raises(Refused):
        actions.bring_into_force(framework, actor=cast.manager, at=FIXED)
    assert Framework.objects.current(TODAY) == cast.framework
    assert Framework.objects.current(date(2028, 1, 1)) == framework
    actions.expire_framework(cast.framework, actor=None, at=FIXED)
    assert Framework.objects.current(TODAY) == cast.framework  # the lab goes on under it
    with pytest.raises(ValidationError):
        actions.adopt_framework(
            title="Krom", starts_on=TODAY, ends_on=TODAY, host=cast["GD"], actor=None, at=FIXED
        )
