"""Selections, interests and recusals: what must never happen, refused by PostgreSQL."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

from . import _counted

OPTION = """
CREATE FUNCTION guard_option() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN which := OLD.ballot_id; ELSE which := NEW.ballot_id; END IF;
    SELECT status INTO state FROM programme_ballot WHERE id = which FOR SHARE;
    IF state <> 'draft' OR (TG_OP = 'UPDATE' AND OLD.ballot_id <> NEW.ballot_id) THEN
        RAISE EXCEPTION 'ballot %: the options are fixed', which USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_ballotoption_guard BEFORE INSERT OR UPDATE OR DELETE ON programme_ballotoption
    FOR EACH ROW EXECUTE FUNCTION guard_option();
"""

VOTE = """
CREATE OR REPLACE FUNCTION guard_vote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE b record; strange int;
BEGIN
    SELECT status, method, opened_at, closes_at, choose_max INTO b
      FROM programme_ballot WHERE id = NEW.ballot_id FOR SHARE;
    IF b.status <> 'open' OR NEW.at < b.opened_at OR NEW.at >= b.closes_at THEN
        RAISE EXCEPTION 'ballot %: takes no vote of this moment', NEW.ballot_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM programme_entitlement e
                    WHERE e.id = NEW.entitlement_id AND e.ballot_id = NEW.ballot_id) THEN
        RAISE EXCEPTION 'ballot %: this seat has no vote', NEW.ballot_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF b.method = 'selection' AND NEW.choice IN ('for', 'against')
       OR b.method = 'motion' AND NEW.choice = 'approve' THEN
        RAISE EXCEPTION 'ballot %: this is no vote of its method', NEW.ballot_id
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.choice = 'approve' THEN
        SELECT count(*) INTO strange FROM jsonb_array_elements_text(NEW.approves) a
         WHERE NOT EXISTS (SELECT 1 FROM programme_ballotoption o
                            WHERE o.ballot_id = NEW.ballot_id AND o.id = a::bigint);
        IF strange > 0 OR jsonb_array_length(NEW.approves) NOT BETWEEN 1 AND b.choose_max
           OR (SELECT count(DISTINCT a) FROM jsonb_array_elements_text(NEW.approves) a)
              <> jsonb_array_length(NEW.approves) THEN
            RAISE EXCEPTION 'ballot %: these are not up to % of its options', NEW.ballot_id,
                b.choose_max USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
"""

RECUSAL = """
CREATE FUNCTION guard_recusal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE b record;
BEGIN
    SELECT status, method, closes_at INTO b
      FROM programme_ballot WHERE id = NEW.ballot_id FOR SHARE;
    IF b.status = 'closed' OR (b.status = 'open' AND (NEW.at >= b.closes_at OR NEW.ground = 'paid')) THEN
        RAISE EXCEPTION 'ballot %: nobody steps aside any more', NEW.ballot_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF (b.method = 'selection') <> (NEW.option_id IS NOT NULL) OR NEW.option_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM programme_ballotoption o
                        WHERE o.id = NEW.option_id AND o.ballot_id = NEW.ballot_id) THEN
        RAISE EXCEPTION 'ballot %: this is not what one steps aside for', NEW.ballot_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_recusal_guard BEFORE INSERT ON programme_recusal
    FOR EACH ROW EXECUTE FUNCTION guard_recusal();
ALTER TABLE programme_recusal ENABLE ALWAYS TRIGGER programme_recusal_guard;
"""

INTEREST = """
CREATE FUNCTION guard_interest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN which := OLD.ballot_id; ELSE which := NEW.ballot_id; END IF;
    SELECT status INTO state FROM programme_ballot WHERE id = which FOR SHARE;
    IF state <> 'draft' THEN
        RAISE EXCEPTION 'ballot %: interests are disclosed before it opens', which
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.withdrawn_at IS NOT NULL
       OR to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_because']
          <> to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_because']) THEN
        RAISE EXCEPTION 'ballot %: an interest is only withdrawn', which
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_ballotinterest_guard
    BEFORE INSERT OR UPDATE OR DELETE ON programme_ballotinterest
    FOR EACH ROW EXECUTE FUNCTION guard_interest();
"""

# Whoever is paid steps aside before a ballot opens, and a selection has something to choose from.
READY = """
CREATE FUNCTION guard_ready() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status <> 'draft' OR NEW.status <> 'open' THEN RETURN NULL; END IF;
    IF (NEW.method = 'selection') <> EXISTS (
        SELECT 1 FROM programme_ballotoption o WHERE o.ballot_id = NEW.id) THEN
        RAISE EXCEPTION 'ballot %: options belong to a selection, and a selection has them', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM programme_ballotinterest i
          JOIN programme_entitlement e ON e.ballot_id = i.ballot_id
           AND e.organisation_id = i.organisation_id
         WHERE i.ballot_id = NEW.id AND i.kind = 'paid' AND i.withdrawn_at IS NULL
           AND NOT EXISTS (
            SELECT 1 FROM programme_recusal r WHERE r.ballot_id = NEW.id
               AND r.organisation_id = i.organisation_id
               AND (i.option_id IS NULL OR r.option_id = i.option_id))) THEN
        RAISE EXCEPTION 'ballot %: who is paid from it steps aside', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER programme_ballot_ready AFTER UPDATE ON programme_ballot
    FOR EACH ROW EXECUTE FUNCTION guard_ready();
"""


class Migration(migrations.Migration):
    dependencies = [("programme", "0004_deciding"), ("audit", "0002_append_only")]
    operations = [
        migrations.RunSQL(OPTION, "DROP FUNCTION guard_option() CASCADE"),
        migrations.RunSQL(VOTE, migrations.RunSQL.noop),
        migrations.RunSQL(RECUSAL, "DROP FUNCTION guard_recusal() CASCADE"),
        migrations.RunSQL(INTEREST, "DROP FUNCTION guard_interest() CASCADE"),
        migrations.RunSQL(READY, "DROP FUNCTION guard_ready() CASCADE"),
        migrations.RunSQL(_counted.ALL, migrations.RunSQL.noop),
        append_only("programme_recusal"),
        append_only("programme_interestquestion"),
    ]
