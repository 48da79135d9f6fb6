"""What can be done with a record now: its doors are asked, so that a button never leads nowhere.

Each app lists its `Act`s by the kind of record. An act is offered when its move starts from the
status that the record has, the person may do it, and the door itself sees no obstacle.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from .doors import ActionDoor, Door
from .ports import DeskMove


@dataclass(frozen=True)
class Act:
    """An act on a record, and the address of the door that does it.

    `move` is its name in the record's table of moves, if it is one. `when` says what the door does
    not know. `permission` is for a page that is no door to an act but holds it. `is_step`: the way
    on in the life of the record. `keys` are the words of the address, when the door looks nothing
    up by them.
    """

    address: str
    label: Any
    icon: str = "arrow"
    move: str = ""
    is_step: bool = False
    permission: str = ""
    when: Callable[[Any, datetime], bool] | None = None
    keys: Mapping[str, str] | None = None


ActTable = Mapping[str, Sequence[Act]]


def holds(row: Any, at: datetime) -> bool:
    """Whether a dated row was not struck, and has no last day yet."""
    del at
    return row.until_on is None and getattr(row, "struck_at", None) is None


def offered(table: ActTable, record: models.Model, person: Any) -> list[DeskMove]:
    """The acts of this table that are possible and permitted, in its order."""
    acts = table.get(record._meta.label_lower, ())  # noqa: SLF001 - Django's own word
    return [
        DeskMove(act.label, reverse(act.address, kwargs=keys), act.icon, act.is_step, act.move)
        for act in acts
        if starts_from(act, record, person.moment)
        for keys in [_keys(act, record)]
        if _opens(act, keys, record, person)
    ]


def starts_from(act: Act, record: Any, at: datetime) -> bool:
    """Whether the record stands where this act begins."""
    if act.move and record.status not in record.MOVES[act.move].sources:
        return False
    return act.when is None or act.when(record, at)


def _keys(act: Act, record: Any) -> dict[str, Any]:
    """The words of the address, read from the record."""
    paths = act.keys if act.keys is not None else door_of(act.address).lookup
    return {name: _fact(record, path) for name, path in paths.items()}


def _fact(record: Any, path: str) -> Any:
    for step in path.split("__"):
        record = getattr(record, step)
    return record


def _opens(act: Act, keys: dict[str, Any], record: Any, person: Any) -> bool:
    """Whether this person comes through the door, and finds the act possible there."""
    if act.permission and not person.has_perm(act.permission, record):
        return False
    door: Any = door_of(act.address)()
    door.setup(_request(person), **keys)
    try:
        door.object = door.get_object()
    except Http404:
        return False
    if door.permission and not person.has_perm(door.permission, door.object):
        return False
    return not (isinstance(door, ActionDoor) and door.obstacle())


def _request(person: Any) -> HttpRequest:
    """What a door reads of a request before it shows anything."""
    request: Any = HttpRequest()
    request.method, request.user, request.at = "GET", person, person.moment
    return request  # type: ignore[no-any-return]


def door_of(address: str) -> type[Door]:
    """The door at an address; `KeyError` when there is none."""
    return _doors()[address]


@cache
def _doors() -> dict[str, type[Door]]:
    return dict(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, space: str) -> Iterator[tuple[str, type[Door]]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            found = getattr(entry.callback, "view_class", None)
            if isinstance(found, type) and issubclass(found, Door):
                yield f"{space}{entry.name}", found
