"""What no form of the trial's world makes: each act after its own preparation.

    @attack("pledge.replaces")
    def correct_a_pledge(world: World) -> Press:
        ...prepare, in the database of this attack...
        return request(world.cast.manager, url, amount="100")

The preparation happens once; what it gives back is done by all hands at the same moment.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from partners.models import Person
    from tests.house.world import World

Press = Callable[[], int]
Prepare = Callable[["World"], Press]
ACTS: dict[str, tuple[tuple[str, ...], Prepare]] = {}
DONE = 200


def attack(*constraints: str) -> Callable[[Prepare], Prepare]:
    """Register what attacks these constraints."""

    def register(prepare: Prepare) -> Prepare:
        ACTS[prepare.__name__] = constraints, prepare
        return prepare

    return register


def request(person: Person, url: str, **fields: Any) -> Press:
    """A form, sent by somebody who has just logged in."""
    from django.test import Client

    from tests.cast import login
    from trials.persistence import Attempt, cookies_of
    from trials.pressing import press

    cookies = cookies_of(login(Client(), person))
    form = {
        name: value if isinstance(value, list) else [str(value)] for name, value in fields.items()
    }
    return lambda: press(cookies, url, Attempt(form))


def by_the_clock(task: Callable[[], Any]) -> Press:
    """A task of the clock, which two workers do at once."""

    def run() -> int:
        task()
        return DONE

    return run


for each in iter_modules(__path__):
    import_module(f"{__name__}.{each.name}")
