"""Versions of a programme: every text is kept, two writers never overwrite each other."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction

from programme import actions
from programme.actions.versions import draft_of
from programme.freezing import adopted_version, faults_of, verify_programmes
from programme.models import BudgetLine, Programme, ProgrammeTheme, ProgrammeVersion
from programme.passages import Line, ThemePlan
from schuldenlab.lifecycle import status_at
from schuldenlab.portal.integrity import check_all
from tests.cast import ZONE
from tests.house.world import TEXTS, adopt
from tests.programme.records import acts, changes_nothing, letters, refused, rows, told
from tests.programme.test_actions_programmes import (
    CLOSES,
    OTHER,
    adopted,
    closed,
    decide,
    preparing,
    put,
    rejected,
    submit,
    submitted,
    undecided,
    voting,
    write,
)
from tests.programme.test_rules_programme import comment_on
from tests.programme.test_verification import forge

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
THEMES = [ThemePlan("Noodbuffer", "Wij proberen het."), ThemePlan("Geldles", "Vier lessen.")]
BUDGET = [
    Line("innovation", "Verkenning", Decimal(60_000)),
    Line("events", "Zaal", Decimal("12.50")),
]
YEAR_OVER = datetime(2026, 12, 31, 9, 0, tzinfo=ZONE)


def take_back(cast: Cast, programme: Programme, **facts: Any) -> Programme:
    return actions.take_back_programme(programme, **{"actor": cast.staff, "at": cast.at, **facts})


def close(cast: Cast, programme: Programme, at: datetime = YEAR_OVER) -> Programme:
    return actions.close_programme(programme, actor=cast.staff, at=at)


# -- versions ------------------------------------------------------------------------------------


def test_every_save_that_changes_something_is_a_version(cast: Cast) -> None:
    programme = write(cast, themes=THEMES, budget=BUDGET, note=" Eerste ")
    write(cast, title="Anders", actor=cast.staff)
    [first, second] = programme.versions.order_by("number")
    assert (first.number, first.note, first.person, first.at) == (
        1,
        "Eerste",
        cast.manager,
        cast.at,
    )
    assert (second.number, second.person, second.draft.title) == (2, cast.staff, "Anders")
    assert second.draft.themes == tuple(THEMES), "what was not sent along stays"
    assert second.draft.budget == tuple(BUDGET)
    assert [act.facts for act in acts("write_programme")] == [{"version": 1}, {"version": 2}]


def test_a_version_is_canonical_json_with_its_hash(cast: Cast) -> None:
    version = write(cast, themes=THEMES, budget=BUDGET).versions.get()
    assert version.sha256 == sha256(version.snapshot.encode()).hexdigest()
    assert version.snapshot == json.dumps(
        version.facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert version.facts["year"] == 2026
    assert version.facts["budget"][1]["amount"] == "12.50"


def test_the_same_text_again_is_no_version(cast: Cast) -> None:
    write(cast, themes=THEMES, budget=BUDGET)
    with changes_nothing():
        write(cast, themes=THEMES, budget=BUDGET)
    with changes_nothing():
        write(cast)


def test_themes_and_lines_keep_their_order_and_can_go(cast: Cast) -> None:
    programme = write(cast, themes=THEMES, budget=BUDGET)
    write(cast, themes=THEMES[::-1], budget=[])
    found = list(ProgrammeTheme.objects.values_list("position", "title"))
    assert found == [(1, "Geldles"), (2, "Noodbuffer")]
    assert not BudgetLine.objects.exists()
    assert programme.versions.count() == 2


def test_the_raad_votes_on_all_of_it(cast: Cast) -> None:
    programme = submit(cast, write(cast, themes=THEMES, budget=BUDGET))
    ballot = put(cast, programme)
    assert ballot.text == programme.versions.get().wording
    for words in (
        *TEXTS.values(),
        "Thema 1: Noodbuffer",
        "Vier lessen.",
        "Verkenning: €\xa060.000",
    ):
        assert words in ballot.text
    assert "Samen €\xa060.012,50." in ballot.text


def test_the_second_of_two_writers_is_told(cast: Cast) -> None:
    write(cast, based_on=0)
    write(cast, title="Van Tom", based_on=1, actor=cast.staff)
    before = rows()
    with pytest.raises(actions.Overtaken, match="Somebody else has saved"), transaction.atomic():
        write(cast, title="Van Marijke", based_on=1)
    assert rows() == before
    assert write(cast, title="Van Marijke", based_on=2).title == "Van Marijke"
    with pytest.raises(actions.Overtaken), transaction.atomic():
        write(cast, based_on=0)


# -- submitting, taking back, closing ------------------------------------------------------------

BALLOT = "There is a ballot on this programme already"
TOO_EARLY = "A programme is closed when its year is over"
PREPARING = "the status is “being prepared” now"
SUBMITTED = "the status is “submitted to the programmaraad” now"
ADOPTED, CLOSED = "the status is “adopted” now", "the status is “closed” now"
ANSWERS: dict[Callable[[Cast], Programme], tuple[str | None, str | None]] = {
    preparing: (PREPARING, PREPARING),
    submitted: (None, SUBMITTED),
    voting: (BALLOT, SUBMITTED),
    undecided: (BALLOT, SUBMITTED),
    rejected: (PREPARING, PREPARING),
    adopted: (ADOPTED, None),
    closed: (CLOSED, CLOSED),
}


@pytest.mark.parametrize("verb", [0, 1], ids=["take back", "close"])
@pytest.mark.parametrize("state", ANSWERS, ids=lambda state: state.__name__)
def test_each_verb_in_each_state(cast: Cast, state: Callable[[Cast], Programme], verb: int) -> None:
    programme = state(cast)
    because = ANSWERS[state][verb]
    if because is None:
        (take_back, close)[verb](cast, programme)
        return
    with refused(because):
        (take_back, close)[verb](cast, programme)


def test_taking_back_has_its_stamp_and_its_row(cast: Cast) -> None:
    programme = take_back(cast, submitted(cast), at=cast.at + timedelta(hours=1))
    assert (programme.status, programme.returned_at) == ("preparing", cast.at + timedelta(hours=1))
    assert status_at(programme, cast.at) == "submitted"
    [act] = acts("return")
    assert (act.actor_id, act.facts) == (cast.staff.pk, {"status": "preparing"})
    with refused(PREPARING):
        take_back(cast, programme)


def test_who_commented_hears_what_changed_and_nobody_else(cast: Cast) -> None:
    programme = submitted(cast)
    comment_on(cast, programme)
    take_back(cast, programme)
    write(cast, text="Een betere tekst.")
    submit(cast, programme)
    assert told(cast, "programme_amended") == ["seat"]
    assert "/versies/1/2/" in letters("programme_amended")[0].text
    assert programme.submissions.count() == 2
    assert [each.number for each in programme.submissions.texts()] == [2, 1]


def test_the_same_text_submitted_again_tells_nobody(cast: Cast) -> None:
    programme = submitted(cast)
    comment_on(cast, programme)
    submit(cast, take_back(cast, programme))
    assert told(cast, "programme_amended") == []
    assert [each.number for each in programme.submissions.texts()] == [1]


def test_who_works_elsewhere_now_hears_nothing(cast: Cast) -> None:
    programme = submitted(cast)
    comment_on(cast, programme)
    cast.seat.mandates.all().delete()
    take_back(cast, programme)
    write(cast, text="Een betere tekst.")
    submit(cast, programme)
    assert told(cast, "programme_amended") == []


def test_a_year_is_closed_when_it_is_over(cast: Cast) -> None:
    programme = adopted(cast)
    with refused(TOO_EARLY):
        close(cast, programme, at=YEAR_OVER - timedelta(days=1))
    close(cast, programme)
    assert (programme.status, programme.closed_at) == ("closed", YEAR_OVER)
    [act] = acts("close")[-1:]
    assert (act.actor_id, act.facts) == (cast.staff.pk, {"status": "closed"})
    with refused("the status is “closed” now"):
        close(cast, programme)


# -- what PostgreSQL refuses ---------------------------------------------------------------------


def refuses(attack: Callable[[], Any], because: str) -> None:
    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        attack()


@pytest.mark.parametrize("state", [submitted, adopted, closed], ids=lambda state: state.__name__)
def test_contents_stay_once_submitted(cast: Cast, state: Callable[[Cast], Programme]) -> None:
    write(cast, themes=THEMES, budget=BUDGET)
    programme = state(cast)
    because = "submitted themes and amounts stay"
    refuses(lambda: programme.themes.update(title="X"), because)
    refuses(lambda: programme.budget.all().delete(), because)
    refuses(
        lambda: programme.budget.create(position=9, category="events", title="X", amount=1), because
    )
    refuses(lambda: programme.themes.create(position=9, title="X", plan="X"), because)


def test_versions_and_submissions_are_written_once(cast: Cast) -> None:
    programme = submitted(cast)
    for query in (programme.versions, programme.submissions):
        refuses(lambda query=query: query.update(at=cast.at), "append-only")
        refuses(lambda query=query: query.all()._raw_delete("default"), "append-only")


def test_a_version_says_what_the_programme_says(cast: Cast) -> None:
    programme = write(cast)
    version = programme.versions.get()
    facts = {"programme": programme, "number": 2, "at": cast.at}
    other = version.snapshot.replace(TEXTS["text"], "Iets anders.")
    refuses(
        lambda: ProgrammeVersion.objects.create(
            **facts, snapshot=other, sha256=sha256(other.encode()).hexdigest()
        ),
        "not the text of now",
    )
    refuses(
        lambda: ProgrammeVersion.objects.create(
            **facts, snapshot=version.snapshot, sha256="0" * 64
        ),
        "not the hash of the text",
    )


def test_only_the_last_text_goes_to_the_raad(cast: Cast) -> None:
    programme = write(cast)
    write(cast, **OTHER)
    programme.refresh_from_db()
    first, last = programme.versions.order_by("number")
    because = "only its last text is submitted"
    known = {"ordinal": 1, "at": cast.at}
    refuses(lambda: programme.submissions.create(version=last, **known), because)
    Programme.objects.filter(pk=programme.pk).update(status="submitted", submitted_at=cast.at)
    refuses(lambda: programme.submissions.create(version=first, **known), because)


def test_a_ballot_on_another_text_adopts_nothing(cast: Cast) -> None:
    """The themes were changed behind the versions: the ballot is on the text that was kept."""
    programme = write(cast, themes=THEMES)
    programme.themes.filter(position=1).update(title="Stiekem")
    submit(cast, programme)
    assert "Stiekem" not in put(cast, programme).text
    assert "Noodbuffer" in programme.versions.get().wording


# -- checking again ------------------------------------------------------------------------------


def test_what_was_adopted_is_frozen_and_checked(cast: Cast) -> None:
    write(cast, themes=THEMES, budget=BUDGET)
    programme = decide(cast, "for")
    version = adopted_version(programme)
    assert version is not None
    assert version.draft == draft_of(programme)
    assert list(faults_of(programme)) == []
    assert verify_programmes() == {"ok": True, "programmes": 1, "errors": []}
    assert check_all(CLOSES)["programmes"] == 1


def test_before_adoption_nothing_is_frozen(cast: Cast) -> None:
    assert adopted_version(submitted(cast)) is None


def test_a_changed_byte_is_found(cast: Cast) -> None:
    write(cast, themes=THEMES, budget=BUDGET)
    programme = decide(cast, "for")
    forge(
        "UPDATE programme_programmeversion "
        "SET snapshot = replace(snapshot, 'Vier lessen', 'Vijf lessen')"
    )
    said = " ".join(faults_of(programme))
    assert "Version 1 is not what was saved" in said
    assert "not the text that was adopted" in said
    faults = [each for each in check_all(CLOSES)["errors"] if each["part"] == "programme"]
    assert faults[0]["where"] == f"{programme.pk} {programme.title}"


def test_a_changed_amount_is_found(cast: Cast) -> None:
    write(cast, themes=THEMES, budget=BUDGET)
    programme = decide(cast, "for")
    forge("UPDATE programme_budgetline SET amount = 1 WHERE position = 1")
    assert list(faults_of(programme)) == ["The programme is not the text that was adopted."]


def test_the_world_of_all_other_tests_is_sound(cast: Cast) -> None:
    adopt(cast, cast.at)
    assert verify_programmes()["ok"]
