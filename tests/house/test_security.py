"""What `docs/security.md` says is there: every requirement has a line, and its tests exist."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import ROOT, hand_written, name, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = ROOT / "docs/security.md"
# OWASP ASVS 5.0.0: how many requirements of level 1 or 2 each section has; they come first in it.
SECTIONS = {
    "V1.1": 2,
    "V1.2": 9,
    "V1.3": 11,
    "V1.4": 3,
    "V1.5": 2,
    "V2.1": 3,
    "V2.2": 3,
    "V2.3": 4,
    "V2.4": 1,
    "V3.2": 2,
    "V3.3": 4,
    "V3.4": 6,
    "V3.5": 5,
    "V3.7": 2,
    "V4.1": 3,
    "V4.2": 1,
    "V4.3": 2,
    "V4.4": 4,
    "V5.1": 1,
    "V5.2": 3,
    "V5.3": 2,
    "V5.4": 3,
    "V6.1": 3,
    "V6.2": 12,
    "V6.3": 4,
    "V6.4": 4,
    "V6.5": 5,
    "V6.6": 3,
    "V6.8": 4,
    "V7.1": 3,
    "V7.2": 4,
    "V7.3": 2,
    "V7.4": 5,
    "V7.5": 2,
    "V7.6": 2,
    "V8.1": 2,
    "V8.2": 3,
    "V8.3": 1,
    "V8.4": 1,
    "V9.1": 3,
    "V9.2": 4,
    "V10.1": 2,
    "V10.2": 2,
    "V10.3": 4,
    "V10.4": 11,
    "V10.5": 5,
    "V10.6": 2,
    "V10.7": 3,
    "V11.1": 2,
    "V11.2": 3,
    "V11.3": 3,
    "V11.4": 4,
    "V11.5": 1,
    "V11.6": 1,
    "V12.1": 3,
    "V12.2": 2,
    "V12.3": 4,
    "V13.1": 1,
    "V13.2": 5,
    "V13.3": 2,
    "V13.4": 5,
    "V14.1": 2,
    "V14.2": 4,
    "V14.3": 3,
    "V15.1": 3,
    "V15.2": 3,
    "V15.3": 7,
    "V16.1": 1,
    "V16.2": 5,
    "V16.3": 4,
    "V16.4": 3,
    "V16.5": 3,
    "V17.1": 1,
    "V17.2": 4,
    "V17.3": 2,
}
LINE = re.compile(r"^\| (V[\d.]+(?: … V[\d.]+)?|\d\.\d\d\.\d\d) \| (.+?) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
REASON = re.compile(
    r"(?:Does not apply|By design|By the operator|Partly|Not met): [A-Za-z`“].{10,}[.]$"
)


def lines() -> list[tuple[str, str]]:
    """The requirement and what is said of it, for each line of both tables."""
    return [(found[1], found[3]) for found in LINE.finditer(PAGE.read_text())]


def numbers(said: str) -> Iterator[str]:
    """`V6.2.1 … V6.2.12` is twelve of them."""
    first, _to, last = said.partition(" … ")
    section, _dot, begin = first.rpartition(".")
    end_section, _dot, end = (last or first).rpartition(".")
    assert section == end_section, said
    yield from (f"{section}.{number}" for number in range(int(begin), int(end) + 1))


@cache
def named_in(path: str) -> frozenset[str]:
    """The tests of a file."""
    found = ast.walk(ast.parse((ROOT / path).read_text()))
    return frozenset(node.name for node in found if isinstance(node, ast.FunctionDef))


def test_every_requirement_has_one_line() -> None:
    asked = [f"{section}.{n + 1}" for section, most in SECTIONS.items() for n in range(most)]
    assert len(asked) == 253
    said = [each for ids, _words in lines() if ids.startswith("V") for each in numbers(ids)]
    assert sorted(set(asked) - set(said)) == [], "what does the product do about this?"
    assert sorted(said) == sorted(set(said)), "said twice"
    assert sorted(set(said) - set(asked)) == [], "not in level 1 or 2"


def test_every_line_names_a_test_or_a_reason() -> None:
    assert len(lines()) > 200
    bare = [
        ids
        for ids, words in lines()
        if not all(TEST.fullmatch(each) or REASON.match(each) for each in words.split("<br>"))
    ]
    assert bare == []


def test_every_test_that_is_named_exists() -> None:
    named = {found for _ids, words in lines() for found in TEST.findall(words)}
    assert len(named) > 150
    gone = [f"{path}::{test}" for path, test in sorted(named) if not (ROOT / path).is_file()]
    assert gone == []
    assert [f"{path}::{test}" for path, test in sorted(named) if test not in named_in(path)] == []


# -- secrets -------------------------------------------------------------------------------------

NAMED = re.compile(r"(secret|password|passwd|token|api_?key|private_key)", re.IGNORECASE)
LOOKS_LIKE_ONE = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:ghp|gho|glpat|xox[bp]|sk_live|AKIA)[-_A-Za-z0-9]{12,}"
    r"|://[^/\s:@'\"$<{]+:(?!password|secret|word|two)[^/\s:@'\"$<{]{6,}@"
)


def settings_from_the_environment() -> Iterator[tuple[str, str, str]]:
    """Where, which variable, and its default, for each secret that a setting reads."""
    for path in hand_written():
        if "settings" not in path.parts:
            continue
        for node in ast.walk(parsed(path)):
            is_read = isinstance(node, ast.Call) and ast.unparse(node.func).startswith(
                ("env.str", "_env.str", "os.environ.get", "os.getenv")
            )
            if is_read and isinstance(node, ast.Call) and node.args:
                asked = ast.literal_eval(node.args[0]) if _is_text(node.args[0]) else ""
                default = ast.unparse(node.args[1]) if len(node.args) > 1 else ""
                if NAMED.search(asked):
                    yield name(path), asked, default


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_a_secret_has_no_default() -> None:
    found = list(settings_from_the_environment())
    assert {asked for _path, asked, _default in found} >= {"SECRET_KEY", "OIDC_CLIENT_SECRET"}
    assert [each for each in found if each[2] not in {"", "''"}] == []


def test_no_secret_stands_in_the_code() -> None:
    """In no file that is kept, whatever it is; the tests may hold what only looks like one."""
    kept = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    said = [
        f"{each}: {found[0][:12]}…"
        for each in kept
        if each and not each.startswith("tests/") and (ROOT / each).is_file()
        for found in [LOOKS_LIKE_ONE.search((ROOT / each).read_text(errors="ignore"))]
        if found
    ]
    assert said == []


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE KEY-----",
        "glpat-abcdefghijklmnop1234",
        "postgres://lab:Xk29fjwq@db/lab",
    ],
)
def test_the_finder_of_secrets_finds_them(text: str) -> None:
    assert LOOKS_LIKE_ONE.search(text)
