"""SQL that makes a table append-only: rows are written once and stay as they are.

The triggers are ENABLE ALWAYS, so they also fire for replication roles, and they bind the table's
owner as well. A statement trigger guards TRUNCATE, which no row trigger sees.
"""

from django.db.migrations import RunSQL

FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
"""


def append_only_function() -> RunSQL:
    """The one trigger function that every append-only table shares."""
    return RunSQL(FUNCTION, "DROP FUNCTION refuse_change()")


def append_only(table: str) -> RunSQL:
    """Refuse UPDATE, DELETE and TRUNCATE on `table`, for everybody."""
    return RunSQL(
        f"""
        CREATE TRIGGER {table}_rows_stay BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER {table}_table_stays BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_rows_stay;
        ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_table_stays;
        """,
        f"""
        DROP TRIGGER {table}_rows_stay ON {table};
        DROP TRIGGER {table}_table_stays ON {table};
        """,
    )
