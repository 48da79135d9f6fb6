"""A year in which all is public that can be, and programs that read it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache
from django.test import Client

from partners import actions
from tests.portal.test_published import mark_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cast import Cast
    from tests.house.world import World


@pytest.fixture(autouse=True)
def _counted_anew(db: None) -> Iterator[None]:
    """No test uses up the questions of the next one."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def lab(shelves_now: World) -> Cast:
    """Something of everything, and all of it public but the partners EZ, ZD and FV."""
    mark_all(shelves_now.cast)
    return shelves_now.cast


def token_of(cast: Cast, letters: str = "BN", **facts: Any) -> str:
    """A token of a partner; without letters one of the lab."""
    given = {"purpose": "Dashboard", "expires_on": (cast.at + timedelta(days=30)).date(), **facts}
    organisation = cast[letters] if letters else None
    _row, token = actions.make_token(organisation, **given, actor=cast.director, at=cast.at)
    return token


@pytest.fixture
def read() -> Callable[..., Any]:
    """`read("/partners", token)` asks the API, with or without a token."""

    def ask(path: str, token: str = "", method: str = "get", **headers: str) -> Any:
        said = {"Authorization": f"Bearer {token}"} if token else {}
        return getattr(Client(), method)(f"/api/v1{path}", headers={**said, **headers})

    return ask
