"""Themes and their ambassadors: the page, and who adds, becomes and stops."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from partners import actions
from partners.models import Ambassadorship, Theme
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

LIST, ADD = reverse("partners:theme-list"), reverse("partners:theme-add")
KERNTEAM = {"manager", "staff"}
BANK = {"director", "seat", "substitute"}
INSIDERS = KERNTEAM | BANK | {"contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
DAY = timedelta(days=1)


def theme(cast: Cast, name: str = "Wonen") -> Theme:
    return actions.add_theme(name=name, actor=cast.manager, at=cast.at)


def join(cast: Cast, letters: str, subject: Theme, day: date | None = None) -> Ambassadorship:
    return actions.become_ambassador(
        cast[letters], theme=subject, from_on=day or cast.at.date(), actor=None, at=cast.at
    )


def become(subject: Theme) -> str:
    return reverse("partners:theme-ambassador", args=[subject.pk])


def stop(ambassadorship: Ambassadorship) -> str:
    return reverse("partners:ambassadorship-end", args=[ambassadorship.pk])


def statuses(cast: Cast, enter: Enter, url: str) -> dict[str, int]:
    return {who: enter(getattr(cast, who)).get(url).status_code for who in ACCOUNTS}


# -- who -----------------------------------------------------------------------------------------


def test_who_comes_where(today: Cast, enter: Enter) -> None:
    subject = theme(today)
    bank = stop(join(today, "BN", subject))
    assert statuses(today, enter, LIST) == {w: 200 if w in INSIDERS else 403 for w in ACCOUNTS}
    assert statuses(today, enter, ADD) == {w: 200 if w in KERNTEAM else 403 for w in ACCOUNTS}
    assert statuses(today, enter, become(subject)) == {
        who: 200 if who in INSIDERS else 404 for who in ACCOUNTS
    }
    assert statuses(today, enter, bank) == {
        who: 404 if who not in INSIDERS else 200 if who in KERNTEAM | BANK else 403
        for who in ACCOUNTS
    }


def test_a_link_to_stop_is_for_its_own_people(today: Cast, enter: Enter) -> None:
    subject = theme(today)
    bank, fund = (stop(join(today, letters, subject)) for letters in ("BN", "FV"))
    shown = {
        who: {url for url in (bank, fund) if url in text_of(enter(getattr(today, who)).get(LIST))}
        for who in ("staff", "seat", "contact")
    }
    assert shown == {"staff": {bank, fund}, "seat": {bank}, "contact": {fund}}


# -- the page ------------------------------------------------------------------------------------


def names(page: Any) -> dict[str, list[str]]:
    return {
        each.name: [row.organisation.name for row in each.ambassadors]
        for each in page.context["object_list"]
    }


def test_ambassadors_by_name_and_only_who_holds_today(today: Cast, enter: Enter) -> None:
    homes, work, day = theme(today), theme(today, "Werk"), today.at.date()
    for letters in ("ZD", "BN", "GD"):
        join(today, letters, homes)
    actions.end_ambassadorship(
        join(today, "FV", homes, day - 9 * DAY), until_on=day - DAY, actor=None, at=today.at
    )
    Ambassadorship.objects.create(organisation=today["WK"], theme=work, from_on=day - DAY)
    assert names(enter(today.contact).get(LIST)) == {
        "Werk": [],
        "Wonen": ["Bank Noordzee", "Gemeente Duinstad", "Zorgverzekeraar Duin"],
    }


def test_who_is_no_ambassador_is_for_the_kernteam(today: Cast, enter: Enter) -> None:
    subject = theme(today)
    for letters in ("GD", "ZD", "EZ", "BN", "CH"):
        join(today, letters, subject)
    page = enter(today.staff).get(LIST)
    assert [each.name for each in page.context["without"]] == [
        "Fonds Vlietland",
        "Verzekeraar Haringkade",
    ]
    assert "Haringkade" in text_of(page)
    assert "Haringkade" not in text_of(enter(today.contact).get(LIST))


def test_the_page_of_an_organisation_shows_them(today: Cast, enter: Enter) -> None:
    row = join(today, "BN", theme(today))
    url = today["BN"].get_absolute_url()
    for who, may_stop in (("contact", False), ("seat", True), ("staff", True)):
        html = text_of(enter(getattr(today, who)).get(url))
        assert "Wonen" in html
        assert (stop(row) in html) is may_stop


def test_home_says_of_what_you_are_ambassador(today: Cast, enter: Enter) -> None:
    join(today, "BN", theme(today))
    lines = {}
    for who in ("director", "contact"):
        page = enter(getattr(today, who)).get("/")
        lines[who] = [line["icon"] for line in page.context["organisation_line"]]
    assert ("megaphone" in lines["director"], "megaphone" in lines["contact"]) == (True, False)


@pytest.mark.parametrize(("role", "queries"), [("staff", 8), ("contact", 7)])
def test_it_costs_the_same(today: Cast, enter: Enter, role: str, queries: int) -> None:
    client = enter(getattr(today, role))
    join(today, "BN", theme(today))
    assert cost_of(client, LIST).queries == queries
    for name in ("Werk", "Jongeren"):
        for letters in ("BN", "GD", "FV"):
            subject, _new = Theme.objects.get_or_create(name=name)
            join(today, letters, subject)
    assert cost_of(client, LIST).queries == queries


def test_without_themes_the_page_says_what_comes_next(today: Cast, enter: Enter) -> None:
    assert ADD in text_of(enter(today.manager).get(LIST))
    assert ADD not in text_of(enter(today.contact).get(LIST))


# -- themes --------------------------------------------------------------------------------------


def test_the_kernteam_adds_a_theme(today: Cast, enter: Enter) -> None:
    facts = {"name": "  Jong   en schuld ", "description": "Over jongeren."}
    assert enter(today.staff).post(ADD, facts).status_code == 302
    assert Theme.objects.get().name == "Jong en schuld"
    assert Entry.objects.get(verb="add_theme").actor == today.staff


@pytest.mark.parametrize("name", ["", " ", "Wonen", "wONEN", " Wonen ", "x" * 81, "a\x00"])
def test_a_name_that_cannot_be(today: Cast, enter: Enter, name: str) -> None:
    theme(today)
    page = enter(today.manager).post(ADD, {"name": name, "description": "Bewaar mij"})
    assert page.status_code == 422
    assert page.context["form"].errors["name"]
    assert "Bewaar mij" in text_of(page)
    assert Theme.objects.count() == 1


def test_a_name_that_was_taken_meanwhile(
    today: Cast, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the form and the action somebody else adds the same theme."""
    theme(today)
    monkeypatch.setattr("partners.forms.ThemeForm.clean_name", lambda form: form.data["name"])
    page = enter(today.manager).post(ADD, {"name": "Wonen"})
    assert page.status_code == 422
    assert page.context["form"].non_field_errors()
    with pytest.raises(ValidationError):
        theme(today)


