"""SQL of progress: what was reported and measured stays, and of the rest only its end is written.

`guard_until_its_end(first, …)` lets only the named columns be written, and none of them any more
once the first of them is filled.
"""

FUNCTION = """
CREATE FUNCTION guard_until_its_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL
       OR to_jsonb(NEW) - TG_ARGV::text[] <> to_jsonb(OLD) - TG_ARGV::text[] THEN
        RAISE EXCEPTION '% %: only its end is written', TG_TABLE_NAME, OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
ENDS = {
    "projects_risk": ("closed_on", "closed_because", "closed_at"),
    "projects_connection": ("until_on", "ended_at"),
    "projects_indicator": ("dropped_at", "dropped_because"),
}


def guarded() -> str:
    """The triggers of all tables, for replication roles as well."""
    made = [FUNCTION]
    for table, columns in ENDS.items():
        names = ", ".join(f"'{each}'" for each in columns)
        made.append(f"""
        CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION guard_until_its_end({names});
        ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_guard;
        CREATE TRIGGER {table}_table_stays BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_table_stays;
        """)
    return "\n".join(made)


def unguarded() -> str:
    """The way back."""
    stays = "\n".join(f"DROP TRIGGER {table}_table_stays ON {table};" for table in ENDS)
    return f"{stays}\nDROP FUNCTION guard_until_its_end() CASCADE;"
