"""SQL of business cases: what was submitted or approved stands still, with all that it says."""

CASES = """
CREATE FUNCTION guard_business_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[]; moves text[] := ARRAY['status', 'submitted_at', 'taken_back_at', 'approved_at',
    'dropped_at', 'sha256', 'decision_id'];
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'business case %: made, so it stays on record', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION 'business case: starts as a draft' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.id <> OLD.id OR NEW.project_id <> OLD.project_id OR NEW.version <> OLD.version THEN
        RAISE EXCEPTION 'business case %: it is this version of this project', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status <> 'draft' AND to_jsonb(NEW) - moves <> to_jsonb(OLD) - moves THEN
        RAISE EXCEPTION 'business case %: % stands still', OLD.id, OLD.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status = 'approved' AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
        RAISE EXCEPTION 'business case %: approved, it stays as it is', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = OLD.status THEN
        IF NEW.sha256 <> OLD.sha256 OR NEW.decision_id IS DISTINCT FROM OLD.decision_id THEN
            RAISE EXCEPTION 'business case %: its hash and decision come with a move', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF (OLD.status, NEW.status) NOT IN (('draft', 'submitted'), ('submitted', 'draft'),
        ('submitted', 'approved'), ('draft', 'dropped')) THEN
        RAISE EXCEPTION 'business case %: no way from % to %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.status = 'approved' AND NEW.sha256 <> OLD.sha256 THEN
        RAISE EXCEPTION 'business case %: what is approved is what was submitted', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER projects_businesscase_guard BEFORE INSERT OR UPDATE OR DELETE ON projects_businesscase
    FOR EACH ROW EXECUTE FUNCTION guard_business_case();
ALTER TABLE projects_businesscase ENABLE ALWAYS TRIGGER projects_businesscase_guard;

CREATE FUNCTION guard_case_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stands text; part record;
BEGIN
    FOR part IN SELECT DISTINCT id FROM unnest(ARRAY[
        CASE WHEN TG_OP <> 'INSERT' THEN OLD.case_id END,
        CASE WHEN TG_OP <> 'DELETE' THEN NEW.case_id END]) AS id WHERE id IS NOT NULL LOOP
        SELECT status INTO stands FROM projects_businesscase WHERE id = part.id FOR SHARE;
        IF stands IS DISTINCT FROM 'draft' THEN
            RAISE EXCEPTION 'business case %: %, so its lines and parties stand still',
                part.id, stands USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER projects_caseline_guard BEFORE INSERT OR UPDATE OR DELETE ON projects_caseline
    FOR EACH ROW EXECUTE FUNCTION guard_case_part();
CREATE TRIGGER projects_caseparty_guard BEFORE INSERT OR UPDATE OR DELETE ON projects_caseparty
    FOR EACH ROW EXECUTE FUNCTION guard_case_part();
ALTER TABLE projects_caseline ENABLE ALWAYS TRIGGER projects_caseline_guard;
ALTER TABLE projects_caseparty ENABLE ALWAYS TRIGGER projects_caseparty_guard;

CREATE FUNCTION guard_case_line_parties() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM projects_caseparty p
                WHERE p.id IN (NEW.party_id, NEW.receiver_id) AND p.case_id <> NEW.case_id) THEN
        RAISE EXCEPTION 'business case %: a line is about its own parties', NEW.case_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER projects_caseline_parties BEFORE INSERT OR UPDATE ON projects_caseline
    FOR EACH ROW EXECUTE FUNCTION guard_case_line_parties();
ALTER TABLE projects_caseline ENABLE ALWAYS TRIGGER projects_caseline_parties;

CREATE TRIGGER projects_businesscase_table_stays BEFORE TRUNCATE ON projects_businesscase
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER projects_caseline_table_stays BEFORE TRUNCATE ON projects_caseline
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER projects_caseparty_table_stays BEFORE TRUNCATE ON projects_caseparty
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE projects_businesscase ENABLE ALWAYS TRIGGER projects_businesscase_table_stays;
ALTER TABLE projects_caseline ENABLE ALWAYS TRIGGER projects_caseline_table_stays;
ALTER TABLE projects_caseparty ENABLE ALWAYS TRIGGER projects_caseparty_table_stays;
"""

UNDO = """
DROP TRIGGER projects_businesscase_table_stays ON projects_businesscase;
DROP TRIGGER projects_caseline_table_stays ON projects_caseline;
DROP TRIGGER projects_caseparty_table_stays ON projects_caseparty;
DROP FUNCTION guard_business_case() CASCADE;
DROP FUNCTION guard_case_line_parties() CASCADE;
DROP FUNCTION guard_case_part() CASCADE;
"""
