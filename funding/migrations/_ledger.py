"""SQL that guards the ledger: how pledges are spread, and for which year something arrived.

All parts of a schedule are together exactly the pledge, and what arrived for a year stays within the
schedule that holds. Both are looked at when a transaction ends: a schedule and its parts are written
one after the other. `tests/funding/test_ledger_guards.py` tries it.
"""

SCHEDULES = """
CREATE FUNCTION guard_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p record;
BEGIN
    SELECT * INTO p FROM funding_pledge WHERE id = NEW.pledge_id FOR UPDATE;
    UPDATE funding_fundingplan SET version = version + 1 WHERE id = p.plan_id;
    IF p.amount IS NULL OR p.status = 'withdrawn' THEN
        RAISE EXCEPTION 'schedule: only of a pledge with a value that stands'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.ordinal <> 1 + (SELECT COALESCE(max(s.ordinal), 0) FROM funding_schedule s
                            WHERE s.pledge_id = NEW.pledge_id) THEN
        RAISE EXCEPTION 'schedule: numbered one after the other'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM funding_schedule s
                WHERE s.pledge_id = NEW.pledge_id AND s.at > NEW.at) THEN
        RAISE EXCEPTION 'schedule: holds later than the one before it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER funding_schedule_guard BEFORE INSERT ON funding_schedule
    FOR EACH ROW EXECUTE FUNCTION guard_schedule();
ALTER TABLE funding_schedule ENABLE ALWAYS TRIGGER funding_schedule_guard;
"""

# One question for all three: called with a pledge, at the end of the transaction.
ADDS_UP = """
CREATE FUNCTION check_ledger(which bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE worth numeric; bad bigint;
BEGIN
    SELECT amount INTO worth FROM funding_pledge WHERE id = which;
    IF worth IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM funding_schedule s WHERE s.pledge_id = which) THEN
        RAISE EXCEPTION 'pledge %: has a value, so it has a schedule', which
            USING ERRCODE = 'check_violation';
    END IF;
    SELECT s.id INTO bad FROM funding_schedule s
      LEFT JOIN funding_instalment i ON i.schedule_id = s.id
     WHERE s.pledge_id = which GROUP BY s.id
    HAVING COALESCE(sum(i.amount), 0) <> worth LIMIT 1;
    IF bad IS NOT NULL THEN
        RAISE EXCEPTION 'schedule %: its parts are not together what was pledged', bad
            USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM (SELECT d.year, sum(d.amount) AS arrived FROM funding_delivery d
                        WHERE d.pledge_id = which AND d.struck_at IS NULL AND d.amount IS NOT NULL
                        GROUP BY d.year) a
         WHERE a.arrived > (
            SELECT COALESCE(sum(i.amount), 0) FROM funding_instalment i
             WHERE i.year = a.year AND i.schedule_id = (
                SELECT s.id FROM funding_schedule s WHERE s.pledge_id = which
                 ORDER BY s.ordinal DESC LIMIT 1))) THEN
        RAISE EXCEPTION 'pledge %: more arrived for a year than was pledged for it', which
            USING ERRCODE = 'check_violation';
    END IF;
END $$;

CREATE FUNCTION check_ledger_of_pledge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_ledger(NEW.id);
    RETURN NULL;
END $$;
CREATE FUNCTION check_ledger_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_ledger(NEW.pledge_id);
    RETURN NULL;
END $$;
CREATE FUNCTION check_ledger_of_instalment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_ledger(s.pledge_id) FROM funding_schedule s WHERE s.id = NEW.schedule_id;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER funding_pledge_adds_up AFTER INSERT ON funding_pledge
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_of_pledge();
CREATE CONSTRAINT TRIGGER funding_schedule_adds_up AFTER INSERT ON funding_schedule
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_of_part();
CREATE CONSTRAINT TRIGGER funding_instalment_adds_up AFTER INSERT ON funding_instalment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_of_instalment();
CREATE CONSTRAINT TRIGGER funding_delivery_adds_up AFTER INSERT ON funding_delivery
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_of_part();
ALTER TABLE funding_pledge ENABLE ALWAYS TRIGGER funding_pledge_adds_up;
ALTER TABLE funding_schedule ENABLE ALWAYS TRIGGER funding_schedule_adds_up;
ALTER TABLE funding_instalment ENABLE ALWAYS TRIGGER funding_instalment_adds_up;
ALTER TABLE funding_delivery ENABLE ALWAYS TRIGGER funding_delivery_adds_up;
"""

LEDGER = SCHEDULES + ADDS_UP
LEDGER_BACK = """
DROP FUNCTION check_ledger_of_instalment() CASCADE;
DROP FUNCTION check_ledger_of_part() CASCADE;
DROP FUNCTION check_ledger_of_pledge() CASCADE;
DROP FUNCTION check_ledger(bigint);
DROP FUNCTION guard_schedule() CASCADE;
"""
