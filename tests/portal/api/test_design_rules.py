"""The Dutch API design rules, each checked over the OpenAPI document and live answers.

What each rule asks stands in `docs/api-design-rules.md`; see there for why the checks are ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.house.tree import ROOT

from .conftest import token_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cast import Cast

ROWS = re.compile(r"^\| `(/core/[a-z/-]+)` \|", re.MULTILINE)
KEBAB = re.compile(r"(/[a-z0-9]+(-[a-z0-9]+)*|/\{[a-z]+\})+")
CAMEL = re.compile(r"[a-z][a-z\d]*([A-Z][a-z\d]*)*")
DAY, MOMENT = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d-\d\dT.*Z")
SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
SINGULAR = {"organisatie"}
ENGLISH = re.compile(r"\b(the|which|whether|partner's|year of)\b|_on\b|_at\b")
TOOLS = re.compile(r"django|ninja|pydantic|postgres|python|gunicorn|traceback", re.IGNORECASE)
WRONG = {
    400: ("/partners?page=nul", {}),
    401: ("/organisatie", {}),
    404: ("/partners/999999999", {}),
    406: ("/partners", {"Accept": "text/html"}),
}


@dataclass
class Api:
    """The document, and somebody who asks."""

    cast: Cast
    read: Callable[..., Any]
    document: Any
    token: str

    @property
    def paths(self) -> list[str]:
        return list(self.document["paths"])

    @property
    def questions(self) -> list[Any]:
        return [way for ways in self.document["paths"].values() for way in ways.values()]

    @property
    def parameters(self) -> list[Any]:
        return [each for asked in self.questions for each in asked["parameters"]]

    @property
    def fields(self) -> list[tuple[str, Any]]:
        schemas = self.document["components"]["schemas"].values()
        return [field for schema in schemas for field in schema.get("properties", {}).items()]

    def lists(self) -> Iterator[tuple[str, Any]]:
        """Every address without something to fill in, with its answer."""
        for path in self.paths:
            if "{" not in path:
                yield path, self.read(path, self.token)

    def wrong(self) -> Iterator[tuple[int, Any]]:
        """Answers that are refusals."""
        for status, (path, headers) in WRONG.items():
            yield status, self.read(path, **headers)
        yield 403, self.read("/organisatie", token_of(self.cast, ""))
        yield 405, self.read("/partners", method="post")


@pytest.fixture
def api(lab: Cast, read: Callable[..., Any]) -> Api:
    return Api(lab, read, read("/openapi.json").json(), token_of(lab))


def values(part: Any) -> Iterator[str]:
    """Every text in an answer."""
    if isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from values(each)
    elif isinstance(part, str):
        yield part


def naming_resources(api: Api) -> None:
    words = {word for path in api.paths for word in path.split("/") if word and "{" not in word}
    verbs = re.compile(r"^(haal|zoek|lees|maak|get|list|read|fetch)|(en|eren)$")
    assert [word for word in words if verbs.search(word) and word not in PLURALS] == []


PLURALS = {
    *("projecten", "bijeenkomsten", "besluiten", "kompasstanden", "toezeggingen", "leveringen"),
    *("betrokkenheden", "ondertekeningen", "jaarverantwoordingen"),
}


def naming_collections(api: Api) -> None:
    for path, answer in api.lists():
        last = path.rpartition("/")[2]
        is_list = "resultaten" in answer.json()
        assert is_list == (last not in SINGULAR), path
        assert not is_list or last.endswith(("s", "en")), path


def interface_language(api: Api) -> None:
    names = {name for name, _schema in api.fields}
    assert {"naam", "titel", "jaar", "nummer", "omschrijving"} <= names
    assert not names & {"name", "title_en", "year", "number", "description", "amount", "rows"}


def no_trailing_slash(api: Api) -> None:
    assert [path for path in api.paths if path.endswith("/")] == []
    for path in api.paths:
        assert api.read(f"{path}/".replace("{", "").replace("}", "")).status_code == 404


def path_segments_kebab_case(api: Api) -> None:
    assert [path for path in api.paths if not KEBAB.fullmatch(path)] == []


def query_keys_camel_case(api: Api) -> None:
    keys = {each["name"] for each in api.parameters}
    names = {name for name, _schema in api.fields} - {"_links"}
    assert [name for name in keys | names if not CAMEL.fullmatch(name)] == []


def hide_implementation(api: Api) -> None:
    for _path, answer in api.lists():
        assert not TOOLS.search(f"{answer.headers} {answer.content.decode()}")


def date_time_format(api: Api) -> None:
    days = {name for name, schema in api.fields if name.endswith(("Op", "Uiterlijk", "Sinds"))}
    assert {"genomenOp", "partnerSinds"} <= days
    loose = [name for name, schema in api.fields if name in days and "date" not in str(schema)]
    assert loose == []


def date_time_timezone(api: Api) -> None:
    assert "date-time-local" not in str(api.document)
    for meeting in api.read("/bijeenkomsten").json()["resultaten"]:
        assert MOMENT.fullmatch(meeting["begin"])


def date_time_date_omit_time_portion(api: Api) -> None:
    assert [
        name for name, schema in api.fields if "atum" in name and "date-time" in str(schema)
    ] == []
    for decision in api.read("/besluiten").json()["resultaten"]:
        assert DAY.fullmatch(decision["genomenOp"])


def http_methods(api: Api) -> None:
    assert {way for ways in api.document["paths"].values() for way in ways} == {"get"}
    for method in ("post", "put", "patch", "delete", "options", "trace"):
        answer = api.read("/partners", method=method)
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


def http_safety(api: Api) -> None:
    api.read("/organisatie", api.token)  # the first of today is noted
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answers = [api.read("/organisatie", api.token).content for _again in range(2)]
    writes = ("INSERT", "UPDATE", "DELETE")
    written = [each["sql"] for each in asked.captured_queries if each["sql"].startswith(writes)]
    assert [sql for sql in written if "web_cache" not in sql] == []
    assert answers[0] == answers[1]


def http_response_code(api: Api) -> None:
    for status, answer in api.wrong():
        assert answer.status_code == status
        assert not TOOLS.search(answer.content.decode())


def stateless(api: Api) -> None:
    client = Client()
    client.force_login(api.cast.director)
    answer = client.get("/api/v1/organisatie")
    assert answer.status_code == 401
    assert not answer.cookies
    assert "Cookie" not in answer.headers["Vary"]


def nested_child(api: Api) -> None:
    own = [path for path, ways in api.document["paths"].items() if "eigen" in ways["get"]["tags"]]
    assert len(own) == 9
    assert [path for path in own if not path.startswith("/organisatie")] == []


def resource_operations(api: Api) -> None:
    assert [path for path in api.paths if "/_" in path] == []


def problem_details(api: Api) -> None:
    for status, answer in api.wrong():
        assert answer.headers["Content-Type"] == "application/problem+json"
        body = answer.json()
        assert body.keys() == {"type", "title", "status", "detail"}
        assert body["status"] == status
        assert body["detail"].endswith(".")
    for name, answer in api.document["components"]["responses"].items():
        assert list(answer["content"]) == ["application/problem+json"], name


def invalid_input(api: Api) -> None:
    for path in ("/partners?page=0", "/partners?pageSize=101", "/partners?kleur=rood"):
        assert api.read(path).status_code == 400, path
    assert [asked for asked in api.questions if "400" not in asked["responses"]] == []
    assert "422" not in str(api.document["paths"])


def all_errors(api: Api) -> None:
    for path in ("/partners?page=x&pageSize=y", "/partners/1?a=1&b=2"):
        detail = api.read(path).json()["detail"]
        assert detail.count("“") == 2, detail


def doc_openapi(api: Api) -> None:
    assert api.document["openapi"] == "3.1.0"
    text = str(api.document)
    for reference in set(re.findall(r"'\$ref': '#/([^']+)'", text)):
        part = api.document
        for step in reference.split("/"):
            part = part[step]
    assert len({asked["operationId"] for asked in api.questions}) == len(api.questions)
    assert [each for each in api.parameters if not each.get("description")] == [
        each for each in api.parameters if each["in"] == "path"
    ]


def doc_openapi_contact(api: Api) -> None:
    assert api.document["info"]["contact"].keys() == {"name", "email", "url"}


def doc_language(api: Api) -> None:
    answer = api.read("/openapi.json")
    assert answer.headers["Content-Language"] == "nl"
    texts = [text for text in values(api.document) if " " in text]
    assert [text for text in texts if ENGLISH.search(text)] == []


def publish_openapi(api: Api) -> None:
    answer = Client().get("/api/v1/openapi.json")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def promised(words: str) -> None:
    assert words in (ROOT / "docs/api.md").read_text()


def uri_version(api: Api) -> None:
    major = api.document["info"]["version"].partition(".")[0]
    assert [each["url"] for each in api.document["servers"]]
    assert all(each["url"].endswith(f"/v{major}") for each in api.document["servers"])


def semver(api: Api) -> None:
    assert SEMVER.fullmatch(api.document["info"]["version"])


def version_header(api: Api) -> None:
    version = api.document["info"]["version"]
    found = [answer for _path, answer in api.lists()] + [answer for _wrong, answer in api.wrong()]
    assert {answer.headers["API-Version"] for answer in found} == {version}
    for asked in api.questions:
        for status in ("200", "304"):
            assert "API-Version" in asked["responses"][status]["headers"]


def tls(_api: Api) -> None:
    text = (ROOT / "schuldenlab/settings/production.py").read_text()
    assert "SECURE_SSL_REDIRECT" in text
    assert "SECURE_HSTS_SECONDS" in text


def no_sensitive_uris(api: Api) -> None:
    assert api.document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    for name in ("token", "access_token", "api_key"):
        assert api.read(f"/partners?{name}={api.token}").status_code == 400


def security_headers(api: Api) -> None:
    answers = [api.read("/partners"), api.read("/nergens"), api.read("/organisatie", api.token)]
    for answer in answers:
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Content-Type"].startswith("application/")
    kept = [answer.headers["Cache-Control"] for answer in answers]
    assert kept == ["public, max-age=300", "no-store", "private, no-cache"]


def cors(api: Api) -> None:
    assert api.read("/partners").headers["Access-Control-Allow-Origin"] == "*"
    for answer in (api.read("/partners"), api.read("/partners", api.token)):
        assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Access-Control-Allow-Origin" not in api.read("/partners", api.token).headers
    asks = {"Origin": "https://elders.example", "Access-Control-Request-Method": "GET"}
    may = api.read("/partners", method="options", **asks)
    assert (may.status_code, may.content) == (204, b"")
    assert may.headers["Access-Control-Allow-Origin"] == "*"
    assert may.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert may.headers["Access-Control-Allow-Headers"] == "Accept, If-None-Match"


def geospatial(api: Api) -> None:
    assert not {name for name, _schema in api.fields} & {"bbox", "coordinaten", "geometrie"}


CHECKS: dict[str, Callable[[Api], None]] = {
    "/core/naming-resources": naming_resources,
    "/core/naming-collections": naming_collections,
    "/core/interface-language": interface_language,
    "/core/no-trailing-slash": no_trailing_slash,
    "/core/path-segments-kebab-case": path_segments_kebab_case,
    "/core/query-keys-camel-case": query_keys_camel_case,
    "/core/hide-implementation": hide_implementation,
    "/core/date-time/format": date_time_format,
    "/core/date-time/timezone": date_time_timezone,
    "/core/date-time/date-omit-time-portion": date_time_date_omit_time_portion,
    "/core/http-methods": http_methods,
    "/core/http-safety": http_safety,
    "/core/http-response-code": http_response_code,
    "/core/stateless": stateless,
    "/core/nested-child": nested_child,
    "/core/resource-operations": resource_operations,
    "/core/error-handling/problem-details": problem_details,
    "/core/error-handling/invalid-input": invalid_input,
    "/core/error-handling/all-errors": all_errors,
    "/core/doc-openapi": doc_openapi,
    "/core/doc-openapi-contact": doc_openapi_contact,
    "/core/doc-language": doc_language,
    "/core/publish-openapi": publish_openapi,
    "/core/deprecation-schedule": lambda _api: promised("## What goes, and when"),
    "/core/transition-period": lambda _api: promised("a year beside the new one"),
    "/core/uri-version": uri_version,
    "/core/changelog": lambda api: promised(f"### {api.document['info']['version']}"),
    "/core/semver": semver,
    "/core/version-header": version_header,
    "/core/transport/tls": tls,
    "/core/transport/no-sensitive-uris": no_sensitive_uris,
    "/core/transport/security-headers": security_headers,
    "/core/transport/cors": cors,
    "/core/geospatial": geospatial,
}


@pytest.mark.parametrize("rule", CHECKS)
def test_the_rule_is_kept(api: Api, rule: str) -> None:
    CHECKS[rule](api)


def test_every_rule_has_a_check_and_every_check_a_rule() -> None:
    written = ROWS.findall((ROOT / "docs/api-design-rules.md").read_text())
    assert len(written) == len(set(written))
    assert set(written) == set(CHECKS)
