"""Votes in a meeting, objections, hand-overs and packs: what must never happen to them."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

# Beside `guard_vote`, which knows the ballot's moments and its method.
ENTERED = """
CREATE FUNCTION guard_vote_entered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held_in bigint; begins timestamptz;
BEGIN
    SELECT b.meeting_id, m.starts_at INTO held_in, begins FROM programme_ballot b
      LEFT JOIN events_meeting m ON m.id = b.meeting_id WHERE b.id = NEW.ballot_id;
    IF (held_in IS NOT NULL) <> (NEW.way = 'meeting') THEN
        RAISE EXCEPTION 'ballot %: this is not how its votes come in', NEW.ballot_id
            USING ERRCODE = 'check_violation';
    END IF;
    IF held_in IS NOT NULL AND (begins IS NULL OR NEW.at < begins) THEN
        RAISE EXCEPTION 'ballot %: its meeting has not begun', NEW.ballot_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_vote_entered BEFORE INSERT ON programme_vote
    FOR EACH ROW EXECUTE FUNCTION guard_vote_entered();
ALTER TABLE programme_vote ENABLE ALWAYS TRIGGER programme_vote_entered;
"""

DISPUTE = """
CREATE FUNCTION guard_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE b record;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'objection %: said, so it stays', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.answer <> '' OR
           to_jsonb(NEW) - ARRAY['answer', 'words', 'correction_id', 'answered_by_id', 'answered_at']
           <> to_jsonb(OLD) - ARRAY['answer', 'words', 'correction_id', 'answered_by_id', 'answered_at']
        THEN
            RAISE EXCEPTION 'objection %: it is answered once, and stays', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.correction_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM programme_vote v WHERE v.id = NEW.correction_id
               AND v.entitlement_id = NEW.entitlement_id) THEN
            RAISE EXCEPTION 'objection %: another seat cannot correct it', OLD.id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    SELECT l.status, l.dispute_by INTO b FROM programme_ballot l
      JOIN programme_entitlement e ON e.ballot_id = l.id
     WHERE e.id = NEW.entitlement_id FOR SHARE OF l;
    IF b.status <> 'open' OR b.dispute_by IS NULL OR NEW.at >= b.dispute_by OR NEW.answer <> '' THEN
        RAISE EXCEPTION 'seat %: its vote takes no objection of this moment', NEW.entitlement_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.vote_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM programme_vote v
        WHERE v.id = NEW.vote_id AND v.entitlement_id = NEW.entitlement_id) THEN
        RAISE EXCEPTION 'seat %: this is not its vote', NEW.entitlement_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_dispute_guard BEFORE INSERT OR UPDATE OR DELETE ON programme_dispute
    FOR EACH ROW EXECUTE FUNCTION guard_dispute();
ALTER TABLE programme_dispute ENABLE ALWAYS TRIGGER programme_dispute_guard;
"""

HAND_OVER = """
CREATE FUNCTION guard_hand_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL
       OR to_jsonb(NEW) - 'withdrawn_at' <> to_jsonb(OLD) - 'withdrawn_at' THEN
        RAISE EXCEPTION 'hand-over %: it is only taken back', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_handover_guard BEFORE UPDATE OR DELETE ON programme_handover
    FOR EACH ROW EXECUTE FUNCTION guard_hand_over();
ALTER TABLE programme_handover ENABLE ALWAYS TRIGGER programme_handover_guard;
"""


class Migration(migrations.Migration):
    dependencies = [("programme", "0013_meeting"), ("audit", "0002_append_only")]
    operations = [
        migrations.RunSQL(ENTERED, "DROP FUNCTION guard_vote_entered() CASCADE"),
        migrations.RunSQL(DISPUTE, "DROP FUNCTION guard_dispute() CASCADE"),
        migrations.RunSQL(HAND_OVER, "DROP FUNCTION guard_hand_over() CASCADE"),
        append_only("programme_packversion"),
    ]
