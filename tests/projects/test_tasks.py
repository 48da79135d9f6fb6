"""The clock of projects: run twice, same world."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from projects.tasks import remind_pilots
from schuldenlab.outbox.models import Letter
from tests.projects.test_actions_dossier import pilot_of

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_pilot_is_announced_once(today: Cast) -> None:
    pilot_of(today)
    assert remind_pilots() == {"asked": 0, "reminded": 1}
    before = Letter.objects.count()
    assert remind_pilots() == {"asked": 0, "reminded": 0}
    assert Letter.objects.count() == before
