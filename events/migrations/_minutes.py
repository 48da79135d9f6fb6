"""SQL that guards minutes: what was approved stays, and only what was sent is approved."""

MINUTES = """
CREATE FUNCTION guard_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION 'minutes: start as a draft' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.status = 'approved' THEN
        RAISE EXCEPTION 'minutes %: approved, so they stay', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF OLD.status <> 'draft' THEN
            RAISE EXCEPTION 'minutes %: sent, so they stay on record', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF NEW.meeting_id <> OLD.meeting_id OR NEW.status = 'draft' AND OLD.status <> 'draft' THEN
        RAISE EXCEPTION 'minutes %: no way back', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'sent' AND (NEW.sent_at IS NULL OR NEW.document_id IS NULL) THEN
        RAISE EXCEPTION 'minutes %: sent with a moment and a document', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.status = 'approved' THEN
        IF OLD.status <> 'sent' OR NEW.text <> OLD.text OR NEW.facts <> OLD.facts
           OR NEW.text IS DISTINCT FROM NEW.facts ->> 'text' OR NEW.document_id IS NULL THEN
            RAISE EXCEPTION 'minutes %: only what was sent is approved', OLD.id
                USING ERRCODE = 'check_violation';
        END IF;
        IF NOT EXISTS (
            SELECT 1 FROM events_meeting m
              JOIN events_meetingseries ms ON ms.id = m.series_id
              JOIN events_meeting n ON n.id = NEW.approved_in_id
              JOIN events_meetingseries ns ON ns.id = n.series_id
             WHERE m.id = NEW.meeting_id AND ns.duty = ms.duty
               AND n.starts_at > m.starts_at AND n.starts_at <= NEW.approved_at) THEN
            RAISE EXCEPTION 'minutes %: a later meeting of the same kind approves them', OLD.id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER events_minutes_guard BEFORE INSERT OR UPDATE OR DELETE ON events_minutes
    FOR EACH ROW EXECUTE FUNCTION guard_minutes();
CREATE TRIGGER events_minutes_table_stays BEFORE TRUNCATE ON events_minutes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE events_minutes ENABLE ALWAYS TRIGGER events_minutes_guard;
ALTER TABLE events_minutes ENABLE ALWAYS TRIGGER events_minutes_table_stays;
"""
UNDONE = """
DROP TRIGGER events_minutes_table_stays ON events_minutes;
DROP FUNCTION guard_minutes() CASCADE;
"""
