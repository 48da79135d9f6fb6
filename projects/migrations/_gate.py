"""SQL of the gate: no phase starts without what must hold, whoever asks and by whatever road."""

PROJECT = """
CREATE FUNCTION guard_project() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE fixed text[] := ARRAY['id', 'year', 'sequence', 'innovation_theme_id', 'is_taken_over'];
    field text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'project %: opened, so it stays', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'active' THEN
            RAISE EXCEPTION 'project: starts active' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.is_taken_over = (NEW.innovation_theme_id IS NOT NULL) THEN
            RAISE EXCEPTION 'project: comes from an innovation theme, or is taken over'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    FOREACH field IN ARRAY fixed LOOP
        IF to_jsonb(NEW) -> field IS DISTINCT FROM to_jsonb(OLD) -> field THEN
            RAISE EXCEPTION 'project %: its % stays as it is', OLD.id, field
                USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
        ('active', 'on_hold'), ('on_hold', 'active'), ('active', 'stopped'),
        ('on_hold', 'stopped'), ('active', 'handed_over')) THEN
        RAISE EXCEPTION 'project %: no way from % to %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER projects_project_guard BEFORE INSERT OR UPDATE OR DELETE ON projects_project
    FOR EACH ROW EXECUTE FUNCTION guard_project();
ALTER TABLE projects_project ENABLE ALWAYS TRIGGER projects_project_guard;
"""

# What misses before a phase may start on a day; empty: it may.
MISSING = """
CREATE FUNCTION phase_start_misses(phase projects_phase, day date) RETURNS text[]
LANGUAGE plpgsql AS $$
DECLARE missing text[] := '{}'; p record; theme text; steering bigint;
BEGIN
    SELECT * INTO p FROM projects_project WHERE id = phase.project_id FOR UPDATE;
    IF p.status <> 'active' THEN
        missing := missing || format('the project is %s', p.status);
    END IF;
    IF phase.kind IN ('business_case', 'prototype') AND p.innovation_theme_id IS NOT NULL THEN
        SELECT status INTO theme FROM programme_innovationtheme WHERE id = p.innovation_theme_id;
        IF theme NOT IN ('exploring', 'working_out') THEN
            missing := missing || format('its theme is %s', theme);
        END IF;
    END IF;
    IF phase.kind <> 'prototype' AND NOT EXISTS (
        SELECT 1 FROM projects_leadership l WHERE l.project_id = p.id AND l.role = 'leader'
           AND l.from_on <= day AND (l.until_on IS NULL OR l.until_on >= day)) THEN
        missing := missing || 'no project leader'::text;
    END IF;
    IF phase.kind = 'business_case' AND NOT EXISTS (
        SELECT 1 FROM projects_participation o WHERE o.project_id = p.id
           AND o.from_on <= day AND (o.until_on IS NULL OR o.until_on >= day)) THEN
        missing := missing || 'no interested organisation'::text;
    END IF;
    IF phase.kind NOT IN ('pilot', 'project') THEN
        RETURN missing;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM programme_decision d LEFT JOIN programme_ballot b ON b.id = d.ballot_id
          LEFT JOIN programme_ballot earlier ON earlier.id = b.previous_id
         WHERE (d.id = phase.decision_id
                OR phase.ballot_id IN (b.id, b.previous_id, earlier.previous_id))
           AND d.status <> 'dropped' AND (d.ballot_id IS NULL OR b.outcome = 'adopted')
           AND (d.taken_at AT TIME ZONE 'Europe/Amsterdam')::date <= day) THEN
        missing := missing || 'no decision of the programmaraad'::text;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM projects_businesscase c JOIN programme_decision d ON d.id = c.decision_id
          LEFT JOIN programme_ballot b ON b.id = d.ballot_id
         WHERE c.project_id = p.id AND c.status = 'approved' AND d.status <> 'dropped'
           AND (d.ballot_id IS NULL OR b.outcome = 'adopted')
           AND (d.taken_at AT TIME ZONE 'Europe/Amsterdam')::date <= day)
       AND NOT EXISTS (
        SELECT 1 FROM projects_prototype t JOIN projects_phase f ON f.id = t.phase_id
         WHERE f.project_id = p.id AND t.goes_on
           AND (t.decided_at AT TIME ZONE 'Europe/Amsterdam')::date <= day) THEN
        missing := missing || 'no approved business case'::text;
    END IF;
    SELECT id INTO steering FROM projects_stuurgroep WHERE project_id = p.id;
    IF (SELECT count(DISTINCT s.organisation_id) FROM projects_stake s
         WHERE s.stuurgroep_id = steering AND s.from_on <= day
           AND (s.until_on IS NULL OR s.until_on >= day)) < 2 THEN
        missing := missing || 'fewer than two organisations with a stake in its stuurgroep'::text;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM projects_stuurgroepmember m JOIN projects_stake s ON s.id = m.stake_id
         WHERE m.stuurgroep_id = steering AND m.is_chair AND m.from_on <= day
           AND (m.until_on IS NULL OR m.until_on >= day)
           AND s.from_on <= day AND (s.until_on IS NULL OR s.until_on >= day)) THEN
        missing := missing || 'no chair of its stuurgroep'::text;
    END IF;
    RETURN missing;
END $$;
"""

