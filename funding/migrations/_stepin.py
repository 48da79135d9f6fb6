"""SQL that guards step-in rounds: what was offered stays, and a yes brings a pledge that stands.

An answer first raises the version of its plan, as whatever changes the money does: so a withdrawal
at the same moment comes before it or after it.
"""

ROUNDS = """
CREATE FUNCTION guard_stepin_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE asked record; f record;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'step-in round %: stays on record', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL
           OR to_jsonb(NEW) - 'closed_at' <> to_jsonb(OLD) - 'closed_at' THEN
            RAISE EXCEPTION 'step-in round %: it can be closed once, and nothing else', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    UPDATE funding_fundingplan SET version = version + 1 WHERE id = NEW.plan_id;
    SELECT p.kind, p.status INTO f FROM projects_phase p
      JOIN funding_fundingplan n ON n.phase_id = p.id WHERE n.id = NEW.plan_id;
    IF f.kind = 'prototype' OR f.status IN ('ended', 'dropped') THEN
        RAISE EXCEPTION 'step-in round: only for a phase that asks for money and is not over'
            USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT t.id, t.total INTO asked FROM funding_fundingterms t
     WHERE t.plan_id = NEW.plan_id ORDER BY t.ordinal DESC LIMIT 1;
    IF NEW.terms_id IS DISTINCT FROM asked.id OR NEW.closed_at IS NOT NULL
       OR NEW.to_share > asked.total THEN
        RAISE EXCEPTION 'step-in round: it opens, and asks at most what its plan asks'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER funding_stepinround_guard BEFORE INSERT OR UPDATE OR DELETE ON funding_stepinround
    FOR EACH ROW EXECUTE FUNCTION guard_stepin_round();
CREATE TRIGGER funding_stepinround_table_stays BEFORE TRUNCATE ON funding_stepinround
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE funding_stepinround ENABLE ALWAYS TRIGGER funding_stepinround_guard;
ALTER TABLE funding_stepinround ENABLE ALWAYS TRIGGER funding_stepinround_table_stays;
"""

SHARES = """
CREATE FUNCTION check_stepin_shares() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE which bigint; r record; shared numeric; many bigint;
BEGIN
    IF TG_TABLE_NAME = 'funding_stepinround' THEN which := NEW.id; ELSE which := NEW.round_id; END IF;
    SELECT s.unshared, s.to_share INTO r FROM funding_stepinround s WHERE s.id = which;
    SELECT COALESCE(sum(o.share), 0), count(*) INTO shared, many
      FROM funding_stepinoffer o WHERE o.round_id = which;
    IF many = 0 OR shared + r.unshared <> r.to_share THEN
        RAISE EXCEPTION 'step-in round %: its shares are %, and % is not shared, of %',
            which, shared, r.unshared, r.to_share USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER funding_stepinround_shares AFTER INSERT ON funding_stepinround
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_stepin_shares();
CREATE CONSTRAINT TRIGGER funding_stepinoffer_shares AFTER INSERT ON funding_stepinoffer
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_stepin_shares();
ALTER TABLE funding_stepinround ENABLE ALWAYS TRIGGER funding_stepinround_shares;
ALTER TABLE funding_stepinoffer ENABLE ALWAYS TRIGGER funding_stepinoffer_shares;
"""

ANSWERS = """
CREATE FUNCTION guard_stepin_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE o record; p record; f record;
BEGIN
    SELECT s.plan_id, e.organisation_id, e.offered_at INTO o FROM funding_stepinoffer e
      JOIN funding_stepinround s ON s.id = e.round_id WHERE e.id = NEW.offer_id;
    UPDATE funding_fundingplan SET version = version + 1 WHERE id = o.plan_id;
    SELECT a.status INTO f FROM projects_phase a
      JOIN funding_fundingplan n ON n.phase_id = a.id WHERE n.id = o.plan_id;
    IF f.status IN ('ended', 'dropped') OR NEW.at < o.offered_at THEN
        RAISE EXCEPTION 'step-in answer: only to what is offered, until its phase is over'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.ordinal <> 1 + (SELECT COALESCE(max(e.ordinal), 0) FROM funding_stepinanswer e
                            WHERE e.offer_id = NEW.offer_id) THEN
        RAISE EXCEPTION 'step-in answer: answers are numbered one after the other'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.answer = 'yes' THEN
        SELECT e.plan_id, e.organisation_id, e.status INTO p
          FROM funding_pledge e WHERE e.id = NEW.pledge_id;
        IF p.plan_id IS DISTINCT FROM o.plan_id OR p.status = 'withdrawn'
           OR p.organisation_id IS DISTINCT FROM o.organisation_id THEN
            RAISE EXCEPTION 'step-in answer: a yes brings a pledge of its partner that stands'
                USING ERRCODE = 'restrict_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER funding_stepinanswer_guard BEFORE INSERT ON funding_stepinanswer
    FOR EACH ROW EXECUTE FUNCTION guard_stepin_answer();
ALTER TABLE funding_stepinanswer ENABLE ALWAYS TRIGGER funding_stepinanswer_guard;
"""

STEPIN = ROUNDS + SHARES + ANSWERS
STEPIN_BACK = """
DROP TRIGGER funding_stepinround_table_stays ON funding_stepinround;
DROP FUNCTION guard_stepin_answer() CASCADE;
DROP FUNCTION check_stepin_shares() CASCADE;
DROP FUNCTION guard_stepin_round() CASCADE;
"""
