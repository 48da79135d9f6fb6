from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

from schuldenlab.audit.append_only import append_only

# What may still change once a framework is no draft: its life, its page, and nothing that is signed.
FRAMEWORK = """
CREATE FUNCTION framework_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free text[] := ARRAY['status', 'opened_at', 'in_force_at', 'expired_at', 'sign_by', 'is_public'];
BEGIN
    IF OLD.status = 'draft' THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a framework that is no draft stays' USING ERRCODE = 'restrict_violation';
    END IF;
    IF to_jsonb(OLD) - free <> to_jsonb(NEW) - free THEN
        RAISE EXCEPTION 'the text of a framework is edited only as a draft'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'draft' THEN
        RAISE EXCEPTION 'a framework does not become a draft again'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER framework_text_stays BEFORE UPDATE OR DELETE ON partners_framework
    FOR EACH ROW EXECUTE FUNCTION framework_text_stays();
ALTER TABLE partners_framework ENABLE ALWAYS TRIGGER framework_text_stays;

CREATE FUNCTION clause_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owners bigint[];
BEGIN
    IF TG_TABLE_NAME = 'partners_clause' THEN
        owners := ARRAY[
            CASE WHEN TG_OP <> 'INSERT' THEN OLD.framework_id END,
            CASE WHEN TG_OP <> 'DELETE' THEN NEW.framework_id END
        ];
    ELSE
        SELECT array_agg(framework_id) INTO owners FROM partners_clause WHERE id IN (
            CASE WHEN TG_OP <> 'INSERT' THEN OLD.clause_id END,
            CASE WHEN TG_OP <> 'DELETE' THEN NEW.clause_id END
        );
    END IF;
    PERFORM FROM partners_framework WHERE id = ANY (owners) AND status <> 'draft';
    IF FOUND THEN
        RAISE EXCEPTION 'clauses are edited only in a draft' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER clause_of_draft BEFORE INSERT OR UPDATE OR DELETE ON partners_clause
    FOR EACH ROW EXECUTE FUNCTION clause_of_draft();
ALTER TABLE partners_clause ENABLE ALWAYS TRIGGER clause_of_draft;
CREATE TRIGGER measure_of_draft BEFORE INSERT OR UPDATE OR DELETE ON partners_clausemeasure
    FOR EACH ROW EXECUTE FUNCTION clause_of_draft();
ALTER TABLE partners_clausemeasure ENABLE ALWAYS TRIGGER measure_of_draft;

CREATE FUNCTION signature_of_open_framework() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    signed record;
BEGIN
    SELECT status, sealed_sha256 INTO signed FROM partners_framework
     WHERE id = NEW.framework_id FOR SHARE;
    IF signed.status = 'draft' THEN
        RAISE EXCEPTION 'a draft is not signed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF signed.sealed_sha256 <> NEW.text_sha256 THEN
        RAISE EXCEPTION 'another text than that of the framework is signed'
            USING ERRCODE = 'restrict_violation';
    END IF;
    PERFORM FROM partners_signature s
      WHERE s.framework_id = NEW.framework_id AND s.organisation_id = NEW.organisation_id
        AND NOT EXISTS (SELECT FROM partners_signaturewithdrawal w WHERE w.signature_id = s.id);
    IF FOUND AND NEW.ordinal > 1 THEN
        RAISE EXCEPTION 'this partner has a signature that holds'
            USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signature_of_open_framework BEFORE INSERT ON partners_signature
    FOR EACH ROW EXECUTE FUNCTION signature_of_open_framework();
ALTER TABLE partners_signature ENABLE ALWAYS TRIGGER signature_of_open_framework;

CREATE FUNCTION struck_fact_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free text[] := ARRAY['struck_at', 'struck_reason'];
BEGIN
    IF OLD.struck_at IS NOT NULL THEN
        RAISE EXCEPTION 'a corrected fact stays as it is' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NEW.struck_at IS NOT NULL AND to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN
        RAISE EXCEPTION 'a fact is struck as it stands' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER struck_partnership_stays BEFORE UPDATE OR DELETE ON partners_partnership
    FOR EACH ROW EXECUTE FUNCTION struck_fact_stays();
ALTER TABLE partners_partnership ENABLE ALWAYS TRIGGER struck_partnership_stays;
CREATE TRIGGER struck_mandate_stays BEFORE UPDATE OR DELETE ON partners_mandate
    FOR EACH ROW EXECUTE FUNCTION struck_fact_stays();
ALTER TABLE partners_mandate ENABLE ALWAYS TRIGGER struck_mandate_stays;
CREATE TRIGGER struck_ambassadorship_stays BEFORE UPDATE OR DELETE ON partners_ambassadorship
    FOR EACH ROW EXECUTE FUNCTION struck_fact_stays();
ALTER TABLE partners_ambassadorship ENABLE ALWAYS TRIGGER struck_ambassadorship_stays;
CREATE TRIGGER struck_term_stays BEFORE UPDATE OR DELETE ON partners_kernteammember
    FOR EACH ROW EXECUTE FUNCTION struck_fact_stays();
ALTER TABLE partners_kernteammember ENABLE ALWAYS TRIGGER struck_term_stays;
"""
BACK = """
DROP TRIGGER struck_term_stays ON partners_kernteammember;
DROP TRIGGER struck_ambassadorship_stays ON partners_ambassadorship;
DROP TRIGGER struck_mandate_stays ON partners_mandate;
DROP TRIGGER struck_partnership_stays ON partners_partnership;
DROP FUNCTION struck_fact_stays();
DROP TRIGGER signature_of_open_framework ON partners_signature;
DROP FUNCTION signature_of_open_framework();
DROP TRIGGER measure_of_draft ON partners_clausemeasure;
DROP TRIGGER clause_of_draft ON partners_clause;
DROP FUNCTION clause_of_draft();
DROP TRIGGER framework_text_stays ON partners_framework;
DROP FUNCTION framework_text_stays();
"""

# A note stays as it is, with one exception: after its term of keeping its words are taken out, and
# never put back. That there was a talk, when and by whom, stays.
NOTE = """
CREATE FUNCTION note_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    words text[] := ARRAY['text', 'reason'];
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - words = to_jsonb(NEW) - words
       AND NEW.text = '' AND NEW.reason IN ('', '–') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER partners_contactnote_note_stays BEFORE UPDATE OR DELETE ON partners_contactnote
    FOR EACH ROW EXECUTE FUNCTION note_stays();
CREATE TRIGGER partners_contactnote_table_stays BEFORE TRUNCATE ON partners_contactnote
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE partners_contactnote ENABLE ALWAYS TRIGGER partners_contactnote_note_stays;
ALTER TABLE partners_contactnote ENABLE ALWAYS TRIGGER partners_contactnote_table_stays;
"""
NOTE_BACK = """
DROP TRIGGER partners_contactnote_table_stays ON partners_contactnote;
DROP TRIGGER partners_contactnote_note_stays ON partners_contactnote;
DROP FUNCTION note_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0005_register")]
    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(FRAMEWORK, BACK),
        append_only("partners_involvement"),
        append_only("partners_review"),
        migrations.RunSQL(NOTE, NOTE_BACK),
        append_only("partners_golive"),
        append_only("partners_signaturewithdrawal"),
    ]
