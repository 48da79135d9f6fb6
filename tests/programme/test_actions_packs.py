"""The papers of a meeting: sent a week ahead, once; again only by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, transaction

from events.models import Meeting
from programme import actions
from programme.models import PackVersion
from programme.papers import pack_of
from programme.tasks import send_due_packs
from schuldenlab.documents.actions import is_intact
from tests.house.world import write
from tests.programme.meetings import motion, open_in_meeting, plan, put_point
from tests.programme.records import DELEGATES, acts, changes_nothing, letters, refused, told

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_the_clock_sends_them_seven_days_ahead_and_once(cast: Cast) -> None:
    meeting = plan(cast, timedelta(days=8))
    put_point(cast, "Thema's")
    with changes_nothing():
        assert actions.send_due_packs(cast.at) == 0
    assert actions.send_due_packs(cast.at + DAY) == 1
    with changes_nothing():
        assert actions.send_due_packs(cast.at + DAY) == 0
    pack = meeting.packs.get()
    assert (pack.number, pack.sent_by, pack.sent_at) == (1, None, cast.at + DAY)
    assert is_intact(pack.document)
    assert told(cast, "pack_sent") == sorted(DELEGATES)
    assert {letter.attachment_id for letter in letters("pack_sent")} == {pack.document_id}
    assert acts("send_pack")[0].facts["sha256"] == pack.document.sha256


def test_not_at_night_not_without_points_not_without_a_date(cast: Cast) -> None:
    plan(cast, timedelta(days=3))
    assert actions.send_due_packs(cast.at) == 0, "no points"
    put_point(cast, "Iets")
    assert actions.send_due_packs(cast.at.replace(hour=22)) == 0
    assert actions.send_due_packs(cast.at) == 1


def test_again_only_by_hand_with_what_has_changed(cast: Cast) -> None:
    meeting = plan(cast)
    with refused(r"."):
        actions.send_pack(meeting, actor=cast.manager, at=cast.at)
    put_point(cast, "Een")
    first = actions.send_pack(meeting, actor=cast.manager, at=cast.at)
    put_point(cast, "Twee")
    for actor, changed in ((None, "Twee erbij"), (cast.manager, "")):
        with refused(r"."):
            actions.send_pack(meeting, changed=changed, actor=actor, at=cast.at)
    again = actions.send_pack(meeting, changed="Twee erbij", actor=cast.manager, at=cast.at)
    assert (first.number, again.number) == (1, 2)
    assert first.document.sha256 != again.document.sha256
    assert len(letters("pack_sent")) == 2 * len(DELEGATES)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        PackVersion.objects.update(number=9)


def test_not_once_the_meeting_has_begun(cast: Cast) -> None:
    meeting = plan(cast)
    put_point(cast, "Een")
    with refused(r"."):
        actions.send_pack(meeting, actor=cast.manager, at=meeting.starts_at)
    Meeting.objects.filter(pk=meeting.pk).update(status="planned", starts_at=None)
    with refused(r"."):
        actions.send_pack(meeting, actor=cast.manager, at=cast.at)


def test_text_and_rules_of_ballots_are_among_the_papers(cast: Cast) -> None:
    meeting = plan(cast)
    draft = motion(cast)
    item = put_point(cast, "Motie", ballot=draft)
    other = open_in_meeting(cast, meeting, ballot=motion(cast))
    points, rest = pack_of(meeting, cast.at)
    (paper,) = points[0].papers
    assert (paper.item_id, paper.text) == (item.pk, "Wij doen dit.")
    assert any("4" in words and "6" in words for _term, words in paper.rules)
    assert [each.url for each in rest] == [other.get_absolute_url()]


def test_a_submitted_programme_is_among_the_papers(cast: Cast) -> None:
    meeting = plan(cast)
    programme = write(cast, cast.raad.year, cast.at)
    assert pack_of(meeting, cast.at)[1] == []
    actions.submit_programme(programme, actor=cast.manager, at=cast.at)
    assert programme.title in [paper.title for paper in pack_of(meeting, cast.at)[1]]


def test_the_task_may_come_twice(cast_now: Cast) -> None:
    plan(cast_now, timedelta(days=2))
    put_point(cast_now, "Een")
    send_due_packs()
    send_due_packs()
    assert PackVersion.objects.count() <= 1
