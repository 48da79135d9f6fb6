"""What the kernteam records in the name of a partner, and what the partner says about it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions
from partners.models import Ambassadorship, ContactNote, Involvement, Theme
from schuldenlab.audit.models import Entry
from schuldenlab.outbox.models import Letter
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

KERNTEAM = {"manager", "staff"}
BANK = {"director", "seat", "substitute"}
INSIDERS = KERNTEAM | BANK | {"contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
BANK_NAMES = {"Dirk van Dam", "Samira Bakker", "Pim de Groot"}


def theme(cast: Cast) -> Theme:
    return actions.add_theme(name="Wonen", actor=None, at=cast.at)


def page(name: str, cast: Cast, letters: str = "BN") -> str:
    return reverse(name, args=[cast[letters].pk])


def asked(template: str = "partners/mail/recorded_in_name.txt") -> set[str]:
    """Who got the letter that asks whether it is right."""
    letters = Letter.objects.filter(template=template)
    return set(letters.values_list("person__name", flat=True))


HEARD = {"way": "phone", "heard_on": "21-09-2026"}
ACTS = ("partners:ambassador-on-behalf", "partners:involvement-on-behalf", "portal:on-behalf")


@pytest.mark.parametrize("name", ACTS)
def test_only_the_kernteam(today: Cast, enter: Enter, name: str) -> None:
    url = page(name, today)
    found = {who: enter(getattr(today, who)).get(url).status_code for who in ACCOUNTS}
    assert found == {
        who: 200 if who in KERNTEAM else 403 if who in INSIDERS else 404 for who in ACCOUNTS
    }


# -- ambassador ----------------------------------------------------------------------------------


def test_an_ambassadorship_that_was_heard(today: Cast, enter: Enter) -> None:
    subject = theme(today)
    url = page("partners:ambassador-on-behalf", today)
    answer = enter(today.staff).post(url, {"theme": subject.pk, **HEARD})
    assert (answer.status_code, answer["Location"]) == (302, page("portal:on-behalf", today))
    row = Ambassadorship.objects.get()
    assert (row.organisation, row.from_on) == (today["BN"], date(2026, 9, 21))
    assert Entry.objects.get(verb="become_ambassador").facts["way"] == "phone"
    assert asked() == BANK_NAMES
    letter = Letter.objects.filter(template__contains="recorded_in_name").first()
    assert letter is not None
    assert "Wonen" in letter.text
    assert page("partners:organisation-dispute", today) in letter.text
    assert "kernteam@" in letter.text


def test_what_a_partner_does_itself_asks_nothing(today: Cast) -> None:
    row = actions.become_ambassador(
        today["BN"], theme=theme(today), from_on=today.at.date(), actor=today.seat, at=today.at
    )
    actions.end_ambassadorship(row, until_on=today.at.date(), actor=today.director, at=today.at)
    assert asked() == set()


@pytest.mark.parametrize(
    "facts",
    [
        {"theme": ""},
        {"way": ""},
        {"way": "online"},
        {"heard_on": "24-09-2026"},
        {"heard_on": "ooit"},
        {"theme": "999"},
    ],
)
def test_an_ambassadorship_that_cannot_be(today: Cast, enter: Enter, facts: dict[str, str]) -> None:
    subject = theme(today)
    client, url = enter(today.staff), page("partners:ambassador-on-behalf", today)
    shown = client.post(url, {"theme": subject.pk, **HEARD, **facts})
    assert shown.status_code == 422
    assert shown.context["form"].errors.keys() == facts.keys()
    assert not Ambassadorship.objects.exists()


def test_twice_is_one(today: Cast, enter: Enter) -> None:
    facts = {"theme": theme(today).pk, **HEARD}
    client, url = enter(today.staff), page("partners:ambassador-on-behalf", today)
    assert [client.post(url, facts).status_code for _n in range(2)] == [302, 422]
    assert Ambassadorship.objects.count() == 1


# -- involvement ---------------------------------------------------------------------------------


def test_an_involvement_that_was_heard(today: Cast, enter: Enter) -> None:
    url = page("partners:involvement-on-behalf", today)
    facts = {"forms": ["host", "other"], "other": "koffie", "note": "Graag in mei.", **HEARD}
    assert enter(today.staff).post(url, facts).status_code == 302
    row = Involvement.objects.get(way="phone")
    assert (row.forms, row.other, row.way, row.chosen_on, row.chosen_by) == (
        ["host", "other"],
        "koffie",
        "phone",
        date(2026, 9, 21),
        today.staff,
    )
    assert asked() == BANK_NAMES
    letter = Letter.objects.filter(template__contains="recorded_in_name")[0]
    assert "meedoet in 2026: een bijeenkomst ontvangen, koffie." in letter.text
    assert "koffie" not in str(Entry.objects.get(verb="choose_involvement").facts)
    form = enter(today.manager).get(url).context["form"]
    assert form.initial["forms"] == ["host", "other"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"forms": []}, "forms"),
        ({"forms": ["follow", "host"]}, "forms"),
        ({"forms": ["other"], "other": ""}, "other"),
        ({"forms": ["dansen"]}, "forms"),
        ({"note": "x" * 1001}, "note"),
        ({"heard_on": "24-09-2026"}, "heard_on"),
        ({"way": "online"}, "way"),
    ],
)
def test_an_involvement_that_cannot_be(
    today: Cast, enter: Enter, facts: dict[str, Any], field: str
) -> None:
    url = page("partners:involvement-on-behalf", today)
    shown = enter(today.staff).post(url, {"forms": ["host"], "note": "Bewaar", **HEARD, **facts})
    assert shown.status_code == 422
    assert list(shown.context["form"].errors) == [field]
    assert facts.get("note", "Bewaar") in text_of(shown)
    assert not Involvement.objects.filter(way="phone").exists()


def test_an_older_answer_takes_no_place_of_a_newer(today: Cast, enter: Enter) -> None:
    facts = {"year": 2026, "forms": ["communicate"], "chosen_on": today.at.date()}
    actions.choose_involvement(today["BN"], **facts, actor=today.seat, at=today.at)
    url = page("partners:involvement-on-behalf", today)
    shown = enter(today.staff).post(url, {"forms": ["host"], **HEARD})
    assert (shown.status_code, list(shown.context["form"].errors)) == (422, ["__all__"])
    assert not Involvement.objects.filter(way="phone").exists()


@pytest.mark.parametrize("name", ACTS[:2])
def test_only_partners_answer(today: Cast, enter: Enter, name: str) -> None:
    client, url = enter(today.staff), page(name, today, "WK")
    assert client.get(url).status_code == 302
    facts = {"forms": ["host"], "theme": theme(today).pk, **HEARD}
    assert client.post(url, facts).status_code == 422


# -- the page with all acts ----------------------------------------------------------------------


def test_all_acts_with_how_they_stand(today: Cast, enter: Enter) -> None:
    client, url = enter(today.staff), page("portal:on-behalf", today)
    assert len(client.get(url).context["rows"]) == 2  # no programme was adopted
    actions.choose_involvement(
        today["BN"],
        year=2026,
        forms=["host"],
        way="letter",
        chosen_on=today.at.date(),
        actor=today.staff,
        at=today.at,
    )
    actions.become_ambassador(
        today["BN"], theme=theme(today), from_on=today.at.date(), actor=None, at=today.at
    )
    involvement, ambassador = client.get(url).context["rows"]
    assert involvement["text"] == Involvement.Form.HOST.label
    assert "Wonen" in ambassador["text"]
    assert client.get(page("portal:on-behalf", today, "WK")).context["rows"] == []


def test_it_costs_the_same(today: Cast, enter: Enter) -> None:
    client, url = enter(today.staff), page("portal:on-behalf", today)
    assert cost_of(client, url).queries == 9
    for name in ("Werk", "Jongeren", "Zorg"):
        subject = actions.add_theme(name=name, actor=None, at=today.at)
        actions.become_ambassador(
            today["BN"], theme=subject, from_on=today.at.date(), actor=None, at=today.at
        )
    assert cost_of(client, url).queries == 9


# -- people that the kernteam brings in ----------------------------------------------------------


def test_colleagues_hear_of_a_mandate_that_the_kernteam_gave(today: Cast) -> None:
    facts = {"email": "nieuw@bank.example", "name": "Nel Nieuw", "role": "contact"}
    told = {"may_sign": False, "from_on": today.at.date(), "at": today.at}
    actions.invite_for_organisation(today["BN"], **facts, **told, actor=today.staff)
    assert asked() == BANK_NAMES
    assert "Nel Nieuw" in Letter.objects.filter(template__contains="recorded_in_name")[0].text
    facts["email"] = "zelf@bank.example"
    actions.invite_for_organisation(today["BN"], **facts, **told, actor=today.director)
    assert Letter.objects.filter(template__contains="recorded_in_name").count() == 3


def test_colleagues_hear_of_a_mandate_that_the_kernteam_ended(today: Cast) -> None:
    last = {"until_on": today.at.date(), "at": today.at}
    actions.end_mandate(today.substitute.mandates.get(), **last, actor=today.staff)
    assert asked() == BANK_NAMES
    letter = Letter.objects.filter(template__contains="recorded_in_name")[0]
    assert "Pim de Groot" in letter.text
    assert "23 september 2026" in letter.text
    assert page("partners:organisation-dispute", today) in letter.text


@pytest.mark.parametrize("who", ["director", "substitute", None])
def test_a_partner_that_ends_a_mandate_itself_is_asked_nothing(
    today: Cast, who: str | None
) -> None:
    day, actor = today.at.date(), getattr(today, who) if who else None
    mandate = today.substitute.mandates.get()
    actions.end_mandate(mandate, until_on=day - timedelta(days=1), actor=actor, at=today.at)
    assert asked() == set()


def test_a_mandate_to_sign_that_is_confirmed_brings_no_second_letter(today: Cast) -> None:
    mandate = today.substitute.mandates.get()
    request = actions.ask_signing(mandate, actor=today.substitute, at=today.at)
    actions.confirm_signing(request, actor=today.staff, at=today.at)
    assert asked() == set()
    assert Entry.objects.filter(verb="end_mandate").count() == 1


def test_facts_that_the_kernteam_wrote_differently(today: Cast) -> None:
    facts = {"website": "https://bank.example", "description": "Een bank.", "at": today.at}
    actions.keep_organisation(today["BN"], **facts, actor=today.staff)
    actions.keep_organisation(today["BN"], **facts, actor=today.staff)  # nothing new
    assert asked() == BANK_NAMES
    letters = Letter.objects.filter(template__contains="recorded_in_name")
    assert letters.count() == 3
    assert "Veranderde gegevens van uw organisatie: omschrijving, website." in letters[0].text
    assert "Een bank." not in letters[0].text
    facts["description"] = "Onze bank."
    actions.keep_organisation(today["BN"], **facts, actor=today.director)
    assert letters.count() == 3


# -- "this is not right" -------------------------------------------------------------------------


def test_who_says_that_it_is_not_right(today: Cast, enter: Enter) -> None:
    url = page("partners:organisation-dispute", today)
    found = {who: enter(getattr(today, who)).get(url).status_code for who in ACCOUNTS}
    assert found == {
        who: 200 if who in BANK else 403 if who in INSIDERS else 404 for who in ACCOUNTS
    }


def test_it_lands_with_the_kernteam(today: Cast, enter: Enter) -> None:
    client, url = enter(today.seat), page("partners:organisation-dispute", today)
    shown = client.post(url, {"text": " "})
    assert (shown.status_code, list(shown.context["form"].errors)) == (422, ["text"])
    assert client.post(url, {"text": "Wij doen niet mee."}).status_code == 302
    note = ContactNote.objects.get()
    assert (note.organisation, note.author, note.text) == (
        today["BN"],
        today.seat,
        "Wij doen niet mee.",
    )
    template = "partners/mail/record_disputed.txt"
    assert asked(template) == {"Mieke Jansen", "Stijn Kok"}
    letters = Letter.objects.filter(template=template)
    assert not any("Wij doen niet mee" in letter.text + letter.html for letter in letters)
    assert Entry.objects.get(verb="dispute_record").facts == {"organisation": today["BN"].pk}


def test_other_partners_see_no_way_to_it(today: Cast, enter: Enter) -> None:
    url, page_of = page("partners:organisation-dispute", today), today["BN"].get_absolute_url()
    seen = {
        who: url in text_of(enter(getattr(today, who)).get(page_of))
        for who in ("seat", "contact", "staff")
    }
    assert seen == {"seat": True, "contact": False, "staff": False}
