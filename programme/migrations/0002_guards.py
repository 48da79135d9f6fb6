"""What must never happen to seats, ballots and votes, refused by PostgreSQL for everybody."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

from ._ballots import ELECTORATE, OUTCOME
from ._seats import PARTNERSHIP, RAAD, SEAT

BALLOT = """
CREATE FUNCTION guard_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION 'ballot: starts as a draft' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF OLD.status <> 'draft' THEN
            RAISE EXCEPTION 'ballot %: opened, so it stays', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.status = 'closed' THEN
        RAISE EXCEPTION 'ballot %: closed, so it stays as it is', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status = 'open' THEN
        IF NEW.status NOT IN ('open', 'closed') THEN
            RAISE EXCEPTION 'ballot %: an open ballot only closes', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        IF (to_jsonb(NEW) - ARRAY['status', 'closed_at', 'outcome', 'counts', 'chain_head'])
           <> (to_jsonb(OLD) - ARRAY['status', 'closed_at', 'outcome', 'counts', 'chain_head']) THEN
            RAISE EXCEPTION 'ballot %: text and rules are fixed once it is open', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF NEW.status = 'closed' THEN
        RAISE EXCEPTION 'ballot %: a draft cannot close', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_ballot_guard BEFORE INSERT OR UPDATE OR DELETE ON programme_ballot
    FOR EACH ROW EXECUTE FUNCTION guard_ballot();

CREATE FUNCTION guard_entitlement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN which := OLD.ballot_id; ELSE which := NEW.ballot_id; END IF;
    SELECT status INTO state FROM programme_ballot WHERE id = which FOR SHARE;
    IF state <> 'draft' OR (TG_OP = 'UPDATE' AND OLD.ballot_id <> NEW.ballot_id) THEN
        RAISE EXCEPTION 'ballot %: the electorate is fixed', which USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_entitlement_guard BEFORE INSERT OR UPDATE OR DELETE ON programme_entitlement
    FOR EACH ROW EXECUTE FUNCTION guard_entitlement();

CREATE FUNCTION guard_vote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE b record;
BEGIN
    SELECT status, opened_at, closes_at INTO b
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
    RETURN NEW;
END $$;
CREATE TRIGGER programme_vote_guard BEFORE INSERT ON programme_vote
    FOR EACH ROW EXECUTE FUNCTION guard_vote();
ALTER TABLE programme_vote ENABLE ALWAYS TRIGGER programme_vote_guard;
"""

PROGRAMME = """
CREATE FUNCTION guard_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'preparing' THEN
            RAISE EXCEPTION 'programme of %: starts in preparation', NEW.year
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF OLD.submitted_at IS NOT NULL THEN
            RAISE EXCEPTION 'programme %: submitted, so it stays', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.status <> 'preparing' AND NEW.status <> 'preparing'
       AND (NEW.title, NEW.ambition, NEW.text, NEW.year)
           IS DISTINCT FROM (OLD.title, OLD.ambition, OLD.text, OLD.year) THEN
        RAISE EXCEPTION 'programme %: the submitted text stays as it is', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status IN ('adopted', 'closed') AND (
        NEW.status NOT IN (OLD.status, 'closed')
        OR to_jsonb(NEW) - ARRAY['status', 'closed_at'] <> to_jsonb(OLD) - ARRAY['status', 'closed_at'])
    THEN
        RAISE EXCEPTION 'programme %: adopted, so it stays', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status = 'submitted' AND NEW.status <> 'adopted'
       AND (NEW.status, NEW.ballot_id) IS DISTINCT FROM (OLD.status, OLD.ballot_id) AND EXISTS (
        SELECT 1 FROM programme_ballot b WHERE b.id = OLD.ballot_id AND b.status = 'open') THEN
        RAISE EXCEPTION 'programme %: the programmaraad is voting on it', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status IN ('adopted', 'closed') AND OLD.status NOT IN ('adopted', 'closed') AND NOT EXISTS (
        SELECT 1 FROM programme_decision d JOIN programme_ballot b ON b.id = d.ballot_id
          JOIN programme_programmaraad r ON r.id = b.raad_id
         WHERE d.id = NEW.decision_id AND b.id = NEW.ballot_id AND b.outcome = 'adopted'
           AND r.year = NEW.year
           AND b.text = concat_ws(E'\\n\\n', NEW.title, NEW.ambition, NEW.text)) THEN
        RAISE EXCEPTION 'programme %: only a ballot of the programmaraad adopts it', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_programme_guard BEFORE INSERT OR UPDATE OR DELETE ON programme_programme
    FOR EACH ROW EXECUTE FUNCTION guard_programme();
"""


DECISION = """
CREATE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER programme_decision_guard BEFORE INSERT OR UPDATE OR DELETE ON programme_decision
    FOR EACH ROW EXECUTE FUNCTION guard_decision();
"""


def _drop(*names: str) -> str:
    return ";".join(f"DROP FUNCTION {name} CASCADE" for name in names)


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial"), ("audit", "0002_append_only")]
    operations = [
        migrations.RunSQL(
            RAAD,
            _drop(
                "guard_raad()",
                "refuse_invalid_raad(bigint, date)",
                "most_seats(bigint, date, date)",
            ),
        ),
        migrations.RunSQL(SEAT, _drop("guard_seat()")),
        migrations.RunSQL(PARTNERSHIP, _drop("guard_partnership()")),
        migrations.RunSQL(BALLOT, _drop("guard_ballot()", "guard_entitlement()", "guard_vote()")),
        migrations.RunSQL(ELECTORATE, _drop("guard_electorate()")),
        migrations.RunSQL(OUTCOME, _drop("guard_outcome()")),
        migrations.RunSQL(PROGRAMME, _drop("guard_programme()")),
        migrations.RunSQL(DECISION, _drop("guard_decision()")),
        append_only("programme_vote"),
        append_only("programme_commitment"),
        append_only("programme_raadresponse"),
    ]
