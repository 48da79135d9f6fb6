"""Whether the guards of the migrations stand in the database, awake and unchanged."""

from collections.abc import Iterator

from django.db import connection
from django.utils.translation import gettext as _

from .fault import Fault
from .migrated import Trigger

TRIGGERS = """
    SELECT c.relname, t.tgname, t.tgtype, p.proname, t.tgenabled::text,
           t.tgqual IS NOT NULL OR t.tgattr::text <> ''
      FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
"""
FUNCTIONS = """
    SELECT proname, prosrc FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
"""
ASLEEP_KEYS = """
    SELECT c.relname, k.conname FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_constraint k ON k.oid = t.tgconstraint
     WHERE t.tgisinternal AND t.tgenabled IN ('D', 'R')
       AND c.relnamespace = current_schema()::regnamespace
     GROUP BY 1, 2 ORDER BY 1, 2
"""
ALWAYS, NORMAL = "A", "O"  # pg_trigger.tgenabled


def trigger_faults(expected: dict[tuple[str, str], Trigger]) -> Iterator[Fault]:
    """Triggers that are gone, asleep, or do something else than the migrations say."""
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS)
        found = {(table, name): facts for table, name, *facts in cursor.fetchall()}
        cursor.execute(ASLEEP_KEYS)
        asleep = cursor.fetchall()
    for key, trigger in sorted(expected.items()):
        message = _fault_of(trigger, found.get(key))
        if message:
            yield Fault("trigger", " ".join(key), message)
    for table, name in asleep:
        yield Fault("trigger", f"{table} {name}", _("The triggers of this key are switched off."))


def _fault_of(trigger: Trigger, found: list[object] | None) -> str:
    if found is None:
        return _("This trigger is missing.")
    kind, function, state, is_narrowed = found
    if state not in ([ALWAYS] if trigger.is_always else [ALWAYS, NORMAL]):
        return _("This trigger is not enabled as it must be.")
    if (kind, function, is_narrowed) != (trigger.kind, trigger.function, False):
        return _("This trigger is not the one that the migrations made.")
    return ""


def function_faults(expected: dict[str, str]) -> Iterator[Fault]:
    """Functions of guards that are gone, or say something else than the migrations."""
    with connection.cursor() as cursor:
        cursor.execute(FUNCTIONS)
        found = dict(cursor.fetchall())
    for name, body in sorted(expected.items()):
        if name not in found:
            yield Fault("function", name, _("This function is missing."))
        elif found[name] != body:
            message = _("This function is not the one that the migrations made.")
            yield Fault("function", name, message)
