"""Reminders to sign the framework: on working days, only to who has not signed, each step once."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from partners.models import Framework, Mandate
from programme import actions, tasks
from programme.deadlines import last_days_step
from schuldenlab.outbox.models import Letter
from tests.cast import ZONE, written_otherwise
from tests.partners.test_signing import sign
from tests.programme.records import COMMITTERS, changes_nothing

if TYPE_CHECKING:
    from tests.cast import Cast

LAST = date(2026, 11, 30)  # a Monday


def on(day: int, hour: int = 10, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=ZONE)


def told(cast: Cast) -> list[str]:
    """Who was reminded, by role; somebody who was twice stands there twice."""
    roles = {person.pk: role for role, person in cast.people.items()}
    reminders = Letter.objects.filter(template="partners/mail/signature_reminder.txt")
    return sorted(roles[letter.person_id] for letter in reminders)


@pytest.fixture
def framework(cast: Cast) -> Framework:
    written_otherwise(cast.framework, sign_by=LAST)
    return cast.framework


@pytest.mark.parametrize(
    ("day", "step"), [(15, None), (16, 14), (26, 14), (27, 3), (28, 3), (30, 3)]
)
def test_which_step_is_due(day: int, step: int | None) -> None:
    assert last_days_step(date(2026, 11, day), LAST, (14, 3)) == step
    assert last_days_step(date(2026, 12, 1), LAST, (14, 3)) is None


def test_who_has_not_signed_is_reminded_twice(cast: Cast, framework: Framework) -> None:
    sign(cast)  # BN
    with changes_nothing():
        actions.remind_signers(on(13))
        actions.remind_signers(on(16, 8))
    assert actions.remind_signers(on(16)) == 1
    signers = COMMITTERS - {"director"}
    assert told(cast) == sorted(signers)
    with changes_nothing():
        actions.remind_signers(on(16, 15))
        actions.remind_signers(on(26))
        actions.remind_signers(on(28))  # a Saturday
    sign(cast, "FV", "other_director")
    actions.remind_signers(on(27))
    second = signers - {"other_director"}
    assert told(cast) == sorted([*signers, *second])
    with changes_nothing():
        actions.remind_signers(on(30, 16))
        actions.remind_signers(on(1, month=12))
    del framework


def test_where_nobody_may_sign_everybody_is_told(cast: Cast, framework: Framework) -> None:
    Mandate.objects.filter(person=cast.other_director).update(may_sign=False)
    actions.remind_signers(on(16))
    assert {"contact", "other_director"} <= set(told(cast))
    assert "seat" not in told(cast)
    del framework


@pytest.mark.parametrize(
    ("facts", "count"),
    [({"status": "expired"}, 0), ({"sign_by": None}, 0), ({"status": "open"}, 1)],
)
def test_only_what_can_be_signed(
    cast: Cast, framework: Framework, facts: dict[str, str | None], count: int
) -> None:
    written_otherwise(framework, **facts)
    assert actions.remind_signers(on(16)) == count
    del cast


def test_the_task(cast_now: Cast) -> None:
    del cast_now
    assert tasks.remind_signers() == 0
