"""SQL that guards changes of course: what was judged stays, and the raad decides what is crucial."""

COURSE = """
CREATE FUNCTION guard_course_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free text[] := ARRAY['status', 'system_reasons', 'judgement', 'judged_by_id', 'urgency',
        'ballot_id', 'decision_id', 'carried_out_on', 'result', 'withdrawal', 'minor_at',
        'crucial_at', 'called_at', 'called_afterwards_at', 'went_first_at', 'adopted_at',
        'upheld_at', 'rejected_at', 'carried_out_at', 'withdrawn_at'];
    step text; wanted text; taken record;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'proposed' THEN
            RAISE EXCEPTION 'course change: starts as a proposal' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'course change %: stays on record', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status <> 'proposed' AND to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN
        RAISE EXCEPTION 'course change %: judged, so its text stays', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = OLD.status THEN
        IF OLD.status <> 'proposed' AND to_jsonb(NEW) - 'ballot_id' <> to_jsonb(OLD) - 'ballot_id' THEN
            RAISE EXCEPTION 'course change %: only a move changes it', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    step := OLD.status || ' ' || NEW.status;
    IF step NOT IN ('proposed minor', 'proposed crucial', 'minor crucial', 'carried_out ahead',
        'crucial ahead', 'crucial adopted', 'ahead carried_out', 'crucial rejected',
        'ahead rejected', 'minor carried_out', 'adopted carried_out', 'proposed withdrawn',
        'minor withdrawn', 'crucial withdrawn')
       OR step = 'carried_out ahead' AND (OLD.crucial_at IS NOT NULL OR OLD.called_at IS NOT NULL
                                          OR OLD.upheld_at IS NOT NULL) THEN
        RAISE EXCEPTION 'course change %: no move from % to %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF step IN ('minor crucial', 'carried_out ahead') AND (
        SELECT count(*) FROM programme_crucialcall WHERE change_id = OLD.id) < 2 THEN
        RAISE EXCEPTION 'course change %: two seats call it crucial, not fewer', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    wanted := CASE WHEN NEW.status = 'rejected' THEN 'rejected'
                   WHEN step IN ('crucial adopted', 'ahead carried_out') THEN 'adopted' END;
    IF wanted IS NOT NULL THEN
        SELECT d.raad_id, d.ballot_id, b.outcome INTO taken
          FROM programme_decision d LEFT JOIN programme_ballot b ON b.id = d.ballot_id
         WHERE d.id = NEW.decision_id;
        IF taken.raad_id IS DISTINCT FROM NEW.raad_id
           OR taken.ballot_id IS NOT NULL AND (
               taken.ballot_id IS DISTINCT FROM NEW.ballot_id OR taken.outcome <> wanted) THEN
            RAISE EXCEPTION 'course change %: its programmaraad did not decide so', OLD.id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF step = 'adopted carried_out' AND NEW.carried_out_on < (
        SELECT (taken_at AT TIME ZONE 'Europe/Amsterdam')::date FROM programme_decision
         WHERE id = NEW.decision_id) THEN
        RAISE EXCEPTION 'course change %: carried out before it was decided', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_coursechange_guard
    BEFORE INSERT OR UPDATE OR DELETE ON programme_coursechange
    FOR EACH ROW EXECUTE FUNCTION guard_course_change();

CREATE FUNCTION guard_crucial_call() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE which bigint; state text;
BEGIN
    SELECT raad_id, status INTO which, state
      FROM programme_coursechange WHERE id = NEW.change_id FOR SHARE;
    IF state NOT IN ('minor', 'carried_out') THEN
        RAISE EXCEPTION 'course change %: takes no call now', NEW.change_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM programme_seat s WHERE s.id = NEW.seat_id AND s.raad_id = which) THEN
        RAISE EXCEPTION 'course change %: this seat is of another programmaraad', NEW.change_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_crucialcall_guard BEFORE INSERT ON programme_crucialcall
    FOR EACH ROW EXECUTE FUNCTION guard_crucial_call();
ALTER TABLE programme_crucialcall ENABLE ALWAYS TRIGGER programme_crucialcall_guard;
"""
