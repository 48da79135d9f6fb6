"""Every private record behind every address, asked for by everybody, its owner and the others."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from tests.house.addresses import TABLE
from trials.belonging import KERNTEAM, PRIVATE, Belongs
from trials.counting import Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partners.models import Person
    from tests.house.test_urls import Visitor
    from tests.house.world import World

USUAL = ("get", "post")
METHODS = ("get", "head", "options", "post", "put", "patch", "delete")


def doors(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, Any]]:
    """The names of all addresses with the view behind them."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from doors(pattern, before + space)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield before + pattern.name, getattr(pattern.callback, "view_class", None)


def doors_of_records() -> dict[str, list[tuple[str, dict[str, str]]]]:
    """For each model: the addresses of one record of it, and which words of them find it."""
    found: dict[str, list[tuple[str, dict[str, str]]]] = {}
    for name, view in doors():
        queryset = getattr(view, "queryset", None)
        if queryset is None or not (asked := _words_of(name)):
            continue
        lookup = {word: path for word, path in view.lookup.items() if word in asked}
        if lookup:
            found.setdefault(queryset.model._meta.label, []).append((name, lookup))
    return found


def _words_of(name: str) -> set[str]:
    *_spaces, last = name.split(":")
    space = get_resolver()
    for each in name.split(":")[:-1]:
        space = space.namespace_dict[each][1]
    return {word for ways in space.reverse_dict.getlist(last) for word in ways[0][0][1]}


def url_of(world: World, name: str, lookup: dict[str, str], record: Any) -> str:
    """The address of this record; what it needs besides comes from the table of addresses."""
    words: dict[str, Any] = {}
    if _words_of(name) > lookup.keys():
        row = next(iter(TABLE[name].values()))
        words = dict(resolve(row.url(name, world)).kwargs)
    for word, path in lookup.items():
        value = record
        for part in path.split("__"):
            value = getattr(value, part)
        words[word] = value
    return reverse(name, kwargs=words)


def private_records(label: str) -> list[Any]:
    """The records of a model that not everybody may know."""
    model = apps.get_model(label)
    return list(model._base_manager.filter(**PRIVATE[label].when).order_by("pk"))


def is_own(belongs: Belongs, record: Any, person: Person) -> bool:
    """Whether the record is this person's, or of an organisation that it works for now."""
    rows = type(record)._base_manager.filter(pk=record.pk)
    if belongs.person:
        return bool(rows.filter(**{belongs.person: person.pk}).exists())
    if not belongs.organisation:
        return False
    ours = {f"{belongs.organisation}__in": person.standing.organisation_ids}
    return bool(rows.filter(**ours).exists())


def walk(
    world: World, visitor: Visitor, role: str, person: Person, methods: Sequence[str] = METHODS
) -> Count:
    """Ask for all of it as this role; the faults say what was open that should be shut.

    Every record is looked at and posted to; the other methods are tried on the first of each kind.
    """
    count = Count()
    for label, addresses in sorted(doors_of_records().items()):
        met: set[str] = set()
        for record in private_records(label) if label in PRIVATE else ():
            kind = _kind(PRIVATE[label], record, role, person)
            tried = methods if kind not in met else [each for each in methods if each in USUAL]
            met.add(kind)
            codes = set()
            for name, lookup in addresses:
                url = url_of(world, name, lookup, record)
                for method in tried:
                    code = visitor.ask(method, url).status_code
                    count.asked[kind] += 1
                    codes |= {code} if method in USUAL else set()
                    if fault := _fault(kind, role, method, code, visitor.written):
                        count.faults.append(f"{role} {method.upper()} {name} {record.pk}: {fault}")
            if kind == "own" and codes <= {404}:
                count.faults.append(f"{role} finds nothing of its own {label} {record.pk}")
    return count


def _kind(belongs: Belongs, record: Any, role: str, person: Person) -> str:
    if role in KERNTEAM | belongs.besides:
        return "may know"
    return "own" if role != "anonymous" and is_own(belongs, record, person) else "other's"


def _fault(kind: str, role: str, method: str, code: int, written: list[str]) -> str:
    if code >= 500:
        return f"broke down with {code}"
    if method != "post" and written:
        return f"changed something: {written[0]}"
    if method == "options":  # the same for every address, whoever asks
        return "" if code == HTTPStatus.METHOD_NOT_ALLOWED else f"{code}, not 405"
    shut = 302 if role == "anonymous" else 404
    if kind == "other's" and code != shut:
        return f"{code}, not {shut}"
    return ""
