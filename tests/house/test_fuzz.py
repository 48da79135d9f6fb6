"""Nonsense in every form and every address: an answer, never a breakdown.

A few per form here; `make fuzz` throws twenty thousand, `FUZZ_EXAMPLES=500` tries these harder.
"""

from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partners.models import ImportRun
from programme.actions import submit_programme
from tests.cast import login
from tests.house.addresses import ROLES, TABLE, registers
from tests.house.tree import ROOT, let_go
from tests.house.world import World

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5"))
gently = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize="FUZZ_EXAMPLES" not in os.environ,  # the same every time, unless asked for more
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)
URLENCODED = "application/x-www-form-urlencoded"

NASTY = [
    *("", " ", "\x00", "a\x00b", "\r\n", "\ufeff", "\u202eabc", "😀" * 60),
    *("x" * 30_000, "é" * 300, "-1", "0", "00", "1.5", "1e309", "NaN", "99999999999999999999"),
    *("31-02-2026", "2026-02-31", "01-01-0001", "31-12-9999", "1-1-20260", "0000-00-00", "today"),
    *(
        "null",
        "true",
        "on",
        "[]",
        "{}",
        "%s %(x)s",
        "{{ x }}",
        "{% x %}",
        "${x}",
        "<script>x</script>",
    ),
    *("'; DROP TABLE partners_person; --", "../../etc/passwd", "a@b", "a@b.nl\nBcc: c@d.nl"),
    *("over:1/2", "over:1/0", "١٢٣", "²", "for", "yes", "director", "nl", "manager"),
]
TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
VALUE = st.one_of(st.sampled_from(NASTY), TEXT, st.integers().map(str))
BODIES = [
    *(b"", b"\xff\xfe\x00", b"%%%&&==;=%", b"%ff%fe=%00", b"choice=%00&reason=%ff", b"{", b"[]"),
    *(b"a=" + b"x" * 200_000, b"&".join(b"a=1" for _ in range(3_000)), b"--x\r\n\r\n"),
]
TYPES = [
    *(URLENCODED, "application/json", "text/plain", "multipart/form-data", "", "a/b; charset=é"),
    *("multipart/form-data; boundary=x", f"{URLENCODED}; charset=utf-7", f"{URLENCODED}; charset="),
]


# -- the forms -----------------------------------------------------------------------------------


