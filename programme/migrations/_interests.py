"""SQL that guards objections to interests: said once, answered once, and then they stay."""

QUESTION = """
DROP TRIGGER programme_interestquestion_rows_stay ON programme_interestquestion;
CREATE FUNCTION guard_interest_question() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE answered text[] := ARRAY['answer', 'answered_by_id', 'answered_at'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.answer <> '' THEN
            RAISE EXCEPTION 'objection: it is said before it is answered'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'objection %: said, so it stays', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.answer <> '' OR to_jsonb(NEW) - answered <> to_jsonb(OLD) - answered THEN
        RAISE EXCEPTION 'objection %: it is answered once, and stays', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_interestquestion_guard
    BEFORE INSERT OR UPDATE OR DELETE ON programme_interestquestion
    FOR EACH ROW EXECUTE FUNCTION guard_interest_question();
ALTER TABLE programme_interestquestion ENABLE ALWAYS TRIGGER programme_interestquestion_guard;
"""

QUESTION_BACK = """
DROP FUNCTION guard_interest_question() CASCADE;
CREATE TRIGGER programme_interestquestion_rows_stay
    BEFORE UPDATE OR DELETE ON programme_interestquestion
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE programme_interestquestion
    ENABLE ALWAYS TRIGGER programme_interestquestion_rows_stay;
"""
