"""Tokens of programs: shown once, kept as a hash, and at an end when they must be."""

from __future__ import annotations

import hashlib
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from partners import actions
from partners.models import ApiToken
from partners.querysets import tokens
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from schuldenlab.settings.parts.logs import render_line
from tests.cast import login
from tests.programme.pages import counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tests.cast import Cast

DAY = timedelta(days=1)


def make(cast: Cast, letters: str = "BN", days: int = 30, **facts: Any) -> tuple[ApiToken, str]:
    whose = cast[letters] if letters else None
    last = (cast.at + days * DAY).date()
    given = {"purpose": "Dashboard", "actor": cast.director, "at": cast.at, **facts}
    return actions.make_token(whose, expires_on=last, **given)


# -- the token -------------------------------------------------------------------------------------


def test_only_a_hash_is_kept(cast: Cast) -> None:
    row, token = make(cast)
    kept = str(ApiToken.objects.values().get())
    assert token.startswith(f"{row.prefix}_")
    assert token.rpartition("_")[2] not in kept
    assert row.token_sha256 == hashlib.sha256(token.encode()).hexdigest()
    assert len(token) == 12 + 1 + 43
    entry = Entry.objects.get(verb="make_token")
    assert entry.facts == {"organisation": cast["BN"].pk, "until": "2026-10-23"}
    assert token[13:] not in str(list(Letter.objects.values()))


def test_it_opens_until_and_including_its_last_day(cast: Cast) -> None:
    row, token = make(cast)
    open_at: Callable[[datetime], Any] = lambda at: ApiToken.objects.opened_by(token, at)  # noqa: E731
    assert open_at(cast.at) == row
    assert open_at(cast.at + 30 * DAY) == row
    assert open_at(cast.at + 31 * DAY) is None


def test_another_secret_behind_the_same_beginning_opens_nothing(cast: Cast) -> None:
    row, token = make(cast)
    other = f"{row.prefix}_{'x' * 43}"
    for wrong in (other, token[:-1], token + "x", "", row.prefix, "\x00", f"Bearer {token}"):
        assert ApiToken.objects.opened_by(wrong, cast.at) is None