class Fields(HTMLParser):
    """The fields of the forms of a page that are not those of the frame."""

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[str, list[str]] = {}
        self.files: set[str] = set()
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        name = given.get("name", "")
        if tag == "select":
            self._select = name
        if tag == "option" and self._select:
            self.choices.setdefault(self._select, []).append(given.get("value", ""))
        if tag in {"input", "textarea", "select"} and name and name != "csrfmiddlewaretoken":
            self.choices.setdefault(name, []).append(given.get("value", ""))
            if given.get("type") == "file":
                self.files.add(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""


# Each form is tried by the first of these who gets it.
FUZZERS = ["anonymous", "director", "seat", "manager"]
# Fields that no page shows, or only after something else has happened.
EXTRA = {"programme:ballot-vote": ["confirmation_code"], "account_login": ["next"]}
# The secret address of a calendar stands in the answer itself, and nowhere after that.
SHOWS_ONCE = {"events:my-calendar": b".ics"}
GIVES_A_FILE = {"portal:archive-export", "portal:woo-export"}
ALLAUTH_SAYS_200 = {
    *("account_login", "account_request_login_code", "account_confirm_login_code"),
    "account_logout",
}
FINE = {302, 400, 403, 404, 409, 413, 422, 429}


@pytest.fixture
def world(shelves_now: World) -> World:
    return shelves_now


class Visitor:
    """Somebody whose every request is undone."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.remember()

    def remember(self) -> None:
        """Come back to these cookies every time."""
        self.cookies = {key: morsel.value for key, morsel in self.client.cookies.items()}

    def ask(self, method: str, url: str, **how: Any) -> Any:
        self.client.cookies.clear()
        self.client.cookies.load(self.cookies)
        with transaction.atomic():
            answer = self.client.generic(method, url, **how)
            transaction.set_rollback(True)
        return answer


def enter(world: World, role: str, *, strict: bool = False) -> Visitor:
    client = Client(enforce_csrf_checks=strict)
    if role != "anonymous":
        login(client, getattr(world.cast, role))
    return Visitor(client)


def fields_of(visitor: Visitor, name: str, url: str) -> Fields:
    page = visitor.ask("GET", url)
    assert page.status_code == 200, (name, page.status_code)
    fields = Fields()
    main = re.search(r"<main.*</main>", page.content.decode(), re.DOTALL)
    fields.feed(main[0] if main else page.content.decode())
    for each in EXTRA.get(name, []):
        fields.choices.setdefault(each, [""])
    return fields


def posts(
    fields: Fields, nonsense: st.SearchStrategy[str] = VALUE
) -> st.SearchStrategy[dict[str, list[Any]]]:
    """Some of the fields, each with no, one or more values: right ones, others and nonsense."""
    sheets = st.builds(
        SimpleUploadedFile,
        st.sampled_from(["a.csv", "a.xlsx", "../a.csv", "x" * 300 + ".csv", "\u202e.csv", "a"]),
        st.one_of(
            st.binary(max_size=200),
            st.sampled_from(
                [
                    "organisatie;sector\nA;bank\n".encode("utf-16"),
                    b"organisatie;sector\n\x00;bank\n",
                    b"organisatie;sector;lid_sinds\nA;bank;31-02-2026\n" * 50,
                    b'organisatie;sector\n"A;bank\n',
                    b"organisatie,sector\n" + b"," * 5_000,
                    b"PK\x03\x04" + b"\x00" * 100,
                ]
            ),
        ),
        st.sampled_from(["text/csv", "application/x-executable", "", "image/png"]),
    )
    return st.fixed_dictionaries(
        {},
        optional={
            name: st.lists(
                sheets if name in fields.files else st.one_of(st.sampled_from(values), nonsense),
                max_size=3,
            )
            for name, values in fields.choices.items()
        },
    )


def encoded(data: dict[str, list[Any]], *, as_multipart: bool) -> dict[str, Any]:
    if as_multipart:
        body = encode_multipart(BOUNDARY, data)
        return {"data": body, "content_type": MULTIPART_CONTENT}
    query = QueryDict(mutable=True)
    for name, values in data.items():
        query.setlist(name, [str(value) for value in values])
    return {"data": query.urlencode(), "content_type": URLENCODED}


def check(name: str, answer: Any) -> None:
    said = b"".join(answer.streaming_content) if answer.streaming else answer.content
    shows = name in SHOWS_ONCE and SHOWS_ONCE[name] in said
    gives = name in GIVES_A_FILE and answer.get("Content-Disposition", "").startswith("attachment")
    may_be_200 = name in ALLAUTH_SAYS_200 or shows or gives or b"confirmation_code" in said
    assert answer.status_code in FINE or (may_be_200 and answer.status_code == 200)
    for leak in (b"Traceback", b"psycopg", b"DoesNotExist", b"IntegrityError"):
        assert leak not in said
    stays_here(answer)


def stays_here(answer: Any) -> None:
    """A redirect leads to a path of ours."""
    there = urlsplit(answer.get("Location", ""))
    assert (there.scheme, there.netloc) == ("", "")


def forms_of(world: World, role: str) -> list[tuple[str, str]]:
    """Name and address of every page with a form, as the table of addresses knows them."""
    found = {}
    for each in FUZZERS[: FUZZERS.index(role) + 1]:
        column = ROLES.index(each)
        found[each] = {
            name: row.url(name, world)
            for name, kinds in TABLE.items()
            for row in kinds.values()
            if row.get[column] == 200 and row.post[column] in {200, 302, 422}
            if not name.startswith("admin:")
        }
    for earlier in FUZZERS[: FUZZERS.index(role)]:
        found[role] = {name: url for name, url in found[role].items() if name not in found[earlier]}
    return list(found[role].items())


def with_a_file(visitor: Visitor) -> None:
    """A file that waits for its confirmation."""
    path = ROOT / "tests/data/partners_schuldenlab070.csv"
    sheet = SimpleUploadedFile(path.name, path.read_bytes(), "text/csv")
    answer = visitor.client.post(reverse("partners:import"), {"file": sheet})
    assert answer.status_code == 302
    visitor.remember()


def fill_in(visitor: Visitor, name: str, url: str, fields: Fields) -> None:
    """Nonsense in all fields of one form."""

    @gently
    @given(posts(fields), st.booleans())
    def fuzz(data: dict[str, list[Any]], as_multipart: bool) -> None:
        check(name, visitor.ask("POST", url, **encoded(data, as_multipart=as_multipart)))

    fuzz()


@pytest.mark.parametrize("role", FUZZERS)
def test_nonsense_in_a_form_gets_an_answer(world: World, role: str) -> None:
    visitor = enter(world, role)
    for name, url in forms_of(world, role):
        fill_in(visitor, name, url, fields_of(visitor, name, url))


def test_nonsense_in_forms_that_come_later(world: World) -> None:
    """The check of a file that was uploaded, and the ballot on a programme that was submitted."""
    submit_programme(world.next_programme, actor=world.cast.manager, at=world.cast.at)
    visitor = enter(world, "manager")
    with_a_file(visitor)
    for name, arguments in (
        ("partners:import-run", [ImportRun.objects.latest("pk").pk]),
        ("programme:programme-ballot", [world.next_programme.year]),
    ):
        url = reverse(name, args=arguments)
        fill_in(visitor, name, url, fields_of(visitor, name, url))


def test_all_forms_are_tried(world: World) -> None:
    tried = {name for role in FUZZERS for name, _url in forms_of(world, role)}
    assert tried >= {
        *("account_login", "demo:personas", "programme:ballot-vote", "programme:commitment-give"),
        *("programme:raad-respond", "programme:raad-propose", "programme:programme-write"),
        *("programme:seat-delegates", "partners:import", "partners:person-invite"),
    }


@pytest.mark.parametrize("role", FUZZERS)
def test_a_body_that_is_no_form_gets_an_answer(world: World, role: str) -> None:
    visitor = enter(world, role)
    forms = forms_of(world, role)

    @settings(gently, max_examples=EXAMPLES * len(forms))
    @given(
        st.sampled_from(forms),
        st.one_of(st.sampled_from(BODIES), st.binary(max_size=80)),
        st.sampled_from(TYPES),
    )
    def fuzz(form: tuple[str, str], body: bytes, kind: str) -> None:
        name, url = form
        check(name, visitor.ask("POST", url, data=body, content_type=kind))

    fuzz()


@pytest.mark.parametrize("role", FUZZERS)
def test_without_the_token_of_this_browser_nothing_is_read(world: World, role: str) -> None:
    strict, other = enter(world, role, strict=True), enter(world, role)
    page = other.client.get(reverse("portal:home"), follow=True).content.decode()
    page += other.client.get(reverse("account_logout"), follow=True).content.decode()
    (foreign, *_) = re.findall(r'csrfmiddlewaretoken" value="(\w+)"', page)
    for name, url in forms_of(world, role):
        for token in ([], [""], ["x"], ["x" * 64], [foreign], [foreign, foreign], ["\x00" * 64]):
            how = encoded({"csrfmiddlewaretoken": token}, as_multipart=False)
            assert strict.ask("POST", url, **how).status_code == 403, name


LOGIN_CODE = "account_confirm_login_code"


def test_codes_that_are_none(world: World) -> None:
    """The page of the login code, and the code step, while each waits for its code."""
    visitor = enter(world, "anonymous")
    visitor.client.post(reverse("account_login"), {"email": world.cast.contact.email})
    visitor.remember()
    step = enter(world, "seat")
    session = step.client.session
    session["logged_in_at"] = "2020-01-01T00:00:00+00:00"
    session.save()
    url = reverse("programme:ballot-vote", args=[world.open.pk])
    assert b"confirmation_code" in step.client.post(url, {"choice": "for"}).content
    step.remember()
    for who, name, page, names in (
        (visitor, LOGIN_CODE, reverse(LOGIN_CODE), ["code", "action"]),
        (step, "programme:ballot-vote", url, ["confirmation_code", "choice"]),
    ):
        fields = Fields()
        fields.choices = {each: ["", "resend"] for each in names}
        fill_in(who, name, page, fields)
    assert world.open.votes.count() == 2


# -- addresses -----------------------------------------------------------------------------------

PATHS = [
    *("programmaraad", "programma", "partners", "personen", "zetels", "stemmingen"),
    *("stembewijzen", "besluiten", "samenwerkingskader", "demo/post", "beheer", "static", "hulp"),
]
SEGMENTS = st.one_of(
    st.sampled_from(["0", "-1", "00", "2026", "99999999999999999999999", "1e5", "\x00", "..", "é"]),
    st.sampled_from(["voorstel", "stem", "openen", "2026-1", "0-0", "99999999999-99999999999"]),
    TEXT,
)


@pytest.mark.parametrize("role", ["anonymous", "contact", "manager"])
def test_nonsense_in_an_address_gets_an_answer(world: World, role: str) -> None:
    visitor = enter(world, role)

    @settings(gently, max_examples=4 * EXAMPLES)
    @given(st.sampled_from(PATHS), st.lists(SEGMENTS, max_size=3), st.booleans())
    def look(first: str, segments: list[str], with_slash: bool) -> None:
        path = "/".join(["", first, *(quote(each, safe="") for each in segments)])
        answer = visitor.ask("GET", path + "/" * with_slash)
        assert answer.status_code < 500
        let_go(answer)

    look()


LISTS = ["partners:organisation-list", "partners:person-list", "programme:decision-list"]
QUESTIONS = ["q", "page", "address", "next", "sector", "o", "p", "all", "e", "_facets", "status"]


@pytest.mark.parametrize("role", ["anonymous", "manager"])
def test_nonsense_in_a_question_gets_an_answer(world: World, role: str) -> None:
    visitor = enter(world, role)
    desk = [reverse(f"admin:{name}_changelist") for name in registers()]
    lookups = ["status__exact", "sector__exact", "origin", "role__in", "person__password", "raad"]
    pages = [*map(reverse, [*LISTS, "demo:mailbox", "account_login", "portal:home"]), *desk]

    @settings(gently, max_examples=EXAMPLES * len(pages) // 2)
    @given(
        st.sampled_from(pages),
        st.dictionaries(st.sampled_from([*QUESTIONS, *lookups]), VALUE, max_size=3),
    )
    def ask(page: str, question: dict[str, str]) -> None:
        query = QueryDict(mutable=True)
        query.update({key: value[:2_000] for key, value in question.items()})
        answer = visitor.ask("GET", page, QUERY_STRING=query.urlencode())
        assert answer.status_code in {200, 302, 400, 403, 404, 422}
        stays_here(answer)

    ask()


@pytest.mark.parametrize("value", ["\x00", "a\x00b", "1\x00"])
def test_what_the_database_cannot_hold_never_reaches_it(world: World, value: str) -> None:
    visitor = enter(world, "manager")
    for page in [*map(reverse, [*LISTS, "demo:mailbox"]), *_register_pages()]:
        for name in ("q", "page", "address", "sector__exact", "status__exact", "verb", "raad"):
            query = QueryDict(mutable=True)
            query[name] = value
            answer = visitor.ask("GET", page, QUERY_STRING=query.urlencode())
            assert answer.status_code < 500, (page, name)


def _register_pages() -> list[str]:
    return [reverse(f"admin:{name}_changelist") for name in registers()]


def test_a_login_leads_to_no_other_house(world: World) -> None:
    for role in ("anonymous", "contact"):
        visitor = enter(world, role)
        for there in ("https://evil.example/", "//evil.example", "javascript:x", "/\\evil.example"):
            for page in ("account_login", "account_logout"):
                for method in ("GET", "POST"):
                    how = {"QUERY_STRING": f"next={quote(there)}"}
                    answer = visitor.ask(method, reverse(page), **how)
                    assert "evil" not in answer.get("Location", "")
                    assert "javascript" not in answer.get("Location", "")
