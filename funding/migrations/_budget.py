"""SQL that guards what is carried over: never more than a year has too much.

`funding_surplus` is the rule of `funding/budget.py` for this moment: cash that is more than the
need, without the money of phases. Two at once wait for each
other at the programme of the year; under a stricter isolation the number of the row refuses one.
`tests/funding/test_carrying.py` holds it beside the arithmetic.
"""

SURPLUS = """
CREATE FUNCTION funding_surplus(which_year integer, which text)
RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE needed numeric; firm numeric; cash numeric; arrived numeric; arrived_cash numeric;
    carried numeric; programme bigint;
BEGIN
    SELECT p.id INTO programme FROM programme_programme p
     WHERE p.year = which_year AND p.adopted_at IS NOT NULL;
    IF programme IS NULL THEN
        RETURN 0;
    END IF;
    SELECT COALESCE(sum(b.amount), 0) INTO needed FROM programme_budgetline b
     WHERE b.programme_id = programme AND b.category = which;
    SELECT GREATEST(0, needed + COALESCE(sum(c.budget_after - c.budget_before), 0)) INTO needed
      FROM programme_coursechange c JOIN programme_programmaraad r ON r.id = c.raad_id
     WHERE r.year = which_year AND c.kind = 'budget_moved' AND c.category = which
       AND c.status IN ('minor', 'ahead', 'adopted', 'carried_out');
    SELECT COALESCE(sum(i.amount), 0), COALESCE(sum(i.amount) FILTER (WHERE p.form = 'cash'), 0)
      INTO firm, cash
      FROM funding_instalment i
      JOIN funding_schedule s ON s.id = i.schedule_id
      JOIN funding_pledge p ON p.id = s.pledge_id
     WHERE i.year = which_year AND p.category = which AND p.plan_id IS NULL AND p.status = 'firm'
       AND (p.condition = '' OR p.condition_met_at IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM funding_schedule l
                        WHERE l.pledge_id = s.pledge_id AND l.ordinal > s.ordinal);
    SELECT COALESCE(sum(d.amount), 0), COALESCE(sum(d.amount) FILTER (WHERE p.form = 'cash'), 0)
      INTO arrived, arrived_cash
      FROM funding_delivery d JOIN funding_pledge p ON p.id = d.pledge_id
     WHERE d.year = which_year AND p.category = which AND p.plan_id IS NULL
       AND p.status = 'withdrawn' AND d.struck_at IS NULL;
    SELECT COALESCE(sum(CASE WHEN c.year = which_year THEN -c.amount ELSE c.amount END), 0)
      INTO carried FROM funding_carryover c
     WHERE c.category = which AND c.year IN (which_year - 1, which_year) AND c.struck_at IS NULL;
    RETURN GREATEST(0, LEAST(cash + arrived_cash + carried, firm + arrived + carried - needed));
END $$;
"""

CARRYING = """
CREATE FUNCTION guard_carry_over() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE surplus numeric;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'carry-over %: stays on record', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.struck_at IS NOT NULL OR NEW.struck_at IS NULL
           OR to_jsonb(NEW) - ARRAY['struck_at', 'struck_because']
              <> to_jsonb(OLD) - ARRAY['struck_at', 'struck_because'] THEN
            RAISE EXCEPTION 'carry-over %: it can be struck once, and nothing else', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    PERFORM 1 FROM programme_programme WHERE year = NEW.year FOR UPDATE;
    IF NEW.struck_at IS NOT NULL OR NEW.ordinal <> 1 + (
        SELECT COALESCE(max(c.ordinal), 0) FROM funding_carryover c
         WHERE c.year = NEW.year AND c.category = NEW.category) THEN
        RAISE EXCEPTION 'carry-over: numbered one after the other, and not struck at once'
            USING ERRCODE = 'restrict_violation';
    END IF;
    surplus := funding_surplus(NEW.year, NEW.category);
    IF NEW.amount > surplus THEN
        RAISE EXCEPTION 'carry-over: % of % has % too much, not more',
            NEW.category, NEW.year, surplus USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER funding_carryover_guard BEFORE INSERT OR UPDATE OR DELETE ON funding_carryover
    FOR EACH ROW EXECUTE FUNCTION guard_carry_over();
CREATE TRIGGER funding_carryover_table_stays BEFORE TRUNCATE ON funding_carryover
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE funding_carryover ENABLE ALWAYS TRIGGER funding_carryover_guard;
ALTER TABLE funding_carryover ENABLE ALWAYS TRIGGER funding_carryover_table_stays;
"""

BUDGET = SURPLUS + CARRYING
BUDGET_BACK = """
DROP TRIGGER funding_carryover_table_stays ON funding_carryover;
DROP FUNCTION guard_carry_over() CASCADE;
DROP FUNCTION funding_surplus(integer, text);
"""
