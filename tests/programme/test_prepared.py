"""The round of commitments: a contact prepares, the director confirms, and who is silent."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from partners import actions as partners
from programme import actions
from programme.models import Commitment, CommitmentDraft
from programme.resources.commitments import commitment_table, reach_of, round_of
from schuldenlab.lifecycle import move
from schuldenlab.portal.asks import asks_of
from tests.house.world import adopt, write
from tests.programme.pages import text_of
from tests.programme.records import COMMITTERS, PARTNER_PEOPLE, acts, letters, refused, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from programme.models import Programme
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)


def prepare(cast: Cast, programme: Programme, **facts: Any) -> CommitmentDraft:
    given: dict[str, Any] = {
        "organisation": cast["BN"],
        "answer": "not_now",
        "reason": " Na de zomer. ",
        "actor": cast.seat,
        "at": cast.at,
        **facts,
    }
    return actions.prepare_commitment(programme, **given)


def give(cast: Cast, programme: Programme, **facts: Any) -> Commitment:
    given: dict[str, Any] = {
        "organisation": cast["BN"],
        "answer": "yes",
        "reason": "",
        "actor": cast.director,
        "at": cast.at + DAY,
        **facts,
    }
    return actions.give_commitment(programme, **given)


def test_prepared_is_not_given(cast: Cast) -> None:
    programme = adopt(cast, cast.at - DAY)
    draft = prepare(cast, programme)
    assert (draft.ordinal, draft.answer, draft.reason) == (1, "not_now", "Na de zomer.")
    assert not Commitment.objects.exists()
    [act] = acts("prepare_commitment")
    assert (act.actor_id, act.facts) == (
        cast.seat.pk,
        {"organisation": cast["BN"].pk, "answer": "not_now"},
    )
    assert told(cast, "commitment_prepared") == ["director"]
    assert f"/commitment/{cast['BN'].pk}/" in letters("commitment_prepared")[0].text
    assert prepare(cast, programme, answer="yes", reason="").ordinal == 2
    assert told(cast, "commitment_prepared") == ["director", "director"]


def test_the_last_draft_waits_until_an_answer_is_given(cast: Cast) -> None:
    programme = adopt(cast, cast.at - DAY)
    prepare(cast, programme)
    last = prepare(cast, programme, answer="yes")
    assert list(CommitmentDraft.objects.waiting()) == [last]
    give(cast, programme)
    assert not CommitmentDraft.objects.waiting().exists()
    newer = prepare(cast, programme, at=cast.at + 2 * DAY)
    assert list(CommitmentDraft.objects.waiting()) == [newer]


def test_what_cannot_be_prepared(cast: Cast) -> None:
    programme = write(cast, 2026, cast.at)
    with refused("This programme is not adopted"):
        prepare(cast, programme)


def test_no_reason_no_partner_no_open_year(cast: Cast) -> None:
    programme = adopt(cast, cast.at - DAY)
    with refused("Say in a few words why not now"):
        prepare(cast, programme, reason=" ")
    with refused("Not a partner now: Waterbedrijf Kust"):
        prepare(cast, programme, organisation=cast["WK"])
    move(programme, "close", actor=None, at=cast.at)
    with refused("This programme is not adopted"):
        prepare(cast, programme)


def test_postgresql_keeps_what_was_prepared(cast: Cast) -> None:
    draft = prepare(cast, adopt(cast, cast.at - DAY))
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        CommitmentDraft.objects.update(answer="yes")
    move(draft.programme, "close", actor=None, at=cast.at)
    draft.pk, draft.ordinal = None, 2
    with pytest.raises(DatabaseError, match="not adopted"), transaction.atomic():
        draft.save(force_insert=True)


def test_adoption_asks_directors_to_answer_and_contacts_to_prepare(cast: Cast) -> None:
    adopt(cast, cast.at)
    assert told(cast, "commitment_asked") == sorted(COMMITTERS)
    assert told(cast, "commitment_prepare") == sorted(PARTNER_PEOPLE - COMMITTERS)


def test_only_the_silent_are_reminded(cast: Cast) -> None:
    programme = adopt(cast, cast.at - DAY)
    give(cast, programme, at=cast.at)
    prepare(cast, programme, organisation=cast["FV"], actor=cast.contact)
    assert programme.commit_by is not None
    actions.remind_commitments(programme.commit_by - timedelta(days=4, hours=2))
    reminded = set(told(cast, "commitment_reminder"))
    assert reminded == COMMITTERS - {"director"}, "what was only prepared is no answer"
    assert "other_director" in reminded


# -- who said what -------------------------------------------------------------------------------


def test_the_round_by_name(cast: Cast) -> None:
    programme = adopt(cast, cast.at - 3 * DAY)
    give(cast, programme, at=cast.at - 2 * DAY)
    give(cast, programme, answer="not_now", reason="Later.", at=cast.at - DAY)
    give(cast, programme, organisation=cast["GD"], actor=cast.seat_GD, at=cast.at - DAY)
    give(cast, programme, organisation=cast["FV"], actor=cast.other_director, at=cast.at - DAY)
    partners.end_partnership(
        cast["FV"].partnerships.get(), left_on=cast.at.date(), actor=None, at=cast.at
    )
    found = round_of(programme, cast.at.date())
    assert [each.organisation for each in found.yes] == [cast["GD"]]
    assert [(each.organisation, each.reason) for each in found.not_now] == [(cast["BN"], "Later.")]
    assert [each.name for each in found.silent] == [
        "Corporatie Haagwijk",
        "Energie Zuiderlicht",
        "Verzekeraar Haringkade",
        "Zorgverzekeraar Duin",
    ]


def test_whoever_may_commit_is_called_first(cast: Cast) -> None:
    people = reach_of([cast["BN"]], cast.at.date())[cast["BN"].pk]
    assert people[0].person == cast.director
    assert [each.commits for each in people] == [True, False, False]


def test_the_table_has_addresses_for_the_kernteam_only(cast: Cast) -> None:
    programme = adopt(cast, cast.at - 3 * DAY)
    give(cast, programme, answer="not_now", reason="=1+1", at=cast.at)
    for with_people in (True, False):
        table = commitment_table(programme, cast.at.date(), with_people=with_people)
        assert [row[0] for row in table.rows] == sorted(str(row[0]) for row in table.rows)
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert ("people.example" in str(table.rows)) is with_people
    assert table.rows[0][:3] == ("Bank Noordzee", "Not now", "=1+1")


def test_the_page_and_the_file(today: Cast, enter: Enter) -> None:
    cast = today
    programme = adopt(cast, cast.at - 3 * DAY)
    give(cast, programme, answer="not_now", reason="=1+1", at=cast.at)
    page = reverse("programme:commitment-list", args=[2026])
    address = cast.seat_GD.email
    shown = text_of(enter(cast.manager).get(page))
    assert address in shown
    assert "Fonds Vlietland" in shown
    seen = text_of(enter(cast.contact).get(page))
    assert "=1+1" in seen
    assert "@people.example" not in seen.replace(cast.contact.email, "")
    for kind in ("csv", "xlsx", "ods"):
        file = enter(cast.manager).get(reverse("programme:commitment-export", args=[2026, kind]))
        assert file.status_code == 200
        assert file["Content-Disposition"] == f'attachment; filename="commitments-2026.{kind}"'
    csv = enter(cast.contact).get(reverse("programme:commitment-export", args=[2026, "csv"]))
    text = csv.content.decode("utf-8-sig")
    assert "'=1+1" in text
    assert "@" not in text
    assert address in enter(cast.manager).get(csv.request["PATH_INFO"]).content.decode()


# -- preparing and confirming --------------------------------------------------------------------


def test_a_contact_prepares_and_the_director_finds_it(today: Cast, enter: Enter) -> None:
    cast = today
    programme = adopt(cast, cast.at - DAY)
    assert [ask.url for ask in asks_of(cast.seat) if "voorbereiden" in ask.url] == [
        reverse("programme:commitment-prepare", args=[2026, cast["BN"].pk])
    ]
    page = reverse("programme:commitment-prepare", args=[2026, cast["BN"].pk])
    client = enter(cast.seat)
    wrong = client.post(page, {"answer": "not_now", "reason": ""})
    assert wrong.status_code == 422
    assert client.post(page, {"answer": "not_now", "reason": "Na de zomer."}).status_code == 302
    assert not any("voorbereiden" in ask.url for ask in asks_of(cast.seat))
    give_page = reverse("programme:commitment-give", args=[2026, cast["BN"].pk])
    found = text_of(enter(cast.director).get(give_page))
    assert "Na de zomer." in found
    assert cast.seat.name in found
    assert 'value="not_now"' in found
    others = text_of(
        enter(cast.other_director).get(reverse("programme:programme-detail", args=[2026]))
    )
    assert "Na de zomer." not in others
    assert programme.commitments.count() == 0
    enter(cast.director).post(give_page, {"answer": "not_now", "reason": "Na de zomer."})
    assert programme.commitments.get().person == cast.director
    assert cast.seat.name not in text_of(enter(cast.director).get(give_page))
