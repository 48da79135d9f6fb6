"""The guards of a programme's texts."""

from importlib import import_module

# A module whose name begins with a digit.
FIRST = import_module("programme.migrations.0002_guards").PROGRAMME

BY_TEXT = r"AND b.text = concat_ws(E'\n\n', NEW.title, NEW.ambition, NEW.text)"
AS_SUBMITTED = """AND b.text = (
               SELECT v.snapshot::jsonb ->> 'wording' FROM programme_programmesubmission s
                 JOIN programme_programmeversion v ON v.id = s.version_id
                WHERE s.programme_id = NEW.id ORDER BY s.ordinal DESC LIMIT 1)"""


def _function(sql: str) -> str:
    """Only the function; its trigger stands already."""
    body = sql[sql.index("CREATE FUNCTION") : sql.rindex("END $$;") + len("END $$;")]
    return body.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)


ADOPTED_BY_TEXT = _function(FIRST)
ADOPTED_AS_SUBMITTED = ADOPTED_BY_TEXT.replace(BY_TEXT, AS_SUBMITTED)

CONTENTS = """
CREATE FUNCTION guard_programme_contents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN which := OLD.programme_id; ELSE which := NEW.programme_id; END IF;
    IF TG_OP = 'UPDATE' AND OLD.programme_id <> NEW.programme_id THEN
        RAISE EXCEPTION 'programme %: its themes and amounts stay with it', OLD.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT status INTO state FROM programme_programme WHERE id = which FOR SHARE;
    IF state IS NOT NULL AND state <> 'preparing' THEN
        RAISE EXCEPTION 'programme %: the submitted themes and amounts stay as they are', which
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_theme_guard BEFORE INSERT OR UPDATE OR DELETE ON programme_programmetheme
    FOR EACH ROW EXECUTE FUNCTION guard_programme_contents();
CREATE TRIGGER programme_budget_guard BEFORE INSERT OR UPDATE OR DELETE ON programme_budgetline
    FOR EACH ROW EXECUTE FUNCTION guard_programme_contents();
"""

ROWS = """
CREATE FUNCTION guard_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p record; facts jsonb := NEW.snapshot::jsonb;
BEGIN
    SELECT status, year, title, ambition, text INTO p
      FROM programme_programme WHERE id = NEW.programme_id FOR SHARE;
    IF p.status <> 'preparing' THEN
        RAISE EXCEPTION 'programme %: takes no new text now', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.sha256 <> encode(sha256(convert_to(NEW.snapshot, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'programme %: this is not the hash of the text', NEW.programme_id
            USING ERRCODE = 'check_violation';
    END IF;
    IF (facts ->> 'year', facts ->> 'title', facts ->> 'ambition', facts ->> 'text')
       IS DISTINCT FROM (p.year::text, p.title::text, p.ambition, p.text)
       OR facts ->> 'wording' IS NULL THEN
        RAISE EXCEPTION 'programme %: this is not the text of now', NEW.programme_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_version_guard BEFORE INSERT ON programme_programmeversion
    FOR EACH ROW EXECUTE FUNCTION guard_version();

CREATE FUNCTION guard_submission() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE now record;
BEGIN
    SELECT status, title, ambition, text INTO now
      FROM programme_programme WHERE id = NEW.programme_id FOR SHARE;
    IF now.status <> 'submitted' OR NOT EXISTS (
        SELECT 1 FROM programme_programmeversion v
         WHERE v.id = NEW.version_id AND v.programme_id = NEW.programme_id
           AND (v.snapshot::jsonb ->> 'title', v.snapshot::jsonb ->> 'ambition',
                v.snapshot::jsonb ->> 'text') = (now.title::text, now.ambition, now.text)
           AND v.number = (SELECT max(number) FROM programme_programmeversion
                            WHERE programme_id = NEW.programme_id)) THEN
        RAISE EXCEPTION 'programme %: only its last text is submitted', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM programme_programme p JOIN programme_ballot b ON b.id = p.ballot_id
                WHERE p.id = NEW.programme_id AND b.status <> 'closed') THEN
        RAISE EXCEPTION 'programme %: there is a ballot on it', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_submission_guard BEFORE INSERT ON programme_programmesubmission
    FOR EACH ROW EXECUTE FUNCTION guard_submission();

CREATE FUNCTION guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text; said record;
BEGIN
    SELECT status INTO state FROM programme_programme WHERE id = NEW.programme_id FOR SHARE;
    IF NEW.kind = 'comment' AND state <> 'submitted' THEN
        RAISE EXCEPTION 'programme %: comments are for a submitted text', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.kind <> 'comment' THEN
        SELECT programme_id, kind INTO said FROM programme_passagecomment WHERE id = NEW.about_id;
        IF said.kind <> 'comment' OR said.programme_id <> NEW.programme_id THEN
            RAISE EXCEPTION 'comment %: only a comment is answered', NEW.about_id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_comment_guard BEFORE INSERT ON programme_passagecomment
    FOR EACH ROW EXECUTE FUNCTION guard_comment();

CREATE FUNCTION guard_prepared() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text;
BEGIN
    SELECT status INTO state FROM programme_programme WHERE id = NEW.programme_id FOR SHARE;
    IF state <> 'adopted' THEN
        RAISE EXCEPTION 'programme %: not adopted', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_prepared_guard BEFORE INSERT ON programme_commitmentdraft
    FOR EACH ROW EXECUTE FUNCTION guard_prepared();
"""
