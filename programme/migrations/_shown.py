"""What stays as it is may still be shown on the public pages, or taken back."""

from importlib import import_module

from ._decisions import AFTER as DECISION_BEFORE
from ._programmes import ADOPTED_AS_SUBMITTED as PROGRAMME_BEFORE

_THEMES = import_module("programme.migrations.0011_themes_guards").THEME
_BEGIN, _END = "CREATE FUNCTION guard_innovationtheme()", "END $$;"
_FUNCTION = _THEMES[_THEMES.index(_BEGIN) : _THEMES.rindex(_END) + len(_END)]
THEME_BEFORE = _FUNCTION.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)


def _changed(sql: str, *changes: tuple[str, str]) -> str:
    """Each part once, and a fault when it is not there."""
    for old, new in changes:
        if sql.count(old) != 1:
            msg = f"{old!r} stands there {sql.count(old)} times"
            raise RuntimeError(msg)
        sql = sql.replace(old, new)
    return sql


_CLOSED = "ARRAY['status', 'closed_at']"
_CLOSED_OR_SHOWN = "ARRAY['status', 'closed_at', 'is_public']"
PROGRAMME = PROGRAMME_BEFORE.replace(_CLOSED, _CLOSED_OR_SHOWN)

DECISION = _changed(
    DECISION_BEFORE,
    ("'done_at', 'dropped_at']", "'done_at', 'dropped_at', 'is_public']"),
    (
        "OLD.status <> 'open' AND to_jsonb(NEW) <> to_jsonb(OLD)",
        "OLD.status <> 'open' AND to_jsonb(NEW) - 'is_public' <> to_jsonb(OLD) - 'is_public'",
    ),
)

_STILL = """IF (OLD.status IN ('withdrawn', 'delivered', 'stopped')
           AND to_jsonb(NEW) - 'is_public' <> to_jsonb(OLD) - 'is_public')
"""
THEME = _changed(
    THEME_BEFORE,
    (
        "IF OLD.status IN ('withdrawn', 'delivered', 'stopped')\n",
        _STILL,
    ),
    ("ARRAY['status', 'option_id']", "ARRAY['status', 'option_id', 'is_public']"),
)
