"""The guards of the annual account: what is published stays, and its hash is of what it says."""

ACCOUNT = """
CREATE FUNCTION guard_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE facts jsonb; texts jsonb;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION 'account: starts as a draft' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.status <> 'draft' THEN
        RAISE EXCEPTION 'account %: published, so it stays as it is', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF (NEW.id, NEW.year, NEW.edition) IS DISTINCT FROM (OLD.id, OLD.year, OLD.edition) THEN
        RAISE EXCEPTION 'account %: its year and edition stay', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'published' THEN
        IF NEW.sha256 <> encode(sha256(convert_to(NEW.snapshot, 'UTF8')), 'hex') THEN
            RAISE EXCEPTION 'account %: this is not the hash of the account', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
        facts := NEW.snapshot::jsonb;
        SELECT coalesce(jsonb_object_agg(heading, text), '{}'::jsonb) INTO texts
          FROM programme_accountblock WHERE account_id = NEW.id;
        IF (facts ->> 'year', facts ->> 'edition', facts ->> 'interim', facts -> 'texts')
           IS DISTINCT FROM
           (NEW.year::text, NEW.edition::text, NEW.is_interim::text, texts) THEN
            RAISE EXCEPTION 'account %: this is not what was written', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_account_guard BEFORE INSERT OR UPDATE OR DELETE
    ON programme_annualaccount FOR EACH ROW EXECUTE FUNCTION guard_account();
CREATE TRIGGER programme_account_table_stays BEFORE TRUNCATE ON programme_annualaccount
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE programme_annualaccount ENABLE ALWAYS TRIGGER programme_account_guard;
ALTER TABLE programme_annualaccount ENABLE ALWAYS TRIGGER programme_account_table_stays;

CREATE FUNCTION guard_account_block() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN which := OLD.account_id; ELSE which := NEW.account_id; END IF;
    IF TG_OP = 'UPDATE' AND OLD.account_id <> NEW.account_id THEN
        RAISE EXCEPTION 'account %: its texts stay with it', OLD.account_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT status INTO state FROM programme_annualaccount WHERE id = which FOR SHARE;
    IF state <> 'draft' THEN
        RAISE EXCEPTION 'account %: published, so its texts stay', which
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programme_account_block_guard BEFORE INSERT OR UPDATE OR DELETE
    ON programme_accountblock FOR EACH ROW EXECUTE FUNCTION guard_account_block();
CREATE TRIGGER programme_account_block_table_stays BEFORE TRUNCATE ON programme_accountblock
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE programme_accountblock ENABLE ALWAYS TRIGGER programme_account_block_guard;
ALTER TABLE programme_accountblock ENABLE ALWAYS TRIGGER programme_account_block_table_stays;
"""

DROP_ACCOUNT = """
DROP TRIGGER programme_account_block_table_stays ON programme_accountblock;
DROP TRIGGER programme_account_table_stays ON programme_annualaccount;
DROP FUNCTION guard_account_block() CASCADE;
DROP FUNCTION guard_account() CASCADE;
"""
