"""Which triggers and functions the migrations made: what the database has to have.

Read from the SQL of the migrations themselves, so a new guard is expected from the day it is there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.migrations import RunSQL
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

FUNCTION = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION (\w+)\(.*?AS \$\$(.*?)\$\$", re.DOTALL)
TRIGGER = re.compile(
    r"CREATE (?:CONSTRAINT )?TRIGGER (?P<name>\w+)"
    r"\s+(?P<moment>BEFORE|AFTER)\s+(?P<events>[A-Z ]+?)"
    r"\s+ON\s+(?P<table>\w+)(?:\s+DEFERRABLE(?: INITIALLY \w+)?)?"
    r"\s+FOR EACH (?P<each>ROW|STATEMENT)\s+EXECUTE FUNCTION\s+(?P<function>\w+)\(",
)
ALWAYS = re.compile(r"ALTER TABLE (\w+)\s+ENABLE ALWAYS TRIGGER (\w+)")
DROPPED_TRIGGER = re.compile(r"DROP TRIGGER (?:IF EXISTS )?(\w+)\s+ON (\w+)")
DROPPED_FUNCTION = re.compile(r"DROP FUNCTION (?:IF EXISTS )?(\w+)")
# The bits of pg_trigger.tgtype.
BITS = {"ROW": 1, "BEFORE": 2, "INSERT": 4, "DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}


@dataclass
class Trigger:
    """What a trigger does, as PostgreSQL keeps it."""

    kind: int
    function: str
    is_always: bool = False


@dataclass
class Guards:
    """Triggers by table and name, and the bodies of functions by name."""

    triggers: dict[tuple[str, str], Trigger] = field(default_factory=dict)
    functions: dict[str, str] = field(default_factory=dict)

    def learn(self, text: str) -> None:
        """Follow one piece of SQL: first what it takes away, then what it makes."""
        for name, table in DROPPED_TRIGGER.findall(text):
            self.triggers.pop((table, name), None)
        for name in DROPPED_FUNCTION.findall(text):
            self.functions.pop(name, None)
        self.functions.update(FUNCTION.findall(text))
        for found in TRIGGER.finditer(text):
            words = [found["each"], found["moment"], *found["events"].split(" OR ")]
            kind = sum(BITS.get(word, 0) for word in words)
            self.triggers[found["table"], found["name"]] = Trigger(kind, found["function"])
        for table, name in ALWAYS.findall(text):
            self.triggers[table, name].is_always = True


def expected_guards() -> Guards:
    """What all migrations together have made."""
    guards = Guards()
    for operation in _operations():
        for text in _texts(operation):
            guards.learn(text)
    return guards


def _operations() -> Iterator[Operation]:
    loader = MigrationLoader(None)
    keys: dict[tuple[str, str], None] = {}
    for leaf in loader.graph.leaf_nodes():
        keys |= dict.fromkeys(loader.graph.forwards_plan(leaf))
    for app, name in keys:
        yield from loader.graph.nodes[app, name].operations


def _texts(operation: Operation) -> Iterable[str]:
    """The SQL that an operation runs on the way forward."""
    inner = getattr(operation, "database_operations", None)
    if inner:
        return [text for each in inner for text in _texts(each)]
    if not isinstance(operation, RunSQL):
        return []
    given = operation.sql
    parts = [given] if isinstance(given, str) else given
    return [part if isinstance(part, str) else part[0] for part in parts]
