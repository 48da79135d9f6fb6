"""Everything that the description allows, and much that it does not: never a fault of ours.

`API_EXAMPLES` says how many questions are tried at each address: few here, many on request.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from schemathesis import GenerationMode

from schuldenlab.wsgi import application

from .conftest import token_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast

EXAMPLES = int(os.environ.get("API_EXAMPLES", "4"))
ANY_TEXT = (*("/{code}", "/besluiten/{nummer}", "/jaarverantwoordingen/{nummer}", "/organisatie"),)
MODES = {"as described": GenerationMode.POSITIVE, "otherwise": GenerationMode.NEGATIVE}


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """As Django's own client does: the end of a request does not end the test's connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def ways(schema: Any) -> list[Any]:
    """Every address with its method."""
    return [found.ok() for found in schema.get_all_operations()]


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
@pytest.mark.parametrize("letters", [None, "", "BN"], ids=["nobody", "the lab", "a partner"])
def test_no_question_breaks_anything(
    lab: Cast, settings: Any, letters: str | None, mode: GenerationMode
) -> None:
    """Status, type, headers and content are those of the description, whatever was asked."""
    settings.API_LIMITS = dict.fromkeys(settings.API_LIMITS, 1_000_000)
    token = None if letters is None else token_of(lab, letters)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    asked = ways(schema)
    assert len(asked) == 25
    for operation in asked:
        if mode is GenerationMode.NEGATIVE and operation.path.endswith(ANY_TEXT):
            continue  # whatever is asked there may be asked

        @how(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=EXAMPLES < 10,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            case.call_and_validate(headers=headers)

        ask()