PHASE = """
CREATE FUNCTION guard_phase() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE missing text[]; fixed text[]; field text; p record;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'phase %: planned, so it stays on record', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT NEW.is_taken_over AND NEW.status = 'planned' THEN
            RETURN NEW;
        END IF;
        SELECT * INTO p FROM projects_project WHERE id = NEW.project_id FOR UPDATE;
        IF NEW.is_taken_over AND p.is_taken_over AND NEW.status IN ('running', 'ended')
           AND NEW.started_on < (SELECT live_on FROM partners_golive) THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'phase: starts planned, unless it began before this lab was kept here'
            USING ERRCODE = 'check_violation';
    END IF;
    fixed := ARRAY['id', 'project_id', 'is_taken_over', 'ordinal'];
    IF OLD.status <> 'planned' THEN
        fixed := fixed || ARRAY['kind', 'started_on', 'started_at', 'decision_id', 'ballot_id'];
    END IF;
    IF OLD.status = 'ended' THEN
        fixed := fixed || ARRAY['ended_on', 'ended_with', 'ended_at'];
    END IF;
    FOREACH field IN ARRAY fixed LOOP
        IF to_jsonb(NEW) -> field IS DISTINCT FROM to_jsonb(OLD) -> field THEN
            RAISE EXCEPTION 'phase %: its % stays as it is', OLD.id, field
                USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
    IF NEW.status = OLD.status THEN
        RETURN NEW;
    END IF;
    IF (OLD.status, NEW.status) NOT IN (
        ('planned', 'running'), ('running', 'ended'), ('planned', 'dropped')) THEN
        RAISE EXCEPTION 'phase %: no way from % to %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.status = 'running' THEN
        missing := phase_start_misses(NEW, NEW.started_on);
        IF cardinality(missing) > 0 THEN
            RAISE EXCEPTION 'phase % cannot start: %', OLD.id, array_to_string(missing, '; ')
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER projects_phase_guard BEFORE INSERT OR UPDATE OR DELETE ON projects_phase
    FOR EACH ROW EXECUTE FUNCTION guard_phase();
ALTER TABLE projects_phase ENABLE ALWAYS TRIGGER projects_phase_guard;
"""

# A theme is worked out from the day on which the first phase of its project started.
THEME = """
CREATE FUNCTION guard_working_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status = 'working_out' AND OLD.status <> 'working_out' AND NOT EXISTS (
        SELECT 1 FROM projects_phase f JOIN projects_project p ON p.id = f.project_id
         WHERE p.innovation_theme_id = NEW.id AND f.status IN ('running', 'ended')
           AND f.kind = NEW.result_kind)
       AND NEW.working_out_on >= coalesce(
           (SELECT live_on FROM partners_golive), '-infinity'::date) THEN
        RAISE EXCEPTION 'innovation theme %: no phase of its project has started', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_innovationtheme_worked_out BEFORE UPDATE ON programme_innovationtheme
    FOR EACH ROW EXECUTE FUNCTION guard_working_out();
ALTER TABLE programme_innovationtheme ENABLE ALWAYS TRIGGER programme_innovationtheme_worked_out;
"""

