"""SQL that guards the register: what was decided stays, and what became of it is only added to."""

# Decisions stay as they are, so the column is filled while the table is written anew.
FILL = """
ALTER TABLE programme_decision ALTER COLUMN done_at TYPE timestamptz
    USING CASE WHEN status = 'done' THEN taken_at END;
"""

AFTER = """
CREATE OR REPLACE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may_change text[] := ARRAY[
    'status', 'follow_up', 'owner_id', 'due_on', 'done_at', 'dropped_at'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.ballot_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM programme_ballot b WHERE b.id = NEW.ballot_id
               AND b.raad_id = NEW.raad_id
               AND (b.outcome IN ('adopted', 'rejected', 'chosen')
                    OR b.outcome = 'second_round' AND b.counts @? '$.chosen[*]')) THEN
            RAISE EXCEPTION 'decision: its ballot did not decide' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.year <> extract(year FROM NEW.taken_at AT TIME ZONE 'Europe/Amsterdam')
           OR NEW.sequence <> 1 + coalesce(
            (SELECT max(d.sequence) FROM programme_decision d WHERE d.year = NEW.year), 0) THEN
            RAISE EXCEPTION 'decision: %-% is not the next number', NEW.year, NEW.sequence
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) - may_change <> to_jsonb(OLD) - may_change THEN
        RAISE EXCEPTION 'decision %: taken, so it stays', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status <> 'open' AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
        RAISE EXCEPTION 'decision %: %, so it stays', OLD.id, OLD.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""

BEFORE = """
CREATE OR REPLACE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.ballot_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM programme_ballot b WHERE b.id = NEW.ballot_id
               AND b.raad_id = NEW.raad_id AND b.outcome IN ('adopted', 'rejected')) THEN
            RAISE EXCEPTION 'decision: its ballot did not decide' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) - ARRAY['status', 'follow_up']
                           <> to_jsonb(OLD) - ARRAY['status', 'follow_up'] THEN
        RAISE EXCEPTION 'decision %: taken, so it stays', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
