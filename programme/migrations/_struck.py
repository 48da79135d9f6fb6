"""The guards of the raad and of ballots, once more: a partnership that was struck is none."""

from ._ballots import ELECTORATE, OUTCOME
from ._seats import RAAD, SEAT

SEATED = "p.organisation_id = s.organisation_id"
RIGHT = "p.struck_at IS NULL"
WAS_RIGHT = "(p.struck_at IS NULL OR p.struck_at > NEW.closed_at)"


def _functions(sql: str) -> str:
    """Only the functions; their triggers stand already."""
    parts = sql.split("CREATE FUNCTION ")[1:]
    bodies = [part[: part.rindex("$$;") + 3] for part in parts]
    return "\n".join(f"CREATE OR REPLACE FUNCTION {body}" for body in bodies)


BEFORE = "\n".join(_functions(sql) for sql in (RAAD, SEAT, ELECTORATE, OUTCOME))
AFTER = "\n".join(
    [
        _functions(RAAD).replace(SEATED, f"{RIGHT} AND {SEATED}"),
        _functions(SEAT).replace(
            "WHERE p.organisation_id = NEW.organisation_id",
            f"WHERE {RIGHT} AND p.organisation_id = NEW.organisation_id",
        ),
        _functions(ELECTORATE).replace(SEATED, f"{RIGHT} AND {SEATED}"),
        _functions(OUTCOME).replace(
            "WHERE p.organisation_id = e.organisation_id",
            f"WHERE {WAS_RIGHT} AND p.organisation_id = e.organisation_id",
        ),
    ]
)