# Rows on which the gate looks: they are written once, and only their end is added.
PEOPLE = """
CREATE FUNCTION guard_dated_in_project() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE free text[] := ARRAY['until_on', 'ended_at', 'ended_because'];
BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(OLD) ->> 'until_on' IS NOT NULL
       OR to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN
        RAISE EXCEPTION '% %: only its end is written', TG_TABLE_NAME, OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER projects_leadership_guard BEFORE UPDATE OR DELETE ON projects_leadership
    FOR EACH ROW EXECUTE FUNCTION guard_dated_in_project();
CREATE TRIGGER projects_participation_guard BEFORE UPDATE OR DELETE ON projects_participation
    FOR EACH ROW EXECUTE FUNCTION guard_dated_in_project();
CREATE TRIGGER projects_stake_guard BEFORE UPDATE OR DELETE ON projects_stake
    FOR EACH ROW EXECUTE FUNCTION guard_dated_in_project();
CREATE TRIGGER projects_stuurgroepmember_guard BEFORE UPDATE OR DELETE ON projects_stuurgroepmember
    FOR EACH ROW EXECUTE FUNCTION guard_dated_in_project();

ALTER TABLE projects_leadership ENABLE ALWAYS TRIGGER projects_leadership_guard;
ALTER TABLE projects_participation ENABLE ALWAYS TRIGGER projects_participation_guard;
ALTER TABLE projects_stake ENABLE ALWAYS TRIGGER projects_stake_guard;
ALTER TABLE projects_stuurgroepmember ENABLE ALWAYS TRIGGER projects_stuurgroepmember_guard;
CREATE TRIGGER projects_leadership_table_stays BEFORE TRUNCATE ON projects_leadership
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER projects_participation_table_stays BEFORE TRUNCATE ON projects_participation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER projects_stake_table_stays BEFORE TRUNCATE ON projects_stake
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER projects_stuurgroepmember_table_stays BEFORE TRUNCATE ON projects_stuurgroepmember
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE projects_leadership ENABLE ALWAYS TRIGGER projects_leadership_table_stays;
ALTER TABLE projects_participation ENABLE ALWAYS TRIGGER projects_participation_table_stays;
ALTER TABLE projects_stake ENABLE ALWAYS TRIGGER projects_stake_table_stays;
ALTER TABLE projects_stuurgroepmember ENABLE ALWAYS TRIGGER projects_stuurgroepmember_table_stays;

CREATE FUNCTION guard_stuurgroep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.id <> OLD.id OR NEW.project_id <> OLD.project_id THEN
        RAISE EXCEPTION 'stuurgroep %: it steers one project for ever', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER projects_stuurgroep_guard BEFORE UPDATE OR DELETE ON projects_stuurgroep
    FOR EACH ROW EXECUTE FUNCTION guard_stuurgroep();
ALTER TABLE projects_stuurgroep ENABLE ALWAYS TRIGGER projects_stuurgroep_guard;

CREATE FUNCTION guard_stuurgroep_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM projects_stake s
                    WHERE s.id = NEW.stake_id AND s.stuurgroep_id = NEW.stuurgroep_id) THEN
        RAISE EXCEPTION 'stuurgroep %: a member speaks for a stake in this stuurgroep',
            NEW.stuurgroep_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER projects_stuurgroepmember_stake BEFORE INSERT ON projects_stuurgroepmember
    FOR EACH ROW EXECUTE FUNCTION guard_stuurgroep_member();
ALTER TABLE projects_stuurgroepmember ENABLE ALWAYS TRIGGER projects_stuurgroepmember_stake;
"""
