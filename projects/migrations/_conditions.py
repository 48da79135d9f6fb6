"""SQL of what must hold before a phase starts; `projects.gate` says the same in words."""

# What misses before a phase may start on a day; empty: it may.
MISSING = """
CREATE FUNCTION decision_may_be_about(d programme_decision, phase projects_phase) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT d.ballot_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM projects_phase o
            WHERE o.decision_id = d.id AND o.id <> phase.id AND o.status <> 'dropped')
       AND NOT EXISTS (SELECT 1 FROM programme_programme y WHERE y.decision_id = d.id)
       AND NOT EXISTS (SELECT 1 FROM programme_coursechange c WHERE c.decision_id = d.id)
       AND NOT EXISTS (SELECT 1 FROM programme_innovationtheme t WHERE t.decision_id = d.id)
$$;
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
         WHERE (d.id = phase.decision_id AND decision_may_be_about(d, phase)
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
    IF phase.kind = 'pilot' AND NOT EXISTS (
        SELECT 1 FROM projects_pilot t WHERE t.phase_id = phase.id AND t.ends_on > day) THEN
        missing := missing || 'no size, end and criterion of the pilot'::text;
    END IF;
    RETURN missing;
END $$;
"""