def test_the_secret_is_compared_in_constant_time(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where nothing was found, so that the time does not tell which beginnings there are."""
    row, token = make(cast)
    seen: list[tuple[str, str]] = []
    compare = tokens.constant_time_compare

    def watched(kept: str, given: str) -> bool:
        seen.append((kept, given))
        return compare(kept, given)

    monkeypatch.setattr(tokens, "constant_time_compare", watched)
    for shown in (token, "lab_unknown0_" + "x" * 43, "nothing"):
        ApiToken.objects.opened_by(shown, cast.at)
    assert [kept for kept, _given in seen] == [row.token_sha256, tokens.NOBODY, tokens.NOBODY]


def test_it_ends_when_the_partner_leaves_and_the_lab_goes_on(cast: Cast) -> None:
    _row, token = make(cast)
    _lab, lab = make(cast, "")
    partnership = cast["BN"].partnerships.get()
    left_on = (cast.at + DAY).date()
    actions.end_partnership(partnership, left_on=left_on, actor=cast.manager, at=cast.at)
    assert ApiToken.objects.opened_by(token, cast.at) is not None
    assert ApiToken.objects.opened_by(token, cast.at + DAY) is None
    assert ApiToken.objects.opened_by(lab, cast.at + DAY) is not None


def test_revoking_ends_it_and_twice_changes_nothing(cast: Cast) -> None:
    row, token = make(cast)
    for _again in range(2):
        actions.revoke_token(row, actor=cast.seat, at=cast.at)
    assert ApiToken.objects.opened_by(token, cast.at) is None
    assert Entry.objects.filter(verb="revoke_token").count() == 1
    row.refresh_from_db()
    assert row.revoked_by == cast.seat


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_token_is_for_a_year_at_most_and_not_for_the_past(cast: Cast, days: int) -> None:
    with pytest.raises(Refused):
        make(cast, days=days)


def test_the_database_refuses_more_than_a_year(cast: Cast) -> None:
    row, _token = make(cast)
    with pytest.raises(IntegrityError, match="api_token_for_a_year_at_most"), transaction.atomic():
        ApiToken.objects.filter(pk=row.pk).update(expires_on=date(2028, 1, 1))


def test_no_token_for_who_left_and_no_more_than_ten(cast: Cast) -> None:
    with pytest.raises(Refused):
        make(cast, "WK")
    for _number in range(10):
        make(cast)
    with pytest.raises(Refused):
        make(cast)
    make(cast, "FV")


def test_its_use_is_written_once_a_day(cast: Cast, django_assert_num_queries: Any) -> None:
    row, _token = make(cast)
    actions.note_use(row, at=cast.at)
    row.refresh_from_db()
    assert row.last_used_on == cast.at.date()
    with django_assert_num_queries(2):  # a savepoint, and nothing in it
        actions.note_use(row, at=cast.at + timedelta(hours=1))
    actions.note_use(row, at=cast.at + DAY)
    row.refresh_from_db()
    assert row.last_used_on == (cast.at + DAY).date()


def test_everybody_of_the_organisation_hears_of_it(cast: Cast) -> None:
    row, _token = make(cast)
    make(cast, "", actor=cast.manager)
    actions.revoke_token(row, actor=cast.director, at=cast.at)
    told = Letter.objects.values_list("template", "person__name")
    bank = {"Dirk van Dam", "Samira Bakker", "Pim de Groot"}
    lab = {"Mieke Jansen", "Stijn Kok"}
    made = {name for template, name in told if template.endswith("token_made.txt")}
    assert made == bank | lab
    assert {name for template, name in told if template.endswith("token_revoked.txt")} == bank


def test_no_log_tells_it(cast: Cast) -> None:
    row, token = make(cast)
    line = render_line(None, "error", {"event": f"GET /api/v1/x?t={token} broke", "seen": token})
    assert token[13:] not in line
    assert row.prefix in line


def test_it_is_forgotten_a_year_after_its_end(cast: Cast) -> None:
    old, _token = make(cast)
    revoked, _token = make(cast, days=360)
    actions.revoke_token(revoked, actor=None, at=cast.at)
    make(cast, days=360)
    assert actions.apply_retention(cast.at + 364 * DAY)["tokens"] == 0
    assert actions.apply_retention(cast.at + 366 * DAY)["tokens"] == 1
    assert actions.apply_retention(cast.at + 400 * DAY)["tokens"] == 1
    assert ApiToken.objects.count() == 1
    assert Entry.objects.filter(verb="forget_token").count() == 2
    del old


# -- the pages -------------------------------------------------------------------------------------


def test_the_page_shows_the_token_once(cast_now: Cast) -> None:
    client = login(Client(), cast_now.contact)
    page = reverse("partners:token-make", args=[cast_now["FV"].pk])
    last = (cast_now.at + 90 * DAY).strftime("%d-%m-%Y")
    made = client.post(page, {"purpose": "Dashboard", "expires_on": last})
    (token,) = re.findall(r"lab_[a-z0-9]{8}_[\w-]{43}", made.content.decode())
    assert made.headers["Cache-Control"] == "private, no-store"
    shelf = client.get(reverse("partners:tokens", args=[cast_now["FV"].pk]))
    assert "Dashboard" in shelf.content.decode()
    assert token not in shelf.content.decode()
    assert ApiToken.objects.opened_by(token, cast_now.at).organisation == cast_now["FV"]


def test_what_was_typed_stays_when_the_day_is_wrong(cast_now: Cast) -> None:
    client = login(Client(), cast_now.contact)
    page = reverse("partners:token-make", args=[cast_now["FV"].pk])
    for day in ("31-12-2099", "gisteren"):
        answer = client.post(page, {"purpose": "Dashboard", "expires_on": day})
        assert answer.status_code == 422
        assert "Dashboard" in answer.content.decode()
        assert day in answer.content.decode()
    assert not ApiToken.objects.exists()


def test_the_shelf_costs_the_same_with_one_token_and_with_many(cast_now: Cast) -> None:
    client = login(Client(), cast_now.director)
    page = reverse("partners:tokens", args=[cast_now["BN"].pk])
    costs = []
    for number in (1, 6):
        for _each in range(number):
            make(cast_now)
        with counted() as cost:
            client.get(page)
        costs.append(cost.queries)
    assert costs[0] == costs[1] == 9


def test_the_desk_shows_which_there_are_and_never_the_hash(cast_now: Cast) -> None:
    row, _token = make(cast_now)
    client = login(Client(), cast_now.manager)
    for page in ("/beheer/partners/apitoken/", f"/beheer/partners/apitoken/{row.pk}/change/"):
        text = client.get(page).content.decode()
        assert row.prefix in text
        assert row.token_sha256 not in text
