"""The sources of nonsense, each throwing so many cases at what it is about."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from tests.cast import login
from tests.house import test_fuzz as forms
from tests.house.addresses import registers
from tests.house.markers.walking import API, every_resource
from tests.portal.api.test_contract import ANY_TEXT
from trials.nonsense import BODY, KIND, TOKENS, VALUE, headers

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.house.world import World
    from trials.fuzz import Tally

READERS = ("anonymous", "contact", "manager")


def visitor(world: World, role: str, *, strict: bool = False) -> forms.Visitor:
    """Somebody whose every request is undone, and who gets the page of a fault as anybody does."""
    client = Client(enforce_csrf_checks=strict, raise_request_exception=False)
    if role != "anonymous":
        login(client, getattr(world.cast, role))
    return forms.Visitor(client)


def many(cases: int, seed: int) -> Callable[[Any], Any]:
    """So many examples, the same for the same seed; none is tried again in a smaller form."""

    def wrap(test: Any) -> Any:
        gently = settings(
            max_examples=cases,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        return gently(seeded(seed)(test))

    return wrap


def in_forms(world: World, tally: Tally, cases: int, seed: int) -> None:
    """Some of the fields of each form, each with none, one or more values."""
    found = forms_of(world)
    each = math.ceil(cases / len(found))
    who = {role: visitor(world, role) for role in forms.FUZZERS}
    for number, (role, name, url) in enumerate(found):
        fields = FIELDS.setdefault(url, None) or forms.fields_of(who[role], name, url)
        FIELDS[url] = fields
        _fill_in(
            partial(who[role].ask, "POST", url), name, fields, tally, many(each, seed + number)
        )


# What was read of each form; nothing that is thrown changes it, because all of it is undone.
FIELDS: dict[str, forms.Fields | None] = {}


def forms_of(world: World) -> list[tuple[str, str, str]]:
    """Role, name and address of every form, each with the first role that gets it."""
    return [(role, *form) for role in forms.FUZZERS for form in forms.forms_of(world, role)]


def _fill_in(
    post: Callable[..., Any], name: str, fields: forms.Fields, tally: Tally, often: Any
) -> None:
    @often
    @given(forms.posts(fields, VALUE), st.booleans())
    def fill_in(data: dict[str, list[Any]], as_multipart: bool) -> None:
        how = forms.encoded(data, as_multipart=as_multipart)
        tally.ask(f"form {name}", partial(post, **how))

    fill_in()


def in_bodies(world: World, tally: Tally, cases: int, seed: int) -> None:
    """What is no form at all, of whatever kind it says that it is, with any headers."""
    found = forms_of(world)
    who = {role: visitor(world, role) for role in forms.FUZZERS}

    @many(cases, seed)
    @given(st.sampled_from(found), BODY, KIND, headers(), st.sampled_from(["POST", "PUT", "PATCH"]))
    def send(
        form: tuple[str, str, str], body: bytes, kind: str, said: dict[str, Any], method: str
    ) -> None:
        role, name, url = form
        how = {"data": body, "content_type": kind, **said}
        tally.ask(f"body {name}", partial(who[role].ask, method, url, **how))

    send()


def without_token(world: World, tally: Tally, cases: int, seed: int) -> None:
    """No token, a broken one, or that of another browser: refused before anything is read."""
    found = forms_of(world)
    who = {role: visitor(world, role, strict=True) for role in forms.FUZZERS}
    foreign = Client().get(reverse("account_login")).cookies["csrftoken"].value

    @many(cases, seed)
    @given(st.sampled_from(found), st.sampled_from([*TOKENS, foreign, None]), VALUE)
    def send(form: tuple[str, str, str], token: str | None, value: str) -> None:
        role, name, url = form
        data = {"choice": [value]} | ({} if token is None else {"csrfmiddlewaretoken": [token]})
        how = forms.encoded(data, as_multipart=False)
        answer = tally.ask(f"token {name}", partial(who[role].ask, "POST", url, **how))
        if answer.status_code not in {400, 403, 413}:
            tally.faults[f"token {name}: {answer.status_code} without the token"] += 1

    send()


def in_addresses(world: World, tally: Tally, cases: int, seed: int) -> None:
    """Nonsense as parts of an address."""
    who = {role: visitor(world, role) for role in READERS}

    @many(cases, seed)
    @given(
        st.sampled_from(READERS),
        st.sampled_from([*forms.PATHS, "api/v1", "projecten", "toezeggingen", "bijeenkomsten"]),
        st.lists(forms.SEGMENTS, max_size=3),
        st.booleans(),
    )
    def look(role: str, first: str, segments: list[str], with_slash: bool) -> None:
        path = "/".join(["", first, *(quote(each, safe="") for each in segments)])
        tally.ask(f"address {first}", partial(who[role].ask, "GET", path + "/" * with_slash))

    look()


def in_questions(world: World, tally: Tally, cases: int, seed: int) -> None:
    """Nonsense behind the question mark of the lists, the search and the desk."""
    who = {role: visitor(world, role) for role in READERS}
    desk = [reverse(f"admin:{name}_changelist") for name in registers()]
    named = ("demo:mailbox", "account_login", "portal:home", "portal:search", "portal:public")
    pages = [*map(reverse, [*forms.LISTS, *named]), *desk]
    words = [*forms.QUESTIONS, "status__exact", "origin", "role__in", "person__password", "raad"]

    @many(cases, seed)
    @given(
        st.sampled_from(READERS),
        st.sampled_from(pages),
        st.dictionaries(st.sampled_from(words), VALUE, max_size=3),
    )
    def ask(role: str, page: str, question: dict[str, str]) -> None:
        query = QueryDict(mutable=True)
        query.update({key: value[:60_000] for key, value in question.items()})
        how = {"QUERY_STRING": query.urlencode()}
        tally.ask(f"question {page}", partial(who[role].ask, "GET", page, **how))

    ask()


def by_description(world: World, tally: Tally, cases: int, seed: int) -> None:
    """What the description of the API allows, and what it does not, at each of its addresses."""
    import schemathesis

    from schuldenlab.wsgi import application

    for signal in (request_started, request_finished):  # the end of a request is not that of this
        signal.disconnect(close_old_connections)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    ways: list[Any] = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]
    modes = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)
    who = visitor(world, "anonymous")
    for operation in ways:
        for mode in modes[:1] if operation.path.endswith(ANY_TEXT) else modes:

            @many(math.ceil(cases / len(ways) / len(modes)), seed)
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: Any) -> None:
                path, query = _written(case)
                how = {"QUERY_STRING": query}
                tally.ask(f"API {case.operation.path}", partial(who.ask, case.method, path, **how))

            ask()


def _written(case: Any) -> tuple[str, str]:
    """The address of a case, as a program would send it."""
    path = case.formatted_path
    query = QueryDict(mutable=True)
    for name, value in (case.query or {}).items():
        query.setlist(
            str(name), [str(each) for each in (value if isinstance(value, list) else [value])]
        )
    return f"{API}{path.removeprefix(API)}", query.urlencode()


def with_any_words(world: World, tally: Tally, cases: int, seed: int) -> None:
    """Any method, headers, tokens and questions at all resources of the API."""
    with transaction.atomic():
        resources = every_resource(Client())
    who = visitor(world, "anonymous")
    words = ("pagina", "jaar", "status", "fields", "expand", "page", "q", "sector", "soort")

    @many(cases, seed)
    @given(
        st.sampled_from(resources),
        st.sampled_from(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"]),
        headers(),
        st.dictionaries(st.sampled_from(words), VALUE, max_size=3),
        st.fixed_dictionaries({"data": BODY, "content_type": KIND}),
    )
    def ask(
        url: str, method: str, said: dict[str, Any], question: dict[str, str], sent: dict[str, Any]
    ) -> None:
        query = QueryDict(mutable=True)
        query.update({key: value[:60_000] for key, value in question.items()})
        how = {"QUERY_STRING": query.urlencode(), **sent, **said}
        tally.ask(f"API {method} {url}", partial(who.ask, method, url, **how))

    ask()


SOURCES = {
    "forms": in_forms,
    "bodies that are no form": in_bodies,
    "tokens of another browser": without_token,
    "addresses": in_addresses,
    "questions behind an address": in_questions,
    "API as described and otherwise": by_description,
    "API with any words": with_any_words,
}
