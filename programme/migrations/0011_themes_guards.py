"""Innovation themes and their log: what must never happen, refused by PostgreSQL for everybody."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

CALL = """
CREATE FUNCTION guard_themecall() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'call of %: opened, so it stays', OLD.year USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'open' THEN
            RAISE EXCEPTION 'call of %: starts open', NEW.year USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.status = 'decided'
       OR (NEW.year, NEW.framework_id, NEW.opened_at) <> (OLD.year, OLD.framework_id, OLD.opened_at)
       OR NEW.closes_at <> OLD.closes_at AND NEW.status <> 'open' THEN
        RAISE EXCEPTION 'call of %: this stays as it is', OLD.year USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
        ('open', 'closed'), ('closed', 'open'), ('closed', 'ballot'),
        ('ballot', 'closed'), ('ballot', 'decided')) THEN
        RAISE EXCEPTION 'call of %: no way from % to %', OLD.year, OLD.status, NEW.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'ballot' AND NOT EXISTS (
        SELECT 1 FROM programme_ballot b JOIN programme_programmaraad r ON r.id = b.raad_id
         WHERE b.id = NEW.ballot_id AND b.method = 'selection' AND r.year = NEW.year) THEN
        RAISE EXCEPTION 'call of %: its ballot is a selection of the raad of that year', OLD.year
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.status = 'decided' AND NOT EXISTS (
        SELECT 1 FROM programme_ballot b WHERE b.id = NEW.ballot_id AND b.status = 'closed') THEN
        RAISE EXCEPTION 'call of %: its ballot is not closed', OLD.year
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_themecall_guard BEFORE INSERT OR UPDATE OR DELETE ON programme_themecall
    FOR EACH ROW EXECUTE FUNCTION guard_themecall();
"""

# What was written once stays: everything but the status and the option, as soon as it is filled.
THEME = """
CREATE FUNCTION guard_innovationtheme() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE c record; chosen int;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'innovation theme %: proposed, so it stays', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT t.status, t.opened_at, t.closes_at, t.year, f.themes_max INTO c
      FROM programme_themecall t JOIN partners_framework f ON f.id = t.framework_id
     WHERE t.id = NEW.call_id FOR SHARE OF t;
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'proposed' OR c.status <> 'open'
           OR NEW.proposed_at < c.opened_at OR NEW.proposed_at >= c.closes_at THEN
            RAISE EXCEPTION 'call of %: takes no proposal of this moment', c.year
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.status IN ('withdrawn', 'delivered', 'stopped')
       OR (NEW.option_id IS DISTINCT FROM OLD.option_id AND OLD.status <> 'proposed')
       OR NOT (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM
               jsonb_each(to_jsonb(OLD) - ARRAY['status', 'option_id'])
                WHERE value NOT IN ('null', '""')) <@ to_jsonb(NEW) THEN
        RAISE EXCEPTION 'innovation theme %: this stays as it is', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
        ('proposed', 'withdrawn'), ('proposed', 'selected'), ('selected', 'exploring'),
        ('exploring', 'working_out'), ('working_out', 'delivered'), ('selected', 'stopped'),
        ('exploring', 'stopped'), ('working_out', 'stopped')) THEN
        RAISE EXCEPTION 'innovation theme %: no way from % to %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'withdrawn' AND c.status NOT IN ('open', 'closed') THEN
        RAISE EXCEPTION 'innovation theme %: it lies with the programmaraad', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'selected' AND OLD.status = 'proposed' THEN
        IF NOT EXISTS (
            SELECT 1 FROM programme_decision d JOIN programme_programmaraad r ON r.id = d.raad_id
             WHERE d.id = NEW.decision_id AND r.year = c.year AND (d.ballot_id IS NULL OR EXISTS (
                SELECT 1 FROM programme_ballotoption o JOIN programme_ballot b ON b.id = o.ballot_id
                 WHERE o.id = NEW.option_id AND b.id = d.ballot_id
                   AND b.counts -> 'chosen' @> to_jsonb(o.id)))) THEN
            RAISE EXCEPTION 'innovation theme %: the programmaraad did not choose it', OLD.id
                USING ERRCODE = 'check_violation';
        END IF;
        SELECT count(*) INTO chosen FROM programme_innovationtheme
         WHERE call_id = NEW.call_id AND selected_at IS NOT NULL AND id <> NEW.id;
        IF chosen >= c.themes_max THEN
            RAISE EXCEPTION 'call of %: at most % themes are chosen', c.year, c.themes_max
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_innovationtheme_guard
    BEFORE INSERT OR UPDATE OR DELETE ON programme_innovationtheme
    FOR EACH ROW EXECUTE FUNCTION guard_innovationtheme();
"""

FACILITATOR = """
CREATE FUNCTION guard_facilitator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT 1 FROM programme_innovationtheme t WHERE t.id = NEW.theme_id
                          AND t.status IN ('selected', 'exploring', 'working_out')) THEN
            RAISE EXCEPTION 'innovation theme %: nobody guides it now', NEW.theme_id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR OLD.until_on IS NOT NULL
       OR to_jsonb(NEW) - ARRAY['until_on', 'ended_at'] <> to_jsonb(OLD) - ARRAY['until_on', 'ended_at']
    THEN
        RAISE EXCEPTION 'facilitator %: only its end is written', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_facilitator_guard
    BEFORE INSERT OR UPDATE OR DELETE ON programme_facilitator
    FOR EACH ROW EXECUTE FUNCTION guard_facilitator();
"""

NOTE = """
CREATE FUNCTION guard_explorationnote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text;
BEGIN
    SELECT status INTO state FROM programme_innovationtheme WHERE id = NEW.theme_id FOR SHARE;
    IF NEW.corrects_id IS NULL AND state NOT IN ('exploring', 'working_out') THEN
        RAISE EXCEPTION 'innovation theme %: its log is not open', NEW.theme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM programme_explorationnote n
         WHERE n.id = NEW.corrects_id AND n.theme_id = NEW.theme_id) THEN
        RAISE EXCEPTION 'innovation theme %: this corrects an entry of another log', NEW.theme_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_explorationnote_guard BEFORE INSERT ON programme_explorationnote
    FOR EACH ROW EXECUTE FUNCTION guard_explorationnote();
ALTER TABLE programme_explorationnote ENABLE ALWAYS TRIGGER programme_explorationnote_guard;
"""


class Migration(migrations.Migration):
    dependencies = [("programme", "0010_themes"), ("audit", "0002_append_only")]
    operations = [
        migrations.RunSQL(CALL, "DROP FUNCTION guard_themecall() CASCADE"),
        migrations.RunSQL(THEME, "DROP FUNCTION guard_innovationtheme() CASCADE"),
        migrations.RunSQL(FACILITATOR, "DROP FUNCTION guard_facilitator() CASCADE"),
        migrations.RunSQL(NOTE, "DROP FUNCTION guard_explorationnote() CASCADE"),
        append_only("programme_explorationnote"),
    ]
