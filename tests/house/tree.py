"""The product's own files, for the tests that read them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse

ROOT = Path(__file__).resolve().parents[2]
APPS = ["partners", "events", "programme", "projects", "funding"]
FOUNDATION = ["web", "outbox", "audit", "portal", "demo"]
HOMES = [*APPS, *(f"schuldenlab/{name}" for name in FOUNDATION)]


def name(path: Path) -> str:
    """A path as people say it."""
    return path.relative_to(ROOT).as_posix()


@cache
def python_files() -> list[Path]:
    """Every Python file of the product: no tests, no bench."""
    return sorted(
        path
        for top in (*APPS, "schuldenlab")
        for path in (ROOT / top).rglob("*.py")
        if "__pycache__" not in path.parts
    )


@cache
def hand_written() -> list[Path]:
    """The same without what Django generated."""
    return [path for path in python_files() if not path.match("*/migrations/*_initial.py")]


@cache
def templates() -> list[Path]:
    """Pages, parts of pages, and letters."""
    return sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file())


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(), name(path))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions, also those inside classes and other functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def dotted(node: ast.AST) -> str:
    """`timezone.now` of the syntax tree; nothing when it is more than names and dots."""
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return node.id if isinstance(node, ast.Name) else ""


def home_and_room(path: Path) -> tuple[str, str]:
    """In which app a file lives and in which room: (`programme`, `actions`)."""
    said = name(path)
    for home in HOMES:
        if said.startswith(f"{home}/"):
            first = said.removeprefix(f"{home}/").split("/")[0]
            return home, first.removesuffix(".py")
    return "schuldenlab", said.removeprefix("schuldenlab/").split("/")[0].removesuffix(".py")


def let_go(answer: HttpResponse) -> None:
    """Close the file behind an answer; `answer.close()` would close the database as well."""
    for close in answer._resource_closers:
        close()
