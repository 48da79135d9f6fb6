"""A reader that knows nothing of the product: it reads a file by the package that describes it."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from schuldenlab.portal.opendata import TABLES, kompas_of
from tests.cast import ZONE

if TYPE_CHECKING:
    from django.test import Client

WHOLE = re.compile(r"-?\d+")
ADDRESS = re.compile(r"https?://\S+")
# The world of these tests is of today.
THIS_YEAR = datetime.now(ZONE).year
KOMPAS = [each.name for each in kompas_of(THIS_YEAR)]
NAMES = [*TABLES, *KOMPAS]
PACKAGE = "/openbaar/data/datapackage.json"
Rows = list[dict[str, Any]]


def body(answer: Any) -> bytes:
    """All of a file."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def fetch(client: Client, url: str) -> bytes:
    """A file as a program gets it."""
    answer = client.get(url.removeprefix("http://localhost:8000"))
    assert answer.status_code == 200, url
    return body(answer)


def package(client: Client) -> dict[str, Any]:
    """The description of all files."""
    return dict(json.loads(fetch(client, PACKAGE)))


def read(client: Client, resource: dict[str, Any]) -> Rows:
    """The rows of one file, in the types that its schema says."""
    content = fetch(client, resource["path"])
    if resource["format"] == "json":
        return _typed_json(json.loads(content.decode(resource["encoding"])), resource)
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    reader = csv.DictReader(text, delimiter=resource["dialect"]["delimiter"], strict=True)
    fields = resource["schema"]["fields"]
    rows = [
        {field["name"]: _cell(row[field["name"]], field, resource) for field in fields}
        for row in reader
    ]
    assert reader.fieldnames == [field["name"] for field in fields]
    return rows


def _typed_json(rows: Any, resource: dict[str, Any]) -> Rows:
    fields = resource["schema"]["fields"]
    for row in rows:
        assert list(row) == [field["name"] for field in fields]
    return [{field["name"]: _value(row[field["name"]], field) for field in fields} for row in rows]


def _value(value: Any, field: dict[str, Any]) -> Any:
    """A value of JSON; days and times are written there as text."""
    if value is None or field["type"] in {"integer", "number", "boolean"}:
        assert not isinstance(value, str)
        return value
    assert isinstance(value, str)
    return _cast(value, field)


def _cell(text: str, field: dict[str, Any], resource: dict[str, Any]) -> Any:
    if text in resource["schema"]["missingValues"]:
        return None
    return _cast(text, field)


def _cast(text: str, field: dict[str, Any]) -> Any:
    match field["type"]:
        case "integer":
            assert WHOLE.fullmatch(text), text
            return int(text)
        case "number":
            return float(Decimal(text.replace(field["decimalChar"], ".")))
        case "date":
            return date.fromisoformat(text)
        case "datetime":
            moment = datetime.strptime(text, field["format"])  # noqa: DTZ007 - as the schema says
            assert moment.tzinfo is not None
            return moment
        case "boolean":
            return {"true": True, "false": False}[text]
        case "string":
            # What stands on the page about files: the first apostrophe is not of the text.
            return text[1:] if re.match(r"''*\s*[=+@-]|'[\t\r]", text) else text
    raise AssertionError(field["type"])


def faults(name: str, tables: dict[str, tuple[dict[str, Any], Rows]]) -> list[str]:
    """What in a table is not as its schema says: required, codes, patterns, keys, links."""
    schema, rows = tables[name]
    found = [
        f"{name} {number}: {field['name']} {row[field['name']]!r}"
        for number, row in enumerate(rows)
        for field in schema["fields"]
        if not fits(row[field["name"]], field)
    ]
    keys = [tuple(row[part] for part in schema["primaryKey"]) for row in rows]
    found += [f"{name}: {key} twice" for key in set(keys) if keys.count(key) > 1]
    for link in schema.get("foreignKeys", []):
        target = link["reference"]
        theirs = {
            tuple(row[part] for part in target["fields"]) for row in tables[target["resource"]][1]
        }
        ours = {tuple(row[part] for part in link["fields"]) for row in rows}
        found += [f"{name}: {key} is nowhere" for key in ours - theirs if None not in key]
    return found


def fits(value: Any, field: dict[str, Any]) -> bool:
    """Whether a value is one that the field allows."""
    limits = field.get("constraints", {})
    if value is None:
        return not limits.get("required")
    if "enum" in limits and value not in limits["enum"]:
        return False
    if "pattern" in limits and not re.fullmatch(limits["pattern"], value):
        return False
    return field.get("format") != "uri" or bool(ADDRESS.fullmatch(value))
