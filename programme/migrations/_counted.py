"""SQL that counts a ballot where it closes: motions and selections, and who stepped aside.

The same arithmetic as `programme.tally`, in whole numbers: a share of n/d of a whole is met when d
times the count is more than, or at least, n times the whole; a/b is more than c/d when a*d > c*b.
"""

MET = """
CREATE FUNCTION share_is_met(count_ bigint, whole bigint, numerator int, denominator int, is_over bool)
RETURNS bool LANGUAGE sql IMMUTABLE AS $$
    SELECT count_ * denominator > whole * numerator
        OR NOT is_over AND count_ * denominator = whole * numerator
$$;
"""

# The electorate at the deadline, as was known at closing, each with its last vote.
COUNTING = """
CREATE FUNCTION counting_votes(ballot bigint, closes timestamptz, closed timestamptz)
RETURNS TABLE (organisation bigint, choice text, approves jsonb) LANGUAGE sql STABLE AS $$
    SELECT e.organisation_id, v.choice, v.approves
      FROM programme_entitlement e JOIN programme_seat s ON s.id = e.seat_id
      LEFT JOIN LATERAL (SELECT choice, approves FROM programme_vote
                          WHERE entitlement_id = e.id ORDER BY ordinal DESC LIMIT 1) v ON true
     WHERE e.ballot_id = ballot AND EXISTS (
        SELECT 1 FROM partners_partnership p
         WHERE (p.struck_at IS NULL OR p.struck_at > closed)
           AND p.organisation_id = e.organisation_id AND p.joined_on <= s.from_on
           AND (p.left_on IS NULL OR p.left_on > (closes AT TIME ZONE 'Europe/Amsterdam')::date
                OR p.left_recorded_at > closed))
$$;
"""

MOTION = """
CREATE FUNCTION motion_outcome(b programme_ballot) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE entitled bigint; pro bigint; contra bigint; cast_ bigint; base_ bigint;
BEGIN
    SELECT count(*), count(*) FILTER (WHERE choice = 'for'),
           count(*) FILTER (WHERE choice = 'against'), count(choice)
      INTO entitled, pro, contra, cast_
      FROM counting_votes(b.id, b.closes_at, b.closed_at) v
     WHERE NOT EXISTS (SELECT 1 FROM programme_recusal r WHERE r.ballot_id = b.id
                          AND r.organisation_id = v.organisation AND NOT r.is_replaced);
    base_ := CASE b.base WHEN 'entitled' THEN entitled WHEN 'cast' THEN cast_ ELSE pro + contra END;
    RETURN CASE
        WHEN cast_ = 0 OR NOT share_is_met(
            cast_, entitled, b.quorum_numerator, b.quorum_denominator, b.quorum_is_over)
        THEN 'no_quorum'
        WHEN pro = contra THEN b.tie_rule
        WHEN share_is_met(
            pro, base_, b.majority_numerator, b.majority_denominator, b.majority_is_over)
        THEN 'adopted' ELSE 'rejected' END;
END $$;
"""

# Every option with its approvals and base, among the seats that did not step aside for it.
OPTIONS = """
CREATE FUNCTION counted_options(b programme_ballot)
RETURNS TABLE (option bigint, approvals bigint, base bigint) LANGUAGE sql STABLE AS $$
    WITH votes AS (
        SELECT v.organisation, v.choice, array(
            SELECT a::bigint FROM jsonb_array_elements_text(coalesce(v.approves, '[]')) a
             WHERE NOT EXISTS (SELECT 1 FROM programme_recusal r WHERE r.ballot_id = b.id
                                  AND r.organisation_id = v.organisation AND NOT r.is_replaced
                                  AND r.option_id = a::bigint)) AS says
          FROM counting_votes(b.id, b.closes_at, b.closed_at) v
    )
    SELECT o.id, count(*) FILTER (WHERE o.id = ANY(v.says)), count(v.organisation)
      FROM programme_ballotoption o
      LEFT JOIN votes v ON cardinality(v.says) > 0 AND NOT EXISTS (
        SELECT 1 FROM programme_recusal r WHERE r.ballot_id = b.id AND r.option_id = o.id
           AND r.organisation_id = v.organisation AND NOT r.is_replaced)
     WHERE o.ballot_id = b.id GROUP BY o.id
$$;
"""

