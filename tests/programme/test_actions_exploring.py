"""Who guides a theme, what that person may see, and the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction

from partners.actions import close_account
from partners.models import Person
from programme import actions
from programme.departures import follows_from_leaving
from programme.models import ExplorationNote, Facilitator, InnovationTheme, ThemeCall
from programme.tasks import close_due_calls
from tests.programme import innovating
from tests.programme.innovating import DAY, acting
from tests.programme.records import acts, changes_nothing, letters, refused, told

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def test_a_partner_guides(cast: Cast) -> None:
    theme = innovating.chosen(cast)[0]
    day = cast.at.date()
    row = actions.add_facilitator(theme, organisation=cast["FV"], from_on=day, **acting(cast))
    assert row.name == "Fonds Vlietland"
    assert acts("add_facilitator")[0].facts == {"organisation": cast["FV"].pk, "person": None}
    assert told(cast, "facilitator_named") == ["contact", "other_director"]
    with refused("Fonds Vlietland guides this theme already."):
        actions.add_facilitator(theme, organisation=cast["FV"], from_on=day, **acting(cast))


def test_only_a_partner_guides_without_a_person(cast: Cast) -> None:
    theme, day = innovating.chosen(cast)[0], cast.at.date()
    with refused("Not a partner now: Waterbedrijf Kust."):
        actions.add_facilitator(theme, organisation=cast["WK"], from_on=day, **acting(cast))
    with refused("Choose a partner, or fill in who it is."):
        actions.add_facilitator(theme, from_on=day, **acting(cast))


def test_somebody_from_outside_is_invited_once(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    before = len(acts("invite_person"))
    facts = {"email": "iris@bureau.example", "name": "Iris", "from_on": cast.at.date()}
    row = actions.invite_facilitator(theme, **facts, organisation=cast["WK"], **acting(cast))
    assert row.name == "Iris, Waterbedrijf Kust"
    assert [letter.address for letter in letters("facilitator_named")] == ["iris@bureau.example"]
    assert len(acts("invite_person")) == before + 1
    with refused("Iris guides this theme already."):
        actions.invite_facilitator(theme, **facts, **acting(cast))


def test_a_closed_account_guides_nothing(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    iris = innovating.guide(cast, theme)
    close_account(iris, **acting(cast))
    assert Facilitator.objects.get(person=iris).until_on == cast.at.date()
    assert len(acts("end_facilitator")) == 1
    with refused("The account of this person is closed."):
        actions.add_facilitator(
            theme,
            person=Person.objects.get_queryset().get(pk=iris.pk),
            from_on=cast.at.date(),
            **acting(cast),
        )


def test_the_last_day_is_written_once(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    innovating.guide(cast, theme)
    row, day = Facilitator.objects.get(), cast.at.date()
    with refused("The last day lies before the first day."):
        actions.end_facilitator(row, until_on=day - 2 * DAY, **acting(cast))
    actions.end_facilitator(row, until_on=day, **acting(cast))
    assert (row.until_on, row.ended_at) == (day, cast.at)
    with refused("This has ended already."):
        actions.end_facilitator(row, until_on=day, **acting(cast))
    with pytest.raises(DatabaseError), transaction.atomic():
        Facilitator.objects.update(until_on=None, ended_at=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        Facilitator.objects.all()._raw_delete(using="default")


def test_somebody_from_outside_sees_one_theme_as_long_as_it_guides(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    iris = innovating.guide(cast, theme)
    seen = InnovationTheme.objects.visible_to
    assert list(seen(iris)) == [theme]
    assert list(seen(cast.outsider)) == []
    assert not ThemeCall.objects.visible_to(iris).exists()
    actions.end_facilitator(Facilitator.objects.get(), until_on=cast.at.date(), **acting(cast))
    iris.moment = cast.at + DAY
    assert list(seen(iris)) == []


def test_leaving_says_which_themes_need_somebody_else(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    facts = {"organisation": cast["FV"], "from_on": cast.at.date()}
    actions.add_facilitator(theme, **facts, **acting(cast))
    assert follows_from_leaving(cast["FV"], cast.at) == (
        "It guides the innovation theme “Noodbuffer”. Find somebody else for that.",
    )


def written(theme: InnovationTheme, actor: Any, cast: Cast) -> ExplorationNote:
    return actions.write_note(theme, kind="step", text=" Gedaan. ", actor=actor, at=cast.at)


def test_a_correction_is_a_new_entry(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    iris = innovating.guide(cast, theme)
    note = written(theme, iris, cast)
    assert (note.text, note.person, note.at) == ("Gedaan.", iris, cast.at)
    assert acts("write_log")[0].facts == {"note": note.pk, "kind": "step"}
    facts = {"kind": "learned", "actor": iris, "at": cast.at + DAY}
    newer = actions.correct_note(note, text="Anders.", **facts)
    assert (newer.corrects, newer.kind) == (note, "learned")
    assert ExplorationNote.objects.get(pk=note.pk).text == "Gedaan."
    with refused("This was corrected already."):
        actions.correct_note(note, text="Weer anders.", **facts)


def test_the_log_of_an_ended_theme_can_still_be_corrected(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    note = written(theme, cast.manager, cast)
    facts = {"reason": "Klaar.", "stopped_on": cast.at.date()}
    actions.stop_theme(theme, **facts, **acting(cast))
    actions.correct_note(note, kind="step", text="Beter.", actor=cast.manager, at=cast.at)
    with refused("The log is open while a theme is explored or worked out."):
        written(theme, cast.manager, cast)


def test_the_log_stays_as_it_is(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    note = written(theme, cast.manager, cast)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        ExplorationNote.objects.update(text="Anders.")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        ExplorationNote.objects.all()._raw_delete(using="default")
    other = innovating.InnovationTheme.objects.get(title=innovating.TITLES[1])
    with pytest.raises(DatabaseError, match="not open"), transaction.atomic():
        ExplorationNote.objects.create(
            theme=other, kind="step", text="X", person=cast.manager, at=cast.at
        )
    with pytest.raises(DatabaseError, match="another log"), transaction.atomic():
        ExplorationNote.objects.create(
            theme=other, kind="step", text="X", person=cast.manager, at=cast.at, corrects=note
        )


def test_the_clock_closes_calls_and_may_come_twice(today: Cast) -> None:
    call = innovating.call_of(today)
    assert close_due_calls() == 1
    call.refresh_from_db()
    assert (call.status, call.closed_at) == ("closed", today.at)
    with changes_nothing():
        assert close_due_calls() == 0