# -- becoming ------------------------------------------------------------------------------------


def test_the_kernteam_for_any_partner_from_any_day(today: Cast, enter: Enter) -> None:
    subject = theme(today)
    form = enter(today.staff).get(become(subject)).context["form"]
    assert form.fields["organisation"].queryset.count() == 7
    facts = {"organisation": today["GD"].pk, "from_on": "01-09-2026"}
    assert enter(today.staff).post(become(subject), facts).status_code == 302
    row = Ambassadorship.objects.get()
    assert (row.organisation, row.from_on, row.recorded_at) == (
        today["GD"],
        date(2026, 9, 1),
        today.at,
    )


def test_a_contact_for_its_own_organisation_from_today(today: Cast, enter: Enter) -> None:
    subject, client = theme(today), enter(today.contact)
    form = client.get(become(subject)).context["form"]
    assert [each.name for each in form.fields["organisation"].queryset] == ["Fonds Vlietland"]
    assert form.initial["organisation"] == today["FV"].pk
    assert "from_on" not in form.fields
    facts = {"organisation": today["FV"].pk, "from_on": "01-01-2020"}
    assert client.post(become(subject), facts).status_code == 302
    assert Ambassadorship.objects.get().from_on == today.at.date()


@pytest.mark.parametrize("letters", ["GD", "WK", "BN", ""])
def test_not_for_another_nor_twice(today: Cast, enter: Enter, letters: str) -> None:
    subject = theme(today)
    join(today, "BN", subject)
    who = today.director if letters == "BN" else today.contact
    facts = {"organisation": today[letters].pk if letters else ""}
    page = enter(who).post(become(subject), facts)
    assert page.status_code == 422
    assert page.context["form"].errors["organisation"]
    assert Ambassadorship.objects.count() == 1


@pytest.mark.usefixtures("english")
def test_who_cannot_become_ambassador(cast: Cast) -> None:
    subject, day = theme(cast), cast.at.date()
    join(cast, "BN", subject, day)
    for letters, from_on, because in (
        ("BN", day, "already"),
        ("BN", day - DAY, "already"),
        ("BN", day + DAY, "already"),
        ("WK", day, "Not a partner"),
    ):
        with pytest.raises(Refused, match=because):
            join(cast, letters, subject, from_on)


# -- stopping ------------------------------------------------------------------------------------


def test_stopping_and_beginning_again(today: Cast, enter: Enter) -> None:
    subject, client = theme(today), enter(today.seat)
    row = join(today, "BN", subject)
    assert client.post(stop(row), {"until_on": "23-09-2026"}).status_code == 302
    row.refresh_from_db()
    assert (row.until_on, row.ended_at) == (today.at.date(), today.at)
    assert client.post(stop(row), {"until_on": "24-09-2026"}).status_code == 422
    again = join(today, "BN", subject, today.at.date() + DAY)
    assert again.pk != row.pk


@pytest.mark.parametrize("day", ["", "22-09-2026", "ooit"])
def test_a_last_day_that_cannot_be(today: Cast, enter: Enter, day: str) -> None:
    row = join(today, "BN", theme(today))
    page = enter(today.manager).post(stop(row), {"until_on": day})
    assert page.status_code == 422
    assert page.context["form"].errors["until_on"]


def test_other_partners_cannot_stop_it(today: Cast, enter: Enter) -> None:
    row = join(today, "BN", theme(today))
    assert enter(today.contact).post(stop(row), {"until_on": "23-09-2026"}).status_code == 403
    row.refresh_from_db()
    assert row.until_on is None


def test_the_database_keeps_one_at_a_time(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_constraint WHERE conname = 'ambassadorship_once_at_a_time'"
        )
        assert cursor.fetchone() == (1,)
