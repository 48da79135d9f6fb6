"""What must never happen to seats, ballots and votes, refused by PostgreSQL for everybody."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

RAAD = """
CREATE FUNCTION refuse_invalid_raad(which bigint, day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE seats int; low int; high int;
BEGIN
    SELECT f.seats_min, f.seats_max INTO low, high
      FROM programme_programmaraad r JOIN partners_framework f ON f.id = r.framework_id
     WHERE r.id = which;
    SELECT count(*) INTO seats FROM programme_seat s
     WHERE s.raad_id = which AND s.from_on <= day AND (s.until_on IS NULL OR s.until_on >= day);
    IF seats < low OR seats > high THEN
        RAISE EXCEPTION 'programmaraad %: % seats, the framework asks for % to %',
            which, seats, low, high USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM programme_seat s
         WHERE s.raad_id = which AND s.from_on <= day AND (s.until_on IS NULL OR s.until_on >= day)
           AND NOT EXISTS (
               SELECT 1 FROM partners_partnership p
                WHERE p.organisation_id = s.organisation_id AND p.joined_on <= day
                  AND (p.left_on IS NULL OR p.left_on > day)))
    THEN
        RAISE EXCEPTION 'programmaraad %: a seat is held by an organisation that is no partner',
            which USING ERRCODE = 'check_violation';
    END IF;
END $$;

CREATE FUNCTION guard_raad() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status = 'installed' AND (TG_OP = 'INSERT' OR OLD.status <> 'installed') THEN
        PERFORM refuse_invalid_raad(NEW.id, (NEW.installed_at AT TIME ZONE 'Europe/Amsterdam')::date);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_programmaraad_guard AFTER INSERT OR UPDATE ON programme_programmaraad
    FOR EACH ROW EXECUTE FUNCTION guard_raad();

CREATE FUNCTION guard_seat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE seats int; high int; state text;
BEGIN
    SELECT r.status, f.seats_max INTO state, high
      FROM programme_programmaraad r JOIN partners_framework f ON f.id = r.framework_id
     WHERE r.id = NEW.raad_id FOR UPDATE OF r;
    IF state = 'composing' THEN RETURN NEW; END IF;
    IF NOT EXISTS (
        SELECT 1 FROM partners_partnership p
         WHERE p.organisation_id = NEW.organisation_id AND p.joined_on <= NEW.from_on
           AND (p.left_on IS NULL OR p.left_on > NEW.from_on))
    THEN
        RAISE EXCEPTION 'seat of organisation %: no partner', NEW.organisation_id
            USING ERRCODE = 'check_violation';
    END IF;
    SELECT count(*) INTO seats FROM programme_seat s
      JOIN partners_partnership p ON p.organisation_id = s.organisation_id
       AND p.joined_on <= NEW.from_on AND (p.left_on IS NULL OR p.left_on > NEW.from_on)
     WHERE s.raad_id = NEW.raad_id AND s.from_on <= NEW.from_on
       AND (s.until_on IS NULL OR s.until_on >= NEW.from_on);
    IF seats > high THEN
        RAISE EXCEPTION 'programmaraad %: % seats, at most %', NEW.raad_id, seats, high
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_seat_guard AFTER INSERT OR UPDATE ON programme_seat
    FOR EACH ROW EXECUTE FUNCTION guard_seat();
"""

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
    IF OLD.status = 'submitted' AND NEW.status = 'preparing' AND EXISTS (
        SELECT 1 FROM programme_ballot b WHERE b.id = OLD.ballot_id AND b.status = 'open') THEN
        RAISE EXCEPTION 'programme %: the programmaraad is voting on it', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'adopted' AND OLD.status <> 'adopted' AND NOT EXISTS (
        SELECT 1 FROM programme_decision d JOIN programme_ballot b ON b.id = d.ballot_id
         WHERE d.id = NEW.decision_id AND b.id = NEW.ballot_id AND b.outcome = 'adopted') THEN
        RAISE EXCEPTION 'programme %: only a ballot of the programmaraad adopts it', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_programme_guard BEFORE INSERT OR UPDATE ON programme_programme
    FOR EACH ROW EXECUTE FUNCTION guard_programme();
"""


def _drop(*names: str) -> str:
    return ";".join(f"DROP FUNCTION {name} CASCADE" for name in names)


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial"), ("audit", "0002_append_only")]
    operations = [
        migrations.RunSQL(
            RAAD, _drop("guard_raad()", "guard_seat()", "refuse_invalid_raad(bigint, date)")
        ),
        migrations.RunSQL(BALLOT, _drop("guard_ballot()", "guard_entitlement()", "guard_vote()")),
        migrations.RunSQL(PROGRAMME, _drop("guard_programme()")),
        append_only("programme_vote"),
    ]
