"""SQL that guards a ballot where it opens and where it closes: who votes, and what comes out."""

ELECTORATE = """
CREATE FUNCTION guard_electorate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE day date := (NEW.opened_at AT TIME ZONE 'Europe/Amsterdam')::date; wrong int;
BEGIN
    IF OLD.status <> 'draft' OR NEW.status <> 'open' THEN RETURN NULL; END IF;
    IF NOT EXISTS (SELECT 1 FROM programme_programmaraad r
                    WHERE r.id = NEW.raad_id AND r.status = 'installed') THEN
        RAISE EXCEPTION 'ballot %: its programmaraad is not installed', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    WITH entitled AS (
        SELECT seat_id, organisation_id FROM programme_entitlement WHERE ballot_id = NEW.id
    ), active AS (
        SELECT s.id, s.organisation_id FROM programme_seat s
          JOIN partners_partnership p ON p.organisation_id = s.organisation_id
           AND p.joined_on <= s.from_on AND (p.left_on IS NULL OR p.left_on > day)
         WHERE s.raad_id = NEW.raad_id AND s.from_on <= day
           AND (s.until_on IS NULL OR s.until_on >= day)
    )
    SELECT count(*) INTO wrong FROM (
        (TABLE entitled EXCEPT TABLE active) UNION ALL (TABLE active EXCEPT TABLE entitled)) differ;
    IF wrong > 0 OR NOT EXISTS (
        SELECT 1 FROM programme_entitlement WHERE ballot_id = NEW.id) THEN
        RAISE EXCEPTION 'ballot %: the electorate is not the active seats of its raad', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER programme_ballot_electorate AFTER UPDATE ON programme_ballot
    FOR EACH ROW EXECUTE FUNCTION guard_electorate();
"""

# The same arithmetic as `programme.tally`, in whole numbers: a share of n/d of a whole is met when
# d times the count is more than, or at least, n times the whole.
OUTCOME = """
CREATE FUNCTION guard_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    day date := (NEW.closes_at AT TIME ZONE 'Europe/Amsterdam')::date;
    head text; entitled int; pro int; contra int; cast_ int; base_ int; outcome_ text;
BEGIN
    IF OLD.status = 'closed' OR NEW.status <> 'closed' THEN RETURN NULL; END IF;
    SELECT hash INTO head FROM programme_vote
     WHERE ballot_id = NEW.id ORDER BY sequence DESC LIMIT 1;
    SELECT count(*), count(*) FILTER (WHERE v.choice = 'for'),
           count(*) FILTER (WHERE v.choice = 'against'), count(v.choice)
      INTO entitled, pro, contra, cast_
      FROM programme_entitlement e JOIN programme_seat s ON s.id = e.seat_id
      LEFT JOIN LATERAL (SELECT choice FROM programme_vote
                          WHERE entitlement_id = e.id ORDER BY ordinal DESC LIMIT 1) v ON true
     WHERE e.ballot_id = NEW.id AND EXISTS (
        SELECT 1 FROM partners_partnership p
         WHERE p.organisation_id = e.organisation_id AND p.joined_on <= s.from_on
           AND (p.left_on IS NULL OR p.left_on > day OR p.left_recorded_at > NEW.closed_at));
    base_ := CASE NEW.base WHEN 'entitled' THEN entitled WHEN 'cast' THEN cast_ ELSE pro + contra END;
    outcome_ := CASE
        WHEN cast_ = 0
          OR cast_ * NEW.quorum_denominator < entitled * NEW.quorum_numerator
          OR NEW.quorum_is_over
             AND cast_ * NEW.quorum_denominator = entitled * NEW.quorum_numerator
        THEN 'no_quorum'
        WHEN pro = contra THEN NEW.tie_rule
        WHEN pro * NEW.majority_denominator > base_ * NEW.majority_numerator
          OR NOT NEW.majority_is_over
             AND pro * NEW.majority_denominator = base_ * NEW.majority_numerator
        THEN 'adopted'
        ELSE 'rejected' END;
    IF NEW.outcome <> outcome_ OR NEW.chain_head <> coalesce(head, NEW.seal) THEN
        RAISE EXCEPTION 'ballot %: its votes say % with head %', NEW.id, outcome_, head
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER programme_ballot_outcome AFTER UPDATE ON programme_ballot
    FOR EACH ROW EXECUTE FUNCTION guard_outcome();
"""
