from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import override_settings

from schuldenlab.demo.story.tell import tell_story
from tests.demo.conftest import MAILBOX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.plugin import DjangoDbBlocker

TODAY = date(2026, 9, 23)


@pytest.fixture(scope="package")
def _told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The story, told once for all tests of this folder and undone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(EMAIL_BACKEND=MAILBOX):
            tell_story(TODAY)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def told(_told: None, db: None) -> None:
    """The story around 23 September 2026."""