SELECTION = """
CREATE FUNCTION selection_outcome(b programme_ballot, OUT outcome text, OUT chosen bigint[])
LANGUAGE plpgsql STABLE AS $$
DECLARE entitled bigint; cast_ bigint; options bigint; tied bigint; undecided bool;
BEGIN
    SELECT count(*) INTO options FROM programme_ballotoption WHERE ballot_id = b.id;
    SELECT count(*), count(choice) INTO entitled, cast_
      FROM counting_votes(b.id, b.closes_at, b.closed_at) v
     WHERE options > (SELECT count(*) FROM programme_recusal r WHERE r.ballot_id = b.id
                         AND r.organisation_id = v.organisation AND NOT r.is_replaced);
    chosen := '{}';
    IF cast_ = 0 OR NOT share_is_met(
        cast_, entitled, b.quorum_numerator, b.quorum_denominator, b.quorum_is_over)
    THEN
        outcome := 'no_quorum';
        RETURN;
    END IF;
    WITH passing AS (
        SELECT * FROM counted_options(b) o WHERE o.base > 0 AND share_is_met(
            o.approvals, o.base, b.majority_numerator, b.majority_denominator, b.majority_is_over)
    ), placed AS (
        SELECT o.option,
               count(*) FILTER (WHERE x.approvals * o.base > o.approvals * x.base) AS above,
               count(*) FILTER (WHERE x.approvals * o.base >= o.approvals * x.base) AS upto
          FROM passing o CROSS JOIN passing x GROUP BY o.option
    )
    SELECT coalesce(array_agg(option) FILTER (WHERE upto <= b.choose_max), '{}'),
           count(*) FILTER (WHERE above < b.choose_max AND upto > b.choose_max)
      INTO chosen, tied FROM placed;
    undecided := tied > 0 OR cardinality(chosen) < b.choose_min;
    outcome := CASE WHEN undecided AND b.tie_rule = 'second_round' THEN 'second_round'
                    WHEN cardinality(chosen) >= b.choose_min THEN 'chosen' ELSE 'rejected' END;
    IF outcome = 'rejected' THEN chosen := '{}'; END IF;
END $$;
"""

OUTCOME = """
CREATE OR REPLACE FUNCTION guard_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head text; outcome_ text; chosen_ bigint[]; said bigint[];
BEGIN
    IF OLD.status = 'closed' OR NEW.status <> 'closed' THEN RETURN NULL; END IF;
    SELECT hash INTO head FROM programme_vote
     WHERE ballot_id = NEW.id ORDER BY sequence DESC LIMIT 1;
    IF NEW.method = 'selection' THEN
        SELECT outcome, chosen INTO outcome_, chosen_ FROM selection_outcome(NEW);
        said := array(SELECT c::bigint FROM jsonb_array_elements_text(NEW.counts -> 'chosen') c);
        IF NOT (said <@ chosen_ AND chosen_ <@ said AND cardinality(said) = cardinality(chosen_)) THEN
            RAISE EXCEPTION 'ballot %: its votes choose %', NEW.id, chosen_
                USING ERRCODE = 'check_violation';
        END IF;
    ELSE
        outcome_ := motion_outcome(NEW);
    END IF;
    IF NEW.outcome <> outcome_ OR NEW.chain_head <> coalesce(head, NEW.seal) THEN
        RAISE EXCEPTION 'ballot %: its votes say % with head %', NEW.id, outcome_, head
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
"""

ALL = f"{MET}\n{COUNTING}\n{MOTION}\n{OPTIONS}\n{SELECTION}\n{OUTCOME}"
