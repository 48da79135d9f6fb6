"""SQL that guards the money: what counts, the gate, and pledges that stay as they were made.

Whatever changes the money of a plan first raises the version of its row, and so does the start of
its phase. So of two at once the second waits, and sees what the first one did; under a stricter
isolation, where it would not see that, PostgreSQL refuses the second.
"""

# The same rule as `funding/cover.py`; `tests/funding/test_guards.py` holds the two together.
COVER = """
CREATE FUNCTION funding_cover(which bigint, on_day date)
RETURNS TABLE (total numeric, cash_minimum numeric, funders_min bigint,
               cash numeric, in_kind numeric, organisations bigint, is_arranged boolean)
LANGUAGE plpgsql AS $$
BEGIN
    SELECT t.total, t.cash_minimum INTO total, cash_minimum
      FROM funding_fundingterms t WHERE t.plan_id = which ORDER BY t.ordinal DESC LIMIT 1;
    SELECT f.funders_min INTO funders_min FROM partners_framework f
     WHERE f.status NOT IN ('draft', 'open') AND f.starts_on <= on_day
     ORDER BY f.starts_on DESC LIMIT 1;
    funders_min := COALESCE(funders_min, 2);
    SELECT COALESCE(sum(c.value) FILTER (WHERE c.form = 'cash'), 0),
           COALESCE(sum(c.value) FILTER (WHERE c.form <> 'cash'), 0),
           count(DISTINCT c.organisation_id)
      INTO cash, in_kind, organisations
      FROM (SELECT p.organisation_id, p.form,
                   CASE WHEN p.status = 'firm' THEN COALESCE(p.amount, 0) ELSE d.arrived END AS value
              FROM funding_pledge p CROSS JOIN LATERAL (
                   SELECT COALESCE(sum(e.amount), 0) AS arrived FROM funding_delivery e
                    WHERE e.pledge_id = p.id AND e.struck_at IS NULL) d
             WHERE p.plan_id = which
               AND (p.firm_at AT TIME ZONE 'Europe/Amsterdam')::date <= on_day
               AND (p.status = 'firm' AND (p.condition = ''
                        OR (p.condition_met_at AT TIME ZONE 'Europe/Amsterdam')::date <= on_day)
                    OR p.status = 'withdrawn' AND d.arrived > 0)) c;
    is_arranged := COALESCE(cash >= cash_minimum AND cash + in_kind >= total
                            AND organisations >= funders_min, false);
    RETURN NEXT;
END $$;
"""

GATE = """
CREATE FUNCTION guard_phase_money() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE plan bigint; c record;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.is_taken_over AND NOT OLD.is_taken_over THEN
        RAISE EXCEPTION 'phase %: it is taken over from the first, or never', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status NOT IN ('running', 'ended') OR NEW.kind = 'prototype' OR NEW.is_taken_over THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.status IN ('running', 'ended') AND OLD.kind = NEW.kind
       AND NOT OLD.is_taken_over AND OLD.id = NEW.id THEN
        RETURN NEW;
    END IF;
    UPDATE funding_fundingplan SET version = version + 1 WHERE phase_id = NEW.id
        RETURNING id INTO plan;
    IF plan IS NULL THEN
        RAISE EXCEPTION 'phase %: does not start, it has no funding plan', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    SELECT * INTO c FROM funding_cover(plan, NEW.started_on);
    IF NOT c.is_arranged THEN
        RAISE EXCEPTION 'phase %: does not start, its co-financing is not arranged: '
            'cash % of at least %, in all % of %, % of at least % organisations',
            NEW.id, c.cash, c.cash_minimum, c.cash + c.in_kind, c.total,
            c.organisations, c.funders_min
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER projects_phase_money BEFORE INSERT OR UPDATE ON projects_phase
    FOR EACH ROW EXECUTE FUNCTION guard_phase_money();
ALTER TABLE projects_phase ENABLE ALWAYS TRIGGER projects_phase_money;
"""

PLANS = """
CREATE FUNCTION guard_funding_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'funding plan %: stays on record', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.id <> OLD.id OR NEW.phase_id <> OLD.phase_id OR NEW.version < OLD.version THEN
        RAISE EXCEPTION 'funding plan %: belongs to its phase for ever', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER funding_fundingplan_guard BEFORE UPDATE OR DELETE ON funding_fundingplan
    FOR EACH ROW EXECUTE FUNCTION guard_funding_plan();
ALTER TABLE funding_fundingplan ENABLE ALWAYS TRIGGER funding_fundingplan_guard;

CREATE FUNCTION guard_funding_terms() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE which bigint;
BEGIN
    UPDATE funding_fundingplan SET version = version + 1 WHERE id = NEW.plan_id
        RETURNING phase_id INTO which;
    IF EXISTS (SELECT 1 FROM projects_phase f
                WHERE f.id = which AND f.status <> 'planned' AND NOT f.is_taken_over) THEN
        RAISE EXCEPTION 'funding plan %: its phase has started or was dropped, so it stays',
            NEW.plan_id USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.ordinal <> 1 + (SELECT COALESCE(max(t.ordinal), 0) FROM funding_fundingterms t
                            WHERE t.plan_id = NEW.plan_id) THEN
        RAISE EXCEPTION 'funding plan %: terms are numbered one after the other', NEW.plan_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER funding_fundingterms_guard BEFORE INSERT ON funding_fundingterms
    FOR EACH ROW EXECUTE FUNCTION guard_funding_terms();
ALTER TABLE funding_fundingterms ENABLE ALWAYS TRIGGER funding_fundingterms_guard;
"""

PLEDGES = """
CREATE FUNCTION guard_pledge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free text[] := ARRAY['condition_met_at', 'is_open']; step text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'pledge %: stays on record', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    UPDATE funding_fundingplan SET version = version + 1 WHERE id = NEW.plan_id
        RETURNING phase_id INTO which;
    IF TG_OP = 'INSERT' THEN
        IF NEW.is_taken_over THEN
            IF NEW.plan_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM projects_phase f WHERE f.id = which AND f.is_taken_over) THEN
                RAISE EXCEPTION 'pledge: only a phase that is taken over has such pledges'
                    USING ERRCODE = 'restrict_violation';
            END IF;
        ELSIF NEW.status <> 'offered' OR NEW.firm_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL
              OR NEW.condition_met_at IS NOT NULL THEN
            RAISE EXCEPTION 'pledge: starts as an offer' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    step := OLD.status || ' ' || NEW.status;
    IF step = 'offered firm' THEN
        free := free || ARRAY['status', 'firm_at', 'made_firm_by_id', 'paper_id'];
    ELSIF step IN ('offered withdrawn', 'firm withdrawn') THEN
        free := ARRAY['status', 'withdrawn_at', 'withdrawn_because', 'course_change_id'];
    ELSIF step = 'withdrawn withdrawn' THEN
        free := ARRAY[]::text[];
    ELSIF step NOT IN ('offered offered', 'firm firm') THEN
        RAISE EXCEPTION 'pledge %: no move from % to %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF to_jsonb(NEW) - free <> to_jsonb(OLD) - free
       OR OLD.is_open AND NOT NEW.is_open
       OR OLD.condition_met_at IS NOT NULL
          AND NEW.condition_met_at IS DISTINCT FROM OLD.condition_met_at THEN
        RAISE EXCEPTION 'pledge %: what was offered and done stays as it is', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER funding_pledge_guard BEFORE INSERT OR UPDATE OR DELETE ON funding_pledge
    FOR EACH ROW EXECUTE FUNCTION guard_pledge();
ALTER TABLE funding_pledge ENABLE ALWAYS TRIGGER funding_pledge_guard;
"""

DELIVERIES = """
CREATE FUNCTION guard_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p record; arrived numeric;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'delivery %: stays on record', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    UPDATE funding_fundingplan SET version = version + 1
     WHERE id = (SELECT plan_id FROM funding_pledge WHERE id = NEW.pledge_id);
    IF TG_OP = 'UPDATE' THEN
        IF OLD.struck_at IS NOT NULL OR NEW.struck_at IS NULL
           OR to_jsonb(NEW) - ARRAY['struck_at', 'struck_because']
              <> to_jsonb(OLD) - ARRAY['struck_at', 'struck_because'] THEN
            RAISE EXCEPTION 'delivery %: it can be struck once, and nothing else', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO p FROM funding_pledge WHERE id = NEW.pledge_id;
    IF NEW.struck_at IS NOT NULL OR p.status IS DISTINCT FROM 'firm'
       OR p.condition <> '' AND p.condition_met_at IS NULL THEN
        RAISE EXCEPTION 'delivery: only of a firm pledge that waits for nothing'
            USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT COALESCE(sum(amount), 0) INTO arrived FROM funding_delivery
     WHERE pledge_id = NEW.pledge_id AND struck_at IS NULL;
    IF (p.amount IS NULL) <> (NEW.amount IS NULL) OR arrived + NEW.amount > p.amount THEN
        RAISE EXCEPTION 'delivery: never more than was pledged, which is %, % arrived',
            p.amount, arrived USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER funding_delivery_guard BEFORE INSERT OR UPDATE OR DELETE ON funding_delivery
    FOR EACH ROW EXECUTE FUNCTION guard_delivery();
CREATE TRIGGER funding_delivery_table_stays BEFORE TRUNCATE ON funding_delivery
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE funding_delivery ENABLE ALWAYS TRIGGER funding_delivery_guard;
ALTER TABLE funding_delivery ENABLE ALWAYS TRIGGER funding_delivery_table_stays;
"""

MONEY = COVER + GATE + PLANS + PLEDGES + DELIVERIES
MONEY_BACK = """
DROP TRIGGER funding_delivery_table_stays ON funding_delivery;
DROP FUNCTION guard_delivery() CASCADE;
DROP FUNCTION guard_pledge() CASCADE;
DROP FUNCTION guard_funding_terms() CASCADE;
DROP FUNCTION guard_funding_plan() CASCADE;
DROP FUNCTION guard_phase_money() CASCADE;
DROP FUNCTION funding_cover(bigint, date);
"""
