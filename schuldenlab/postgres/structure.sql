-- Made by `make structure` from the migrations 566468ac9ac421e83720

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;


CREATE FUNCTION public.check_ledger(which bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE worth numeric; bad bigint;
BEGIN
    SELECT amount INTO worth FROM funding_pledge WHERE id = which;
    IF worth IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM funding_schedule s WHERE s.pledge_id = which) THEN
        RAISE EXCEPTION 'pledge %: has a value, so it has a schedule', which
            USING ERRCODE = 'check_violation';
    END IF;
    SELECT s.id INTO bad FROM funding_schedule s
      LEFT JOIN funding_instalment i ON i.schedule_id = s.id
     WHERE s.pledge_id = which GROUP BY s.id
    HAVING COALESCE(sum(i.amount), 0) <> worth LIMIT 1;
    IF bad IS NOT NULL THEN
        RAISE EXCEPTION 'schedule %: its parts are not together what was pledged', bad
            USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM (SELECT d.year, sum(d.amount) AS arrived FROM funding_delivery d
                        WHERE d.pledge_id = which AND d.struck_at IS NULL AND d.amount IS NOT NULL
                        GROUP BY d.year) a
         WHERE a.arrived > (
            SELECT COALESCE(sum(i.amount), 0) FROM funding_instalment i
             WHERE i.year = a.year AND i.schedule_id = (
                SELECT s.id FROM funding_schedule s WHERE s.pledge_id = which
                 ORDER BY s.ordinal DESC LIMIT 1))) THEN
        RAISE EXCEPTION 'pledge %: more arrived for a year than was pledged for it', which
            USING ERRCODE = 'check_violation';
    END IF;
END $$;


CREATE FUNCTION public.check_ledger_of_instalment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM check_ledger(s.pledge_id) FROM funding_schedule s WHERE s.id = NEW.schedule_id;
    RETURN NULL;
END $$;


CREATE FUNCTION public.check_ledger_of_part() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM check_ledger(NEW.pledge_id);
    RETURN NULL;
END $$;


CREATE FUNCTION public.check_ledger_of_pledge() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM check_ledger(NEW.id);
    RETURN NULL;
END $$;


CREATE FUNCTION public.check_stepin_shares() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE which bigint; r record; shared numeric; many bigint;
BEGIN
    IF TG_TABLE_NAME = 'funding_stepinround' THEN which := NEW.id; ELSE which := NEW.round_id; END IF;
    SELECT s.unshared, s.to_share INTO r FROM funding_stepinround s WHERE s.id = which;
    SELECT COALESCE(sum(o.share), 0), count(*) INTO shared, many
      FROM funding_stepinoffer o WHERE o.round_id = which;
    IF many = 0 OR shared + r.unshared <> r.to_share THEN
        RAISE EXCEPTION 'step-in round %: its shares are %, and % is not shared, of %',
            which, shared, r.unshared, r.to_share USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.clause_of_draft() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE TABLE public.programme_ballot (
    id bigint NOT NULL,
    round smallint NOT NULL,
    method character varying(10) NOT NULL,
    title character varying(120) NOT NULL,
    question character varying(200) NOT NULL,
    text text NOT NULL,
    quorum_numerator smallint NOT NULL,
    quorum_denominator smallint NOT NULL,
    quorum_is_over boolean NOT NULL,
    majority_numerator smallint NOT NULL,
    majority_denominator smallint NOT NULL,
    majority_is_over boolean NOT NULL,
    base character varying(12) NOT NULL,
    tie_rule character varying(12) NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    status character varying(10) NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    seal character varying(64) NOT NULL,
    outcome character varying(12) NOT NULL,
    counts jsonb NOT NULL,
    chain_head character varying(64) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    previous_id bigint,
    raad_id bigint NOT NULL,
    announced_at timestamp with time zone,
    choose_max smallint,
    choose_min smallint,
    dispute_by timestamp with time zone,
    meeting_id bigint,
    CONSTRAINT ballot_closed_has_outcome CHECK (((NOT ((status)::text = 'closed'::text)) OR ((closed_at >= closes_at) AND (NOT ((outcome)::text = ''::text)) AND (NOT ((chain_head)::text = ''::text))))),
    CONSTRAINT ballot_closes_after_opening CHECK (((opened_at IS NULL) OR (closes_at > opened_at))),
    CONSTRAINT ballot_meeting_can_be_disputed CHECK ((((dispute_by IS NULL) AND (meeting_id IS NULL)) OR ((dispute_by < closes_at) AND (meeting_id IS NOT NULL)))),
    CONSTRAINT ballot_open_is_sealed CHECK ((((status)::text = 'draft'::text) OR ((opened_at IS NOT NULL) AND (NOT ((seal)::text = ''::text))))),
    CONSTRAINT ballot_places_possible CHECK ((((choose_max IS NULL) AND (choose_min IS NULL) AND ((method)::text = 'motion'::text)) OR (((base)::text = 'cast'::text) AND (choose_max >= 1) AND (choose_min IS NOT NULL) AND (choose_min <= choose_max) AND ((method)::text = 'selection'::text)))),
    CONSTRAINT ballot_shares_possible CHECK (((majority_denominator >= 1) AND (majority_numerator <= majority_denominator) AND (quorum_denominator >= 1) AND (quorum_numerator <= quorum_denominator) AND (NOT (quorum_is_over AND (quorum_numerator = quorum_denominator))) AND (NOT (majority_is_over AND (majority_numerator = majority_denominator))))),
    CONSTRAINT programme_ballot_choose_max_check CHECK ((choose_max >= 0)),
    CONSTRAINT programme_ballot_choose_min_check CHECK ((choose_min >= 0)),
    CONSTRAINT programme_ballot_majority_denominator_check CHECK ((majority_denominator >= 0)),
    CONSTRAINT programme_ballot_majority_numerator_check CHECK ((majority_numerator >= 0)),
    CONSTRAINT programme_ballot_quorum_denominator_check CHECK ((quorum_denominator >= 0)),
    CONSTRAINT programme_ballot_quorum_numerator_check CHECK ((quorum_numerator >= 0)),
    CONSTRAINT programme_ballot_round_check CHECK ((round >= 0))
);


CREATE FUNCTION public.counted_options(b public.programme_ballot) RETURNS TABLE(option bigint, approvals bigint, base bigint)
    LANGUAGE sql STABLE
    AS $$
    WITH votes AS (
        SELECT v.organisation, v.choice, array(
            SELECT a::bigint FROM jsonb_array_elements_text(coalesce(v.approves, '[]')) a
             WHERE NOT EXISTS (SELECT 1 FROM programme_recusal r WHERE r.ballot_id = b.id
                                  AND r.organisation_id = v.organisation AND NOT r.is_replaced
                                  AND r.option_id = a::bigint)) AS says
          FROM counting_votes(b.id, b.closes_at, b.closed_at) v
    )
    SELECT o.id, count(*) FILTER (WHERE o.id = ANY(v.says)), count(v.organisation)
      FROM programme_ballotoption o
      LEFT JOIN votes v ON cardinality(v.says) > 0 AND NOT EXISTS (
        SELECT 1 FROM programme_recusal r WHERE r.ballot_id = b.id AND r.option_id = o.id
           AND r.organisation_id = v.organisation AND NOT r.is_replaced)
     WHERE o.ballot_id = b.id GROUP BY o.id
$$;


CREATE FUNCTION public.counting_votes(ballot bigint, closes timestamp with time zone, closed timestamp with time zone) RETURNS TABLE(organisation bigint, choice text, approves jsonb)
    LANGUAGE sql STABLE
    AS $$
    SELECT e.organisation_id, v.choice, v.approves
      FROM programme_entitlement e JOIN programme_seat s ON s.id = e.seat_id
      LEFT JOIN LATERAL (SELECT choice, approves FROM programme_vote
                          WHERE entitlement_id = e.id ORDER BY ordinal DESC LIMIT 1) v ON true
     WHERE e.ballot_id = ballot AND EXISTS (
        SELECT 1 FROM partners_partnership p
         WHERE (p.struck_at IS NULL OR p.struck_at > closed)
           AND p.organisation_id = e.organisation_id AND p.joined_on <= s.from_on
           AND (p.left_on IS NULL OR p.left_on > (closes AT TIME ZONE 'Europe/Amsterdam')::date
                OR p.left_recorded_at > closed))
$$;


CREATE TABLE public.programme_decision (
    id bigint NOT NULL,
    year smallint NOT NULL,
    sequence smallint NOT NULL,
    title character varying(160) NOT NULL,
    text text NOT NULL,
    follow_up text NOT NULL,
    status character varying(8) NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint,
    raad_id bigint NOT NULL,
    done_at timestamp with time zone,
    dropped_at timestamp with time zone,
    due_on date,
    meeting_id bigint,
    origin character varying(8) NOT NULL,
    owner_id bigint,
    is_public boolean NOT NULL,
    CONSTRAINT decision_due_has_owner CHECK (((due_on IS NULL) OR (owner_id IS NOT NULL))),
    CONSTRAINT decision_origin_known CHECK ((((ballot_id IS NOT NULL) AND ((origin)::text = 'ballot'::text)) OR ((ballot_id IS NULL) AND ((origin)::text = ANY ((ARRAY['meeting'::character varying, 'advice'::character varying])::text[]))))),
    CONSTRAINT decision_status_has_stamp CHECK ((((done_at IS NULL) AND (dropped_at IS NULL) AND ((status)::text = 'open'::text)) OR ((done_at IS NOT NULL) AND (dropped_at IS NULL) AND ((status)::text = 'done'::text)) OR ((done_at IS NULL) AND (dropped_at IS NOT NULL) AND ((status)::text = 'dropped'::text)))),
    CONSTRAINT programme_decision_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT programme_decision_year_check CHECK ((year >= 0))
);


CREATE TABLE public.projects_phase (
    id bigint NOT NULL,
    kind character varying(13) NOT NULL,
    ordinal smallint NOT NULL,
    title character varying(120) NOT NULL,
    status character varying(7) NOT NULL,
    is_taken_over boolean NOT NULL,
    started_on date,
    ended_on date,
    ended_with text NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    dropped_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint,
    decision_id bigint,
    project_id bigint NOT NULL,
    CONSTRAINT phase_ends_after_it_began CHECK (((NOT ((status)::text = 'ended'::text)) OR (ended_on >= started_on))),
    CONSTRAINT phase_runs_since CHECK ((((started_on IS NULL) AND ((status)::text = ANY ((ARRAY['planned'::character varying, 'dropped'::character varying])::text[]))) OR ((started_on IS NOT NULL) AND ((status)::text = ANY ((ARRAY['running'::character varying, 'ended'::character varying])::text[]))))),
    CONSTRAINT projects_phase_ordinal_check CHECK ((ordinal >= 0))
);


CREATE FUNCTION public.decision_may_be_about(d public.programme_decision, phase public.projects_phase) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    SELECT d.ballot_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM projects_phase o
            WHERE o.decision_id = d.id AND o.id <> phase.id AND o.status <> 'dropped')
       AND NOT EXISTS (SELECT 1 FROM programme_programme y WHERE y.decision_id = d.id)
       AND NOT EXISTS (SELECT 1 FROM programme_coursechange c WHERE c.decision_id = d.id)
       AND NOT EXISTS (SELECT 1 FROM programme_innovationtheme t WHERE t.decision_id = d.id)
$$;


CREATE FUNCTION public.framework_text_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    free text[] := ARRAY['status', 'opened_at', 'in_force_at', 'expired_at', 'sign_by', 'is_public', 'is_kompas_public'];
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


CREATE FUNCTION public.funding_cover(which bigint, on_day date) RETURNS TABLE(total numeric, cash_minimum numeric, funders_min bigint, cash numeric, in_kind numeric, organisations bigint, is_arranged boolean)
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.funding_surplus(which_year integer, which text) RETURNS numeric
    LANGUAGE plpgsql
    AS $$
DECLARE needed numeric; firm numeric; cash numeric; arrived numeric; arrived_cash numeric;
    carried numeric; programme bigint;
BEGIN
    SELECT p.id INTO programme FROM programme_programme p
     WHERE p.year = which_year AND p.adopted_at IS NOT NULL;
    IF programme IS NULL THEN
        RETURN 0;
    END IF;
    SELECT COALESCE(sum(b.amount), 0) INTO needed FROM programme_budgetline b
     WHERE b.programme_id = programme AND b.category = which;
    SELECT GREATEST(0, needed + COALESCE(sum(c.budget_after - c.budget_before), 0)) INTO needed
      FROM programme_coursechange c JOIN programme_programmaraad r ON r.id = c.raad_id
     WHERE r.year = which_year AND c.kind = 'budget_moved' AND c.category = which
       AND c.status IN ('minor', 'ahead', 'adopted', 'carried_out');
    SELECT COALESCE(sum(i.amount), 0), COALESCE(sum(i.amount) FILTER (WHERE p.form = 'cash'), 0)
      INTO firm, cash
      FROM funding_instalment i
      JOIN funding_schedule s ON s.id = i.schedule_id
      JOIN funding_pledge p ON p.id = s.pledge_id
     WHERE i.year = which_year AND p.category = which AND p.plan_id IS NULL AND p.status = 'firm'
       AND (p.condition = '' OR p.condition_met_at IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM funding_schedule l
                        WHERE l.pledge_id = s.pledge_id AND l.ordinal > s.ordinal);
    SELECT COALESCE(sum(d.amount), 0), COALESCE(sum(d.amount) FILTER (WHERE p.form = 'cash'), 0)
      INTO arrived, arrived_cash
      FROM funding_delivery d JOIN funding_pledge p ON p.id = d.pledge_id
     WHERE d.year = which_year AND p.category = which AND p.plan_id IS NULL
       AND p.status = 'withdrawn' AND d.struck_at IS NULL;
    SELECT COALESCE(sum(CASE WHEN c.year = which_year THEN -c.amount ELSE c.amount END), 0)
      INTO carried FROM funding_carryover c
     WHERE c.category = which AND c.year IN (which_year - 1, which_year) AND c.struck_at IS NULL;
    RETURN GREATEST(0, LEAST(cash + arrived_cash + carried, firm + arrived + carried - needed));
END $$;


CREATE FUNCTION public.guard_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_account_block() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_ballot() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION 'ballot: starts as a draft' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF OLD.status <> 'draft' THEN
            RAISE EXCEPTION 'ballot %: opened, so it stays', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.status = 'closed' THEN
        RAISE EXCEPTION 'ballot %: closed, so it stays as it is', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status = 'open' THEN
        IF NEW.status NOT IN ('open', 'closed') THEN
            RAISE EXCEPTION 'ballot %: an open ballot only closes', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        IF (to_jsonb(NEW) - ARRAY['status', 'closed_at', 'outcome', 'counts', 'chain_head'])
           <> (to_jsonb(OLD) - ARRAY['status', 'closed_at', 'outcome', 'counts', 'chain_head']) THEN
            RAISE EXCEPTION 'ballot %: text and rules are fixed once it is open', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF NEW.status = 'closed' THEN
        RAISE EXCEPTION 'ballot %: a draft cannot close', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_business_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_carry_over() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE surplus numeric;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'carry-over %: stays on record', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.struck_at IS NOT NULL OR NEW.struck_at IS NULL
           OR to_jsonb(NEW) - ARRAY['struck_at', 'struck_because']
              <> to_jsonb(OLD) - ARRAY['struck_at', 'struck_because'] THEN
            RAISE EXCEPTION 'carry-over %: it can be struck once, and nothing else', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    PERFORM 1 FROM programme_programme WHERE year = NEW.year FOR UPDATE;
    IF NEW.struck_at IS NOT NULL OR NEW.ordinal <> 1 + (
        SELECT COALESCE(max(c.ordinal), 0) FROM funding_carryover c
         WHERE c.year = NEW.year AND c.category = NEW.category) THEN
        RAISE EXCEPTION 'carry-over: numbered one after the other, and not struck at once'
            USING ERRCODE = 'restrict_violation';
    END IF;
    surplus := funding_surplus(NEW.year, NEW.category);
    IF NEW.amount > surplus THEN
        RAISE EXCEPTION 'carry-over: % of % has % too much, not more',
            NEW.category, NEW.year, surplus USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_case_line_parties() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM projects_caseparty p
                WHERE p.id IN (NEW.party_id, NEW.receiver_id) AND p.case_id <> NEW.case_id) THEN
        RAISE EXCEPTION 'business case %: a line is about its own parties', NEW.case_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_case_part() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_comment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE state text; said record;
BEGIN
    SELECT status INTO state FROM programme_programme WHERE id = NEW.programme_id FOR SHARE;
    IF NEW.kind = 'comment' AND state <> 'submitted' THEN
        RAISE EXCEPTION 'programme %: comments are for a submitted text', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.kind <> 'comment' THEN
        SELECT programme_id, kind INTO said FROM programme_passagecomment WHERE id = NEW.about_id;
        IF said.kind <> 'comment' OR said.programme_id <> NEW.programme_id THEN
            RAISE EXCEPTION 'comment %: only a comment is answered', NEW.about_id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_course_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_crucial_call() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_dated_in_project() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE free text[] := ARRAY['until_on', 'ended_at', 'ended_because'];
BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(OLD) ->> 'until_on' IS NOT NULL
       OR to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN
        RAISE EXCEPTION '% %: only its end is written', TG_TABLE_NAME, OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_decision() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
DECLARE may_change text[] := ARRAY[
    'status', 'follow_up', 'owner_id', 'due_on', 'done_at', 'dropped_at', 'is_public'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.ballot_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM programme_ballot b WHERE b.id = NEW.ballot_id
               AND b.raad_id = NEW.raad_id
               AND (b.outcome IN ('adopted', 'rejected', 'chosen')
                    OR b.outcome = 'second_round' AND b.counts @? '$.chosen[*]')) THEN
            RAISE EXCEPTION 'decision: its ballot did not decide' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.year <> extract(year FROM NEW.taken_at AT TIME ZONE 'Europe/Amsterdam')
           OR NEW.sequence <> 1 + coalesce(
            (SELECT max(d.sequence) FROM programme_decision d WHERE d.year = NEW.year), 0) THEN
            RAISE EXCEPTION 'decision: %-% is not the next number', NEW.year, NEW.sequence
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) - may_change <> to_jsonb(OLD) - may_change THEN
        RAISE EXCEPTION 'decision %: taken, so it stays', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status <> 'open' AND to_jsonb(NEW) - 'is_public' <> to_jsonb(OLD) - 'is_public' THEN
        RAISE EXCEPTION 'decision %: %, so it stays', OLD.id, OLD.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $_$;


CREATE FUNCTION public.guard_delivery() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_dispute() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE b record;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'objection %: said, so it stays', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.answer <> '' OR
           to_jsonb(NEW) - ARRAY['answer', 'words', 'correction_id', 'answered_by_id', 'answered_at']
           <> to_jsonb(OLD) - ARRAY['answer', 'words', 'correction_id', 'answered_by_id', 'answered_at']
        THEN
            RAISE EXCEPTION 'objection %: it is answered once, and stays', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.correction_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM programme_vote v WHERE v.id = NEW.correction_id
               AND v.entitlement_id = NEW.entitlement_id) THEN
            RAISE EXCEPTION 'objection %: another seat cannot correct it', OLD.id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    SELECT l.status, l.dispute_by INTO b FROM programme_ballot l
      JOIN programme_entitlement e ON e.ballot_id = l.id
     WHERE e.id = NEW.entitlement_id FOR SHARE OF l;
    IF b.status <> 'open' OR b.dispute_by IS NULL OR NEW.at >= b.dispute_by OR NEW.answer <> '' THEN
        RAISE EXCEPTION 'seat %: its vote takes no objection of this moment', NEW.entitlement_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.vote_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM programme_vote v
        WHERE v.id = NEW.vote_id AND v.entitlement_id = NEW.entitlement_id) THEN
        RAISE EXCEPTION 'seat %: this is not its vote', NEW.entitlement_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_electorate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE day date := (NEW.opened_at AT TIME ZONE 'Europe/Amsterdam')::date; wrong int;
BEGIN
    IF OLD.status <> 'draft' OR NEW.status <> 'open' THEN RETURN NULL; END IF;
    IF NOT EXISTS (SELECT 1 FROM programme_programmaraad r
                    WHERE r.id = NEW.raad_id AND r.status = 'installed') THEN
        RAISE EXCEPTION 'ballot %: its programmaraad is not installed', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    WITH entitled AS (
        SELECT seat_id, organisation_id FROM programme_entitlement WHERE ballot_id = NEW.id
    ), active AS (
        SELECT s.id, s.organisation_id FROM programme_seat s
          JOIN partners_partnership p ON p.struck_at IS NULL AND p.organisation_id = s.organisation_id
           AND p.joined_on <= s.from_on AND (p.left_on IS NULL OR p.left_on > day)
         WHERE s.raad_id = NEW.raad_id AND s.from_on <= day
           AND (s.until_on IS NULL OR s.until_on >= day)
    )
    SELECT count(*) INTO wrong FROM (
        (TABLE entitled EXCEPT TABLE active) UNION ALL (TABLE active EXCEPT TABLE entitled)) differ;
    IF wrong > 0 OR NOT EXISTS (
        SELECT 1 FROM programme_entitlement WHERE ballot_id = NEW.id) THEN
        RAISE EXCEPTION 'ballot %: the electorate is not the active seats of its raad', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.guard_entitlement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE state text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN which := OLD.ballot_id; ELSE which := NEW.ballot_id; END IF;
    SELECT status INTO state FROM programme_ballot WHERE id = which FOR SHARE;
    IF state <> 'draft' OR (TG_OP = 'UPDATE' AND OLD.ballot_id <> NEW.ballot_id) THEN
        RAISE EXCEPTION 'ballot %: the electorate is fixed', which USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_explorationnote() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_facilitator() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_funding_plan() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_funding_terms() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_hand_over() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL
       OR to_jsonb(NEW) - 'withdrawn_at' <> to_jsonb(OLD) - 'withdrawn_at' THEN
        RAISE EXCEPTION 'hand-over %: it is only taken back', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_innovationtheme() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
    IF (OLD.status IN ('withdrawn', 'delivered', 'stopped')
           AND to_jsonb(NEW) - 'is_public' <> to_jsonb(OLD) - 'is_public')
       OR (NEW.option_id IS DISTINCT FROM OLD.option_id AND OLD.status <> 'proposed')
       OR NOT (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM
               jsonb_each(to_jsonb(OLD) - ARRAY['status', 'option_id', 'is_public'])
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


CREATE FUNCTION public.guard_interest() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE state text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN which := OLD.ballot_id; ELSE which := NEW.ballot_id; END IF;
    SELECT status INTO state FROM programme_ballot WHERE id = which FOR SHARE;
    IF state <> 'draft' THEN
        RAISE EXCEPTION 'ballot %: interests are disclosed before it opens', which
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.withdrawn_at IS NOT NULL
       OR to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_because']
          <> to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_because']) THEN
        RAISE EXCEPTION 'ballot %: an interest is only withdrawn', which
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_interest_question() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_minutes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_option() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE state text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN which := OLD.ballot_id; ELSE which := NEW.ballot_id; END IF;
    SELECT status INTO state FROM programme_ballot WHERE id = which FOR SHARE;
    IF state <> 'draft' OR (TG_OP = 'UPDATE' AND OLD.ballot_id <> NEW.ballot_id) THEN
        RAISE EXCEPTION 'ballot %: the options are fixed', which USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_outcome() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE head text; outcome_ text; chosen_ bigint[]; said bigint[];
BEGIN
    IF OLD.status = 'closed' OR NEW.status <> 'closed' THEN RETURN NULL; END IF;
    SELECT hash INTO head FROM programme_vote
     WHERE ballot_id = NEW.id ORDER BY sequence DESC LIMIT 1;
    IF NEW.method = 'selection' THEN
        SELECT outcome, chosen INTO outcome_, chosen_ FROM selection_outcome(NEW);
        said := array(SELECT c::bigint FROM jsonb_array_elements_text(NEW.counts -> 'chosen') c);
        IF NOT (said <@ chosen_ AND chosen_ <@ said AND cardinality(said) = cardinality(chosen_)) THEN
            RAISE EXCEPTION 'ballot %: its votes choose %', NEW.id, chosen_
                USING ERRCODE = 'check_violation';
        END IF;
    ELSE
        outcome_ := motion_outcome(NEW);
    END IF;
    IF NEW.outcome <> outcome_ OR NEW.chain_head <> coalesce(head, NEW.seal) THEN
        RAISE EXCEPTION 'ballot %: its votes say % with head %', NEW.id, outcome_, head
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.guard_partnership() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.organisation_id <> OLD.organisation_id
       OR NEW.joined_on > OLD.joined_on
       OR (OLD.left_on IS NOT NULL AND (NEW.left_on, NEW.left_recorded_at)
           IS DISTINCT FROM (OLD.left_on, OLD.left_recorded_at))
    THEN
        RAISE EXCEPTION 'partnership %: it may begin earlier and it ends once', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.guard_phase() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_phase_money() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_pledge() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_prepared() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE state text;
BEGIN
    SELECT status INTO state FROM programme_programme WHERE id = NEW.programme_id FOR SHARE;
    IF state <> 'adopted' THEN
        RAISE EXCEPTION 'programme %: not adopted', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_programme() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'preparing' THEN
            RAISE EXCEPTION 'programme of %: starts in preparation', NEW.year
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF OLD.submitted_at IS NOT NULL THEN
            RAISE EXCEPTION 'programme %: submitted, so it stays', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.status <> 'preparing' AND NEW.status <> 'preparing'
       AND (NEW.title, NEW.ambition, NEW.text, NEW.year)
           IS DISTINCT FROM (OLD.title, OLD.ambition, OLD.text, OLD.year) THEN
        RAISE EXCEPTION 'programme %: the submitted text stays as it is', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status IN ('adopted', 'closed') AND (
        NEW.status NOT IN (OLD.status, 'closed')
        OR to_jsonb(NEW) - ARRAY['status', 'closed_at', 'is_public'] <> to_jsonb(OLD) - ARRAY['status', 'closed_at', 'is_public'])
    THEN
        RAISE EXCEPTION 'programme %: adopted, so it stays', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status = 'submitted' AND NEW.status <> 'adopted'
       AND (NEW.status, NEW.ballot_id) IS DISTINCT FROM (OLD.status, OLD.ballot_id) AND EXISTS (
        SELECT 1 FROM programme_ballot b WHERE b.id = OLD.ballot_id AND b.status = 'open') THEN
        RAISE EXCEPTION 'programme %: the programmaraad is voting on it', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status IN ('adopted', 'closed') AND OLD.status NOT IN ('adopted', 'closed') AND NOT EXISTS (
        SELECT 1 FROM programme_decision d JOIN programme_ballot b ON b.id = d.ballot_id
          JOIN programme_programmaraad r ON r.id = b.raad_id
         WHERE d.id = NEW.decision_id AND b.id = NEW.ballot_id AND b.outcome = 'adopted'
           AND r.year = NEW.year
           AND b.text = (
               SELECT v.snapshot::jsonb ->> 'wording' FROM programme_programmesubmission s
                 JOIN programme_programmeversion v ON v.id = s.version_id
                WHERE s.programme_id = NEW.id ORDER BY s.ordinal DESC LIMIT 1)) THEN
        RAISE EXCEPTION 'programme %: only a ballot of the programmaraad adopts it', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_programme_contents() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE state text; which bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN which := OLD.programme_id; ELSE which := NEW.programme_id; END IF;
    IF TG_OP = 'UPDATE' AND OLD.programme_id <> NEW.programme_id THEN
        RAISE EXCEPTION 'programme %: its themes and amounts stay with it', OLD.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT status INTO state FROM programme_programme WHERE id = which FOR SHARE;
    IF state IS NOT NULL AND state <> 'preparing' THEN
        RAISE EXCEPTION 'programme %: the submitted themes and amounts stay as they are', which
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_project() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_raad() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.status <> 'composing' AND (
        TG_OP = 'DELETE' OR OLD.status = 'dissolved' OR NEW.status NOT IN ('installed', 'dissolved')
        OR to_jsonb(NEW) - ARRAY['status', 'dissolved_at']
           <> to_jsonb(OLD) - ARRAY['status', 'dissolved_at'])
    THEN
        RAISE EXCEPTION 'programmaraad %: installed, so it stays', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.status <> 'composing'
       AND (TG_OP = 'INSERT' OR OLD.status = 'composing') THEN
        PERFORM refuse_invalid_raad(NEW.id, (NEW.installed_at AT TIME ZONE 'Europe/Amsterdam')::date);
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.guard_ready() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.status <> 'draft' OR NEW.status <> 'open' THEN RETURN NULL; END IF;
    IF (NEW.method = 'selection') <> EXISTS (
        SELECT 1 FROM programme_ballotoption o WHERE o.ballot_id = NEW.id) THEN
        RAISE EXCEPTION 'ballot %: options belong to a selection, and a selection has them', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM programme_ballotinterest i
          JOIN programme_entitlement e ON e.ballot_id = i.ballot_id
           AND e.organisation_id = i.organisation_id
         WHERE i.ballot_id = NEW.id AND i.kind = 'paid' AND i.withdrawn_at IS NULL
           AND NOT EXISTS (
            SELECT 1 FROM programme_recusal r WHERE r.ballot_id = NEW.id
               AND r.organisation_id = i.organisation_id
               AND (i.option_id IS NULL OR r.option_id = i.option_id))) THEN
        RAISE EXCEPTION 'ballot %: who is paid from it steps aside', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.guard_recusal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE b record;
BEGIN
    SELECT status, method, closes_at INTO b
      FROM programme_ballot WHERE id = NEW.ballot_id FOR SHARE;
    IF b.status = 'closed' OR (b.status = 'open' AND (NEW.at >= b.closes_at OR NEW.ground = 'paid')) THEN
        RAISE EXCEPTION 'ballot %: nobody steps aside any more', NEW.ballot_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF (b.method = 'selection') <> (NEW.option_id IS NOT NULL) OR NEW.option_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM programme_ballotoption o
                        WHERE o.id = NEW.option_id AND o.ballot_id = NEW.ballot_id) THEN
        RAISE EXCEPTION 'ballot %: this is not what one steps aside for', NEW.ballot_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_schedule() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE p record;
BEGIN
    SELECT * INTO p FROM funding_pledge WHERE id = NEW.pledge_id FOR UPDATE;
    UPDATE funding_fundingplan SET version = version + 1 WHERE id = p.plan_id;
    IF p.amount IS NULL OR p.status = 'withdrawn' THEN
        RAISE EXCEPTION 'schedule: only of a pledge with a value that stands'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.ordinal <> 1 + (SELECT COALESCE(max(s.ordinal), 0) FROM funding_schedule s
                            WHERE s.pledge_id = NEW.pledge_id) THEN
        RAISE EXCEPTION 'schedule: numbered one after the other'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM funding_schedule s
                WHERE s.pledge_id = NEW.pledge_id AND s.at > NEW.at) THEN
        RAISE EXCEPTION 'schedule: holds later than the one before it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_seat() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE seats int; high int; was text := 'composing'; state text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        SELECT status INTO was FROM programme_programmaraad WHERE id = OLD.raad_id FOR UPDATE;
        IF TG_OP = 'DELETE' THEN
            IF was <> 'composing' THEN
                RAISE EXCEPTION 'seat %: the raad is installed, so it stays', OLD.id
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NULL;
        END IF;
    END IF;
    SELECT r.status, f.seats_max INTO state, high
      FROM programme_programmaraad r JOIN partners_framework f ON f.id = r.framework_id
     WHERE r.id = NEW.raad_id FOR UPDATE OF r;
    IF state <> 'composing' AND NOT EXISTS (
        SELECT 1 FROM partners_partnership p
         WHERE p.struck_at IS NULL AND p.organisation_id = NEW.organisation_id AND p.joined_on <= NEW.from_on
           AND (p.left_on IS NULL OR p.left_on > NEW.from_on))
    THEN
        RAISE EXCEPTION 'seat of organisation %: no partner', NEW.organisation_id
            USING ERRCODE = 'check_violation';
    END IF;
    IF was <> 'composing' AND (
        to_jsonb(NEW) - ARRAY['until_on', 'end_reason']
           <> to_jsonb(OLD) - ARRAY['until_on', 'end_reason']
        OR (NEW.end_reason <> OLD.end_reason AND OLD.until_on IS NOT NULL)
        OR coalesce(NEW.until_on, 'infinity') > coalesce(OLD.until_on, 'infinity'))
    THEN
        RAISE EXCEPTION 'seat %: the raad is installed, so it only ends', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF state = 'composing' THEN RETURN NULL; END IF;
    seats := most_seats(NEW.raad_id, NEW.from_on, NEW.until_on);
    IF seats > high THEN
        RAISE EXCEPTION 'programmaraad %: % seats, at most %', NEW.raad_id, seats, high
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.guard_seat_invitation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'asked' THEN
            RAISE EXCEPTION 'invitation to a seat: begins as a question'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR OLD.status <> 'asked'
       OR (NEW.raad_id, NEW.organisation_id, NEW.sent_at, NEW.answer_by, NEW.recorded_at)
          IS DISTINCT FROM
          (OLD.raad_id, OLD.organisation_id, OLD.sent_at, OLD.answer_by, OLD.recorded_at)
    THEN
        RAISE EXCEPTION 'invitation to a seat %: answered or sent, so it stays', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_stepin_answer() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE o record; p record; f record;
BEGIN
    SELECT s.plan_id, e.organisation_id, e.offered_at INTO o FROM funding_stepinoffer e
      JOIN funding_stepinround s ON s.id = e.round_id WHERE e.id = NEW.offer_id;
    UPDATE funding_fundingplan SET version = version + 1 WHERE id = o.plan_id;
    SELECT a.status INTO f FROM projects_phase a
      JOIN funding_fundingplan n ON n.phase_id = a.id WHERE n.id = o.plan_id;
    IF f.status IN ('ended', 'dropped') OR NEW.at < o.offered_at THEN
        RAISE EXCEPTION 'step-in answer: only to what is offered, until its phase is over'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.ordinal <> 1 + (SELECT COALESCE(max(e.ordinal), 0) FROM funding_stepinanswer e
                            WHERE e.offer_id = NEW.offer_id) THEN
        RAISE EXCEPTION 'step-in answer: answers are numbered one after the other'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.answer = 'yes' THEN
        SELECT e.plan_id, e.organisation_id, e.status INTO p
          FROM funding_pledge e WHERE e.id = NEW.pledge_id;
        IF p.plan_id IS DISTINCT FROM o.plan_id OR p.status = 'withdrawn'
           OR p.organisation_id IS DISTINCT FROM o.organisation_id THEN
            RAISE EXCEPTION 'step-in answer: a yes brings a pledge of its partner that stands'
                USING ERRCODE = 'restrict_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_stepin_round() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE asked record; f record;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'step-in round %: stays on record', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL
           OR to_jsonb(NEW) - 'closed_at' <> to_jsonb(OLD) - 'closed_at' THEN
            RAISE EXCEPTION 'step-in round %: it can be closed once, and nothing else', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    UPDATE funding_fundingplan SET version = version + 1 WHERE id = NEW.plan_id;
    SELECT p.kind, p.status INTO f FROM projects_phase p
      JOIN funding_fundingplan n ON n.phase_id = p.id WHERE n.id = NEW.plan_id;
    IF f.kind = 'prototype' OR f.status IN ('ended', 'dropped') THEN
        RAISE EXCEPTION 'step-in round: only for a phase that asks for money and is not over'
            USING ERRCODE = 'restrict_violation';
    END IF;
    SELECT t.id, t.total INTO asked FROM funding_fundingterms t
     WHERE t.plan_id = NEW.plan_id ORDER BY t.ordinal DESC LIMIT 1;
    IF NEW.terms_id IS DISTINCT FROM asked.id OR NEW.closed_at IS NOT NULL
       OR NEW.to_share > asked.total THEN
        RAISE EXCEPTION 'step-in round: it opens, and asks at most what its plan asks'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_stuurgroep() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.id <> OLD.id OR NEW.project_id <> OLD.project_id THEN
        RAISE EXCEPTION 'stuurgroep %: it steers one project for ever', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_stuurgroep_member() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM projects_stake s
                    WHERE s.id = NEW.stake_id AND s.stuurgroep_id = NEW.stuurgroep_id) THEN
        RAISE EXCEPTION 'stuurgroep %: a member speaks for a stake in this stuurgroep',
            NEW.stuurgroep_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_submission() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE now record;
BEGIN
    SELECT status, title, ambition, text INTO now
      FROM programme_programme WHERE id = NEW.programme_id FOR SHARE;
    IF now.status <> 'submitted' OR NOT EXISTS (
        SELECT 1 FROM programme_programmeversion v
         WHERE v.id = NEW.version_id AND v.programme_id = NEW.programme_id
           AND (v.snapshot::jsonb ->> 'title', v.snapshot::jsonb ->> 'ambition',
                v.snapshot::jsonb ->> 'text') = (now.title::text, now.ambition, now.text)
           AND v.number = (SELECT max(number) FROM programme_programmeversion
                            WHERE programme_id = NEW.programme_id)) THEN
        RAISE EXCEPTION 'programme %: only its last text is submitted', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM programme_programme p JOIN programme_ballot b ON b.id = p.ballot_id
                WHERE p.id = NEW.programme_id AND b.status <> 'closed') THEN
        RAISE EXCEPTION 'programme %: there is a ballot on it', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_themecall() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.guard_until_its_end() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL
       OR to_jsonb(NEW) - TG_ARGV::text[] <> to_jsonb(OLD) - TG_ARGV::text[] THEN
        RAISE EXCEPTION '% %: only its end is written', TG_TABLE_NAME, OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE p record; facts jsonb := NEW.snapshot::jsonb;
BEGIN
    SELECT status, year, title, ambition, text INTO p
      FROM programme_programme WHERE id = NEW.programme_id FOR SHARE;
    IF p.status <> 'preparing' THEN
        RAISE EXCEPTION 'programme %: takes no new text now', NEW.programme_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.sha256 <> encode(sha256(convert_to(NEW.snapshot, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'programme %: this is not the hash of the text', NEW.programme_id
            USING ERRCODE = 'check_violation';
    END IF;
    IF (facts ->> 'year', facts ->> 'title', facts ->> 'ambition', facts ->> 'text')
       IS DISTINCT FROM (p.year::text, p.title::text, p.ambition, p.text)
       OR facts ->> 'wording' IS NULL THEN
        RAISE EXCEPTION 'programme %: this is not the text of now', NEW.programme_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_vote() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE b record; strange int;
BEGIN
    SELECT status, method, opened_at, closes_at, choose_max INTO b
      FROM programme_ballot WHERE id = NEW.ballot_id FOR SHARE;
    IF b.status <> 'open' OR NEW.at < b.opened_at OR NEW.at >= b.closes_at THEN
        RAISE EXCEPTION 'ballot %: takes no vote of this moment', NEW.ballot_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM programme_entitlement e
                    WHERE e.id = NEW.entitlement_id AND e.ballot_id = NEW.ballot_id) THEN
        RAISE EXCEPTION 'ballot %: this seat has no vote', NEW.ballot_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF b.method = 'selection' AND NEW.choice IN ('for', 'against')
       OR b.method = 'motion' AND NEW.choice = 'approve' THEN
        RAISE EXCEPTION 'ballot %: this is no vote of its method', NEW.ballot_id
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.choice = 'approve' THEN
        SELECT count(*) INTO strange FROM jsonb_array_elements_text(NEW.approves) a
         WHERE NOT EXISTS (SELECT 1 FROM programme_ballotoption o
                            WHERE o.ballot_id = NEW.ballot_id AND o.id = a::bigint);
        IF strange > 0 OR jsonb_array_length(NEW.approves) NOT BETWEEN 1 AND b.choose_max
           OR (SELECT count(DISTINCT a) FROM jsonb_array_elements_text(NEW.approves) a)
              <> jsonb_array_length(NEW.approves) THEN
            RAISE EXCEPTION 'ballot %: these are not up to % of its options', NEW.ballot_id,
                b.choose_max USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_vote_entered() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE held_in bigint; begins timestamptz;
BEGIN
    SELECT b.meeting_id, m.starts_at INTO held_in, begins FROM programme_ballot b
      LEFT JOIN events_meeting m ON m.id = b.meeting_id WHERE b.id = NEW.ballot_id;
    IF (held_in IS NOT NULL) <> (NEW.way = 'meeting') THEN
        RAISE EXCEPTION 'ballot %: this is not how its votes come in', NEW.ballot_id
            USING ERRCODE = 'check_violation';
    END IF;
    IF held_in IS NOT NULL AND (begins IS NULL OR NEW.at < begins) THEN
        RAISE EXCEPTION 'ballot %: its meeting has not begun', NEW.ballot_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.guard_working_out() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.most_seats(which bigint, first date, last date) RETURNS integer
    LANGUAGE sql STABLE
    AS $$
    -- The most seats that can vote on one day from `first` until `last` (null: for ever). Their
    -- number only rises on the first day of a seat.
    SELECT coalesce(max(seats), 0)::int FROM (
        SELECT count(*) AS seats
          FROM (SELECT first AS day UNION
                SELECT from_on FROM programme_seat
                 WHERE raad_id = which AND from_on > first AND (last IS NULL OR from_on <= last)) d
          JOIN programme_seat s ON s.raad_id = which AND s.from_on <= d.day
           AND (s.until_on IS NULL OR s.until_on >= d.day)
          JOIN partners_partnership p ON p.struck_at IS NULL AND p.organisation_id = s.organisation_id
           AND p.joined_on <= s.from_on AND (p.left_on IS NULL OR p.left_on > d.day)
         GROUP BY d.day) counted
$$;


CREATE FUNCTION public.motion_outcome(b public.programme_ballot) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $$
DECLARE entitled bigint; pro bigint; contra bigint; cast_ bigint; base_ bigint;
BEGIN
    SELECT count(*), count(*) FILTER (WHERE choice = 'for'),
           count(*) FILTER (WHERE choice = 'against'), count(choice)
      INTO entitled, pro, contra, cast_
      FROM counting_votes(b.id, b.closes_at, b.closed_at) v
     WHERE NOT EXISTS (SELECT 1 FROM programme_recusal r WHERE r.ballot_id = b.id
                          AND r.organisation_id = v.organisation AND NOT r.is_replaced);
    base_ := CASE b.base WHEN 'entitled' THEN entitled WHEN 'cast' THEN cast_ ELSE pro + contra END;
    RETURN CASE
        WHEN cast_ = 0 OR NOT share_is_met(
            cast_, entitled, b.quorum_numerator, b.quorum_denominator, b.quorum_is_over)
        THEN 'no_quorum'
        WHEN pro = contra THEN b.tie_rule
        WHEN share_is_met(
            pro, base_, b.majority_numerator, b.majority_denominator, b.majority_is_over)
        THEN 'adopted' ELSE 'rejected' END;
END $$;


CREATE FUNCTION public.note_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.phase_start_misses(phase public.projects_phase, day date) RETURNS text[]
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.plain_text(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN public.unaccent('public.unaccent'::regdictionary, lower($1));


CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;


CREATE FUNCTION public.refuse_invalid_raad(which bigint, day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE seats int; low int; high int;
BEGIN
    SELECT f.seats_min, f.seats_max INTO low, high
      FROM programme_programmaraad r JOIN partners_framework f ON f.id = r.framework_id
     WHERE r.id = which;
    SELECT count(*) INTO seats FROM programme_seat s
     WHERE s.raad_id = which AND s.from_on <= day AND (s.until_on IS NULL OR s.until_on >= day);
    IF seats >= low THEN seats := greatest(seats, most_seats(which, day, NULL)); END IF;
    IF seats < low OR seats > high THEN
        RAISE EXCEPTION 'programmaraad %: % seats, the framework asks for % to %',
            which, seats, low, high USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM programme_seat s
         WHERE s.raad_id = which AND s.from_on <= day AND (s.until_on IS NULL OR s.until_on >= day)
           AND NOT EXISTS (
               SELECT 1 FROM partners_partnership p
                WHERE p.struck_at IS NULL AND p.organisation_id = s.organisation_id AND p.joined_on <= day
                  AND (p.left_on IS NULL OR p.left_on > day)))
    THEN
        RAISE EXCEPTION 'programmaraad %: a seat is held by an organisation that is no partner',
            which USING ERRCODE = 'check_violation';
    END IF;
END $$;


CREATE FUNCTION public.selection_outcome(b public.programme_ballot, OUT outcome text, OUT chosen bigint[]) RETURNS record
    LANGUAGE plpgsql STABLE
    AS $$
DECLARE entitled bigint; cast_ bigint; options bigint; tied bigint; undecided bool;
BEGIN
    SELECT count(*) INTO options FROM programme_ballotoption WHERE ballot_id = b.id;
    SELECT count(*), count(choice) INTO entitled, cast_
      FROM counting_votes(b.id, b.closes_at, b.closed_at) v
     WHERE options > (SELECT count(*) FROM programme_recusal r WHERE r.ballot_id = b.id
                         AND r.organisation_id = v.organisation AND NOT r.is_replaced);
    chosen := '{}';
    IF cast_ = 0 OR NOT share_is_met(
        cast_, entitled, b.quorum_numerator, b.quorum_denominator, b.quorum_is_over)
    THEN
        outcome := 'no_quorum';
        RETURN;
    END IF;
    WITH passing AS (
        SELECT * FROM counted_options(b) o WHERE o.base > 0 AND share_is_met(
            o.approvals, o.base, b.majority_numerator, b.majority_denominator, b.majority_is_over)
    ), placed AS (
        SELECT o.option,
               count(*) FILTER (WHERE x.approvals * o.base > o.approvals * x.base) AS above,
               count(*) FILTER (WHERE x.approvals * o.base >= o.approvals * x.base) AS upto
          FROM passing o CROSS JOIN passing x GROUP BY o.option
    )
    SELECT coalesce(array_agg(option) FILTER (WHERE upto <= b.choose_max), '{}'),
           count(*) FILTER (WHERE above < b.choose_max AND upto > b.choose_max)
      INTO chosen, tied FROM placed;
    undecided := tied > 0 OR cardinality(chosen) < b.choose_min;
    outcome := CASE WHEN undecided AND b.tie_rule = 'second_round' THEN 'second_round'
                    WHEN cardinality(chosen) >= b.choose_min THEN 'chosen' ELSE 'rejected' END;
    IF outcome = 'rejected' THEN chosen := '{}'; END IF;
END $$;


CREATE FUNCTION public.share_is_met(count_ bigint, whole bigint, numerator integer, denominator integer, is_over boolean) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT count_ * denominator > whole * numerator
        OR NOT is_over AND count_ * denominator = whole * numerator
$$;


CREATE FUNCTION public.signature_of_open_framework() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE FUNCTION public.struck_fact_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.audit_entry (
    id bigint NOT NULL,
    verb character varying(60) NOT NULL,
    subject_type character varying(60) NOT NULL,
    subject_id character varying(40) NOT NULL,
    result character varying(8) NOT NULL,
    facts jsonb NOT NULL,
    origin character varying(12) NOT NULL,
    request_id character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    actor_id bigint
);


ALTER TABLE public.audit_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.audit_seal (
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    parts jsonb NOT NULL,
    reached jsonb NOT NULL,
    previous character varying(64) NOT NULL,
    hash character varying(64) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT audit_seal_number_check CHECK ((number >= 0))
);


CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.demo_sentmail (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    subject character varying(255) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE public.demo_sentmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.demo_sentmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


CREATE TABLE public.documents_document (
    id bigint NOT NULL,
    name character varying(160) NOT NULL,
    content_type character varying(100) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    file character varying(80) NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    uploaded_by_id bigint,
    CONSTRAINT document_has_hash CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT documents_document_size_check CHECK ((size >= 0))
);


ALTER TABLE public.documents_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.documents_openness (
    id bigint NOT NULL,
    subject_type character varying(60) NOT NULL,
    subject_id bigint NOT NULL,
    state character varying(6) NOT NULL,
    grounds character varying(8)[] NOT NULL,
    explanation text NOT NULL,
    not_before_on date,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    judged_by_id bigint,
    redacted_id bigint,
    CONSTRAINT documents_openness_subject_id_check CHECK ((subject_id >= 0)),
    CONSTRAINT openness_closed_has_ground CHECK ((((grounds = '{}'::character varying(8)[]) AND ((state)::text = 'open'::text)) OR (((state)::text = ANY ((ARRAY['partly'::character varying, 'closed'::character varying])::text[])) AND (NOT (grounds = '{}'::character varying(8)[]))))),
    CONSTRAINT openness_redacted_is_partly CHECK (((redacted_id IS NULL) OR ((state)::text = 'partly'::text)))
);


ALTER TABLE public.documents_openness ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_openness_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.documents_wooitem (
    id bigint NOT NULL,
    subject_type character varying(60) NOT NULL,
    subject_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    taken_off_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT documents_wooitem_subject_id_check CHECK ((subject_id >= 0))
);


ALTER TABLE public.documents_wooitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_wooitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.documents_woorequest (
    id bigint NOT NULL,
    reference character varying(40) NOT NULL,
    subject character varying(200) NOT NULL,
    received_on date NOT NULL,
    first_on date,
    last_on date,
    postponed_at timestamp with time zone,
    postponed_because character varying(200) NOT NULL,
    answered_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT woorequest_ends_once CHECK (((answered_at IS NULL) OR (withdrawn_at IS NULL))),
    CONSTRAINT woorequest_postponed_has_reason CHECK ((((postponed_at IS NULL) AND ((postponed_because)::text = ''::text)) OR ((postponed_at IS NOT NULL) AND (NOT ((postponed_because)::text = ''::text))))),
    CONSTRAINT woorequest_time_runs_on CHECK (((first_on IS NULL) OR (last_on IS NULL) OR (first_on <= last_on)))
);


ALTER TABLE public.documents_woorequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_woorequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.documents_yearexport (
    id bigint NOT NULL,
    year smallint NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    records integer NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    exported_by_id bigint,
    CONSTRAINT documents_yearexport_records_check CHECK ((records >= 0)),
    CONSTRAINT documents_yearexport_size_check CHECK ((size >= 0)),
    CONSTRAINT documents_yearexport_year_check CHECK ((year >= 0)),
    CONSTRAINT yearexport_has_hash CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text))
);


ALTER TABLE public.documents_yearexport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_yearexport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.documents_yeartransfer (
    id bigint NOT NULL,
    year smallint NOT NULL,
    reference character varying(80) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    export_id bigint NOT NULL,
    recorded_by_id bigint,
    CONSTRAINT documents_yeartransfer_year_check CHECK ((year >= 0))
);


ALTER TABLE public.documents_yeartransfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_yeartransfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_actionitem (
    id bigint NOT NULL,
    text character varying(200) NOT NULL,
    due_on date NOT NULL,
    note character varying(200) NOT NULL,
    status character varying(10) NOT NULL,
    done_at timestamp with time zone,
    dropped_at timestamp with time zone,
    reopened_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    item_id bigint,
    meeting_id bigint NOT NULL,
    organisation_id bigint,
    owner_id bigint NOT NULL
);


ALTER TABLE public.events_actionitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_actionitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_agendadocument (
    id bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    document_id bigint NOT NULL,
    item_id bigint NOT NULL
);


ALTER TABLE public.events_agendadocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_agendadocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_agendaitem (
    id bigint NOT NULL,
    year smallint NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(8) NOT NULL,
    title character varying(160) NOT NULL,
    text text NOT NULL,
    is_progress boolean NOT NULL,
    put_on_at timestamp with time zone,
    taken_off_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    meeting_id bigint,
    moved_from_id bigint,
    series_id bigint NOT NULL,
    minutes_of_id bigint,
    CONSTRAINT agenda_item_moved_elsewhere CHECK (((moved_from_id IS NULL) OR (meeting_id IS NULL) OR (NOT ((moved_from_id = meeting_id) AND (moved_from_id IS NOT NULL) AND (meeting_id IS NOT NULL))))),
    CONSTRAINT agenda_item_put_on_has_moment CHECK (((meeting_id IS NULL) OR (put_on_at IS NOT NULL))),
    CONSTRAINT events_agendaitem_position_check CHECK (("position" >= 0)),
    CONSTRAINT events_agendaitem_year_check CHECK ((year >= 0))
);


ALTER TABLE public.events_agendaitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_agendaitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_attendance (
    id bigint NOT NULL,
    people smallint NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    is_director_level boolean,
    CONSTRAINT events_attendance_people_check CHECK ((people >= 0))
);


ALTER TABLE public.events_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_blockedperiod (
    id bigint NOT NULL,
    title character varying(80) NOT NULL,
    title_en character varying(80) NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT blocked_period_forward CHECK ((last_on >= first_on))
);


ALTER TABLE public.events_blockedperiod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_blockedperiod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_calendarfeed (
    id bigint NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    revoked_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint NOT NULL
);


ALTER TABLE public.events_calendarfeed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_calendarfeed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_circular (
    id bigint NOT NULL,
    kind character varying(14) NOT NULL,
    audience character varying(10) NOT NULL,
    subject character varying(120) NOT NULL,
    text text NOT NULL,
    subject_en character varying(120) NOT NULL,
    text_en text NOT NULL,
    status character varying(10) NOT NULL,
    sent_at timestamp with time zone,
    discarded_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    meeting_id bigint
);


ALTER TABLE public.events_circular ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_circular_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_circularrecipient (
    id bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    circular_id bigint NOT NULL,
    organisation_id bigint,
    person_id bigint NOT NULL
);


ALTER TABLE public.events_circularrecipient ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_circularrecipient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_datepoll (
    id bigint NOT NULL,
    closes_on date NOT NULL,
    note character varying(300) NOT NULL,
    status character varying(10) NOT NULL,
    chosen_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    meeting_id bigint NOT NULL
);


ALTER TABLE public.events_datepoll ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_datepoll_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_formerterms (
    id bigint NOT NULL,
    per_year smallint NOT NULL,
    lead_days smallint NOT NULL,
    poll_days smallint NOT NULL,
    until_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    series_id bigint NOT NULL,
    CONSTRAINT events_formerterms_lead_days_check CHECK ((lead_days >= 0)),
    CONSTRAINT events_formerterms_per_year_check CHECK ((per_year >= 0)),
    CONSTRAINT events_formerterms_poll_days_check CHECK ((poll_days >= 0))
);


ALTER TABLE public.events_formerterms ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_formerterms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_guestlink (
    id bigint NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    action_item_id bigint,
    invitee_id bigint,
    poll_invitee_id bigint,
    CONSTRAINT guest_link_one_question CHECK ((((action_item_id IS NULL) AND (invitee_id IS NOT NULL) AND (poll_invitee_id IS NULL)) OR ((action_item_id IS NULL) AND (invitee_id IS NULL) AND (poll_invitee_id IS NOT NULL)) OR ((action_item_id IS NOT NULL) AND (invitee_id IS NULL) AND (poll_invitee_id IS NULL))))
);


ALTER TABLE public.events_guestlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_guestlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_invitee (
    id bigint NOT NULL,
    reason character varying(80) NOT NULL,
    sequence_sent integer,
    reminded_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    meeting_id bigint NOT NULL,
    organisation_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT events_invitee_sequence_sent_check CHECK ((sequence_sent >= 0))
);


ALTER TABLE public.events_invitee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_invitee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_meeting (
    id bigint NOT NULL,
    year smallint NOT NULL,
    ordinal smallint NOT NULL,
    window_opens_on date NOT NULL,
    window_closes_on date NOT NULL,
    subject character varying(120) NOT NULL,
    starts_at timestamp with time zone,
    place character varying(120) NOT NULL,
    status character varying(10) NOT NULL,
    scheduled_at timestamp with time zone,
    called_off_at timestamp with time zone,
    held_on date,
    held_recorded_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    series_id bigint NOT NULL,
    taken_over_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    capacity smallint,
    dropped_at timestamp with time zone,
    lead character varying(300) NOT NULL,
    reply_by_on date,
    sequence integer NOT NULL,
    duration_minutes smallint,
    CONSTRAINT events_meeting_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT events_meeting_duration_minutes_check CHECK ((duration_minutes >= 0)),
    CONSTRAINT events_meeting_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT events_meeting_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT events_meeting_year_check CHECK ((year >= 0)),
    CONSTRAINT meeting_held_has_day CHECK (((NOT ((status)::text = 'held'::text)) OR ((held_on IS NOT NULL) AND (held_recorded_at IS NOT NULL)))),
    CONSTRAINT meeting_window_forward CHECK ((window_closes_on >= window_opens_on)),
    CONSTRAINT meeting_with_date_has_moment CHECK (((NOT ((status)::text = ANY ((ARRAY['scheduled'::character varying, 'held'::character varying])::text[]))) OR (starts_at IS NOT NULL)))
);


ALTER TABLE public.events_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_meetingdate (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    meeting_id bigint NOT NULL
);


ALTER TABLE public.events_meetingdate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingdate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_meetingdocument (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    audience character varying(10) NOT NULL,
    taken_out_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    document_id bigint NOT NULL,
    meeting_id bigint NOT NULL
);


ALTER TABLE public.events_meetingdocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingdocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_meetingseries (
    id bigint NOT NULL,
    duty character varying(12) NOT NULL,
    title character varying(80) NOT NULL,
    title_en character varying(80) NOT NULL,
    audience character varying(12) NOT NULL,
    per_year smallint NOT NULL,
    windows jsonb NOT NULL,
    duration_minutes smallint NOT NULL,
    lead_days smallint NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    framework_id bigint NOT NULL,
    colleagues smallint NOT NULL,
    is_public boolean NOT NULL,
    poll_days smallint NOT NULL,
    polls_itself boolean NOT NULL,
    reply_days smallint NOT NULL,
    usual_time time without time zone NOT NULL,
    CONSTRAINT events_meetingseries_colleagues_check CHECK ((colleagues >= 0)),
    CONSTRAINT events_meetingseries_duration_minutes_check CHECK ((duration_minutes >= 0)),
    CONSTRAINT events_meetingseries_lead_days_check CHECK ((lead_days >= 0)),
    CONSTRAINT events_meetingseries_per_year_check CHECK ((per_year >= 0)),
    CONSTRAINT events_meetingseries_poll_days_check CHECK ((poll_days >= 0)),
    CONSTRAINT events_meetingseries_reply_days_check CHECK ((reply_days >= 0))
);


ALTER TABLE public.events_meetingseries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingseries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_minutes (
    id bigint NOT NULL,
    text text NOT NULL,
    facts jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    status character varying(10) NOT NULL,
    sent_at timestamp with time zone,
    approved_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    approved_in_id bigint,
    document_id bigint,
    meeting_id bigint NOT NULL,
    CONSTRAINT minutes_approved_is_sealed CHECK (((NOT ((status)::text = 'approved'::text)) OR ((approved_at IS NOT NULL) AND (NOT ((sha256)::text = ''::text)))))
);


ALTER TABLE public.events_minutes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_minutes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_pollanswer (
    id bigint NOT NULL,
    answer character varying(10) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    invitee_id bigint NOT NULL,
    option_id bigint NOT NULL
);


ALTER TABLE public.events_pollanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_pollanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_pollinvitee (
    id bigint NOT NULL,
    answered_at timestamp with time zone,
    reminded_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint,
    person_id bigint NOT NULL,
    poll_id bigint NOT NULL
);


ALTER TABLE public.events_pollinvitee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_pollinvitee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_polloption (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    is_chosen boolean NOT NULL,
    poll_id bigint NOT NULL
);


ALTER TABLE public.events_polloption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_polloption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_programmepart (
    id bigint NOT NULL,
    begins time without time zone NOT NULL,
    title character varying(120) NOT NULL,
    text character varying(300) NOT NULL,
    by character varying(120) NOT NULL,
    taken_out_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    meeting_id bigint NOT NULL
);


ALTER TABLE public.events_programmepart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_programmepart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_programmepart_organisations (
    id bigint NOT NULL,
    programmepart_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);


ALTER TABLE public.events_programmepart_organisations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_programmepart_organisations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_reply (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    answer character varying(12) NOT NULL,
    people smallint NOT NULL,
    needs character varying(200) NOT NULL,
    replacement_name character varying(120) NOT NULL,
    replacement_email character varying(254) NOT NULL,
    is_director_level boolean NOT NULL,
    accepted_at timestamp with time zone,
    refused_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    invitee_id bigint NOT NULL,
    sequence_sent integer,
    CONSTRAINT events_reply_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT events_reply_people_check CHECK ((people >= 0)),
    CONSTRAINT events_reply_sequence_sent_check CHECK ((sequence_sent >= 0)),
    CONSTRAINT reply_accepted_or_refused CHECK (((accepted_at IS NULL) OR (refused_at IS NULL))),
    CONSTRAINT reply_replacement_has_name CHECK (((NOT ((answer)::text = 'replacement'::text)) OR (NOT ((replacement_name)::text = ''::text))))
);


ALTER TABLE public.events_reply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_reply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_standingguest (
    id bigint NOT NULL,
    reason character varying(120) NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint NOT NULL,
    series_id bigint NOT NULL
);


ALTER TABLE public.events_standingguest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_standingguest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_carryover (
    id bigint NOT NULL,
    year smallint NOT NULL,
    category character varying(14) NOT NULL,
    ordinal smallint NOT NULL,
    amount numeric(12,2) NOT NULL,
    reason character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    struck_because character varying(200) NOT NULL,
    struck_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint,
    CONSTRAINT carry_over_category_known CHECK (((category)::text = ANY ((ARRAY['infrastructure'::character varying, 'innovation'::character varying, 'events'::character varying, 'projects'::character varying])::text[]))),
    CONSTRAINT carry_over_of_something CHECK (((amount > (0)::numeric) AND (year >= 2000) AND (year < 2100) AND (NOT ((reason)::text = ''::text)))),
    CONSTRAINT carry_over_struck_with_reason CHECK ((((struck_at IS NULL) AND ((struck_because)::text = ''::text)) OR ((struck_at IS NOT NULL) AND (NOT ((struck_because)::text = ''::text))))),
    CONSTRAINT funding_carryover_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT funding_carryover_year_check CHECK ((year >= 0))
);


ALTER TABLE public.funding_carryover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_carryover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_delivery (
    id bigint NOT NULL,
    amount numeric(12,2),
    text character varying(200) NOT NULL,
    year smallint NOT NULL,
    arrived_on date NOT NULL,
    struck_because character varying(200) NOT NULL,
    struck_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint,
    pledge_id bigint NOT NULL,
    CONSTRAINT delivery_of_something CHECK ((((amount > (0)::numeric) AND (amount IS NOT NULL)) OR ((amount IS NULL) AND (NOT ((text)::text = ''::text))))),
    CONSTRAINT delivery_struck_with_reason CHECK ((((struck_at IS NULL) AND ((struck_because)::text = ''::text)) OR ((struck_at IS NOT NULL) AND (NOT ((struck_because)::text = ''::text))))),
    CONSTRAINT funding_delivery_year_check CHECK ((year >= 0))
);


ALTER TABLE public.funding_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_fundingplan (
    id bigint NOT NULL,
    note text NOT NULL,
    version integer NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    phase_id bigint NOT NULL,
    CONSTRAINT funding_fundingplan_version_check CHECK ((version >= 0))
);


ALTER TABLE public.funding_fundingplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_fundingplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_fundingterms (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    total numeric(12,2) NOT NULL,
    cash_minimum numeric(12,2) NOT NULL,
    deadline_on date NOT NULL,
    reason character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    plan_id bigint NOT NULL,
    CONSTRAINT funding_fundingterms_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT terms_add_up CHECK (((cash_minimum >= (0)::numeric) AND (cash_minimum <= total) AND (total > (0)::numeric))),
    CONSTRAINT terms_changed_with_reason CHECK (((ordinal = 1) OR ((ordinal > 1) AND (NOT ((reason)::text = ''::text)))))
);


ALTER TABLE public.funding_fundingterms ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_fundingterms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_instalment (
    id bigint NOT NULL,
    year smallint NOT NULL,
    due_on date,
    amount numeric(12,2) NOT NULL,
    schedule_id bigint NOT NULL,
    CONSTRAINT funding_instalment_year_check CHECK ((year >= 0)),
    CONSTRAINT instalment_of_something CHECK (((amount > (0)::numeric) AND (year >= 2000) AND (year <= 2100)))
);


ALTER TABLE public.funding_instalment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_instalment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_pledge (
    id bigint NOT NULL,
    category character varying(14) NOT NULL,
    form character varying(9) NOT NULL,
    amount numeric(12,2),
    text character varying(200) NOT NULL,
    quantity numeric(10,2),
    rate numeric(10,2),
    rate_agreed_by character varying(160) NOT NULL,
    condition character varying(200) NOT NULL,
    condition_met_at timestamp with time zone,
    is_open boolean NOT NULL,
    status character varying(9) NOT NULL,
    is_on_behalf boolean NOT NULL,
    withdrawn_because text NOT NULL,
    is_taken_over boolean NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    firm_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    course_change_id bigint,
    made_firm_by_id bigint,
    offered_by_id bigint,
    organisation_id bigint NOT NULL,
    paper_id bigint,
    plan_id bigint,
    replaces_id bigint,
    CONSTRAINT pledge_firm_by_somebody CHECK (((NOT ((status)::text = 'firm'::text)) OR ((firm_at IS NOT NULL) AND ((made_firm_by_id IS NOT NULL) OR (paper_id IS NOT NULL) OR is_taken_over)))),
    CONSTRAINT pledge_has_value_or_words CHECK ((((amount > (0)::numeric) AND (amount IS NOT NULL) AND ((form)::text = 'cash'::text) AND (quantity IS NULL) AND (rate IS NULL)) OR ((NOT ((form)::text = 'cash'::text)) AND (NOT ((text)::text = ''::text)) AND ((amount IS NULL) OR (amount > (0)::numeric))))),
    CONSTRAINT pledge_meets_a_condition CHECK (((condition_met_at IS NULL) OR (NOT ((condition)::text = ''::text)))),
    CONSTRAINT pledge_rate_is_agreed CHECK ((((quantity IS NULL) AND (rate IS NULL) AND ((rate_agreed_by)::text = ''::text)) OR ((amount IS NOT NULL) AND (quantity > (0)::numeric) AND (quantity IS NOT NULL) AND (rate > (0)::numeric) AND (rate IS NOT NULL) AND (NOT ((rate_agreed_by)::text = ''::text))))),
    CONSTRAINT pledge_status_known CHECK (((status)::text = ANY ((ARRAY['offered'::character varying, 'firm'::character varying, 'withdrawn'::character varying])::text[]))),
    CONSTRAINT pledge_to_a_phase_is_for_projects CHECK (((plan_id IS NULL) OR ((category)::text = 'projects'::text))),
    CONSTRAINT pledge_withdrawn_with_reason CHECK (((NOT ((status)::text = 'withdrawn'::text)) OR ((withdrawn_at IS NOT NULL) AND (NOT (withdrawn_because = ''::text)))))
);


ALTER TABLE public.funding_pledge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_pledge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_schedule (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    reason character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint,
    pledge_id bigint NOT NULL,
    CONSTRAINT funding_schedule_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT schedule_changed_with_reason CHECK (((ordinal = 1) OR ((ordinal > 1) AND (NOT ((reason)::text = ''::text)))))
);


ALTER TABLE public.funding_schedule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_schedule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_stepinanswer (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    answer character varying(5) NOT NULL,
    words character varying(300) NOT NULL,
    is_on_behalf boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint,
    pledge_id bigint,
    offer_id bigint NOT NULL,
    CONSTRAINT funding_stepinanswer_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT stepin_yes_brings_a_pledge CHECK (((((answer)::text = 'yes'::text) AND (pledge_id IS NOT NULL)) OR (((answer)::text = ANY ((ARRAY['no'::character varying, 'later'::character varying])::text[])) AND (pledge_id IS NULL))))
);


ALTER TABLE public.funding_stepinanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_stepinanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_stepinoffer (
    id bigint NOT NULL,
    share numeric(12,2),
    benefit numeric(14,2),
    minimum numeric(12,2) NOT NULL,
    fixed numeric(12,2),
    payback_year smallint,
    offered_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint NOT NULL,
    round_id bigint NOT NULL,
    CONSTRAINT funding_stepinoffer_payback_year_check CHECK ((payback_year >= 0)),
    CONSTRAINT stepin_share_as_agreed CHECK (((minimum >= (0)::numeric) AND ((benefit IS NULL) OR (benefit >= (0)::numeric)) AND ((fixed IS NULL) OR ((share = fixed) AND (share IS NOT NULL))) AND ((share IS NULL) OR (fixed IS NOT NULL) OR (share >= minimum)) AND ((share IS NULL) OR (share >= (0)::numeric))))
);


ALTER TABLE public.funding_stepinoffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_stepinoffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.funding_stepinround (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    key character varying(7) NOT NULL,
    to_share numeric(12,2) NOT NULL,
    unshared numeric(12,2) NOT NULL,
    text text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    case_id bigint,
    person_id bigint,
    plan_id bigint NOT NULL,
    terms_id bigint NOT NULL,
    CONSTRAINT funding_stepinround_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT stepin_round_closes_after_it_opened CHECK (((closes_at > opened_at) AND ((closed_at IS NULL) OR ((closed_at >= opened_at) AND (closed_at <= closes_at))))),
    CONSTRAINT stepin_round_gains_by_a_case CHECK (((NOT ((key)::text = ANY ((ARRAY['benefit'::character varying, 'capped'::character varying])::text[]))) OR (case_id IS NOT NULL))),
    CONSTRAINT stepin_round_says_what_it_asks CHECK (((unshared >= (0)::numeric) AND (to_share >= unshared) AND (NOT (text = ''::text)) AND ((key)::text = ANY ((ARRAY['equal'::character varying, 'benefit'::character varying, 'capped'::character varying, 'free'::character varying])::text[]))))
);


ALTER TABLE public.funding_stepinround ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.funding_stepinround_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.outbox_letter (
    id bigint NOT NULL,
    key character varying(160) NOT NULL,
    template character varying(80) NOT NULL,
    address character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    language character varying(5) NOT NULL,
    subject character varying(200) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    message_id character varying(120) NOT NULL,
    is_urgent boolean NOT NULL,
    is_secret boolean NOT NULL,
    status character varying(10) NOT NULL,
    attempts smallint NOT NULL,
    error character varying(200) NOT NULL,
    not_before timestamp with time zone NOT NULL,
    claimed_at timestamp with time zone,
    sent_at timestamp with time zone,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint,
    attachment_id bigint,
    calendar text NOT NULL,
    calendar_method character varying(10) NOT NULL,
    bundle character varying(80) NOT NULL,
    merged_into_id bigint,
    bounce_code character varying(12) NOT NULL,
    bounced_at timestamp with time zone,
    pace character varying(8) NOT NULL,
    CONSTRAINT letter_bounced_has_moment CHECK (((NOT ((status)::text = 'bounced'::text)) OR (bounced_at IS NOT NULL))),
    CONSTRAINT letter_merged_into_one CHECK ((((merged_into_id IS NOT NULL) AND ((status)::text = 'merged'::text)) OR ((NOT ((status)::text = 'merged'::text)) AND (merged_into_id IS NULL)))),
    CONSTRAINT letter_sent_has_moment CHECK (((NOT ((status)::text = 'sent'::text)) OR (sent_at IS NOT NULL))),
    CONSTRAINT outbox_letter_attempts_check CHECK ((attempts >= 0))
);


ALTER TABLE public.outbox_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outbox_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_ambassadorship (
    id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ended_at timestamp with time zone,
    organisation_id bigint NOT NULL,
    theme_id bigint NOT NULL,
    corrects_id bigint,
    struck_at timestamp with time zone,
    struck_reason character varying(300) NOT NULL,
    CONSTRAINT ambassadorship_forward CHECK (((until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT ambassadorship_struck_with_reason CHECK (((struck_at IS NULL) OR (NOT ((struck_reason)::text = ''::text))))
);


ALTER TABLE public.partners_ambassadorship ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_ambassadorship_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_apitoken (
    id bigint NOT NULL,
    purpose character varying(80) NOT NULL,
    prefix character varying(12) NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    expires_on date NOT NULL,
    last_used_on date,
    revoked_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    made_by_id bigint,
    organisation_id bigint,
    revoked_by_id bigint,
    CONSTRAINT api_token_for_a_year_at_most CHECK ((expires_on <= (((recorded_at + '366 days'::interval) AT TIME ZONE 'Europe/Amsterdam'::text))::date)),
    CONSTRAINT api_token_has_purpose CHECK ((NOT ((purpose)::text = ''::text))),
    CONSTRAINT api_token_revoked_at_a_moment CHECK (((revoked_by_id IS NULL) OR (revoked_at IS NOT NULL)))
);


ALTER TABLE public.partners_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_clause (
    id bigint NOT NULL,
    number smallint NOT NULL,
    title character varying(160) NOT NULL,
    title_en character varying(160) NOT NULL,
    text text NOT NULL,
    text_en text NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    framework_id bigint NOT NULL,
    CONSTRAINT clause_number_counts CHECK ((number >= 1)),
    CONSTRAINT partners_clause_number_check CHECK ((number >= 0))
);


ALTER TABLE public.partners_clause ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_clause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_clausemeasure (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    code character varying(40) NOT NULL,
    by_month smallint NOT NULL,
    by_day smallint NOT NULL,
    clause_id bigint NOT NULL,
    CONSTRAINT measure_has_a_day CHECK (((by_day >= 1) AND (by_day <= 31) AND (by_month >= 1) AND (by_month <= 12))),
    CONSTRAINT partners_clausemeasure_by_day_check CHECK ((by_day >= 0)),
    CONSTRAINT partners_clausemeasure_by_month_check CHECK ((by_month >= 0)),
    CONSTRAINT partners_clausemeasure_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.partners_clausemeasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_clausemeasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_contactnote (
    id bigint NOT NULL,
    spoken_on date NOT NULL,
    text text NOT NULL,
    reason character varying(300) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    author_id bigint,
    corrects_id bigint,
    organisation_id bigint NOT NULL,
    CONSTRAINT note_correction_has_reason CHECK (((corrects_id IS NULL) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT note_not_itself CHECK (((corrects_id IS NULL) OR (NOT ((corrects_id = id) AND (corrects_id IS NOT NULL)))))
);


ALTER TABLE public.partners_contactnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_contactnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_framework (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    motto character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    seats_min smallint NOT NULL,
    seats_max smallint NOT NULL,
    themes_min smallint NOT NULL,
    themes_max smallint NOT NULL,
    inspiration_events smallint NOT NULL,
    network_meetings smallint NOT NULL,
    leaders_meetings smallint NOT NULL,
    kernteam_managers smallint NOT NULL,
    kernteam_staff smallint NOT NULL,
    response_days smallint NOT NULL,
    funders_min smallint NOT NULL,
    big_change numeric(12,2) NOT NULL,
    status character varying(10) NOT NULL,
    opened_at timestamp with time zone,
    in_force_at timestamp with time zone,
    expired_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    predecessor_id bigint,
    host_id bigint NOT NULL,
    contribution_from smallint,
    contribution_until smallint,
    document_id bigint,
    introduction text NOT NULL,
    introduction_en text NOT NULL,
    is_public boolean NOT NULL,
    sealed_sha256 character varying(64) NOT NULL,
    sign_by date,
    big_change_share smallint NOT NULL,
    is_kompas_public boolean NOT NULL,
    CONSTRAINT framework_contribution_forward CHECK ((((contribution_from IS NULL) AND (contribution_until IS NULL)) OR (contribution_until >= contribution_from))),
    CONSTRAINT framework_forward CHECK ((ends_on > starts_on)),
    CONSTRAINT framework_in_force_has_moment CHECK (((NOT ((status)::text = 'in_force'::text)) OR (in_force_at IS NOT NULL))),
    CONSTRAINT framework_seats_possible CHECK (((seats_max >= seats_min) AND (seats_min >= 3))),
    CONSTRAINT partners_framework_big_change_share_check CHECK ((big_change_share >= 0)),
    CONSTRAINT partners_framework_contribution_from_check CHECK ((contribution_from >= 0)),
    CONSTRAINT partners_framework_contribution_until_check CHECK ((contribution_until >= 0)),
    CONSTRAINT partners_framework_funders_min_check CHECK ((funders_min >= 0)),
    CONSTRAINT partners_framework_inspiration_events_check CHECK ((inspiration_events >= 0)),
    CONSTRAINT partners_framework_kernteam_managers_check CHECK ((kernteam_managers >= 0)),
    CONSTRAINT partners_framework_kernteam_staff_check CHECK ((kernteam_staff >= 0)),
    CONSTRAINT partners_framework_leaders_meetings_check CHECK ((leaders_meetings >= 0)),
    CONSTRAINT partners_framework_network_meetings_check CHECK ((network_meetings >= 0)),
    CONSTRAINT partners_framework_response_days_check CHECK ((response_days >= 0)),
    CONSTRAINT partners_framework_seats_max_check CHECK ((seats_max >= 0)),
    CONSTRAINT partners_framework_seats_min_check CHECK ((seats_min >= 0)),
    CONSTRAINT partners_framework_themes_max_check CHECK ((themes_max >= 0)),
    CONSTRAINT partners_framework_themes_min_check CHECK ((themes_min >= 0))
);


ALTER TABLE public.partners_framework ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_framework_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_golive (
    "only" boolean NOT NULL,
    live_on date NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    set_by_id bigint,
    CONSTRAINT go_live_once CHECK ("only")
);


CREATE TABLE public.partners_importrun (
    id bigint NOT NULL,
    file_name character varying(160) NOT NULL,
    content bytea NOT NULL,
    default_joined_on date,
    skip_invalid boolean NOT NULL,
    status character varying(10) NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    report jsonb NOT NULL,
    error text NOT NULL,
    checked_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    saved_at timestamp with time zone,
    failed_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    confirmed_by_id bigint,
    started_by_id bigint,
    CONSTRAINT partners_importrun_done_check CHECK ((done >= 0)),
    CONSTRAINT partners_importrun_total_check CHECK ((total >= 0))
);


ALTER TABLE public.partners_importrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_importrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_invitation (
    id bigint NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    invited_by_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT invitation_used_or_revoked CHECK (((used_at IS NULL) OR (revoked_at IS NULL)))
);


ALTER TABLE public.partners_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_involvement (
    id bigint NOT NULL,
    year smallint NOT NULL,
    forms character varying(12)[] NOT NULL,
    other character varying(120) NOT NULL,
    note text NOT NULL,
    way character varying(8) NOT NULL,
    chosen_on date NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    chosen_by_id bigint,
    organisation_id bigint NOT NULL,
    CONSTRAINT involvement_has_a_form CHECK ((
CASE
    WHEN (forms IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(forms, 1), 0)
END >= 1)),
    CONSTRAINT involvement_only_follows_alone CHECK (((NOT (forms @> ARRAY['follow'::character varying(12)])) OR (
CASE
    WHEN (forms IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(forms, 1), 0)
END = 1))),
    CONSTRAINT involvement_other_is_named CHECK (((NOT (forms @> ARRAY['other'::character varying(12)])) OR (NOT ((other)::text = ''::text)))),
    CONSTRAINT partners_involvement_year_check CHECK ((year >= 0))
);


ALTER TABLE public.partners_involvement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_involvement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_kernteammember (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint NOT NULL,
    ended_at timestamp with time zone,
    corrects_id bigint,
    struck_at timestamp with time zone,
    struck_reason character varying(300) NOT NULL,
    CONSTRAINT kernteam_forward CHECK (((until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT kernteam_struck_with_reason CHECK (((struck_at IS NULL) OR (NOT ((struck_reason)::text = ''::text))))
);


ALTER TABLE public.partners_kernteammember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_kernteammember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_mandate (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    may_sign boolean NOT NULL,
    from_on date NOT NULL,
    until_on date,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    ended_at timestamp with time zone,
    corrects_id bigint,
    pledge_limit numeric(12,2),
    signs_for character varying(10)[] NOT NULL,
    struck_at timestamp with time zone,
    struck_reason character varying(300) NOT NULL,
    CONSTRAINT mandate_forward CHECK (((until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT mandate_scope_is_possible CHECK (((pledge_limit IS NULL) OR ((pledge_limit > (0)::numeric) AND ((signs_for = '{}'::character varying(10)[]) OR (signs_for @> ARRAY['pledges'::character varying(10)]))))),
    CONSTRAINT mandate_scope_of_who_may_sign CHECK ((may_sign OR ((pledge_limit IS NULL) AND (signs_for = '{}'::character varying(10)[])))),
    CONSTRAINT mandate_struck_with_reason CHECK (((struck_at IS NULL) OR (NOT ((struck_reason)::text = ''::text))))
);


ALTER TABLE public.partners_mandate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_mandate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_organisation (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    short_name character varying(4) NOT NULL,
    sector character varying(24) NOT NULL,
    website character varying(200) NOT NULL,
    description text NOT NULL,
    kvk_number character varying(8) NOT NULL,
    name_key character varying(120) GENERATED ALWAYS AS (lower(replace((name)::text, ' '::text, ''::text))) STORED,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    is_public boolean NOT NULL,
    CONSTRAINT organisation_has_name CHECK ((NOT ((name)::text = ''::text)))
);


ALTER TABLE public.partners_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_partnership (
    id bigint NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    left_recorded_at timestamp with time zone,
    organisation_id bigint NOT NULL,
    corrects_id bigint,
    struck_at timestamp with time zone,
    struck_reason character varying(300) NOT NULL,
    CONSTRAINT partnership_end_is_recorded CHECK (((left_on IS NULL) OR (left_recorded_at IS NOT NULL))),
    CONSTRAINT partnership_ends_after_start CHECK (((left_on IS NULL) OR (left_on > joined_on))),
    CONSTRAINT partnership_struck_with_reason CHECK (((struck_at IS NULL) OR (NOT ((struck_reason)::text = ''::text))))
);


ALTER TABLE public.partners_partnership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_partnership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_person (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    language character varying(2) NOT NULL,
    is_active boolean NOT NULL,
    invited_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    anonymised_at timestamp with time zone,
    closed_at timestamp with time zone,
    pace character varying(8) NOT NULL,
    CONSTRAINT nobody_is_superuser CHECK ((NOT is_superuser))
);


CREATE TABLE public.partners_person_groups (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    group_id integer NOT NULL
);


ALTER TABLE public.partners_person_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_person_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.partners_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_person_user_permissions (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.partners_person_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_person_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_review (
    id bigint NOT NULL,
    reviewed_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint NOT NULL,
    reviewed_by_id bigint
);


ALTER TABLE public.partners_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_signature (
    id bigint NOT NULL,
    signatory character varying(120) NOT NULL,
    function character varying(120) NOT NULL,
    signed_on date NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    framework_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    registered_by_id bigint,
    declares_mandate boolean NOT NULL,
    declares_read boolean NOT NULL,
    ordinal smallint NOT NULL,
    person_id bigint,
    receipt_id bigint,
    scan_id bigint,
    sha256 character varying(64) NOT NULL,
    signed_at timestamp with time zone,
    text_sha256 character varying(64) NOT NULL,
    way character varying(6) NOT NULL,
    CONSTRAINT partners_signature_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT signature_online_is_complete CHECK (((NOT ((way)::text = 'online'::text)) OR (declares_mandate AND declares_read AND (person_id IS NOT NULL) AND (signed_at IS NOT NULL))))
);


ALTER TABLE public.partners_signature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_signature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_signaturewithdrawal (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    signature_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT withdrawal_has_reason CHECK ((NOT ((reason)::text = ''::text)))
);


ALTER TABLE public.partners_signaturewithdrawal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_signaturewithdrawal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_signingrequest (
    id bigint NOT NULL,
    signs_for character varying(10)[] NOT NULL,
    pledge_limit numeric(12,2),
    reason character varying(300) NOT NULL,
    answer character varying(300) NOT NULL,
    status character varying(10) NOT NULL,
    confirmed_at timestamp with time zone,
    declined_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    asked_by_id bigint,
    mandate_id bigint NOT NULL,
    CONSTRAINT signing_declined_has_answer CHECK (((NOT ((status)::text = 'declined'::text)) OR (NOT ((answer)::text = ''::text)))),
    CONSTRAINT signing_request_scope_is_possible CHECK (((pledge_limit IS NULL) OR ((pledge_limit > (0)::numeric) AND ((signs_for = '{}'::character varying(10)[]) OR (signs_for @> ARRAY['pledges'::character varying(10)])))))
);


ALTER TABLE public.partners_signingrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_signingrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_theme (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    description text NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);


ALTER TABLE public.partners_theme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.partners_visit (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    person_id bigint
);


CREATE TABLE public.programme_accountblock (
    id bigint NOT NULL,
    heading character varying(8) NOT NULL,
    text text NOT NULL,
    version integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    account_id bigint NOT NULL,
    CONSTRAINT programme_accountblock_version_check CHECK ((version >= 0))
);


ALTER TABLE public.programme_accountblock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_accountblock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_agendaballot (
    id bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint NOT NULL,
    item_id bigint NOT NULL
);


ALTER TABLE public.programme_agendaballot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_agendaballot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_annualaccount (
    id bigint NOT NULL,
    year smallint NOT NULL,
    edition smallint NOT NULL,
    status character varying(9) NOT NULL,
    is_interim boolean NOT NULL,
    snapshot text NOT NULL,
    sha256 character varying(64) NOT NULL,
    published_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT account_is_counted CHECK (((edition >= 1) AND ((year >= 2000) AND (year <= 2199)))),
    CONSTRAINT account_published_is_whole CHECK ((((published_at IS NULL) AND ((sha256)::text = ''::text) AND (snapshot = ''::text) AND ((status)::text = 'draft'::text)) OR ((published_at IS NOT NULL) AND ((status)::text = 'published'::text) AND (NOT (snapshot = ''::text)) AND (NOT ((sha256)::text = ''::text))))),
    CONSTRAINT programme_annualaccount_edition_check CHECK ((edition >= 0)),
    CONSTRAINT programme_annualaccount_year_check CHECK ((year >= 0))
);


ALTER TABLE public.programme_annualaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_annualaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.programme_ballot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_ballot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_ballotinterest (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    text character varying(200) NOT NULL,
    is_derived boolean NOT NULL,
    disclosed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_because character varying(200) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    option_id bigint,
    CONSTRAINT interest_withdrawn_has_reason CHECK (((withdrawn_at IS NULL) OR (NOT ((withdrawn_because)::text = ''::text))))
);


ALTER TABLE public.programme_ballotinterest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_ballotinterest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_ballotoption (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    title character varying(160) NOT NULL,
    text text NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint NOT NULL,
    previous_id bigint,
    CONSTRAINT programme_ballotoption_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.programme_ballotoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_ballotoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_budgetline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    category character varying(14) NOT NULL,
    title character varying(120) NOT NULL,
    amount numeric(12,2) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT budget_line_amount CHECK (((amount >= (0)::numeric) AND (NOT ((title)::text = ''::text)))),
    CONSTRAINT budget_line_category_known CHECK (((category)::text = ANY ((ARRAY['infrastructure'::character varying, 'innovation'::character varying, 'events'::character varying, 'projects'::character varying])::text[]))),
    CONSTRAINT programme_budgetline_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.programme_budgetline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_budgetline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_commitment (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    answer character varying(8) NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    way character varying(8) NOT NULL,
    given_on date NOT NULL,
    meeting_id bigint,
    CONSTRAINT commitment_answer_known CHECK (((answer)::text = ANY ((ARRAY['yes'::character varying, 'not_now'::character varying])::text[]))),
    CONSTRAINT commitment_at_a_meeting CHECK (((meeting_id IS NULL) OR ((way)::text = 'meeting'::text))),
    CONSTRAINT commitment_not_now_has_reason CHECK (((NOT ((answer)::text = 'not_now'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT programme_commitment_ordinal_check CHECK ((ordinal >= 0))
);


ALTER TABLE public.programme_commitment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_commitment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_commitmentdraft (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    answer character varying(8) NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    CONSTRAINT commitment_draft_answer CHECK ((((answer)::text = 'yes'::text) OR (((answer)::text = 'not_now'::text) AND (NOT (reason = ''::text))))),
    CONSTRAINT programme_commitmentdraft_ordinal_check CHECK ((ordinal >= 0))
);


ALTER TABLE public.programme_commitmentdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_commitmentdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_coursechange (
    id bigint NOT NULL,
    about character varying(10) NOT NULL,
    subject character varying(120) NOT NULL,
    kind character varying(16) NOT NULL,
    happened_on date,
    category character varying(14) NOT NULL,
    budget_before numeric(12,2),
    budget_after numeric(12,2),
    title character varying(120) NOT NULL,
    what text NOT NULL,
    why text NOT NULL,
    effect text NOT NULL,
    status character varying(12) NOT NULL,
    system_reasons jsonb NOT NULL,
    judgement text NOT NULL,
    urgency text NOT NULL,
    carried_out_on date,
    result text NOT NULL,
    withdrawal text NOT NULL,
    minor_at timestamp with time zone,
    crucial_at timestamp with time zone,
    called_at timestamp with time zone,
    called_afterwards_at timestamp with time zone,
    went_first_at timestamp with time zone,
    adopted_at timestamp with time zone,
    upheld_at timestamp with time zone,
    rejected_at timestamp with time zone,
    carried_out_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint,
    decision_id bigint,
    departure_id bigint,
    judged_by_id bigint,
    organisation_id bigint,
    programme_id bigint,
    proposed_by_id bigint,
    proposed_for_id bigint,
    raad_id bigint NOT NULL,
    theme_id bigint,
    innovation_theme_id bigint,
    CONSTRAINT change_after_fact_has_day CHECK (((NOT ((kind)::text = ANY ((ARRAY['pledge_withdrawn'::character varying, 'partner_left'::character varying])::text[]))) OR ((happened_on IS NOT NULL) AND (organisation_id IS NOT NULL)))),
    CONSTRAINT change_carried_out_has_day CHECK (((NOT ((status)::text = ANY ((ARRAY['ahead'::character varying, 'carried_out'::character varying])::text[]))) OR (carried_out_on IS NOT NULL))),
    CONSTRAINT change_decided_by_decision CHECK (((NOT ((status)::text = ANY ((ARRAY['adopted'::character varying, 'rejected'::character varying])::text[]))) OR (decision_id IS NOT NULL))),
    CONSTRAINT change_first_has_reason CHECK (((went_first_at IS NULL) OR (NOT (urgency = ''::text)))),
    CONSTRAINT change_has_subject CHECK ((((about)::text = 'programme'::text) OR (NOT ((subject)::text = ''::text)))),
    CONSTRAINT change_judged_is_complete CHECK ((((status)::text = ANY ((ARRAY['proposed'::character varying, 'withdrawn'::character varying])::text[])) OR ((NOT (why = ''::text)) AND (NOT (effect = ''::text))))),
    CONSTRAINT change_minor_has_reason CHECK (((minor_at IS NULL) OR (NOT (judgement = ''::text)))),
    CONSTRAINT change_names_theme_it_is_about CHECK (((innovation_theme_id IS NULL) OR ((about)::text = 'theme'::text))),
    CONSTRAINT change_of_budget_has_amounts CHECK (((NOT ((kind)::text = 'budget_moved'::text)) OR ((NOT ((category)::text = ''::text)) AND (budget_after >= (0)::numeric) AND (budget_before >= (0)::numeric) AND (budget_after IS NOT NULL) AND (budget_before IS NOT NULL)))),
    CONSTRAINT change_withdrawn_has_reason CHECK (((NOT ((status)::text = 'withdrawn'::text)) OR (NOT (withdrawal = ''::text))))
);


ALTER TABLE public.programme_coursechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_coursechange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_crucialcall (
    id bigint NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    change_id bigint NOT NULL,
    person_id bigint NOT NULL,
    seat_id bigint NOT NULL
);


ALTER TABLE public.programme_crucialcall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_crucialcall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.programme_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_decisionstep (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    text text NOT NULL,
    due_on date,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    decision_id bigint NOT NULL,
    owner_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT decisionstep_says_what CHECK (((((kind)::text = 'assigned'::text) AND (owner_id IS NOT NULL)) OR (((kind)::text = ANY ((ARRAY['reported'::character varying, 'done'::character varying, 'dropped'::character varying])::text[])) AND (due_on IS NULL) AND (owner_id IS NULL) AND (NOT (text = ''::text)))))
);


ALTER TABLE public.programme_decisionstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_decisionstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_delegate (
    id bigint NOT NULL,
    role character varying(14) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint NOT NULL,
    seat_id bigint NOT NULL,
    CONSTRAINT delegate_forward CHECK (((until_on IS NULL) OR (until_on >= from_on)))
);


ALTER TABLE public.programme_delegate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_delegate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_dispute (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    answer character varying(10) NOT NULL,
    words text NOT NULL,
    answered_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    answered_by_id bigint,
    correction_id bigint,
    entitlement_id bigint NOT NULL,
    person_id bigint NOT NULL,
    vote_id bigint,
    CONSTRAINT dispute_answered_whole CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL) AND (correction_id IS NULL)) OR (((answer)::text = 'upheld'::text) AND (answered_at IS NOT NULL) AND (correction_id IS NULL) AND (NOT (words = ''::text))) OR (((answer)::text = 'corrected'::text) AND (answered_at IS NOT NULL) AND (correction_id IS NOT NULL))))
);


ALTER TABLE public.programme_dispute ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_dispute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_entitlement (
    id bigint NOT NULL,
    ballot_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    seat_id bigint NOT NULL
);


ALTER TABLE public.programme_entitlement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_entitlement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_explorationnote (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    corrects_id bigint,
    person_id bigint NOT NULL,
    theme_id bigint NOT NULL,
    CONSTRAINT explorationnote_has_text CHECK ((NOT (text = ''::text))),
    CONSTRAINT explorationnote_kind_known CHECK (((kind)::text = ANY ((ARRAY['step'::character varying, 'learned'::character varying, 'decision'::character varying])::text[])))
);


ALTER TABLE public.programme_explorationnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_explorationnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_facilitator (
    id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ended_at timestamp with time zone,
    organisation_id bigint,
    person_id bigint,
    theme_id bigint NOT NULL,
    CONSTRAINT facilitator_end_is_recorded CHECK (((until_on IS NULL) OR (ended_at IS NOT NULL))),
    CONSTRAINT facilitator_forward CHECK (((until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT facilitator_is_somebody CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL)))
);


ALTER TABLE public.programme_facilitator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_facilitator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_handover (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    entitlement_id bigint NOT NULL,
    from_person_id bigint NOT NULL,
    to_person_id bigint NOT NULL
);


ALTER TABLE public.programme_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_innovationtheme (
    id bigint NOT NULL,
    title character varying(160) NOT NULL,
    question text NOT NULL,
    why text NOT NULL,
    who_gains text NOT NULL,
    proposed_external character varying(160) NOT NULL,
    status character varying(11) NOT NULL,
    exploring_on date,
    working_out_on date,
    result_kind character varying(13) NOT NULL,
    delivered_on date,
    result text NOT NULL,
    stopped_on date,
    stop_reason text NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    selected_at timestamp with time zone,
    exploring_at timestamp with time zone,
    working_out_at timestamp with time zone,
    delivered_at timestamp with time zone,
    stopped_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    decision_id bigint,
    option_id bigint,
    person_id bigint NOT NULL,
    proposed_by_id bigint,
    proposed_facilitator_id bigint,
    theme_id bigint NOT NULL,
    call_id bigint NOT NULL,
    is_public boolean NOT NULL,
    CONSTRAINT innovation_delivered_with_result CHECK (((NOT ((status)::text = 'delivered'::text)) OR ((delivered_on >= working_out_on) AND (NOT (result = ''::text))))),
    CONSTRAINT innovation_explored_since CHECK (((NOT ((status)::text = ANY ((ARRAY['exploring'::character varying, 'working_out'::character varying, 'delivered'::character varying])::text[]))) OR ((exploring_at IS NOT NULL) AND (exploring_on IS NOT NULL)))),
    CONSTRAINT innovation_one_facilitator_proposed CHECK (((proposed_facilitator_id IS NULL) OR ((proposed_external)::text = ''::text))),
    CONSTRAINT innovation_public_when_chosen CHECK (((NOT is_public) OR (NOT ((status)::text = ANY ((ARRAY['proposed'::character varying, 'withdrawn'::character varying])::text[]))))),
    CONSTRAINT innovation_selected_by_decision CHECK ((((status)::text = ANY ((ARRAY['proposed'::character varying, 'withdrawn'::character varying])::text[])) OR ((decision_id IS NOT NULL) AND (selected_at IS NOT NULL)))),
    CONSTRAINT innovation_stopped_with_reason CHECK (((NOT ((status)::text = 'stopped'::text)) OR ((stopped_at IS NOT NULL) AND (stopped_on IS NOT NULL) AND (NOT (stop_reason = ''::text))))),
    CONSTRAINT innovation_worked_out_as CHECK (((NOT ((status)::text = ANY ((ARRAY['working_out'::character varying, 'delivered'::character varying])::text[]))) OR ((working_out_on >= exploring_on) AND ((result_kind)::text = ANY ((ARRAY['business_case'::character varying, 'prototype'::character varying])::text[])))))
);


ALTER TABLE public.programme_innovationtheme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_innovationtheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_interestquestion (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    CONSTRAINT interest_question_answered_whole CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((NOT (answer = ''::text)) AND (answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL))))
);


ALTER TABLE public.programme_interestquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_interestquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_packversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    changed text NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    document_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    sent_by_id bigint,
    CONSTRAINT programme_packversion_number_check CHECK ((number >= 0))
);


ALTER TABLE public.programme_packversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_packversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_passagecomment (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    anchor character varying(12) NOT NULL,
    quote text NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    about_id bigint,
    organisation_id bigint,
    person_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT passage_comment_of_whom CHECK ((((about_id IS NULL) AND ((kind)::text = 'comment'::text) AND (organisation_id IS NOT NULL)) OR ((about_id IS NOT NULL) AND ((kind)::text = ANY ((ARRAY['answer'::character varying, 'handled'::character varying])::text[])) AND (organisation_id IS NULL)))),
    CONSTRAINT passage_comment_says_something CHECK ((((kind)::text = 'handled'::text) OR (NOT (text = ''::text))))
);


ALTER TABLE public.programme_passagecomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_passagecomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_programmaraad (
    id bigint NOT NULL,
    year smallint NOT NULL,
    status character varying(10) NOT NULL,
    proposed_at timestamp with time zone,
    respond_by timestamp with time zone,
    installed_at timestamp with time zone,
    dissolved_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    framework_id bigint NOT NULL,
    CONSTRAINT programme_programmaraad_year_check CHECK ((year >= 0)),
    CONSTRAINT raad_installed_has_moment CHECK ((((status)::text = 'composing'::text) OR (installed_at IS NOT NULL))),
    CONSTRAINT raad_respond_after_proposal CHECK (((proposed_at IS NULL) OR (respond_by > proposed_at)))
);


ALTER TABLE public.programme_programmaraad ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_programmaraad_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_programme (
    id bigint NOT NULL,
    year smallint NOT NULL,
    title character varying(120) NOT NULL,
    ambition text NOT NULL,
    text text NOT NULL,
    status character varying(10) NOT NULL,
    submitted_at timestamp with time zone,
    returned_at timestamp with time zone,
    adopted_at timestamp with time zone,
    closed_at timestamp with time zone,
    commit_by timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint,
    decision_id bigint,
    framework_id bigint NOT NULL,
    is_public boolean NOT NULL,
    CONSTRAINT programme_adopted_by_decision CHECK (((NOT ((status)::text = ANY ((ARRAY['adopted'::character varying, 'closed'::character varying])::text[]))) OR ((adopted_at IS NOT NULL) AND (commit_by IS NOT NULL) AND (decision_id IS NOT NULL)))),
    CONSTRAINT programme_programme_year_check CHECK ((year >= 0)),
    CONSTRAINT programme_public_when_adopted CHECK (((NOT is_public) OR ((status)::text = ANY ((ARRAY['adopted'::character varying, 'closed'::character varying])::text[])))),
    CONSTRAINT programme_submitted_has_moment CHECK ((((status)::text = 'preparing'::text) OR (submitted_at IS NOT NULL)))
);


ALTER TABLE public.programme_programme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_programme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_programmesubmission (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint,
    programme_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT programme_programmesubmission_ordinal_check CHECK ((ordinal >= 0))
);


ALTER TABLE public.programme_programmesubmission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_programmesubmission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_programmetheme (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    title character varying(120) NOT NULL,
    plan text NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    programme_id bigint NOT NULL,
    theme_id bigint,
    CONSTRAINT programme_programmetheme_position_check CHECK (("position" >= 0)),
    CONSTRAINT programme_theme_says_what CHECK (((NOT ((title)::text = ''::text)) AND (NOT (plan = ''::text))))
);


ALTER TABLE public.programme_programmetheme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_programmetheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_programmeversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    snapshot text NOT NULL,
    sha256 character varying(64) NOT NULL,
    note character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint,
    programme_id bigint NOT NULL,
    CONSTRAINT programme_programmeversion_number_check CHECK ((number >= 0))
);


ALTER TABLE public.programme_programmeversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_programmeversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_raadresponse (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    raad_id bigint NOT NULL
);


ALTER TABLE public.programme_raadresponse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_raadresponse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_recusal (
    id bigint NOT NULL,
    ground character varying(6) NOT NULL,
    reason character varying(200) NOT NULL,
    is_replaced boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint NOT NULL,
    option_id bigint,
    organisation_id bigint NOT NULL,
    person_id bigint,
    CONSTRAINT recusal_ground_known CHECK (((((ground)::text = 'chosen'::text) AND (NOT is_replaced) AND (person_id IS NOT NULL)) OR (((ground)::text = 'paid'::text) AND (person_id IS NULL))))
);


ALTER TABLE public.programme_recusal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_recusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_seat (
    id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint NOT NULL,
    raad_id bigint NOT NULL,
    end_reason text NOT NULL,
    CONSTRAINT seat_forward CHECK (((until_on IS NULL) OR (until_on >= from_on)))
);


ALTER TABLE public.programme_seat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_seat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_seatinvitation (
    id bigint NOT NULL,
    status character varying(9) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    answer_by timestamp with time zone NOT NULL,
    reason text NOT NULL,
    accepted_at timestamp with time zone,
    declined_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    answered_by_id bigint,
    organisation_id bigint NOT NULL,
    raad_id bigint NOT NULL,
    representative_id bigint,
    substitute_id bigint,
    CONSTRAINT seat_invitation_answer_after CHECK ((answer_by > sent_at)),
    CONSTRAINT seat_invitation_has_moment CHECK ((((accepted_at IS NULL) AND (declined_at IS NULL) AND ((status)::text = 'asked'::text) AND (withdrawn_at IS NULL)) OR ((accepted_at IS NOT NULL) AND (answered_by_id IS NOT NULL) AND ((status)::text = 'accepted'::text)) OR ((answered_by_id IS NOT NULL) AND (declined_at IS NOT NULL) AND ((status)::text = 'declined'::text)) OR (((status)::text = 'withdrawn'::text) AND (withdrawn_at IS NOT NULL))))
);


ALTER TABLE public.programme_seatinvitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_seatinvitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_themecall (
    id bigint NOT NULL,
    year smallint NOT NULL,
    introduction text NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    status character varying(8) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    reopened_at timestamp with time zone,
    put_at timestamp with time zone,
    returned_at timestamp with time zone,
    decided_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint,
    framework_id bigint NOT NULL,
    CONSTRAINT programme_themecall_year_check CHECK ((year >= 0)),
    CONSTRAINT themecall_closes_after_opening CHECK ((closes_at > opened_at)),
    CONSTRAINT themecall_has_ballot CHECK (((NOT ((status)::text = ANY ((ARRAY['ballot'::character varying, 'decided'::character varying])::text[]))) OR (ballot_id IS NOT NULL)))
);


ALTER TABLE public.programme_themecall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_themecall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.programme_vote (
    id bigint NOT NULL,
    ordinal integer NOT NULL,
    sequence integer NOT NULL,
    choice character varying(8) NOT NULL,
    reason text NOT NULL,
    receipt_code character varying(12) NOT NULL,
    hash character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    ballot_id bigint NOT NULL,
    entitlement_id bigint NOT NULL,
    person_id bigint NOT NULL,
    approves jsonb,
    entered_by_id bigint,
    way character varying(8) NOT NULL,
    CONSTRAINT programme_vote_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT programme_vote_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT vote_choice_known CHECK ((((approves IS NULL) AND ((choice)::text = ANY ((ARRAY['for'::character varying, 'against'::character varying, 'abstain'::character varying])::text[]))) OR ((approves IS NOT NULL) AND ((choice)::text = 'approve'::text)))),
    CONSTRAINT vote_entered_in_a_meeting CHECK ((((entered_by_id IS NULL) AND ((way)::text = 'online'::text)) OR ((entered_by_id IS NOT NULL) AND ((way)::text = 'meeting'::text))))
);


ALTER TABLE public.programme_vote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programme_vote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_businesscase (
    id bigint NOT NULL,
    version smallint NOT NULL,
    base_year smallint NOT NULL,
    price_year smallint NOT NULL,
    horizon smallint NOT NULL,
    null_alternative text NOT NULL,
    project_alternative text NOT NULL,
    notes text NOT NULL,
    status character varying(9) NOT NULL,
    sha256 character varying(64) NOT NULL,
    submitted_at timestamp with time zone,
    taken_back_at timestamp with time zone,
    approved_at timestamp with time zone,
    dropped_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    author_id bigint,
    copied_from_id bigint,
    decision_id bigint,
    project_id bigint NOT NULL,
    discount_rate_id bigint NOT NULL,
    CONSTRAINT case_approved_by_decision CHECK ((((approved_at IS NOT NULL) AND (decision_id IS NOT NULL) AND ((status)::text = 'approved'::text)) OR ((NOT ((status)::text = 'approved'::text)) AND (approved_at IS NULL) AND (decision_id IS NULL)))),
    CONSTRAINT case_horizon CHECK (((horizon >= 1) AND (horizon <= 50))),
    CONSTRAINT case_submitted_with_hash CHECK (((NOT ((status)::text = ANY ((ARRAY['submitted'::character varying, 'approved'::character varying])::text[]))) OR ((submitted_at IS NOT NULL) AND (NOT ((sha256)::text = ''::text))))),
    CONSTRAINT case_years CHECK (((base_year >= 2000) AND (base_year <= 2100) AND (price_year >= 2000) AND (price_year <= 2100))),
    CONSTRAINT projects_businesscase_base_year_check CHECK ((base_year >= 0)),
    CONSTRAINT projects_businesscase_horizon_check CHECK ((horizon >= 0)),
    CONSTRAINT projects_businesscase_price_year_check CHECK ((price_year >= 0)),
    CONSTRAINT projects_businesscase_version_check CHECK ((version >= 0))
);


ALTER TABLE public.projects_businesscase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_businesscase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_caseline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(8) NOT NULL,
    text character varying(200) NOT NULL,
    category character varying(10) NOT NULL,
    is_effect boolean NOT NULL,
    unit character varying(60) NOT NULL,
    quantities numeric(16,4)[] NOT NULL,
    effect numeric(9,6) NOT NULL,
    price numeric(14,4) NOT NULL,
    deadweight numeric(7,6) NOT NULL,
    low numeric(8,4) NOT NULL,
    high numeric(8,4) NOT NULL,
    certainty character varying(10) NOT NULL,
    source character varying(300) NOT NULL,
    case_id bigint NOT NULL,
    party_id bigint NOT NULL,
    receiver_id bigint,
    CONSTRAINT case_line_amounts_are_euro CHECK ((is_effect OR ((deadweight = (0)::numeric) AND (effect = (1)::numeric) AND (price = (1)::numeric)))),
    CONSTRAINT case_line_deadweight CHECK (((deadweight >= (0)::numeric) AND (deadweight <= (1)::numeric))),
    CONSTRAINT case_line_pm_has_no_number CHECK (((NOT ((certainty)::text = 'pm'::text)) OR (quantities = '{}'::numeric(16,4)[]))),
    CONSTRAINT case_line_receiver_of_transfer CHECK (((((kind)::text = 'transfer'::text) AND (receiver_id IS NOT NULL) AND (NOT ((receiver_id = party_id) AND (receiver_id IS NOT NULL)))) OR ((NOT ((kind)::text = 'transfer'::text)) AND (receiver_id IS NULL)))),
    CONSTRAINT case_line_spread CHECK (((high >= (1)::numeric) AND (low >= (0)::numeric) AND (low <= (1)::numeric))),
    CONSTRAINT projects_caseline_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.projects_caseline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_caseline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_caseparty (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    is_residents boolean NOT NULL,
    "position" smallint NOT NULL,
    case_id bigint NOT NULL,
    organisation_id bigint,
    CONSTRAINT case_residents_are_a_group CHECK (((NOT is_residents) OR (organisation_id IS NULL))),
    CONSTRAINT projects_caseparty_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.projects_caseparty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_caseparty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_connection (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    reason character varying(200) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    other_id bigint NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT connection_ends_after_it_began CHECK ((((ended_at IS NULL) AND (until_on IS NULL)) OR ((ended_at IS NOT NULL) AND (until_on >= from_on)))),
    CONSTRAINT connection_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT connection_with_another_project CHECK ((NOT (project_id = other_id)))
);


ALTER TABLE public.projects_connection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_connection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_discountrate (
    id bigint NOT NULL,
    percent numeric(6,3) NOT NULL,
    valid_from date NOT NULL,
    source character varying(200) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT discount_rate_has_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT discount_rate_is_percent CHECK (((percent > ('-100'::integer)::numeric) AND (percent <= (100)::numeric)))
);


ALTER TABLE public.projects_discountrate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_discountrate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_indicator (
    id bigint NOT NULL,
    goal character varying(10) NOT NULL,
    name character varying(120) NOT NULL,
    unit character varying(40) NOT NULL,
    target numeric(18,4) NOT NULL,
    target_on date NOT NULL,
    dropped_at timestamp with time zone,
    dropped_because character varying(200) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT indicator_dropped_with_reason CHECK ((((dropped_at IS NULL) AND ((dropped_because)::text = ''::text)) OR ((dropped_at IS NOT NULL) AND (NOT ((dropped_because)::text = ''::text))))),
    CONSTRAINT indicator_in_words CHECK (((NOT ((name)::text = ''::text)) AND (NOT ((unit)::text = ''::text))))
);


ALTER TABLE public.projects_indicator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_indicator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_indicatorvalue (
    id bigint NOT NULL,
    value numeric(18,4) NOT NULL,
    measured_on date NOT NULL,
    source character varying(200) NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    corrects_id bigint,
    indicator_id bigint NOT NULL,
    CONSTRAINT value_has_source CHECK ((NOT ((source)::text = ''::text)))
);


ALTER TABLE public.projects_indicatorvalue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_indicatorvalue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_leadership (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint,
    person_id bigint NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT leadership_ends_after_it_began CHECK ((((ended_at IS NULL) AND (until_on IS NULL)) OR ((ended_at IS NOT NULL) AND (until_on >= from_on))))
);


ALTER TABLE public.projects_leadership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_leadership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_participation (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    text character varying(200) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT participation_ends_after_it_began CHECK ((((ended_at IS NULL) AND (until_on IS NULL)) OR ((ended_at IS NOT NULL) AND (until_on >= from_on))))
);


ALTER TABLE public.projects_participation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_participation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_phase_earlier_ballots (
    id bigint NOT NULL,
    phase_id bigint NOT NULL,
    ballot_id bigint NOT NULL
);


ALTER TABLE public.projects_phase_earlier_ballots ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_phase_earlier_ballots_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.projects_phase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_phase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_pilot (
    id bigint NOT NULL,
    size character varying(200) NOT NULL,
    ends_on date NOT NULL,
    criterion text NOT NULL,
    reminded_at timestamp with time zone,
    asked_at timestamp with time zone,
    evaluation text NOT NULL,
    has_succeeded boolean,
    evaluated_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    phase_id bigint NOT NULL,
    CONSTRAINT pilot_evaluated_whole CHECK ((((evaluated_at IS NULL) AND (evaluation = ''::text) AND (has_succeeded IS NULL)) OR ((evaluated_at IS NOT NULL) AND (has_succeeded IS NOT NULL) AND (NOT (evaluation = ''::text)))))
);


ALTER TABLE public.projects_pilot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_pilot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_progressreport (
    id bigint NOT NULL,
    year smallint NOT NULL,
    quarter smallint NOT NULL,
    ordinal smallint NOT NULL,
    "time" character varying(5) NOT NULL,
    time_text character varying(300) NOT NULL,
    money character varying(5) NOT NULL,
    money_text character varying(300) NOT NULL,
    result character varying(5) NOT NULL,
    result_text character varying(300) NOT NULL,
    risk character varying(5) NOT NULL,
    risk_text character varying(300) NOT NULL,
    reached text NOT NULL,
    others_should_know text NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT projects_progressreport_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT projects_progressreport_quarter_check CHECK ((quarter >= 0)),
    CONSTRAINT projects_progressreport_year_check CHECK ((year >= 0)),
    CONSTRAINT report_over_a_quarter CHECK (((ordinal >= 1) AND ((quarter >= 1) AND (quarter <= 4)) AND (year >= 2000))),
    CONSTRAINT report_says_what_was_reached CHECK ((NOT (reached = ''::text))),
    CONSTRAINT report_says_why CHECK ((((("time")::text = 'track'::text) OR (NOT ((time_text)::text = ''::text))) AND (((money)::text = 'track'::text) OR (NOT ((money_text)::text = ''::text))) AND (((result)::text = 'track'::text) OR (NOT ((result_text)::text = ''::text))) AND (((risk)::text = 'track'::text) OR (NOT ((risk_text)::text = ''::text)))))
);


ALTER TABLE public.projects_progressreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_progressreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_project (
    id bigint NOT NULL,
    year smallint NOT NULL,
    sequence smallint NOT NULL,
    title character varying(160) NOT NULL,
    summary text NOT NULL,
    target_group character varying(200) NOT NULL,
    debt_phase character varying(10) NOT NULL,
    outcome character varying(10) NOT NULL,
    current_state text NOT NULL,
    residents_voice text NOT NULL,
    status character varying(11) NOT NULL,
    is_taken_over boolean NOT NULL,
    began character varying(60) NOT NULL,
    figures text NOT NULL,
    sources text NOT NULL,
    stop_reason text NOT NULL,
    handed_over_to character varying(200) NOT NULL,
    handed_over_on date,
    held_at timestamp with time zone,
    resumed_at timestamp with time zone,
    stopped_at timestamp with time zone,
    handed_over_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    innovation_theme_id bigint,
    theme_id bigint NOT NULL,
    is_public boolean NOT NULL,
    CONSTRAINT project_code_counts CHECK (((sequence >= 1) AND (year >= 2000))),
    CONSTRAINT project_handed_over_to_whom CHECK (((NOT ((status)::text = 'handed_over'::text)) OR ((handed_over_at IS NOT NULL) AND (handed_over_on IS NOT NULL) AND (NOT ((handed_over_to)::text = ''::text))))),
    CONSTRAINT project_stopped_with_reason CHECK (((NOT ((status)::text = 'stopped'::text)) OR ((stopped_at IS NOT NULL) AND (NOT (stop_reason = ''::text))))),
    CONSTRAINT projects_project_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT projects_project_year_check CHECK ((year >= 0))
);


CREATE TABLE public.projects_project_course_changes (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    coursechange_id bigint NOT NULL
);


ALTER TABLE public.projects_project_course_changes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_project_course_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.projects_project ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_project_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_projectdocument (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    is_closed boolean NOT NULL,
    taken_off_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    document_id bigint NOT NULL,
    project_id bigint NOT NULL
);


ALTER TABLE public.projects_projectdocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_projectdocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_projectlink (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    url character varying(400) NOT NULL,
    taken_off_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT project_link_is_https CHECK (((url)::text ~~ 'https://%'::text))
);


ALTER TABLE public.projects_projectlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_projectlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_projectnote (
    id bigint NOT NULL,
    kind character varying(11) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    corrects_id bigint,
    person_id bigint,
    project_id bigint NOT NULL,
    CONSTRAINT project_note_says_something CHECK ((NOT (text = ''::text)))
);


ALTER TABLE public.projects_projectnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_projectnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_prototype (
    id bigint NOT NULL,
    tried text NOT NULL,
    with_whom text NOT NULL,
    learned text NOT NULL,
    goes_on boolean,
    because text NOT NULL,
    decided_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    phase_id bigint NOT NULL,
    CONSTRAINT prototype_decided_with_lesson CHECK ((((decided_at IS NULL) AND (goes_on IS NULL)) OR ((decided_at IS NOT NULL) AND (goes_on IS NOT NULL) AND (NOT (learned = ''::text)) AND (NOT (because = ''::text)))))
);


ALTER TABLE public.projects_prototype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_prototype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_risk (
    id bigint NOT NULL,
    text character varying(300) NOT NULL,
    measure character varying(300) NOT NULL,
    owner character varying(120) NOT NULL,
    light character varying(5) NOT NULL,
    raised_on date NOT NULL,
    closed_on date,
    closed_because character varying(300) NOT NULL,
    closed_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT risk_closed_with_reason CHECK ((((closed_at IS NULL) AND ((closed_because)::text = ''::text) AND (closed_on IS NULL)) OR ((closed_at IS NOT NULL) AND (closed_on >= raised_on) AND (NOT ((closed_because)::text = ''::text))))),
    CONSTRAINT risk_in_words CHECK (((NOT ((text)::text = ''::text)) AND (NOT ((measure)::text = ''::text)) AND (NOT ((owner)::text = ''::text))))
);


ALTER TABLE public.projects_risk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_risk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_stake (
    id bigint NOT NULL,
    text character varying(200) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    ended_because character varying(200) NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    organisation_id bigint NOT NULL,
    stuurgroep_id bigint NOT NULL,
    CONSTRAINT stake_ends_after_it_began CHECK ((((ended_at IS NULL) AND (until_on IS NULL)) OR ((ended_at IS NOT NULL) AND (until_on >= from_on)))),
    CONSTRAINT stake_in_words CHECK ((NOT ((text)::text = ''::text)))
);


ALTER TABLE public.projects_stake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_stake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_stuurgroep (
    id bigint NOT NULL,
    task text NOT NULL,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    project_id bigint NOT NULL,
    series_id bigint
);


ALTER TABLE public.projects_stuurgroep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_stuurgroep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.projects_stuurgroepmember (
    id bigint NOT NULL,
    function character varying(120) NOT NULL,
    is_chair boolean NOT NULL,
    from_on date NOT NULL,
    term_ends_on date,
    until_on date,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    person_id bigint NOT NULL,
    stake_id bigint NOT NULL,
    stuurgroep_id bigint NOT NULL,
    CONSTRAINT stuurgroep_member_ends_after_it_began CHECK ((((ended_at IS NULL) AND (until_on IS NULL)) OR ((ended_at IS NOT NULL) AND (until_on >= from_on))))
);


ALTER TABLE public.projects_stuurgroepmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_stuurgroepmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);


ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);


ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.web_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);


CREATE TABLE public.web_tick (
    name character varying(120) NOT NULL,
    last_at timestamp with time zone NOT NULL
);














INSERT INTO public.auth_permission VALUES
	(1, 'Can add funding plan', 2, 'add_fundingplan'),
	(2, 'Can change funding plan', 2, 'change_fundingplan'),
	(3, 'Can delete funding plan', 2, 'delete_fundingplan'),
	(4, 'Can view funding plan', 2, 'view_fundingplan'),
	(5, 'Can add pledge', 3, 'add_pledge'),
	(6, 'Can change pledge', 3, 'change_pledge'),
	(7, 'Can delete pledge', 3, 'delete_pledge'),
	(8, 'Can view pledge', 3, 'view_pledge'),
	(9, 'Can add delivery', 4, 'add_delivery'),
	(10, 'Can change delivery', 4, 'change_delivery'),
	(11, 'Can delete delivery', 4, 'delete_delivery'),
	(12, 'Can view delivery', 4, 'view_delivery'),
	(13, 'Can add schedule of a pledge', 5, 'add_schedule'),
	(14, 'Can change schedule of a pledge', 5, 'change_schedule'),
	(15, 'Can delete schedule of a pledge', 5, 'delete_schedule'),
	(16, 'Can view schedule of a pledge', 5, 'view_schedule'),
	(17, 'Can add instalment', 6, 'add_instalment'),
	(18, 'Can change instalment', 6, 'change_instalment'),
	(19, 'Can delete instalment', 6, 'delete_instalment'),
	(20, 'Can view instalment', 6, 'view_instalment'),
	(21, 'Can add terms of a funding plan', 7, 'add_fundingterms'),
	(22, 'Can change terms of a funding plan', 7, 'change_fundingterms'),
	(23, 'Can delete terms of a funding plan', 7, 'delete_fundingterms'),
	(24, 'Can view terms of a funding plan', 7, 'view_fundingterms'),
	(25, 'Can add step-in round', 8, 'add_stepinround'),
	(26, 'Can change step-in round', 8, 'change_stepinround'),
	(27, 'Can delete step-in round', 8, 'delete_stepinround'),
	(28, 'Can view step-in round', 8, 'view_stepinround'),
	(29, 'Can add step-in offer', 9, 'add_stepinoffer'),
	(30, 'Can change step-in offer', 9, 'change_stepinoffer'),
	(31, 'Can delete step-in offer', 9, 'delete_stepinoffer'),
	(32, 'Can view step-in offer', 9, 'view_stepinoffer'),
	(33, 'Can add answer to a step-in offer', 10, 'add_stepinanswer'),
	(34, 'Can change answer to a step-in offer', 10, 'change_stepinanswer'),
	(35, 'Can delete answer to a step-in offer', 10, 'delete_stepinanswer'),
	(36, 'Can view answer to a step-in offer', 10, 'view_stepinanswer'),
	(37, 'Can add amount carried over', 11, 'add_carryover'),
	(38, 'Can change amount carried over', 11, 'change_carryover'),
	(39, 'Can delete amount carried over', 11, 'delete_carryover'),
	(40, 'Can view amount carried over', 11, 'view_carryover'),
	(41, 'Can add project', 12, 'add_project'),
	(42, 'Can change project', 12, 'change_project'),
	(43, 'Can delete project', 12, 'delete_project'),
	(44, 'Can view project', 12, 'view_project'),
	(45, 'Can add phase', 13, 'add_phase'),
	(46, 'Can change phase', 13, 'change_phase'),
	(47, 'Can delete phase', 13, 'delete_phase'),
	(48, 'Can view phase', 13, 'view_phase'),
	(49, 'Can add organisation in a project', 14, 'add_participation'),
	(50, 'Can change organisation in a project', 14, 'change_participation'),
	(51, 'Can delete organisation in a project', 14, 'delete_participation'),
	(52, 'Can view organisation in a project', 14, 'view_participation'),
	(53, 'Can add leading of a project', 15, 'add_leadership'),
	(54, 'Can change leading of a project', 15, 'change_leadership'),
	(55, 'Can delete leading of a project', 15, 'delete_leadership'),
	(56, 'Can view leading of a project', 15, 'view_leadership'),
	(57, 'Can add entry in the log of a project', 16, 'add_projectnote'),
	(58, 'Can change entry in the log of a project', 16, 'change_projectnote'),
	(59, 'Can delete entry in the log of a project', 16, 'delete_projectnote'),
	(60, 'Can view entry in the log of a project', 16, 'view_projectnote'),
	(61, 'Can add prototype', 17, 'add_prototype'),
	(62, 'Can change prototype', 17, 'change_prototype'),
	(63, 'Can delete prototype', 17, 'delete_prototype'),
	(64, 'Can view prototype', 17, 'view_prototype'),
	(65, 'Can add stuurgroep', 18, 'add_stuurgroep'),
	(66, 'Can change stuurgroep', 18, 'change_stuurgroep'),
	(67, 'Can delete stuurgroep', 18, 'delete_stuurgroep'),
	(68, 'Can view stuurgroep', 18, 'view_stuurgroep'),
	(69, 'Can add stake in a project', 19, 'add_stake'),
	(70, 'Can change stake in a project', 19, 'change_stake'),
	(71, 'Can delete stake in a project', 19, 'delete_stake'),
	(72, 'Can view stake in a project', 19, 'view_stake'),
	(73, 'Can add member of a stuurgroep', 20, 'add_stuurgroepmember'),
	(74, 'Can change member of a stuurgroep', 20, 'change_stuurgroepmember'),
	(75, 'Can delete member of a stuurgroep', 20, 'delete_stuurgroepmember'),
	(76, 'Can view member of a stuurgroep', 20, 'view_stuurgroepmember'),
	(77, 'Can add pilot', 21, 'add_pilot'),
	(78, 'Can change pilot', 21, 'change_pilot'),
	(79, 'Can delete pilot', 21, 'delete_pilot'),
	(80, 'Can view pilot', 21, 'view_pilot'),
	(81, 'Can add document of a project', 22, 'add_projectdocument'),
	(82, 'Can change document of a project', 22, 'change_projectdocument'),
	(83, 'Can delete document of a project', 22, 'delete_projectdocument'),
	(84, 'Can view document of a project', 22, 'view_projectdocument'),
	(85, 'Can add link of a project', 23, 'add_projectlink'),
	(86, 'Can change link of a project', 23, 'change_projectlink'),
	(87, 'Can delete link of a project', 23, 'delete_projectlink'),
	(88, 'Can view link of a project', 23, 'view_projectlink'),
	(89, 'Can add business case', 24, 'add_businesscase'),
	(90, 'Can change business case', 24, 'change_businesscase'),
	(91, 'Can delete business case', 24, 'delete_businesscase'),
	(92, 'Can view business case', 24, 'view_businesscase'),
	(93, 'Can add party to a business case', 25, 'add_caseparty'),
	(94, 'Can change party to a business case', 25, 'change_caseparty'),
	(95, 'Can delete party to a business case', 25, 'delete_caseparty'),
	(96, 'Can view party to a business case', 25, 'view_caseparty'),
	(97, 'Can add line of a business case', 26, 'add_caseline'),
	(98, 'Can change line of a business case', 26, 'change_caseline'),
	(99, 'Can delete line of a business case', 26, 'delete_caseline'),
	(100, 'Can view line of a business case', 26, 'view_caseline'),
	(101, 'Can add discount rate', 27, 'add_discountrate'),
	(102, 'Can change discount rate', 27, 'change_discountrate'),
	(103, 'Can delete discount rate', 27, 'delete_discountrate'),
	(104, 'Can view discount rate', 27, 'view_discountrate'),
	(105, 'Can add indicator', 28, 'add_indicator'),
	(106, 'Can change indicator', 28, 'change_indicator'),
	(107, 'Can delete indicator', 28, 'delete_indicator'),
	(108, 'Can view indicator', 28, 'view_indicator'),
	(109, 'Can add measured value', 29, 'add_indicatorvalue'),
	(110, 'Can change measured value', 29, 'change_indicatorvalue'),
	(111, 'Can delete measured value', 29, 'delete_indicatorvalue'),
	(112, 'Can view measured value', 29, 'view_indicatorvalue'),
	(113, 'Can add progress report', 30, 'add_progressreport'),
	(114, 'Can change progress report', 30, 'change_progressreport'),
	(115, 'Can delete progress report', 30, 'delete_progressreport'),
	(116, 'Can view progress report', 30, 'view_progressreport'),
	(117, 'Can add risk', 31, 'add_risk'),
	(118, 'Can change risk', 31, 'change_risk'),
	(119, 'Can delete risk', 31, 'delete_risk'),
	(120, 'Can view risk', 31, 'view_risk'),
	(121, 'Can add link between projects', 32, 'add_connection'),
	(122, 'Can change link between projects', 32, 'change_connection'),
	(123, 'Can delete link between projects', 32, 'delete_connection'),
	(124, 'Can view link between projects', 32, 'view_connection'),
	(125, 'Can add ballot', 33, 'add_ballot'),
	(126, 'Can change ballot', 33, 'change_ballot'),
	(127, 'Can delete ballot', 33, 'delete_ballot'),
	(128, 'Can view ballot', 33, 'view_ballot'),
	(129, 'Can add programmaraad', 34, 'add_programmaraad'),
	(130, 'Can change programmaraad', 34, 'change_programmaraad'),
	(131, 'Can delete programmaraad', 34, 'delete_programmaraad'),
	(132, 'Can view programmaraad', 34, 'view_programmaraad'),
	(133, 'Can add decision', 35, 'add_decision'),
	(134, 'Can change decision', 35, 'change_decision'),
	(135, 'Can delete decision', 35, 'delete_decision'),
	(136, 'Can view decision', 35, 'view_decision'),
	(137, 'Can add programme', 36, 'add_programme'),
	(138, 'Can change programme', 36, 'change_programme'),
	(139, 'Can delete programme', 36, 'delete_programme'),
	(140, 'Can view programme', 36, 'view_programme'),
	(141, 'Can add commitment', 37, 'add_commitment'),
	(142, 'Can change commitment', 37, 'change_commitment'),
	(143, 'Can delete commitment', 37, 'delete_commitment'),
	(144, 'Can view commitment', 37, 'view_commitment'),
	(145, 'Can add response to a proposed raad', 38, 'add_raadresponse'),
	(146, 'Can change response to a proposed raad', 38, 'change_raadresponse'),
	(147, 'Can delete response to a proposed raad', 38, 'delete_raadresponse'),
	(148, 'Can view response to a proposed raad', 38, 'view_raadresponse'),
	(149, 'Can add seat', 39, 'add_seat'),
	(150, 'Can change seat', 39, 'change_seat'),
	(151, 'Can delete seat', 39, 'delete_seat'),
	(152, 'Can view seat', 39, 'view_seat'),
	(153, 'Can add entitlement', 40, 'add_entitlement'),
	(154, 'Can change entitlement', 40, 'change_entitlement'),
	(155, 'Can delete entitlement', 40, 'delete_entitlement'),
	(156, 'Can view entitlement', 40, 'view_entitlement'),
	(157, 'Can add delegate', 41, 'add_delegate'),
	(158, 'Can change delegate', 41, 'change_delegate'),
	(159, 'Can delete delegate', 41, 'delete_delegate'),
	(160, 'Can view delegate', 41, 'view_delegate'),
	(161, 'Can view vote', 42, 'view_vote'),
	(162, 'Can add interest in a ballot', 43, 'add_ballotinterest'),
	(163, 'Can change interest in a ballot', 43, 'change_ballotinterest'),
	(164, 'Can delete interest in a ballot', 43, 'delete_ballotinterest'),
	(165, 'Can view interest in a ballot', 43, 'view_ballotinterest'),
	(166, 'Can add option of a ballot', 44, 'add_ballotoption'),
	(167, 'Can change option of a ballot', 44, 'change_ballotoption'),
	(168, 'Can delete option of a ballot', 44, 'delete_ballotoption'),
	(169, 'Can view option of a ballot', 44, 'view_ballotoption'),
	(170, 'Can add question about interests', 45, 'add_interestquestion'),
	(171, 'Can change question about interests', 45, 'change_interestquestion'),
	(172, 'Can delete question about interests', 45, 'delete_interestquestion'),
	(173, 'Can view question about interests', 45, 'view_interestquestion'),
	(174, 'Can add recusal', 46, 'add_recusal'),
	(175, 'Can change recusal', 46, 'change_recusal'),
	(176, 'Can delete recusal', 46, 'delete_recusal'),
	(177, 'Can view recusal', 46, 'view_recusal'),
	(178, 'Can add step of a decision', 47, 'add_decisionstep'),
	(179, 'Can change step of a decision', 47, 'change_decisionstep'),
	(180, 'Can delete step of a decision', 47, 'delete_decisionstep'),
	(181, 'Can view step of a decision', 47, 'view_decisionstep'),
	(182, 'Can add invitation to a seat', 48, 'add_seatinvitation'),
	(183, 'Can change invitation to a seat', 48, 'change_seatinvitation'),
	(184, 'Can delete invitation to a seat', 48, 'delete_seatinvitation'),
	(185, 'Can view invitation to a seat', 48, 'view_seatinvitation'),
	(186, 'Can add version of a programme', 49, 'add_programmeversion'),
	(187, 'Can change version of a programme', 49, 'change_programmeversion'),
	(188, 'Can delete version of a programme', 49, 'delete_programmeversion'),
	(189, 'Can view version of a programme', 49, 'view_programmeversion'),
	(190, 'Can add submission of a programme', 50, 'add_programmesubmission'),
	(191, 'Can change submission of a programme', 50, 'change_programmesubmission'),
	(192, 'Can delete submission of a programme', 50, 'delete_programmesubmission'),
	(193, 'Can view submission of a programme', 50, 'view_programmesubmission'),
	(194, 'Can add comment on a passage', 51, 'add_passagecomment'),
	(195, 'Can change comment on a passage', 51, 'change_passagecomment'),
	(196, 'Can delete comment on a passage', 51, 'delete_passagecomment'),
	(197, 'Can view comment on a passage', 51, 'view_passagecomment'),
	(198, 'Can add budget line', 52, 'add_budgetline'),
	(199, 'Can change budget line', 52, 'change_budgetline'),
	(200, 'Can delete budget line', 52, 'delete_budgetline'),
	(201, 'Can view budget line', 52, 'view_budgetline'),
	(202, 'Can add prepared commitment', 53, 'add_commitmentdraft'),
	(203, 'Can change prepared commitment', 53, 'change_commitmentdraft'),
	(204, 'Can delete prepared commitment', 53, 'delete_commitmentdraft'),
	(205, 'Can view prepared commitment', 53, 'view_commitmentdraft'),
	(206, 'Can add theme of a programme', 54, 'add_programmetheme'),
	(207, 'Can change theme of a programme', 54, 'change_programmetheme'),
	(208, 'Can delete theme of a programme', 54, 'delete_programmetheme'),
	(209, 'Can view theme of a programme', 54, 'view_programmetheme'),
	(210, 'Can add call for innovation themes', 55, 'add_themecall'),
	(211, 'Can change call for innovation themes', 55, 'change_themecall'),
	(212, 'Can delete call for innovation themes', 55, 'delete_themecall'),
	(213, 'Can view call for innovation themes', 55, 'view_themecall'),
	(214, 'Can add innovation theme', 56, 'add_innovationtheme'),
	(215, 'Can change innovation theme', 56, 'change_innovationtheme'),
	(216, 'Can delete innovation theme', 56, 'delete_innovationtheme'),
	(217, 'Can view innovation theme', 56, 'view_innovationtheme'),
	(218, 'Can add facilitator', 57, 'add_facilitator'),
	(219, 'Can change facilitator', 57, 'change_facilitator'),
	(220, 'Can delete facilitator', 57, 'delete_facilitator'),
	(221, 'Can view facilitator', 57, 'view_facilitator'),
	(222, 'Can add entry of an exploration', 58, 'add_explorationnote'),
	(223, 'Can change entry of an exploration', 58, 'change_explorationnote'),
	(224, 'Can delete entry of an exploration', 58, 'delete_explorationnote'),
	(225, 'Can view entry of an exploration', 58, 'view_explorationnote'),
	(226, 'Can add ballot on an agenda', 59, 'add_agendaballot'),
	(227, 'Can change ballot on an agenda', 59, 'change_agendaballot'),
	(228, 'Can delete ballot on an agenda', 59, 'delete_agendaballot'),
	(229, 'Can view ballot on an agenda', 59, 'view_agendaballot'),
	(230, 'Can add objection to an entered vote', 60, 'add_dispute'),
	(231, 'Can change objection to an entered vote', 60, 'change_dispute'),
	(232, 'Can delete objection to an entered vote', 60, 'delete_dispute'),
	(233, 'Can view objection to an entered vote', 60, 'view_dispute'),
	(234, 'Can add ballot handed over', 61, 'add_handover'),
	(235, 'Can change ballot handed over', 61, 'change_handover'),
	(236, 'Can delete ballot handed over', 61, 'delete_handover'),
	(237, 'Can view ballot handed over', 61, 'view_handover'),
	(238, 'Can view papers of a meeting', 62, 'view_packversion'),
	(239, 'Can add course change', 63, 'add_coursechange'),
	(240, 'Can change course change', 63, 'change_coursechange'),
	(241, 'Can delete course change', 63, 'delete_coursechange'),
	(242, 'Can view course change', 63, 'view_coursechange'),
	(243, 'Can view call that a change is crucial', 64, 'view_crucialcall'),
	(244, 'Can add annual account', 65, 'add_annualaccount'),
	(245, 'Can change annual account', 65, 'change_annualaccount'),
	(246, 'Can delete annual account', 65, 'delete_annualaccount'),
	(247, 'Can view annual account', 65, 'view_annualaccount'),
	(248, 'Can add text of an annual account', 66, 'add_accountblock'),
	(249, 'Can change text of an annual account', 66, 'change_accountblock'),
	(250, 'Can delete text of an annual account', 66, 'delete_accountblock'),
	(251, 'Can view text of an annual account', 66, 'view_accountblock'),
	(252, 'Can add series of meetings', 67, 'add_meetingseries'),
	(253, 'Can change series of meetings', 67, 'change_meetingseries'),
	(254, 'Can delete series of meetings', 67, 'delete_meetingseries'),
	(255, 'Can view series of meetings', 67, 'view_meetingseries'),
	(256, 'Can add meeting', 68, 'add_meeting'),
	(257, 'Can change meeting', 68, 'change_meeting'),
	(258, 'Can delete meeting', 68, 'delete_meeting'),
	(259, 'Can view meeting', 68, 'view_meeting'),
	(260, 'Can add attendance', 69, 'add_attendance'),
	(261, 'Can change attendance', 69, 'change_attendance'),
	(262, 'Can delete attendance', 69, 'delete_attendance'),
	(263, 'Can view attendance', 69, 'view_attendance'),
	(264, 'Can add date of a meeting', 70, 'add_meetingdate'),
	(265, 'Can change date of a meeting', 70, 'change_meetingdate'),
	(266, 'Can delete date of a meeting', 70, 'delete_meetingdate'),
	(267, 'Can view date of a meeting', 70, 'view_meetingdate'),
	(268, 'Can add point of an agenda', 71, 'add_agendaitem'),
	(269, 'Can change point of an agenda', 71, 'change_agendaitem'),
	(270, 'Can delete point of an agenda', 71, 'delete_agendaitem'),
	(271, 'Can view point of an agenda', 71, 'view_agendaitem'),
	(272, 'Can add paper of an agenda', 72, 'add_agendadocument'),
	(273, 'Can change paper of an agenda', 72, 'change_agendadocument'),
	(274, 'Can delete paper of an agenda', 72, 'delete_agendadocument'),
	(275, 'Can view paper of an agenda', 72, 'view_agendadocument'),
	(276, 'Can add action', 73, 'add_actionitem'),
	(277, 'Can change action', 73, 'change_actionitem'),
	(278, 'Can delete action', 73, 'delete_actionitem'),
	(279, 'Can view action', 73, 'view_actionitem'),
	(280, 'Can add blocked period', 74, 'add_blockedperiod'),
	(281, 'Can change blocked period', 74, 'change_blockedperiod'),
	(282, 'Can delete blocked period', 74, 'delete_blockedperiod'),
	(283, 'Can view blocked period', 74, 'view_blockedperiod'),
	(284, 'Can add calendar subscription', 75, 'add_calendarfeed'),
	(285, 'Can change calendar subscription', 75, 'change_calendarfeed'),
	(286, 'Can delete calendar subscription', 75, 'delete_calendarfeed'),
	(287, 'Can view calendar subscription', 75, 'view_calendarfeed'),
	(288, 'Can add circular', 76, 'add_circular'),
	(289, 'Can change circular', 76, 'change_circular'),
	(290, 'Can delete circular', 76, 'delete_circular'),
	(291, 'Can view circular', 76, 'view_circular'),
	(292, 'Can add recipient of a circular', 77, 'add_circularrecipient'),
	(293, 'Can change recipient of a circular', 77, 'change_circularrecipient'),
	(294, 'Can delete recipient of a circular', 77, 'delete_circularrecipient'),
	(295, 'Can view recipient of a circular', 77, 'view_circularrecipient'),
	(296, 'Can add date poll', 78, 'add_datepoll'),
	(297, 'Can change date poll', 78, 'change_datepoll'),
	(298, 'Can delete date poll', 78, 'delete_datepoll'),
	(299, 'Can view date poll', 78, 'view_datepoll'),
	(300, 'Can add link without login', 79, 'add_guestlink'),
	(301, 'Can change link without login', 79, 'change_guestlink'),
	(302, 'Can delete link without login', 79, 'delete_guestlink'),
	(303, 'Can view link without login', 79, 'view_guestlink'),
	(304, 'Can add invited person', 80, 'add_invitee'),
	(305, 'Can change invited person', 80, 'change_invitee'),
	(306, 'Can delete invited person', 80, 'delete_invitee'),
	(307, 'Can view invited person', 80, 'view_invitee'),
	(308, 'Can add paper of a meeting', 81, 'add_meetingdocument'),
	(309, 'Can change paper of a meeting', 81, 'change_meetingdocument'),
	(310, 'Can delete paper of a meeting', 81, 'delete_meetingdocument'),
	(311, 'Can view paper of a meeting', 81, 'view_meetingdocument'),
	(312, 'Can add minutes', 82, 'add_minutes'),
	(313, 'Can change minutes', 82, 'change_minutes'),
	(314, 'Can delete minutes', 82, 'delete_minutes'),
	(315, 'Can view minutes', 82, 'view_minutes'),
	(316, 'Can add answer to a date poll', 83, 'add_pollanswer'),
	(317, 'Can change answer to a date poll', 83, 'change_pollanswer'),
	(318, 'Can delete answer to a date poll', 83, 'delete_pollanswer'),
	(319, 'Can view answer to a date poll', 83, 'view_pollanswer'),
	(320, 'Can add person in a date poll', 84, 'add_pollinvitee'),
	(321, 'Can change person in a date poll', 84, 'change_pollinvitee'),
	(322, 'Can delete person in a date poll', 84, 'delete_pollinvitee'),
	(323, 'Can view person in a date poll', 84, 'view_pollinvitee'),
	(324, 'Can add moment in a date poll', 85, 'add_polloption'),
	(325, 'Can change moment in a date poll', 85, 'change_polloption'),
	(326, 'Can delete moment in a date poll', 85, 'delete_polloption'),
	(327, 'Can view moment in a date poll', 85, 'view_polloption'),
	(328, 'Can add part of the programme', 86, 'add_programmepart'),
	(329, 'Can change part of the programme', 86, 'change_programmepart'),
	(330, 'Can delete part of the programme', 86, 'delete_programmepart'),
	(331, 'Can view part of the programme', 86, 'view_programmepart'),
	(332, 'Can add answer to an invitation', 87, 'add_reply'),
	(333, 'Can change answer to an invitation', 87, 'change_reply'),
	(334, 'Can delete answer to an invitation', 87, 'delete_reply'),
	(335, 'Can view answer to an invitation', 87, 'view_reply'),
	(336, 'Can add standing guest', 88, 'add_standingguest'),
	(337, 'Can change standing guest', 88, 'change_standingguest'),
	(338, 'Can delete standing guest', 88, 'delete_standingguest'),
	(339, 'Can view standing guest', 88, 'view_standingguest'),
	(340, 'Can add former terms of a series', 89, 'add_formerterms'),
	(341, 'Can change former terms of a series', 89, 'change_formerterms'),
	(342, 'Can delete former terms of a series', 89, 'delete_formerterms'),
	(343, 'Can view former terms of a series', 89, 'view_formerterms'),
	(344, 'Can add person', 90, 'add_person'),
	(345, 'Can change person', 90, 'change_person'),
	(346, 'Can delete person', 90, 'delete_person'),
	(347, 'Can view person', 90, 'view_person'),
	(348, 'Can add member of the kernteam', 91, 'add_kernteammember'),
	(349, 'Can change member of the kernteam', 91, 'change_kernteammember'),
	(350, 'Can delete member of the kernteam', 91, 'delete_kernteammember'),
	(351, 'Can view member of the kernteam', 91, 'view_kernteammember'),
	(352, 'Can add organisation', 92, 'add_organisation'),
	(353, 'Can change organisation', 92, 'change_organisation'),
	(354, 'Can delete organisation', 92, 'delete_organisation'),
	(355, 'Can view organisation', 92, 'view_organisation'),
	(356, 'Can add mandate', 93, 'add_mandate'),
	(357, 'Can change mandate', 93, 'change_mandate'),
	(358, 'Can delete mandate', 93, 'delete_mandate'),
	(359, 'Can view mandate', 93, 'view_mandate'),
	(360, 'Can add framework', 94, 'add_framework'),
	(361, 'Can change framework', 94, 'change_framework'),
	(362, 'Can delete framework', 94, 'delete_framework'),
	(363, 'Can view framework', 94, 'view_framework'),
	(364, 'Can add partnership', 95, 'add_partnership'),
	(365, 'Can change partnership', 95, 'change_partnership'),
	(366, 'Can delete partnership', 95, 'delete_partnership'),
	(367, 'Can view partnership', 95, 'view_partnership'),
	(368, 'Can add theme', 96, 'add_theme'),
	(369, 'Can change theme', 96, 'change_theme'),
	(370, 'Can delete theme', 96, 'delete_theme'),
	(371, 'Can view theme', 96, 'view_theme'),
	(372, 'Can add clause', 97, 'add_clause'),
	(373, 'Can change clause', 97, 'change_clause'),
	(374, 'Can delete clause', 97, 'delete_clause'),
	(375, 'Can view clause', 97, 'view_clause'),
	(376, 'Can add measure', 98, 'add_clausemeasure'),
	(377, 'Can change measure', 98, 'change_clausemeasure'),
	(378, 'Can delete measure', 98, 'delete_clausemeasure'),
	(379, 'Can view measure', 98, 'view_clausemeasure'),
	(380, 'Can add signature', 99, 'add_signature'),
	(381, 'Can change signature', 99, 'change_signature'),
	(382, 'Can delete signature', 99, 'delete_signature'),
	(383, 'Can view signature', 99, 'view_signature'),
	(384, 'Can add ambassadorship', 100, 'add_ambassadorship'),
	(385, 'Can change ambassadorship', 100, 'change_ambassadorship'),
	(386, 'Can delete ambassadorship', 100, 'delete_ambassadorship'),
	(387, 'Can view ambassadorship', 100, 'view_ambassadorship'),
	(388, 'Can add contact note', 101, 'add_contactnote'),
	(389, 'Can change contact note', 101, 'change_contactnote'),
	(390, 'Can delete contact note', 101, 'delete_contactnote'),
	(391, 'Can view contact note', 101, 'view_contactnote'),
	(392, 'Can add first day of this lab', 102, 'add_golive'),
	(393, 'Can change first day of this lab', 102, 'change_golive'),
	(394, 'Can delete first day of this lab', 102, 'delete_golive'),
	(395, 'Can view first day of this lab', 102, 'view_golive'),
	(396, 'Can add import', 103, 'add_importrun'),
	(397, 'Can change import', 103, 'change_importrun'),
	(398, 'Can delete import', 103, 'delete_importrun'),
	(399, 'Can view import', 103, 'view_importrun'),
	(400, 'Can add invitation', 104, 'add_invitation'),
	(401, 'Can change invitation', 104, 'change_invitation'),
	(402, 'Can delete invitation', 104, 'delete_invitation'),
	(403, 'Can view invitation', 104, 'view_invitation'),
	(404, 'Can add involvement', 105, 'add_involvement'),
	(405, 'Can change involvement', 105, 'change_involvement'),
	(406, 'Can delete involvement', 105, 'delete_involvement'),
	(407, 'Can view involvement', 105, 'view_involvement'),
	(408, 'Can add review', 106, 'add_review'),
	(409, 'Can change review', 106, 'change_review'),
	(410, 'Can delete review', 106, 'delete_review'),
	(411, 'Can view review', 106, 'view_review'),
	(412, 'Can add withdrawal of a signature', 107, 'add_signaturewithdrawal'),
	(413, 'Can change withdrawal of a signature', 107, 'change_signaturewithdrawal'),
	(414, 'Can delete withdrawal of a signature', 107, 'delete_signaturewithdrawal'),
	(415, 'Can view withdrawal of a signature', 107, 'view_signaturewithdrawal'),
	(416, 'Can add request to sign', 108, 'add_signingrequest'),
	(417, 'Can change request to sign', 108, 'change_signingrequest'),
	(418, 'Can delete request to sign', 108, 'delete_signingrequest'),
	(419, 'Can view request to sign', 108, 'view_signingrequest'),
	(420, 'Can add visit', 109, 'add_visit'),
	(421, 'Can change visit', 109, 'change_visit'),
	(422, 'Can delete visit', 109, 'delete_visit'),
	(423, 'Can view visit', 109, 'view_visit'),
	(424, 'Can add token of an integration', 110, 'add_apitoken'),
	(425, 'Can change token of an integration', 110, 'change_apitoken'),
	(426, 'Can delete token of an integration', 110, 'delete_apitoken'),
	(427, 'Can view token of an integration', 110, 'view_apitoken'),
	(428, 'Can view letter', 112, 'view_letter'),
	(429, 'Can view audit entry', 113, 'view_entry'),
	(430, 'Can view document', 115, 'view_document'),
	(431, 'Can view request under the Woo', 116, 'view_woorequest'),
	(432, 'Can view archive file of a year', 117, 'view_yearexport'),
	(433, 'Can view transfer to the archive', 118, 'view_yeartransfer'),
	(434, 'Can view judgement of openness', 119, 'view_openness'),
	(435, 'Can view record in a request', 120, 'view_wooitem'),
	(436, 'Can add log entry', 121, 'add_logentry'),
	(437, 'Can change log entry', 121, 'change_logentry'),
	(438, 'Can delete log entry', 121, 'delete_logentry'),
	(439, 'Can view log entry', 121, 'view_logentry'),
	(440, 'Can add permission', 122, 'add_permission'),
	(441, 'Can change permission', 122, 'change_permission'),
	(442, 'Can delete permission', 122, 'delete_permission'),
	(443, 'Can view permission', 122, 'view_permission'),
	(444, 'Can add group', 123, 'add_group'),
	(445, 'Can change group', 123, 'change_group'),
	(446, 'Can delete group', 123, 'delete_group'),
	(447, 'Can view group', 123, 'view_group'),
	(448, 'Can add content type', 124, 'add_contenttype'),
	(449, 'Can change content type', 124, 'change_contenttype'),
	(450, 'Can delete content type', 124, 'delete_contenttype'),
	(451, 'Can view content type', 124, 'view_contenttype'),
	(452, 'Can add session', 125, 'add_session'),
	(453, 'Can change session', 125, 'change_session'),
	(454, 'Can delete session', 125, 'delete_session'),
	(455, 'Can view session', 125, 'view_session'),
	(456, 'Can add email address', 126, 'add_emailaddress'),
	(457, 'Can change email address', 126, 'change_emailaddress'),
	(458, 'Can delete email address', 126, 'delete_emailaddress'),
	(459, 'Can view email address', 126, 'view_emailaddress'),
	(460, 'Can add email confirmation', 127, 'add_emailconfirmation'),
	(461, 'Can change email confirmation', 127, 'change_emailconfirmation'),
	(462, 'Can delete email confirmation', 127, 'delete_emailconfirmation'),
	(463, 'Can view email confirmation', 127, 'view_emailconfirmation'),
	(464, 'Can add authenticator', 128, 'add_authenticator'),
	(465, 'Can change authenticator', 128, 'change_authenticator'),
	(466, 'Can delete authenticator', 128, 'delete_authenticator'),
	(467, 'Can view authenticator', 128, 'view_authenticator'),
	(468, 'Can add social account', 129, 'add_socialaccount'),
	(469, 'Can change social account', 129, 'change_socialaccount'),
	(470, 'Can delete social account', 129, 'delete_socialaccount'),
	(471, 'Can view social account', 129, 'view_socialaccount'),
	(472, 'Can add social application', 130, 'add_socialapp'),
	(473, 'Can change social application', 130, 'change_socialapp'),
	(474, 'Can delete social application', 130, 'delete_socialapp'),
	(475, 'Can view social application', 130, 'view_socialapp'),
	(476, 'Can add social application token', 131, 'add_socialtoken'),
	(477, 'Can change social application token', 131, 'change_socialtoken'),
	(478, 'Can delete social application token', 131, 'delete_socialtoken'),
	(479, 'Can view social application token', 131, 'view_socialtoken');






INSERT INTO public.django_content_type VALUES
	(1, 'demo', 'sentmail'),
	(2, 'funding', 'fundingplan'),
	(3, 'funding', 'pledge'),
	(4, 'funding', 'delivery'),
	(5, 'funding', 'schedule'),
	(6, 'funding', 'instalment'),
	(7, 'funding', 'fundingterms'),
	(8, 'funding', 'stepinround'),
	(9, 'funding', 'stepinoffer'),
	(10, 'funding', 'stepinanswer'),
	(11, 'funding', 'carryover'),
	(12, 'projects', 'project'),
	(13, 'projects', 'phase'),
	(14, 'projects', 'participation'),
	(15, 'projects', 'leadership'),
	(16, 'projects', 'projectnote'),
	(17, 'projects', 'prototype'),
	(18, 'projects', 'stuurgroep'),
	(19, 'projects', 'stake'),
	(20, 'projects', 'stuurgroepmember'),
	(21, 'projects', 'pilot'),
	(22, 'projects', 'projectdocument'),
	(23, 'projects', 'projectlink'),
	(24, 'projects', 'businesscase'),
	(25, 'projects', 'caseparty'),
	(26, 'projects', 'caseline'),
	(27, 'projects', 'discountrate'),
	(28, 'projects', 'indicator'),
	(29, 'projects', 'indicatorvalue'),
	(30, 'projects', 'progressreport'),
	(31, 'projects', 'risk'),
	(32, 'projects', 'connection'),
	(33, 'programme', 'ballot'),
	(34, 'programme', 'programmaraad'),
	(35, 'programme', 'decision'),
	(36, 'programme', 'programme'),
	(37, 'programme', 'commitment'),
	(38, 'programme', 'raadresponse'),
	(39, 'programme', 'seat'),
	(40, 'programme', 'entitlement'),
	(41, 'programme', 'delegate'),
	(42, 'programme', 'vote'),
	(43, 'programme', 'ballotinterest'),
	(44, 'programme', 'ballotoption'),
	(45, 'programme', 'interestquestion'),
	(46, 'programme', 'recusal'),
	(47, 'programme', 'decisionstep'),
	(48, 'programme', 'seatinvitation'),
	(49, 'programme', 'programmeversion'),
	(50, 'programme', 'programmesubmission'),
	(51, 'programme', 'passagecomment'),
	(52, 'programme', 'budgetline'),
	(53, 'programme', 'commitmentdraft'),
	(54, 'programme', 'programmetheme'),
	(55, 'programme', 'themecall'),
	(56, 'programme', 'innovationtheme'),
	(57, 'programme', 'facilitator'),
	(58, 'programme', 'explorationnote'),
	(59, 'programme', 'agendaballot'),
	(60, 'programme', 'dispute'),
	(61, 'programme', 'handover'),
	(62, 'programme', 'packversion'),
	(63, 'programme', 'coursechange'),
	(64, 'programme', 'crucialcall'),
	(65, 'programme', 'annualaccount'),
	(66, 'programme', 'accountblock'),
	(67, 'events', 'meetingseries'),
	(68, 'events', 'meeting'),
	(69, 'events', 'attendance'),
	(70, 'events', 'meetingdate'),
	(71, 'events', 'agendaitem'),
	(72, 'events', 'agendadocument'),
	(73, 'events', 'actionitem'),
	(74, 'events', 'blockedperiod'),
	(75, 'events', 'calendarfeed'),
	(76, 'events', 'circular'),
	(77, 'events', 'circularrecipient'),
	(78, 'events', 'datepoll'),
	(79, 'events', 'guestlink'),
	(80, 'events', 'invitee'),
	(81, 'events', 'meetingdocument'),
	(82, 'events', 'minutes'),
	(83, 'events', 'pollanswer'),
	(84, 'events', 'pollinvitee'),
	(85, 'events', 'polloption'),
	(86, 'events', 'programmepart'),
	(87, 'events', 'reply'),
	(88, 'events', 'standingguest'),
	(89, 'events', 'formerterms'),
	(90, 'partners', 'person'),
	(91, 'partners', 'kernteammember'),
	(92, 'partners', 'organisation'),
	(93, 'partners', 'mandate'),
	(94, 'partners', 'framework'),
	(95, 'partners', 'partnership'),
	(96, 'partners', 'theme'),
	(97, 'partners', 'clause'),
	(98, 'partners', 'clausemeasure'),
	(99, 'partners', 'signature'),
	(100, 'partners', 'ambassadorship'),
	(101, 'partners', 'contactnote'),
	(102, 'partners', 'golive'),
	(103, 'partners', 'importrun'),
	(104, 'partners', 'invitation'),
	(105, 'partners', 'involvement'),
	(106, 'partners', 'review'),
	(107, 'partners', 'signaturewithdrawal'),
	(108, 'partners', 'signingrequest'),
	(109, 'partners', 'visit'),
	(110, 'partners', 'apitoken'),
	(111, 'web', 'tick'),
	(112, 'outbox', 'letter'),
	(113, 'audit', 'entry'),
	(114, 'audit', 'seal'),
	(115, 'documents', 'document'),
	(116, 'documents', 'woorequest'),
	(117, 'documents', 'yearexport'),
	(118, 'documents', 'yeartransfer'),
	(119, 'documents', 'openness'),
	(120, 'documents', 'wooitem'),
	(121, 'admin', 'logentry'),
	(122, 'auth', 'permission'),
	(123, 'auth', 'group'),
	(124, 'contenttypes', 'contenttype'),
	(125, 'sessions', 'session'),
	(126, 'account', 'emailaddress'),
	(127, 'account', 'emailconfirmation'),
	(128, 'mfa', 'authenticator'),
	(129, 'socialaccount', 'socialaccount'),
	(130, 'socialaccount', 'socialapp'),
	(131, 'socialaccount', 'socialtoken');


INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', now()),
	(2, 'contenttypes', '0002_remove_content_type_name', now()),
	(3, 'auth', '0001_initial', now()),
	(4, 'auth', '0002_alter_permission_name_max_length', now()),
	(5, 'auth', '0003_alter_user_email_max_length', now()),
	(6, 'auth', '0004_alter_user_username_opts', now()),
	(7, 'auth', '0005_alter_user_last_login_null', now()),
	(8, 'auth', '0006_require_contenttypes_0002', now()),
	(9, 'auth', '0007_alter_validators_add_error_messages', now()),
	(10, 'auth', '0008_alter_user_username_max_length', now()),
	(11, 'auth', '0009_alter_user_last_name_max_length', now()),
	(12, 'auth', '0010_alter_group_name_max_length', now()),
	(13, 'auth', '0011_update_proxy_permissions', now()),
	(14, 'auth', '0012_alter_user_first_name_max_length', now()),
	(15, 'partners', '0001_initial', now()),
	(16, 'account', '0001_initial', now()),
	(17, 'account', '0002_email_max_length', now()),
	(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', now()),
	(19, 'account', '0004_alter_emailaddress_drop_unique_email', now()),
	(20, 'account', '0005_emailaddress_idx_upper_email', now()),
	(21, 'account', '0006_emailaddress_lower', now()),
	(22, 'account', '0007_emailaddress_idx_email', now()),
	(23, 'account', '0008_emailaddress_unique_primary_email_fixup', now()),
	(24, 'account', '0009_emailaddress_unique_primary_email', now()),
	(25, 'admin', '0001_initial', now()),
	(26, 'admin', '0002_logentry_remove_auto_add', now()),
	(27, 'admin', '0003_logentry_add_action_flag_choices', now()),
	(28, 'documents', '0001_initial', now()),
	(29, 'documents', '0002_openness', now()),
	(30, 'audit', '0001_initial', now()),
	(31, 'audit', '0002_append_only', now()),
	(32, 'audit', '0003_documents_stay', now()),
	(33, 'audit', '0004_openness_stays', now()),
	(34, 'audit', '0005_seals', now()),
	(35, 'demo', '0001_initial', now()),
	(36, 'partners', '0002_clauses_themes_signatures', now()),
	(37, 'partners', '0003_append_only', now()),
	(38, 'partners', '0004_end_recorded', now()),
	(39, 'partners', '0005_register', now()),
	(40, 'partners', '0006_register_guards', now()),
	(41, 'partners', '0007_framework_big_change_share', now()),
	(42, 'partners', '0008_pace', now()),
	(43, 'partners', '0009_paces', now()),
	(44, 'partners', '0010_shown_to_all', now()),
	(45, 'partners', '0011_api_tokens', now()),
	(46, 'partners', '0012_search', now()),
	(47, 'events', '0001_initial', now()),
	(48, 'events', '0002_taken_over', now()),
	(49, 'events', '0003_agendas', now()),
	(50, 'events', '0004_meetings_that_happen', now()),
	(51, 'events', '0005_minutes_guard', now()),
	(52, 'events', '0006_letters_to_leaders', now()),
	(53, 'events', '0007_approval_points', now()),
	(54, 'events', '0008_search', now()),
	(55, 'programme', '0001_initial', now()),
	(56, 'programme', '0002_guards', now()),
	(57, 'programme', '0003_on_behalf', now()),
	(58, 'programme', '0004_deciding', now()),
	(59, 'programme', '0005_deciding_guards', now()),
	(60, 'programme', '0006_register', now()),
	(61, 'programme', '0007_raad', now()),
	(62, 'programme', '0008_programme', now()),
	(63, 'programme', '0009_programme_guards', now()),
	(64, 'programme', '0010_themes', now()),
	(65, 'programme', '0011_themes_guards', now()),
	(66, 'programme', '0012_agendas', now()),
	(67, 'programme', '0013_meeting', now()),
	(68, 'programme', '0014_meeting_guards', now()),
	(69, 'programme', '0015_course', now()),
	(70, 'programme', '0016_course_guards', now()),
	(71, 'programme', '0017_interest_answers', now()),
	(72, 'programme', '0018_course_theme', now()),
	(73, 'projects', '0001_initial', now()),
	(74, 'projects', '0002_guards', now()),
	(75, 'projects', '0003_cases', now()),
	(76, 'projects', '0004_case_guards', now()),
	(77, 'projects', '0005_progress', now()),
	(78, 'projects', '0006_progress_guards', now()),
	(79, 'funding', '0001_initial', now()),
	(80, 'funding', '0002_guards', now()),
	(81, 'funding', '0003_stepin', now()),
	(82, 'funding', '0004_stepin_guards', now()),
	(83, 'funding', '0005_budget', now()),
	(84, 'funding', '0006_budget_guards', now()),
	(85, 'mfa', '0001_initial', now()),
	(86, 'mfa', '0002_authenticator_timestamps', now()),
	(87, 'mfa', '0003_authenticator_type_uniq', now()),
	(88, 'outbox', '0001_initial', now()),
	(89, 'outbox', '0002_attachment', now()),
	(90, 'outbox', '0003_calendar_entry', now()),
	(91, 'outbox', '0004_bundles_and_days', now()),
	(92, 'outbox', '0005_paces', now()),
	(93, 'outbox', '0006_letter_next', now()),
	(94, 'programme', '0019_shown_to_all', now()),
	(95, 'programme', '0020_account', now()),
	(96, 'projects', '0007_shown_to_all', now()),
	(97, 'projects', '0008_search', now()),
	(98, 'sessions', '0001_initial', now()),
	(99, 'socialaccount', '0001_initial', now()),
	(100, 'socialaccount', '0002_token_max_lengths', now()),
	(101, 'socialaccount', '0003_extra_data_default_dict', now()),
	(102, 'socialaccount', '0004_app_provider_id_settings', now()),
	(103, 'socialaccount', '0005_socialtoken_nullable_app', now()),
	(104, 'socialaccount', '0006_alter_socialaccount_extra_data', now()),
	(105, 'web', '0001_cache_table', now()),
	(106, 'web', '0002_tick', now());


































































































































































































































































SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


SELECT pg_catalog.setval('public.audit_entry_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_permission_id_seq', 479, true);


SELECT pg_catalog.setval('public.demo_sentmail_id_seq', 1, false);


SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);


SELECT pg_catalog.setval('public.django_content_type_id_seq', 131, true);


SELECT pg_catalog.setval('public.django_migrations_id_seq', 106, true);


SELECT pg_catalog.setval('public.documents_document_id_seq', 1, false);


SELECT pg_catalog.setval('public.documents_openness_id_seq', 1, false);


SELECT pg_catalog.setval('public.documents_wooitem_id_seq', 1, false);


SELECT pg_catalog.setval('public.documents_woorequest_id_seq', 1, false);


SELECT pg_catalog.setval('public.documents_yearexport_id_seq', 1, false);


SELECT pg_catalog.setval('public.documents_yeartransfer_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_actionitem_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_agendadocument_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_agendaitem_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_attendance_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_blockedperiod_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_calendarfeed_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_circular_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_circularrecipient_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_datepoll_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_formerterms_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_guestlink_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_invitee_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_meeting_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_meetingdate_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_meetingdocument_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_meetingseries_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_minutes_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_pollanswer_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_pollinvitee_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_polloption_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_programmepart_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_programmepart_organisations_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_reply_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_standingguest_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_carryover_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_delivery_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_fundingplan_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_fundingterms_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_instalment_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_pledge_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_schedule_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_stepinanswer_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_stepinoffer_id_seq', 1, false);


SELECT pg_catalog.setval('public.funding_stepinround_id_seq', 1, false);


SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


SELECT pg_catalog.setval('public.outbox_letter_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_ambassadorship_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_apitoken_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_clause_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_clausemeasure_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_contactnote_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_framework_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_importrun_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_invitation_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_involvement_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_kernteammember_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_mandate_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_organisation_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_partnership_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_person_groups_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_person_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_person_user_permissions_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_review_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_signature_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_signaturewithdrawal_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_signingrequest_id_seq', 1, false);


SELECT pg_catalog.setval('public.partners_theme_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_accountblock_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_agendaballot_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_annualaccount_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_ballot_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_ballotinterest_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_ballotoption_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_budgetline_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_commitment_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_commitmentdraft_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_coursechange_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_crucialcall_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_decision_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_decisionstep_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_delegate_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_dispute_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_entitlement_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_explorationnote_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_facilitator_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_handover_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_innovationtheme_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_interestquestion_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_packversion_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_passagecomment_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_programmaraad_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_programme_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_programmesubmission_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_programmetheme_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_programmeversion_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_raadresponse_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_recusal_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_seat_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_seatinvitation_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_themecall_id_seq', 1, false);


SELECT pg_catalog.setval('public.programme_vote_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_businesscase_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_caseline_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_caseparty_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_connection_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_discountrate_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_indicator_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_indicatorvalue_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_leadership_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_participation_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_phase_earlier_ballots_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_phase_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_pilot_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_progressreport_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_project_course_changes_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_project_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_projectdocument_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_projectlink_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_projectnote_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_prototype_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_risk_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_stake_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_stuurgroep_id_seq', 1, false);


SELECT pg_catalog.setval('public.projects_stuurgroepmember_id_seq', 1, false);


SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);


SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);


SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);


ALTER TABLE ONLY public.programme_annualaccount
    ADD CONSTRAINT account_edition_once UNIQUE (year, edition);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_accountblock
    ADD CONSTRAINT account_heading_once UNIQUE (account_id, heading);


ALTER TABLE ONLY public.partners_ambassadorship
    ADD CONSTRAINT ambassadorship_once_at_a_time EXCLUDE USING gist (organisation_id WITH =, theme_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((struck_at IS NULL));


ALTER TABLE ONLY public.events_attendance
    ADD CONSTRAINT attendance_once_per_organisation UNIQUE (meeting_id, organisation_id);


ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_hash_key UNIQUE (hash);


ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (number);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_budgetline
    ADD CONSTRAINT budget_line_place_once UNIQUE (programme_id, "position");


ALTER TABLE ONLY public.funding_carryover
    ADD CONSTRAINT carry_over_number_once UNIQUE (year, category, ordinal);


ALTER TABLE ONLY public.projects_caseparty
    ADD CONSTRAINT case_party_name_once UNIQUE (case_id, name);


ALTER TABLE ONLY public.projects_caseparty
    ADD CONSTRAINT case_party_organisation_once UNIQUE (case_id, organisation_id);


ALTER TABLE ONLY public.projects_businesscase
    ADD CONSTRAINT case_version_once UNIQUE (project_id, version);


ALTER TABLE ONLY public.events_circularrecipient
    ADD CONSTRAINT circular_recipient_once UNIQUE (circular_id, person_id);


ALTER TABLE ONLY public.partners_clause
    ADD CONSTRAINT clause_number_once UNIQUE (framework_id, number);


ALTER TABLE ONLY public.programme_commitmentdraft
    ADD CONSTRAINT commitment_draft_once UNIQUE (programme_id, organisation_id, ordinal);


ALTER TABLE ONLY public.programme_commitment
    ADD CONSTRAINT commitment_one_counts UNIQUE (programme_id, organisation_id, ordinal);


ALTER TABLE ONLY public.programme_crucialcall
    ADD CONSTRAINT crucial_call_once_per_seat UNIQUE (change_id, seat_id);


ALTER TABLE ONLY public.programme_decision
    ADD CONSTRAINT decision_number_once UNIQUE (year, sequence);


ALTER TABLE ONLY public.programme_delegate
    ADD CONSTRAINT delegate_one_per_role EXCLUDE USING gist (seat_id WITH =, role WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);


ALTER TABLE ONLY public.demo_sentmail
    ADD CONSTRAINT demo_sentmail_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.documents_openness
    ADD CONSTRAINT documents_openness_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.documents_wooitem
    ADD CONSTRAINT documents_wooitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.documents_woorequest
    ADD CONSTRAINT documents_woorequest_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.documents_woorequest
    ADD CONSTRAINT documents_woorequest_reference_key UNIQUE (reference);


ALTER TABLE ONLY public.documents_yearexport
    ADD CONSTRAINT documents_yearexport_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.documents_yeartransfer
    ADD CONSTRAINT documents_yeartransfer_export_id_key UNIQUE (export_id);


ALTER TABLE ONLY public.documents_yeartransfer
    ADD CONSTRAINT documents_yeartransfer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.documents_yeartransfer
    ADD CONSTRAINT documents_yeartransfer_year_key UNIQUE (year);


ALTER TABLE ONLY public.programme_entitlement
    ADD CONSTRAINT entitlement_once_per_organisation UNIQUE (ballot_id, organisation_id);


ALTER TABLE ONLY public.events_actionitem
    ADD CONSTRAINT events_actionitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_agendadocument
    ADD CONSTRAINT events_agendadocument_document_id_key UNIQUE (document_id);


ALTER TABLE ONLY public.events_agendadocument
    ADD CONSTRAINT events_agendadocument_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_agendaitem
    ADD CONSTRAINT events_agendaitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_attendance
    ADD CONSTRAINT events_attendance_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_blockedperiod
    ADD CONSTRAINT events_blockedperiod_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_calendarfeed
    ADD CONSTRAINT events_calendarfeed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_calendarfeed
    ADD CONSTRAINT events_calendarfeed_token_sha256_key UNIQUE (token_sha256);


ALTER TABLE ONLY public.events_circular
    ADD CONSTRAINT events_circular_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_circularrecipient
    ADD CONSTRAINT events_circularrecipient_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_datepoll
    ADD CONSTRAINT events_datepoll_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_formerterms
    ADD CONSTRAINT events_formerterms_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_guestlink
    ADD CONSTRAINT events_guestlink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_guestlink
    ADD CONSTRAINT events_guestlink_token_sha256_key UNIQUE (token_sha256);


ALTER TABLE ONLY public.events_invitee
    ADD CONSTRAINT events_invitee_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_meeting
    ADD CONSTRAINT events_meeting_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_meetingdate
    ADD CONSTRAINT events_meetingdate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_meetingdocument
    ADD CONSTRAINT events_meetingdocument_document_id_key UNIQUE (document_id);


ALTER TABLE ONLY public.events_meetingdocument
    ADD CONSTRAINT events_meetingdocument_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_meetingseries
    ADD CONSTRAINT events_meetingseries_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_minutes
    ADD CONSTRAINT events_minutes_document_id_key UNIQUE (document_id);


ALTER TABLE ONLY public.events_minutes
    ADD CONSTRAINT events_minutes_meeting_id_key UNIQUE (meeting_id);


ALTER TABLE ONLY public.events_minutes
    ADD CONSTRAINT events_minutes_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_pollanswer
    ADD CONSTRAINT events_pollanswer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_pollinvitee
    ADD CONSTRAINT events_pollinvitee_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_polloption
    ADD CONSTRAINT events_polloption_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_programmepart_organisations
    ADD CONSTRAINT events_programmepart_org_programmepart_id_organis_dcd8ea0f_uniq UNIQUE (programmepart_id, organisation_id);


ALTER TABLE ONLY public.events_programmepart_organisations
    ADD CONSTRAINT events_programmepart_organisations_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_programmepart
    ADD CONSTRAINT events_programmepart_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_reply
    ADD CONSTRAINT events_reply_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_standingguest
    ADD CONSTRAINT events_standingguest_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_facilitator
    ADD CONSTRAINT facilitator_organisation_once EXCLUDE USING gist (theme_id WITH =, organisation_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((person_id IS NULL));


ALTER TABLE ONLY public.programme_facilitator
    ADD CONSTRAINT facilitator_person_once EXCLUDE USING gist (theme_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);


ALTER TABLE ONLY public.funding_carryover
    ADD CONSTRAINT funding_carryover_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_delivery
    ADD CONSTRAINT funding_delivery_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_fundingplan
    ADD CONSTRAINT funding_fundingplan_phase_id_key UNIQUE (phase_id);


ALTER TABLE ONLY public.funding_fundingplan
    ADD CONSTRAINT funding_fundingplan_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_fundingterms
    ADD CONSTRAINT funding_fundingterms_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_instalment
    ADD CONSTRAINT funding_instalment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_course_change_id_key UNIQUE (course_change_id);


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_replaces_id_key UNIQUE (replaces_id);


ALTER TABLE ONLY public.funding_schedule
    ADD CONSTRAINT funding_schedule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_stepinanswer
    ADD CONSTRAINT funding_stepinanswer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_stepinoffer
    ADD CONSTRAINT funding_stepinoffer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_stepinround
    ADD CONSTRAINT funding_stepinround_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_kernteammember
    ADD CONSTRAINT kernteam_once_at_a_time EXCLUDE USING gist (person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((struck_at IS NULL));


ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT mandate_once_at_a_time EXCLUDE USING gist (person_id WITH =, organisation_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((struck_at IS NULL));


ALTER TABLE ONLY public.partners_clausemeasure
    ADD CONSTRAINT measure_once_per_clause UNIQUE (clause_id, code);


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_ballotoption
    ADD CONSTRAINT option_place_once UNIQUE (ballot_id, "position");


ALTER TABLE ONLY public.programme_ballotoption
    ADD CONSTRAINT option_title_once UNIQUE (ballot_id, title);


ALTER TABLE ONLY public.partners_organisation
    ADD CONSTRAINT organisation_name_once UNIQUE (name_key);


ALTER TABLE ONLY public.outbox_letter
    ADD CONSTRAINT outbox_letter_key_key UNIQUE (key);


ALTER TABLE ONLY public.outbox_letter
    ADD CONSTRAINT outbox_letter_message_id_key UNIQUE (message_id);


ALTER TABLE ONLY public.outbox_letter
    ADD CONSTRAINT outbox_letter_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_packversion
    ADD CONSTRAINT pack_version_once UNIQUE (meeting_id, number);


ALTER TABLE ONLY public.partners_ambassadorship
    ADD CONSTRAINT partners_ambassadorship_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.partners_ambassadorship
    ADD CONSTRAINT partners_ambassadorship_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_apitoken
    ADD CONSTRAINT partners_apitoken_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_apitoken
    ADD CONSTRAINT partners_apitoken_prefix_key UNIQUE (prefix);


ALTER TABLE ONLY public.partners_apitoken
    ADD CONSTRAINT partners_apitoken_token_sha256_key UNIQUE (token_sha256);


ALTER TABLE ONLY public.partners_clause
    ADD CONSTRAINT partners_clause_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_clausemeasure
    ADD CONSTRAINT partners_clausemeasure_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_contactnote
    ADD CONSTRAINT partners_contactnote_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.partners_contactnote
    ADD CONSTRAINT partners_contactnote_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_framework
    ADD CONSTRAINT partners_framework_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_framework
    ADD CONSTRAINT partners_framework_predecessor_id_key UNIQUE (predecessor_id);


ALTER TABLE ONLY public.partners_golive
    ADD CONSTRAINT partners_golive_pkey PRIMARY KEY ("only");


ALTER TABLE ONLY public.partners_importrun
    ADD CONSTRAINT partners_importrun_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_invitation
    ADD CONSTRAINT partners_invitation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_invitation
    ADD CONSTRAINT partners_invitation_token_sha256_key UNIQUE (token_sha256);


ALTER TABLE ONLY public.partners_involvement
    ADD CONSTRAINT partners_involvement_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_kernteammember
    ADD CONSTRAINT partners_kernteammember_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.partners_kernteammember
    ADD CONSTRAINT partners_kernteammember_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT partners_mandate_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT partners_mandate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_organisation
    ADD CONSTRAINT partners_organisation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_partnership
    ADD CONSTRAINT partners_partnership_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.partners_partnership
    ADD CONSTRAINT partners_partnership_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_person_groups
    ADD CONSTRAINT partners_person_groups_person_id_group_id_c813b0f6_uniq UNIQUE (person_id, group_id);


ALTER TABLE ONLY public.partners_person_groups
    ADD CONSTRAINT partners_person_groups_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_person
    ADD CONSTRAINT partners_person_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_person_user_permissions
    ADD CONSTRAINT partners_person_user_per_person_id_permission_id_5dfc1343_uniq UNIQUE (person_id, permission_id);


ALTER TABLE ONLY public.partners_person_user_permissions
    ADD CONSTRAINT partners_person_user_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_review
    ADD CONSTRAINT partners_review_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_signature
    ADD CONSTRAINT partners_signature_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_signaturewithdrawal
    ADD CONSTRAINT partners_signaturewithdrawal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_signaturewithdrawal
    ADD CONSTRAINT partners_signaturewithdrawal_signature_id_key UNIQUE (signature_id);


ALTER TABLE ONLY public.partners_signingrequest
    ADD CONSTRAINT partners_signingrequest_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_theme
    ADD CONSTRAINT partners_theme_name_key UNIQUE (name);


ALTER TABLE ONLY public.partners_theme
    ADD CONSTRAINT partners_theme_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.partners_visit
    ADD CONSTRAINT partners_visit_pkey PRIMARY KEY (session_key);


ALTER TABLE ONLY public.partners_partnership
    ADD CONSTRAINT partnership_once_at_a_time EXCLUDE USING gist (organisation_id WITH =, daterange(joined_on, left_on, '[)'::text) WITH &&) WHERE ((struck_at IS NULL));


ALTER TABLE ONLY public.projects_phase
    ADD CONSTRAINT phase_number_once UNIQUE (project_id, ordinal);


ALTER TABLE ONLY public.events_pollanswer
    ADD CONSTRAINT poll_answer_once UNIQUE (option_id, invitee_id);


ALTER TABLE ONLY public.events_pollinvitee
    ADD CONSTRAINT poll_invitee_once UNIQUE (poll_id, person_id);


ALTER TABLE ONLY public.events_polloption
    ADD CONSTRAINT poll_option_once UNIQUE (poll_id, starts_at);


ALTER TABLE ONLY public.programme_accountblock
    ADD CONSTRAINT programme_accountblock_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_agendaballot
    ADD CONSTRAINT programme_agendaballot_item_id_key UNIQUE (item_id);


ALTER TABLE ONLY public.programme_agendaballot
    ADD CONSTRAINT programme_agendaballot_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_annualaccount
    ADD CONSTRAINT programme_annualaccount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_ballot
    ADD CONSTRAINT programme_ballot_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_ballot
    ADD CONSTRAINT programme_ballot_previous_id_key UNIQUE (previous_id);


ALTER TABLE ONLY public.programme_ballotinterest
    ADD CONSTRAINT programme_ballotinterest_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_ballotoption
    ADD CONSTRAINT programme_ballotoption_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_ballotoption
    ADD CONSTRAINT programme_ballotoption_previous_id_key UNIQUE (previous_id);


ALTER TABLE ONLY public.programme_budgetline
    ADD CONSTRAINT programme_budgetline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_commitment
    ADD CONSTRAINT programme_commitment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_commitmentdraft
    ADD CONSTRAINT programme_commitmentdraft_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechange_ballot_id_key UNIQUE (ballot_id);


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechange_departure_id_key UNIQUE (departure_id);


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechange_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_crucialcall
    ADD CONSTRAINT programme_crucialcall_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_decision
    ADD CONSTRAINT programme_decision_ballot_id_key UNIQUE (ballot_id);


ALTER TABLE ONLY public.programme_decision
    ADD CONSTRAINT programme_decision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_decisionstep
    ADD CONSTRAINT programme_decisionstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_delegate
    ADD CONSTRAINT programme_delegate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_dispute
    ADD CONSTRAINT programme_dispute_correction_id_key UNIQUE (correction_id);


ALTER TABLE ONLY public.programme_dispute
    ADD CONSTRAINT programme_dispute_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_entitlement
    ADD CONSTRAINT programme_entitlement_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_explorationnote
    ADD CONSTRAINT programme_explorationnote_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.programme_explorationnote
    ADD CONSTRAINT programme_explorationnote_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_facilitator
    ADD CONSTRAINT programme_facilitator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_handover
    ADD CONSTRAINT programme_handover_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_innovationtheme
    ADD CONSTRAINT programme_innovationtheme_option_id_key UNIQUE (option_id);


ALTER TABLE ONLY public.programme_innovationtheme
    ADD CONSTRAINT programme_innovationtheme_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_interestquestion
    ADD CONSTRAINT programme_interestquestion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_packversion
    ADD CONSTRAINT programme_packversion_document_id_key UNIQUE (document_id);


ALTER TABLE ONLY public.programme_packversion
    ADD CONSTRAINT programme_packversion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_passagecomment
    ADD CONSTRAINT programme_passagecomment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_programmaraad
    ADD CONSTRAINT programme_programmaraad_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_programmaraad
    ADD CONSTRAINT programme_programmaraad_year_key UNIQUE (year);


ALTER TABLE ONLY public.programme_programme
    ADD CONSTRAINT programme_programme_ballot_id_key UNIQUE (ballot_id);


ALTER TABLE ONLY public.programme_programme
    ADD CONSTRAINT programme_programme_decision_id_key UNIQUE (decision_id);


ALTER TABLE ONLY public.programme_programme
    ADD CONSTRAINT programme_programme_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_programme
    ADD CONSTRAINT programme_programme_year_key UNIQUE (year);


ALTER TABLE ONLY public.programme_programmesubmission
    ADD CONSTRAINT programme_programmesubmission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_programmetheme
    ADD CONSTRAINT programme_programmetheme_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_programmeversion
    ADD CONSTRAINT programme_programmeversion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_raadresponse
    ADD CONSTRAINT programme_raadresponse_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_recusal
    ADD CONSTRAINT programme_recusal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_seat
    ADD CONSTRAINT programme_seat_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_seatinvitation
    ADD CONSTRAINT programme_seatinvitation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_programmesubmission
    ADD CONSTRAINT programme_submission_once UNIQUE (programme_id, ordinal);


ALTER TABLE ONLY public.programme_programmetheme
    ADD CONSTRAINT programme_theme_place_once UNIQUE (programme_id, "position");


ALTER TABLE ONLY public.programme_themecall
    ADD CONSTRAINT programme_themecall_ballot_id_key UNIQUE (ballot_id);


ALTER TABLE ONLY public.programme_themecall
    ADD CONSTRAINT programme_themecall_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_themecall
    ADD CONSTRAINT programme_themecall_year_key UNIQUE (year);


ALTER TABLE ONLY public.programme_programmeversion
    ADD CONSTRAINT programme_version_once UNIQUE (programme_id, number);


ALTER TABLE ONLY public.programme_vote
    ADD CONSTRAINT programme_vote_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_vote
    ADD CONSTRAINT programme_vote_receipt_code_key UNIQUE (receipt_code);


ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT project_code_once UNIQUE (year, sequence);


ALTER TABLE ONLY public.projects_businesscase
    ADD CONSTRAINT projects_businesscase_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_caseline
    ADD CONSTRAINT projects_caseline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_caseparty
    ADD CONSTRAINT projects_caseparty_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_connection
    ADD CONSTRAINT projects_connection_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_discountrate
    ADD CONSTRAINT projects_discountrate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_discountrate
    ADD CONSTRAINT projects_discountrate_valid_from_key UNIQUE (valid_from);


ALTER TABLE ONLY public.projects_indicator
    ADD CONSTRAINT projects_indicator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_indicatorvalue
    ADD CONSTRAINT projects_indicatorvalue_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.projects_indicatorvalue
    ADD CONSTRAINT projects_indicatorvalue_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_leadership
    ADD CONSTRAINT projects_leadership_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_participation
    ADD CONSTRAINT projects_participation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_phase_earlier_ballots
    ADD CONSTRAINT projects_phase_earlier_ballots_phase_id_ballot_id_ea4cc1a8_uniq UNIQUE (phase_id, ballot_id);


ALTER TABLE ONLY public.projects_phase_earlier_ballots
    ADD CONSTRAINT projects_phase_earlier_ballots_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_phase
    ADD CONSTRAINT projects_phase_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_pilot
    ADD CONSTRAINT projects_pilot_phase_id_key UNIQUE (phase_id);


ALTER TABLE ONLY public.projects_pilot
    ADD CONSTRAINT projects_pilot_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_progressreport
    ADD CONSTRAINT projects_progressreport_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_project_course_changes
    ADD CONSTRAINT projects_project_course__project_id_coursechange__0f4b3a93_uniq UNIQUE (project_id, coursechange_id);


ALTER TABLE ONLY public.projects_project_course_changes
    ADD CONSTRAINT projects_project_course_changes_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_innovation_theme_id_key UNIQUE (innovation_theme_id);


ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_projectdocument
    ADD CONSTRAINT projects_projectdocument_document_id_key UNIQUE (document_id);


ALTER TABLE ONLY public.projects_projectdocument
    ADD CONSTRAINT projects_projectdocument_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_projectlink
    ADD CONSTRAINT projects_projectlink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_projectnote
    ADD CONSTRAINT projects_projectnote_corrects_id_key UNIQUE (corrects_id);


ALTER TABLE ONLY public.projects_projectnote
    ADD CONSTRAINT projects_projectnote_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_prototype
    ADD CONSTRAINT projects_prototype_phase_id_key UNIQUE (phase_id);


ALTER TABLE ONLY public.projects_prototype
    ADD CONSTRAINT projects_prototype_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_risk
    ADD CONSTRAINT projects_risk_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_stake
    ADD CONSTRAINT projects_stake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_stuurgroep
    ADD CONSTRAINT projects_stuurgroep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.projects_stuurgroep
    ADD CONSTRAINT projects_stuurgroep_project_id_key UNIQUE (project_id);


ALTER TABLE ONLY public.projects_stuurgroep
    ADD CONSTRAINT projects_stuurgroep_series_id_key UNIQUE (series_id);


ALTER TABLE ONLY public.projects_stuurgroepmember
    ADD CONSTRAINT projects_stuurgroepmember_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.programme_recusal
    ADD CONSTRAINT recusal_once UNIQUE NULLS NOT DISTINCT (ballot_id, organisation_id, option_id);


ALTER TABLE ONLY public.events_reply
    ADD CONSTRAINT reply_once UNIQUE (invitee_id, ordinal);


ALTER TABLE ONLY public.projects_progressreport
    ADD CONSTRAINT report_version_once UNIQUE (project_id, year, quarter, ordinal);


ALTER TABLE ONLY public.funding_schedule
    ADD CONSTRAINT schedule_number_once UNIQUE (pledge_id, ordinal);


ALTER TABLE ONLY public.programme_seat
    ADD CONSTRAINT seat_once_per_organisation EXCLUDE USING gist (raad_id WITH =, organisation_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);


ALTER TABLE ONLY public.partners_signature
    ADD CONSTRAINT signature_once UNIQUE (framework_id, organisation_id, ordinal);


ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);


ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.funding_stepinanswer
    ADD CONSTRAINT stepin_answer_number_once UNIQUE (offer_id, ordinal);


ALTER TABLE ONLY public.funding_stepinoffer
    ADD CONSTRAINT stepin_offered_once UNIQUE (round_id, organisation_id);


ALTER TABLE ONLY public.funding_stepinround
    ADD CONSTRAINT stepin_round_number_once UNIQUE (plan_id, ordinal);


ALTER TABLE ONLY public.funding_stepinround
    ADD CONSTRAINT stepin_round_open_once EXCLUDE USING gist (plan_id WITH =, tstzrange(opened_at, COALESCE(closed_at, closes_at), '[)'::text) WITH &&);


ALTER TABLE ONLY public.funding_fundingterms
    ADD CONSTRAINT terms_number_once UNIQUE (plan_id, ordinal);


ALTER TABLE ONLY public.programme_vote
    ADD CONSTRAINT vote_one_counts UNIQUE (ballot_id, entitlement_id, ordinal);


ALTER TABLE ONLY public.programme_vote
    ADD CONSTRAINT vote_sequence_once UNIQUE (ballot_id, sequence);


ALTER TABLE ONLY public.web_cache
    ADD CONSTRAINT web_cache_pkey PRIMARY KEY (cache_key);


ALTER TABLE ONLY public.web_tick
    ADD CONSTRAINT web_tick_pkey PRIMARY KEY (name);


CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


CREATE UNIQUE INDEX account_one_draft_a_year ON public.programme_annualaccount USING btree (year) WHERE ((status)::text = 'draft'::text);


CREATE INDEX action_search ON public.events_actionitem USING gin (public.plain_text(((COALESCE(text, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || (COALESCE(note, ''::character varying))::text), ''::text))) public.gin_trgm_ops);


CREATE INDEX agenda_item_search ON public.events_agendaitem USING gin (public.plain_text(((COALESCE(title, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || COALESCE(text, ''::text)), ''::text))) public.gin_trgm_ops);


CREATE INDEX audit_entry_actor_id_57c4b003 ON public.audit_entry USING btree (actor_id);


CREATE INDEX audit_seal_hash_95a098fc_like ON public.audit_seal USING btree (hash varchar_pattern_ops);


CREATE INDEX audit_subject ON public.audit_entry USING btree (subject_type, subject_id);


CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


CREATE UNIQUE INDEX calendar_feed_one_holds ON public.events_calendarfeed USING btree (person_id) WHERE (revoked_at IS NULL);


CREATE UNIQUE INDEX case_residents_once ON public.projects_caseparty USING btree (case_id) WHERE is_residents;


CREATE UNIQUE INDEX case_submitted_once ON public.projects_businesscase USING btree (project_id) WHERE ((status)::text = 'submitted'::text);


CREATE UNIQUE INDEX connection_once ON public.projects_connection USING btree (project_id, other_id, kind) WHERE (until_on IS NULL);


CREATE UNIQUE INDEX connection_once_both_ways ON public.projects_connection USING btree (LEAST(project_id, other_id), GREATEST(project_id, other_id), kind) WHERE ((until_on IS NULL) AND (NOT ((kind)::text = ANY ((ARRAY['delivers'::character varying, 'waits'::character varying])::text[]))));


CREATE INDEX contact_note_search ON public.partners_contactnote USING gin (public.plain_text(COALESCE(text, ''::text)) public.gin_trgm_ops);


CREATE UNIQUE INDEX date_poll_one_open ON public.events_datepoll USING btree (meeting_id) WHERE ((status)::text = 'open'::text);


CREATE UNIQUE INDEX dispute_one_waits ON public.programme_dispute USING btree (entitlement_id) WHERE ((answer)::text = ''::text);


CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


CREATE INDEX documents_document_uploaded_by_id_cc1ba81a ON public.documents_document USING btree (uploaded_by_id);


CREATE INDEX documents_openness_judged_by_id_7da02c79 ON public.documents_openness USING btree (judged_by_id);


CREATE INDEX documents_openness_redacted_id_e5caefec ON public.documents_openness USING btree (redacted_id);


CREATE INDEX documents_wooitem_request_id_6d63539a ON public.documents_wooitem USING btree (request_id);


CREATE INDEX documents_woorequest_reference_ae7f62ce_like ON public.documents_woorequest USING btree (reference varchar_pattern_ops);


CREATE INDEX documents_yearexport_exported_by_id_98494011 ON public.documents_yearexport USING btree (exported_by_id);


CREATE INDEX documents_yeartransfer_recorded_by_id_3a3588de ON public.documents_yeartransfer USING btree (recorded_by_id);


CREATE INDEX events_actionitem_item_id_246ea698 ON public.events_actionitem USING btree (item_id);


CREATE INDEX events_actionitem_meeting_id_81bafa46 ON public.events_actionitem USING btree (meeting_id);


CREATE INDEX events_actionitem_organisation_id_61ebfd72 ON public.events_actionitem USING btree (organisation_id);


CREATE INDEX events_actionitem_owner_id_efd4a954 ON public.events_actionitem USING btree (owner_id);


CREATE INDEX events_agendadocument_item_id_a9619930 ON public.events_agendadocument USING btree (item_id);


CREATE INDEX events_agendaitem_meeting_id_6d492b97 ON public.events_agendaitem USING btree (meeting_id);


CREATE INDEX events_agendaitem_minutes_of_id_26732434 ON public.events_agendaitem USING btree (minutes_of_id);


CREATE INDEX events_agendaitem_moved_from_id_1da562cf ON public.events_agendaitem USING btree (moved_from_id);


CREATE INDEX events_agendaitem_series_id_b3f7912e ON public.events_agendaitem USING btree (series_id);


CREATE INDEX events_attendance_meeting_id_61037590 ON public.events_attendance USING btree (meeting_id);


CREATE INDEX events_attendance_organisation_id_8e6d220a ON public.events_attendance USING btree (organisation_id);


CREATE INDEX events_calendarfeed_person_id_953b7b10 ON public.events_calendarfeed USING btree (person_id);


CREATE INDEX events_calendarfeed_token_sha256_25c63cbe_like ON public.events_calendarfeed USING btree (token_sha256 varchar_pattern_ops);


CREATE INDEX events_circular_meeting_id_3e2988b9 ON public.events_circular USING btree (meeting_id);


CREATE INDEX events_circularrecipient_circular_id_6670651c ON public.events_circularrecipient USING btree (circular_id);


CREATE INDEX events_circularrecipient_organisation_id_5f624754 ON public.events_circularrecipient USING btree (organisation_id);


CREATE INDEX events_circularrecipient_person_id_80009629 ON public.events_circularrecipient USING btree (person_id);


CREATE INDEX events_datepoll_meeting_id_de28e48f ON public.events_datepoll USING btree (meeting_id);


CREATE INDEX events_formerterms_series_id_cf4ae3ca ON public.events_formerterms USING btree (series_id);


CREATE INDEX events_guestlink_action_item_id_032ee954 ON public.events_guestlink USING btree (action_item_id);


CREATE INDEX events_guestlink_invitee_id_e08d7e69 ON public.events_guestlink USING btree (invitee_id);


CREATE INDEX events_guestlink_poll_invitee_id_d5fbde5b ON public.events_guestlink USING btree (poll_invitee_id);


CREATE INDEX events_guestlink_token_sha256_7c2949ac_like ON public.events_guestlink USING btree (token_sha256 varchar_pattern_ops);


CREATE INDEX events_invitee_meeting_id_2b88ec9a ON public.events_invitee USING btree (meeting_id);


CREATE INDEX events_invitee_organisation_id_2afc283a ON public.events_invitee USING btree (organisation_id);


CREATE INDEX events_invitee_person_id_4b0e5b72 ON public.events_invitee USING btree (person_id);


CREATE INDEX events_meeting_series_id_fd9aebe0 ON public.events_meeting USING btree (series_id);


CREATE INDEX events_meetingdate_meeting_id_ce9952ec ON public.events_meetingdate USING btree (meeting_id);


CREATE INDEX events_meetingdocument_meeting_id_0fdfe810 ON public.events_meetingdocument USING btree (meeting_id);


CREATE INDEX events_meetingseries_framework_id_85c95fc2 ON public.events_meetingseries USING btree (framework_id);


CREATE INDEX events_minutes_approved_in_id_d9cbb615 ON public.events_minutes USING btree (approved_in_id);


CREATE INDEX events_pollanswer_invitee_id_34dc370d ON public.events_pollanswer USING btree (invitee_id);


CREATE INDEX events_pollanswer_option_id_e0c202a3 ON public.events_pollanswer USING btree (option_id);


CREATE INDEX events_pollinvitee_organisation_id_bae65dd1 ON public.events_pollinvitee USING btree (organisation_id);


CREATE INDEX events_pollinvitee_person_id_5a0e4836 ON public.events_pollinvitee USING btree (person_id);


CREATE INDEX events_pollinvitee_poll_id_01ae3d13 ON public.events_pollinvitee USING btree (poll_id);


CREATE INDEX events_polloption_poll_id_dc0cb50c ON public.events_polloption USING btree (poll_id);


CREATE INDEX events_programmepart_meeting_id_6c418bab ON public.events_programmepart USING btree (meeting_id);


CREATE INDEX events_programmepart_organisations_organisation_id_9c56ea18 ON public.events_programmepart_organisations USING btree (organisation_id);


CREATE INDEX events_programmepart_organisations_programmepart_id_3e4a36fa ON public.events_programmepart_organisations USING btree (programmepart_id);


CREATE INDEX events_reply_invitee_id_6e305652 ON public.events_reply USING btree (invitee_id);


CREATE INDEX events_standingguest_person_id_73138938 ON public.events_standingguest USING btree (person_id);


CREATE INDEX events_standingguest_series_id_16ab9202 ON public.events_standingguest USING btree (series_id);


CREATE INDEX funding_carryover_person_id_6d3a2112 ON public.funding_carryover USING btree (person_id);


CREATE INDEX funding_delivery_person_id_c08a6368 ON public.funding_delivery USING btree (person_id);


CREATE INDEX funding_delivery_pledge_id_66ebbc83 ON public.funding_delivery USING btree (pledge_id);


CREATE INDEX funding_fundingterms_plan_id_886cc906 ON public.funding_fundingterms USING btree (plan_id);


CREATE INDEX funding_instalment_schedule_id_56f49eca ON public.funding_instalment USING btree (schedule_id);


CREATE INDEX funding_pledge_made_firm_by_id_4a11fcd3 ON public.funding_pledge USING btree (made_firm_by_id);


CREATE INDEX funding_pledge_offered_by_id_35dbc9ed ON public.funding_pledge USING btree (offered_by_id);


CREATE INDEX funding_pledge_organisation_id_6c3738fd ON public.funding_pledge USING btree (organisation_id);


CREATE INDEX funding_pledge_paper_id_b0aa261c ON public.funding_pledge USING btree (paper_id);


CREATE INDEX funding_pledge_plan_id_087b937d ON public.funding_pledge USING btree (plan_id);


CREATE INDEX funding_schedule_person_id_9bb6983c ON public.funding_schedule USING btree (person_id);


CREATE INDEX funding_schedule_pledge_id_3974d374 ON public.funding_schedule USING btree (pledge_id);


CREATE INDEX funding_stepinanswer_offer_id_73fa2149 ON public.funding_stepinanswer USING btree (offer_id);


CREATE INDEX funding_stepinanswer_person_id_f0efb7d6 ON public.funding_stepinanswer USING btree (person_id);


CREATE INDEX funding_stepinanswer_pledge_id_7cf16b2d ON public.funding_stepinanswer USING btree (pledge_id);


CREATE INDEX funding_stepinoffer_organisation_id_410873e6 ON public.funding_stepinoffer USING btree (organisation_id);


CREATE INDEX funding_stepinoffer_round_id_fac83c57 ON public.funding_stepinoffer USING btree (round_id);


CREATE INDEX funding_stepinround_case_id_6151f2aa ON public.funding_stepinround USING btree (case_id);


CREATE INDEX funding_stepinround_person_id_c1c64270 ON public.funding_stepinround USING btree (person_id);


CREATE INDEX funding_stepinround_plan_id_d69956af ON public.funding_stepinround USING btree (plan_id);


CREATE INDEX funding_stepinround_terms_id_c1063767 ON public.funding_stepinround USING btree (terms_id);


CREATE UNIQUE INDEX hand_over_one_holds ON public.programme_handover USING btree (entitlement_id) WHERE (withdrawn_at IS NULL);


CREATE UNIQUE INDEX indicator_once ON public.projects_indicator USING btree (project_id, name) WHERE (dropped_at IS NULL);


CREATE UNIQUE INDEX innovation_title_once ON public.programme_innovationtheme USING btree (call_id, lower((title)::text)) WHERE (NOT ((status)::text = 'withdrawn'::text));


CREATE UNIQUE INDEX interest_disclosed_once ON public.programme_ballotinterest USING btree (ballot_id, organisation_id, option_id, kind, text) NULLS NOT DISTINCT WHERE (withdrawn_at IS NULL);


CREATE UNIQUE INDEX invitee_once ON public.events_invitee USING btree (meeting_id, person_id) WHERE (withdrawn_at IS NULL);


CREATE UNIQUE INDEX leadership_one_at_a_time ON public.projects_leadership USING btree (project_id, role) WHERE (until_on IS NULL);


CREATE INDEX letter_bundle ON public.outbox_letter USING btree (bundle) WHERE (((status)::text = 'waiting'::text) AND (NOT ((bundle)::text = ''::text)));


CREATE INDEX letter_in_trouble ON public.outbox_letter USING btree (status) WHERE ((status)::text = ANY ((ARRAY['failed'::character varying, 'uncertain'::character varying, 'bounced'::character varying])::text[]));


CREATE INDEX letter_next ON public.outbox_letter USING btree (is_urgent DESC, id) WHERE (((pace)::text = 'at_once'::text) AND ((status)::text = 'waiting'::text));


CREATE INDEX letter_sending ON public.outbox_letter USING btree (claimed_at) WHERE ((status)::text = 'sending'::text);


CREATE INDEX letter_waiting ON public.outbox_letter USING btree (not_before) WHERE ((status)::text = 'waiting'::text);


CREATE UNIQUE INDEX meeting_one_date_holds ON public.events_meetingdate USING btree (meeting_id) WHERE (withdrawn_at IS NULL);


CREATE UNIQUE INDEX meeting_slot_once ON public.events_meeting USING btree (series_id, year, ordinal) WHERE (NOT ((status)::text = 'dropped'::text));


CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


CREATE INDEX minutes_search ON public.events_minutes USING gin (public.plain_text(COALESCE(text, ''::text)) public.gin_trgm_ops);


CREATE INDEX openness_subject ON public.documents_openness USING btree (subject_type, subject_id);


CREATE INDEX organisation_search ON public.partners_organisation USING gin (public.plain_text(((COALESCE(name, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || COALESCE(((COALESCE(short_name, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || COALESCE(((COALESCE(sector, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || COALESCE(description, ''::text)), ''::text)), ''::text)), ''::text)), ''::text)), ''::text))) public.gin_trgm_ops);


CREATE INDEX outbox_letter_attachment_id_e8146721 ON public.outbox_letter USING btree (attachment_id);


CREATE INDEX outbox_letter_key_d84d31d8_like ON public.outbox_letter USING btree (key varchar_pattern_ops);


CREATE INDEX outbox_letter_merged_into_id_57bb5137 ON public.outbox_letter USING btree (merged_into_id);


CREATE INDEX outbox_letter_message_id_12ab3c6d_like ON public.outbox_letter USING btree (message_id varchar_pattern_ops);


CREATE INDEX outbox_letter_person_id_5f0ae294 ON public.outbox_letter USING btree (person_id);


CREATE UNIQUE INDEX participation_once ON public.projects_participation USING btree (project_id, organisation_id) WHERE (until_on IS NULL);


CREATE INDEX partners_ambassadorship_organisation_id_f3470d71 ON public.partners_ambassadorship USING btree (organisation_id);


CREATE INDEX partners_ambassadorship_theme_id_c349194b ON public.partners_ambassadorship USING btree (theme_id);


CREATE INDEX partners_apitoken_made_by_id_f55232ac ON public.partners_apitoken USING btree (made_by_id);


CREATE INDEX partners_apitoken_organisation_id_c6feaa0a ON public.partners_apitoken USING btree (organisation_id);


CREATE INDEX partners_apitoken_prefix_315584ae_like ON public.partners_apitoken USING btree (prefix varchar_pattern_ops);


CREATE INDEX partners_apitoken_revoked_by_id_aeb2b593 ON public.partners_apitoken USING btree (revoked_by_id);


CREATE INDEX partners_apitoken_token_sha256_df185ea6_like ON public.partners_apitoken USING btree (token_sha256 varchar_pattern_ops);


CREATE INDEX partners_clause_framework_id_a3787b57 ON public.partners_clause USING btree (framework_id);


CREATE INDEX partners_clausemeasure_clause_id_66328da9 ON public.partners_clausemeasure USING btree (clause_id);


CREATE INDEX partners_clausemeasure_code_903af52e ON public.partners_clausemeasure USING btree (code);


CREATE INDEX partners_clausemeasure_code_903af52e_like ON public.partners_clausemeasure USING btree (code varchar_pattern_ops);


CREATE INDEX partners_contactnote_author_id_10ad6776 ON public.partners_contactnote USING btree (author_id);


CREATE INDEX partners_contactnote_organisation_id_a0f425a1 ON public.partners_contactnote USING btree (organisation_id);


CREATE INDEX partners_framework_document_id_d99f6fb3 ON public.partners_framework USING btree (document_id);


CREATE INDEX partners_framework_host_id_4e4b83d3 ON public.partners_framework USING btree (host_id);


CREATE INDEX partners_golive_set_by_id_9bc32ec1 ON public.partners_golive USING btree (set_by_id);


CREATE INDEX partners_importrun_confirmed_by_id_e19215b8 ON public.partners_importrun USING btree (confirmed_by_id);


CREATE INDEX partners_importrun_started_by_id_b78219e9 ON public.partners_importrun USING btree (started_by_id);


CREATE INDEX partners_invitation_invited_by_id_886fee7f ON public.partners_invitation USING btree (invited_by_id);


CREATE INDEX partners_invitation_person_id_4d1b0e85 ON public.partners_invitation USING btree (person_id);


CREATE INDEX partners_invitation_token_sha256_740e48ac_like ON public.partners_invitation USING btree (token_sha256 varchar_pattern_ops);


CREATE INDEX partners_involvement_chosen_by_id_61b46441 ON public.partners_involvement USING btree (chosen_by_id);


CREATE INDEX partners_involvement_organisation_id_28e5f4eb ON public.partners_involvement USING btree (organisation_id);


CREATE INDEX partners_kernteammember_person_id_37d3603f ON public.partners_kernteammember USING btree (person_id);


CREATE INDEX partners_mandate_organisation_id_31d805ef ON public.partners_mandate USING btree (organisation_id);


CREATE INDEX partners_mandate_person_id_59ac17c2 ON public.partners_mandate USING btree (person_id);


CREATE INDEX partners_partnership_organisation_id_ed742332 ON public.partners_partnership USING btree (organisation_id);


CREATE INDEX partners_person_groups_group_id_4b50bb5c ON public.partners_person_groups USING btree (group_id);


CREATE INDEX partners_person_groups_person_id_042270cf ON public.partners_person_groups USING btree (person_id);


CREATE INDEX partners_person_user_permissions_permission_id_0cdbc317 ON public.partners_person_user_permissions USING btree (permission_id);


CREATE INDEX partners_person_user_permissions_person_id_e1641860 ON public.partners_person_user_permissions USING btree (person_id);


CREATE INDEX partners_review_organisation_id_2e67a384 ON public.partners_review USING btree (organisation_id);


CREATE INDEX partners_review_reviewed_by_id_95c19bb6 ON public.partners_review USING btree (reviewed_by_id);


CREATE INDEX partners_signature_framework_id_a48cad73 ON public.partners_signature USING btree (framework_id);


CREATE INDEX partners_signature_organisation_id_3c84392d ON public.partners_signature USING btree (organisation_id);


CREATE INDEX partners_signature_person_id_69002271 ON public.partners_signature USING btree (person_id);


CREATE INDEX partners_signature_receipt_id_6a9c1e7f ON public.partners_signature USING btree (receipt_id);


CREATE INDEX partners_signature_registered_by_id_6da5d6b6 ON public.partners_signature USING btree (registered_by_id);


CREATE INDEX partners_signature_scan_id_bdf7c1f7 ON public.partners_signature USING btree (scan_id);


CREATE INDEX partners_signaturewithdrawal_withdrawn_by_id_48d80bea ON public.partners_signaturewithdrawal USING btree (withdrawn_by_id);


CREATE INDEX partners_signingrequest_asked_by_id_b713c1d9 ON public.partners_signingrequest USING btree (asked_by_id);


CREATE INDEX partners_signingrequest_mandate_id_eea24b4a ON public.partners_signingrequest USING btree (mandate_id);


CREATE INDEX partners_theme_name_af6b8a1d_like ON public.partners_theme USING btree (name varchar_pattern_ops);


CREATE INDEX partners_visit_expire_date_2368bafc ON public.partners_visit USING btree (expire_date);


CREATE INDEX partners_visit_person_id_3150393a ON public.partners_visit USING btree (person_id);


CREATE INDEX partners_visit_session_key_486e4c1a_like ON public.partners_visit USING btree (session_key varchar_pattern_ops);


CREATE UNIQUE INDEX passage_comment_handled_once ON public.programme_passagecomment USING btree (about_id) WHERE ((kind)::text = 'handled'::text);


CREATE UNIQUE INDEX person_email_once ON public.partners_person USING btree (lower((email)::text));


CREATE INDEX person_search ON public.partners_person USING gin (public.plain_text((COALESCE(name, ''::character varying))::text) public.gin_trgm_ops);


CREATE UNIQUE INDEX poll_one_chosen ON public.events_polloption USING btree (poll_id) WHERE is_chosen;


CREATE INDEX programme_accountblock_account_id_f6ab8e0e ON public.programme_accountblock USING btree (account_id);


CREATE INDEX programme_agendaballot_ballot_id_10981526 ON public.programme_agendaballot USING btree (ballot_id);


CREATE INDEX programme_ballot_meeting_id_41db4395 ON public.programme_ballot USING btree (meeting_id);


CREATE INDEX programme_ballot_raad_id_b0a77cac ON public.programme_ballot USING btree (raad_id);


CREATE INDEX programme_ballotinterest_ballot_id_e7cebd8a ON public.programme_ballotinterest USING btree (ballot_id);


CREATE INDEX programme_ballotinterest_option_id_ac720088 ON public.programme_ballotinterest USING btree (option_id);


CREATE INDEX programme_ballotinterest_organisation_id_4d15d622 ON public.programme_ballotinterest USING btree (organisation_id);


CREATE INDEX programme_ballotoption_ballot_id_ddce63f4 ON public.programme_ballotoption USING btree (ballot_id);


CREATE INDEX programme_budgetline_programme_id_25e0fd35 ON public.programme_budgetline USING btree (programme_id);


CREATE INDEX programme_commitment_meeting_id_4fb204e9 ON public.programme_commitment USING btree (meeting_id);


CREATE INDEX programme_commitment_organisation_id_010b1b14 ON public.programme_commitment USING btree (organisation_id);


CREATE INDEX programme_commitment_person_id_0f1fad75 ON public.programme_commitment USING btree (person_id);


CREATE INDEX programme_commitment_programme_id_d930f7c5 ON public.programme_commitment USING btree (programme_id);


CREATE INDEX programme_commitmentdraft_organisation_id_c97c05a3 ON public.programme_commitmentdraft USING btree (organisation_id);


CREATE INDEX programme_commitmentdraft_person_id_1a939bfd ON public.programme_commitmentdraft USING btree (person_id);


CREATE INDEX programme_commitmentdraft_programme_id_5152f9b9 ON public.programme_commitmentdraft USING btree (programme_id);


CREATE INDEX programme_coursechange_decision_id_dd5a6918 ON public.programme_coursechange USING btree (decision_id);


CREATE INDEX programme_coursechange_innovation_theme_id_27d4a75c ON public.programme_coursechange USING btree (innovation_theme_id);


CREATE INDEX programme_coursechange_judged_by_id_fc627650 ON public.programme_coursechange USING btree (judged_by_id);


CREATE INDEX programme_coursechange_organisation_id_5a63de47 ON public.programme_coursechange USING btree (organisation_id);


CREATE INDEX programme_coursechange_programme_id_43f19363 ON public.programme_coursechange USING btree (programme_id);


CREATE INDEX programme_coursechange_proposed_by_id_d2f81c2a ON public.programme_coursechange USING btree (proposed_by_id);


CREATE INDEX programme_coursechange_proposed_for_id_61aa4afc ON public.programme_coursechange USING btree (proposed_for_id);


CREATE INDEX programme_coursechange_raad_id_9ec47dc0 ON public.programme_coursechange USING btree (raad_id);


CREATE INDEX programme_coursechange_theme_id_ab981eb2 ON public.programme_coursechange USING btree (theme_id);


CREATE INDEX programme_crucialcall_change_id_0d5f5b59 ON public.programme_crucialcall USING btree (change_id);


CREATE INDEX programme_crucialcall_person_id_76e4eab2 ON public.programme_crucialcall USING btree (person_id);


CREATE INDEX programme_crucialcall_seat_id_3d568334 ON public.programme_crucialcall USING btree (seat_id);


CREATE INDEX programme_decision_meeting_id_f423a62a ON public.programme_decision USING btree (meeting_id);


CREATE INDEX programme_decision_owner_id_1b7ffc2f ON public.programme_decision USING btree (owner_id);


CREATE INDEX programme_decision_raad_id_c0b1d5e6 ON public.programme_decision USING btree (raad_id);


CREATE INDEX programme_decisionstep_decision_id_164a9a13 ON public.programme_decisionstep USING btree (decision_id);


CREATE INDEX programme_decisionstep_owner_id_78667b56 ON public.programme_decisionstep USING btree (owner_id);


CREATE INDEX programme_decisionstep_person_id_6f8cc6d9 ON public.programme_decisionstep USING btree (person_id);


CREATE INDEX programme_delegate_person_id_5d0a065d ON public.programme_delegate USING btree (person_id);


CREATE INDEX programme_delegate_seat_id_2c71e8f6 ON public.programme_delegate USING btree (seat_id);


CREATE INDEX programme_dispute_answered_by_id_12b4afb9 ON public.programme_dispute USING btree (answered_by_id);


CREATE INDEX programme_dispute_entitlement_id_2137c75a ON public.programme_dispute USING btree (entitlement_id);


CREATE INDEX programme_dispute_person_id_756e5aee ON public.programme_dispute USING btree (person_id);


CREATE INDEX programme_dispute_vote_id_03e5e346 ON public.programme_dispute USING btree (vote_id);


CREATE INDEX programme_entitlement_ballot_id_96058337 ON public.programme_entitlement USING btree (ballot_id);


CREATE INDEX programme_entitlement_organisation_id_89d4cf6a ON public.programme_entitlement USING btree (organisation_id);


CREATE INDEX programme_entitlement_seat_id_0fa10809 ON public.programme_entitlement USING btree (seat_id);


CREATE INDEX programme_explorationnote_person_id_af2236a5 ON public.programme_explorationnote USING btree (person_id);


CREATE INDEX programme_explorationnote_theme_id_bc501343 ON public.programme_explorationnote USING btree (theme_id);


CREATE INDEX programme_facilitator_organisation_id_12f0d308 ON public.programme_facilitator USING btree (organisation_id);


CREATE INDEX programme_facilitator_person_id_14f2b856 ON public.programme_facilitator USING btree (person_id);


CREATE INDEX programme_facilitator_theme_id_f34699b4 ON public.programme_facilitator USING btree (theme_id);


CREATE INDEX programme_handover_entitlement_id_54c943f2 ON public.programme_handover USING btree (entitlement_id);


CREATE INDEX programme_handover_from_person_id_73019587 ON public.programme_handover USING btree (from_person_id);


CREATE INDEX programme_handover_to_person_id_f82cf328 ON public.programme_handover USING btree (to_person_id);


CREATE INDEX programme_innovationtheme_call_id_1c09f6b0 ON public.programme_innovationtheme USING btree (call_id);


CREATE INDEX programme_innovationtheme_decision_id_715e6013 ON public.programme_innovationtheme USING btree (decision_id);


CREATE INDEX programme_innovationtheme_person_id_87d683c0 ON public.programme_innovationtheme USING btree (person_id);


CREATE INDEX programme_innovationtheme_proposed_by_id_164a1470 ON public.programme_innovationtheme USING btree (proposed_by_id);


CREATE INDEX programme_innovationtheme_proposed_facilitator_id_2ad47043 ON public.programme_innovationtheme USING btree (proposed_facilitator_id);


CREATE INDEX programme_innovationtheme_theme_id_352484fe ON public.programme_innovationtheme USING btree (theme_id);


CREATE INDEX programme_interestquestion_answered_by_id_2c372a40 ON public.programme_interestquestion USING btree (answered_by_id);


CREATE INDEX programme_interestquestion_ballot_id_be3c9424 ON public.programme_interestquestion USING btree (ballot_id);


CREATE INDEX programme_interestquestion_organisation_id_061b68ad ON public.programme_interestquestion USING btree (organisation_id);


CREATE INDEX programme_interestquestion_person_id_0978f607 ON public.programme_interestquestion USING btree (person_id);


CREATE INDEX programme_packversion_meeting_id_87de0c42 ON public.programme_packversion USING btree (meeting_id);


CREATE INDEX programme_packversion_sent_by_id_a0ad2480 ON public.programme_packversion USING btree (sent_by_id);


CREATE INDEX programme_passagecomment_about_id_1d887efa ON public.programme_passagecomment USING btree (about_id);


CREATE INDEX programme_passagecomment_organisation_id_0fb7b1a9 ON public.programme_passagecomment USING btree (organisation_id);


CREATE INDEX programme_passagecomment_person_id_5d40c47d ON public.programme_passagecomment USING btree (person_id);


CREATE INDEX programme_passagecomment_programme_id_8d3a257e ON public.programme_passagecomment USING btree (programme_id);


CREATE INDEX programme_passagecomment_version_id_8a8fc569 ON public.programme_passagecomment USING btree (version_id);


CREATE INDEX programme_programmaraad_framework_id_71a4ed42 ON public.programme_programmaraad USING btree (framework_id);


CREATE INDEX programme_programme_framework_id_22250e06 ON public.programme_programme USING btree (framework_id);


CREATE INDEX programme_programmesubmission_person_id_2a8a40db ON public.programme_programmesubmission USING btree (person_id);


CREATE INDEX programme_programmesubmission_programme_id_26197c62 ON public.programme_programmesubmission USING btree (programme_id);


CREATE INDEX programme_programmesubmission_version_id_d0ba2017 ON public.programme_programmesubmission USING btree (version_id);


CREATE INDEX programme_programmetheme_programme_id_540a6225 ON public.programme_programmetheme USING btree (programme_id);


CREATE INDEX programme_programmetheme_theme_id_eabaf207 ON public.programme_programmetheme USING btree (theme_id);


CREATE INDEX programme_programmeversion_person_id_a5e1c286 ON public.programme_programmeversion USING btree (person_id);


CREATE INDEX programme_programmeversion_programme_id_b3375cb3 ON public.programme_programmeversion USING btree (programme_id);


CREATE INDEX programme_raadresponse_organisation_id_9083b8fc ON public.programme_raadresponse USING btree (organisation_id);


CREATE INDEX programme_raadresponse_person_id_b124f632 ON public.programme_raadresponse USING btree (person_id);


CREATE INDEX programme_raadresponse_raad_id_be366755 ON public.programme_raadresponse USING btree (raad_id);


CREATE INDEX programme_recusal_ballot_id_d118260e ON public.programme_recusal USING btree (ballot_id);


CREATE INDEX programme_recusal_option_id_b76aeb65 ON public.programme_recusal USING btree (option_id);


CREATE INDEX programme_recusal_organisation_id_f1bac38d ON public.programme_recusal USING btree (organisation_id);


CREATE INDEX programme_recusal_person_id_74440471 ON public.programme_recusal USING btree (person_id);


CREATE INDEX programme_seat_organisation_id_54f3dccc ON public.programme_seat USING btree (organisation_id);


CREATE INDEX programme_seat_raad_id_d283614c ON public.programme_seat USING btree (raad_id);


CREATE INDEX programme_seatinvitation_answered_by_id_a517807c ON public.programme_seatinvitation USING btree (answered_by_id);


CREATE INDEX programme_seatinvitation_organisation_id_191e0a80 ON public.programme_seatinvitation USING btree (organisation_id);


CREATE INDEX programme_seatinvitation_raad_id_cb729c37 ON public.programme_seatinvitation USING btree (raad_id);


CREATE INDEX programme_seatinvitation_representative_id_0974afe3 ON public.programme_seatinvitation USING btree (representative_id);


CREATE INDEX programme_seatinvitation_substitute_id_18f161e2 ON public.programme_seatinvitation USING btree (substitute_id);


CREATE INDEX programme_themecall_framework_id_5ac3db60 ON public.programme_themecall USING btree (framework_id);


CREATE INDEX programme_vote_ballot_id_627e225e ON public.programme_vote USING btree (ballot_id);


CREATE INDEX programme_vote_entered_by_id_05f2ebaa ON public.programme_vote USING btree (entered_by_id);


CREATE INDEX programme_vote_entitlement_id_fb18c66c ON public.programme_vote USING btree (entitlement_id);


CREATE INDEX programme_vote_person_id_0c52e201 ON public.programme_vote USING btree (person_id);


CREATE INDEX programme_vote_receipt_code_d7885fd9_like ON public.programme_vote USING btree (receipt_code varchar_pattern_ops);


CREATE INDEX project_note_search ON public.projects_projectnote USING gin (public.plain_text(COALESCE(text, ''::text)) public.gin_trgm_ops);


CREATE INDEX projects_businesscase_author_id_1277dc40 ON public.projects_businesscase USING btree (author_id);


CREATE INDEX projects_businesscase_copied_from_id_2005875d ON public.projects_businesscase USING btree (copied_from_id);


CREATE INDEX projects_businesscase_decision_id_f4e76535 ON public.projects_businesscase USING btree (decision_id);


CREATE INDEX projects_businesscase_discount_rate_id_23ea326b ON public.projects_businesscase USING btree (discount_rate_id);


CREATE INDEX projects_businesscase_project_id_b5a95541 ON public.projects_businesscase USING btree (project_id);


CREATE INDEX projects_caseline_case_id_c13aa134 ON public.projects_caseline USING btree (case_id);


CREATE INDEX projects_caseline_party_id_f2995d0b ON public.projects_caseline USING btree (party_id);


CREATE INDEX projects_caseline_receiver_id_3e76bed9 ON public.projects_caseline USING btree (receiver_id);


CREATE INDEX projects_caseparty_case_id_e24649d1 ON public.projects_caseparty USING btree (case_id);


CREATE INDEX projects_caseparty_organisation_id_ea2d06e8 ON public.projects_caseparty USING btree (organisation_id);


CREATE INDEX projects_connection_other_id_9cc92677 ON public.projects_connection USING btree (other_id);


CREATE INDEX projects_connection_project_id_d4d4cd5a ON public.projects_connection USING btree (project_id);


CREATE INDEX projects_indicator_project_id_580a29d4 ON public.projects_indicator USING btree (project_id);


CREATE INDEX projects_indicatorvalue_indicator_id_4e104bbe ON public.projects_indicatorvalue USING btree (indicator_id);


CREATE INDEX projects_leadership_organisation_id_6574ef05 ON public.projects_leadership USING btree (organisation_id);


CREATE INDEX projects_leadership_person_id_490cf1cd ON public.projects_leadership USING btree (person_id);


CREATE INDEX projects_leadership_project_id_fddb1712 ON public.projects_leadership USING btree (project_id);


CREATE INDEX projects_participation_organisation_id_4a633d90 ON public.projects_participation USING btree (organisation_id);


CREATE INDEX projects_participation_project_id_6cd5bdb9 ON public.projects_participation USING btree (project_id);


CREATE INDEX projects_phase_ballot_id_287b8c17 ON public.projects_phase USING btree (ballot_id);


CREATE INDEX projects_phase_decision_id_57b862eb ON public.projects_phase USING btree (decision_id);


CREATE INDEX projects_phase_earlier_ballots_ballot_id_1d80b78a ON public.projects_phase_earlier_ballots USING btree (ballot_id);


CREATE INDEX projects_phase_earlier_ballots_phase_id_f167fb19 ON public.projects_phase_earlier_ballots USING btree (phase_id);


CREATE INDEX projects_phase_project_id_7c8a4399 ON public.projects_phase USING btree (project_id);


CREATE INDEX projects_progressreport_person_id_0d0f76d3 ON public.projects_progressreport USING btree (person_id);


CREATE INDEX projects_progressreport_project_id_f30dd4fc ON public.projects_progressreport USING btree (project_id);


CREATE INDEX projects_project_course_changes_coursechange_id_368519c0 ON public.projects_project_course_changes USING btree (coursechange_id);


CREATE INDEX projects_project_course_changes_project_id_1123a5ab ON public.projects_project_course_changes USING btree (project_id);


CREATE INDEX projects_project_theme_id_8442c910 ON public.projects_project USING btree (theme_id);


CREATE INDEX projects_projectdocument_project_id_41155174 ON public.projects_projectdocument USING btree (project_id);


CREATE INDEX projects_projectlink_project_id_929ddb4c ON public.projects_projectlink USING btree (project_id);


CREATE INDEX projects_projectnote_person_id_3075c9f8 ON public.projects_projectnote USING btree (person_id);


CREATE INDEX projects_projectnote_project_id_cd2837aa ON public.projects_projectnote USING btree (project_id);


CREATE INDEX projects_risk_project_id_5eed7eba ON public.projects_risk USING btree (project_id);


CREATE INDEX projects_stake_organisation_id_5c3beab0 ON public.projects_stake USING btree (organisation_id);


CREATE INDEX projects_stake_stuurgroep_id_252051e8 ON public.projects_stake USING btree (stuurgroep_id);


CREATE INDEX projects_stuurgroepmember_person_id_b0104c0f ON public.projects_stuurgroepmember USING btree (person_id);


CREATE INDEX projects_stuurgroepmember_stake_id_de5b89c4 ON public.projects_stuurgroepmember USING btree (stake_id);


CREATE INDEX projects_stuurgroepmember_stuurgroep_id_5c948d30 ON public.projects_stuurgroepmember USING btree (stuurgroep_id);


CREATE INDEX report_search ON public.projects_progressreport USING gin (public.plain_text((COALESCE(reached, ''::text) || COALESCE((COALESCE(' '::text, ''::text) || COALESCE(others_should_know, ''::text)), ''::text))) public.gin_trgm_ops);


CREATE UNIQUE INDEX seat_invitation_asked_once ON public.programme_seatinvitation USING btree (raad_id, organisation_id) WHERE ((status)::text = 'asked'::text);


CREATE INDEX sentmail_newest ON public.demo_sentmail USING btree (at DESC, id DESC);


CREATE INDEX sentmail_to ON public.demo_sentmail USING btree (address, at DESC);


CREATE UNIQUE INDEX series_once_per_duty ON public.events_meetingseries USING btree (framework_id, duty) WHERE (NOT ((duty)::text = 'steering'::text));


CREATE UNIQUE INDEX signing_request_open_once ON public.partners_signingrequest USING btree (mandate_id) WHERE ((status)::text = 'asked'::text);


CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);


CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);


CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);


CREATE UNIQUE INDEX stake_once ON public.projects_stake USING btree (stuurgroep_id, organisation_id) WHERE (until_on IS NULL);


CREATE UNIQUE INDEX standing_guest_once ON public.events_standingguest USING btree (series_id, person_id) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX stuurgroep_member_once ON public.projects_stuurgroepmember USING btree (stuurgroep_id, person_id) WHERE (until_on IS NULL);


CREATE UNIQUE INDEX stuurgroep_one_chair ON public.projects_stuurgroepmember USING btree (stuurgroep_id) WHERE (is_chair AND (until_on IS NULL));


CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


CREATE INDEX web_cache_expires ON public.web_cache USING btree (expires);


CREATE INDEX web_tick_name_d5213b88_like ON public.web_tick USING btree (name varchar_pattern_ops);


CREATE UNIQUE INDEX wooitem_once ON public.documents_wooitem USING btree (request_id, subject_type, subject_id) WHERE (taken_off_at IS NULL);


CREATE TRIGGER audit_entry_rows_stay BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.audit_entry ENABLE ALWAYS TRIGGER audit_entry_rows_stay;


CREATE TRIGGER audit_entry_table_stays BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.audit_entry ENABLE ALWAYS TRIGGER audit_entry_table_stays;


CREATE TRIGGER audit_seal_rows_stay BEFORE DELETE OR UPDATE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.audit_seal ENABLE ALWAYS TRIGGER audit_seal_rows_stay;


CREATE TRIGGER audit_seal_table_stays BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.audit_seal ENABLE ALWAYS TRIGGER audit_seal_table_stays;


CREATE TRIGGER clause_of_draft BEFORE INSERT OR DELETE OR UPDATE ON public.partners_clause FOR EACH ROW EXECUTE FUNCTION public.clause_of_draft();

ALTER TABLE public.partners_clause ENABLE ALWAYS TRIGGER clause_of_draft;


CREATE TRIGGER documents_document_rows_stay BEFORE DELETE OR UPDATE ON public.documents_document FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.documents_document ENABLE ALWAYS TRIGGER documents_document_rows_stay;


CREATE TRIGGER documents_document_table_stays BEFORE TRUNCATE ON public.documents_document FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.documents_document ENABLE ALWAYS TRIGGER documents_document_table_stays;


CREATE TRIGGER documents_openness_rows_stay BEFORE DELETE OR UPDATE ON public.documents_openness FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.documents_openness ENABLE ALWAYS TRIGGER documents_openness_rows_stay;


CREATE TRIGGER documents_openness_table_stays BEFORE TRUNCATE ON public.documents_openness FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.documents_openness ENABLE ALWAYS TRIGGER documents_openness_table_stays;


CREATE TRIGGER documents_yearexport_rows_stay BEFORE DELETE OR UPDATE ON public.documents_yearexport FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.documents_yearexport ENABLE ALWAYS TRIGGER documents_yearexport_rows_stay;


CREATE TRIGGER documents_yearexport_table_stays BEFORE TRUNCATE ON public.documents_yearexport FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.documents_yearexport ENABLE ALWAYS TRIGGER documents_yearexport_table_stays;


CREATE TRIGGER documents_yeartransfer_rows_stay BEFORE DELETE OR UPDATE ON public.documents_yeartransfer FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.documents_yeartransfer ENABLE ALWAYS TRIGGER documents_yeartransfer_rows_stay;


CREATE TRIGGER documents_yeartransfer_table_stays BEFORE TRUNCATE ON public.documents_yeartransfer FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.documents_yeartransfer ENABLE ALWAYS TRIGGER documents_yeartransfer_table_stays;


CREATE TRIGGER events_minutes_guard BEFORE INSERT OR DELETE OR UPDATE ON public.events_minutes FOR EACH ROW EXECUTE FUNCTION public.guard_minutes();

ALTER TABLE public.events_minutes ENABLE ALWAYS TRIGGER events_minutes_guard;


CREATE TRIGGER events_minutes_table_stays BEFORE TRUNCATE ON public.events_minutes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.events_minutes ENABLE ALWAYS TRIGGER events_minutes_table_stays;


CREATE TRIGGER framework_text_stays BEFORE DELETE OR UPDATE ON public.partners_framework FOR EACH ROW EXECUTE FUNCTION public.framework_text_stays();

ALTER TABLE public.partners_framework ENABLE ALWAYS TRIGGER framework_text_stays;


CREATE TRIGGER funding_carryover_guard BEFORE INSERT OR DELETE OR UPDATE ON public.funding_carryover FOR EACH ROW EXECUTE FUNCTION public.guard_carry_over();

ALTER TABLE public.funding_carryover ENABLE ALWAYS TRIGGER funding_carryover_guard;


CREATE TRIGGER funding_carryover_table_stays BEFORE TRUNCATE ON public.funding_carryover FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_carryover ENABLE ALWAYS TRIGGER funding_carryover_table_stays;


CREATE CONSTRAINT TRIGGER funding_delivery_adds_up AFTER INSERT ON public.funding_delivery DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_ledger_of_part();

ALTER TABLE public.funding_delivery ENABLE ALWAYS TRIGGER funding_delivery_adds_up;


CREATE TRIGGER funding_delivery_guard BEFORE INSERT OR DELETE OR UPDATE ON public.funding_delivery FOR EACH ROW EXECUTE FUNCTION public.guard_delivery();

ALTER TABLE public.funding_delivery ENABLE ALWAYS TRIGGER funding_delivery_guard;


CREATE TRIGGER funding_delivery_table_stays BEFORE TRUNCATE ON public.funding_delivery FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_delivery ENABLE ALWAYS TRIGGER funding_delivery_table_stays;


CREATE TRIGGER funding_fundingplan_guard BEFORE DELETE OR UPDATE ON public.funding_fundingplan FOR EACH ROW EXECUTE FUNCTION public.guard_funding_plan();

ALTER TABLE public.funding_fundingplan ENABLE ALWAYS TRIGGER funding_fundingplan_guard;


CREATE TRIGGER funding_fundingterms_guard BEFORE INSERT ON public.funding_fundingterms FOR EACH ROW EXECUTE FUNCTION public.guard_funding_terms();

ALTER TABLE public.funding_fundingterms ENABLE ALWAYS TRIGGER funding_fundingterms_guard;


CREATE TRIGGER funding_fundingterms_rows_stay BEFORE DELETE OR UPDATE ON public.funding_fundingterms FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_fundingterms ENABLE ALWAYS TRIGGER funding_fundingterms_rows_stay;


CREATE TRIGGER funding_fundingterms_table_stays BEFORE TRUNCATE ON public.funding_fundingterms FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_fundingterms ENABLE ALWAYS TRIGGER funding_fundingterms_table_stays;


CREATE CONSTRAINT TRIGGER funding_instalment_adds_up AFTER INSERT ON public.funding_instalment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_ledger_of_instalment();

ALTER TABLE public.funding_instalment ENABLE ALWAYS TRIGGER funding_instalment_adds_up;


CREATE TRIGGER funding_instalment_rows_stay BEFORE DELETE OR UPDATE ON public.funding_instalment FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_instalment ENABLE ALWAYS TRIGGER funding_instalment_rows_stay;


CREATE TRIGGER funding_instalment_table_stays BEFORE TRUNCATE ON public.funding_instalment FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_instalment ENABLE ALWAYS TRIGGER funding_instalment_table_stays;


CREATE CONSTRAINT TRIGGER funding_pledge_adds_up AFTER INSERT ON public.funding_pledge DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_ledger_of_pledge();

ALTER TABLE public.funding_pledge ENABLE ALWAYS TRIGGER funding_pledge_adds_up;


CREATE TRIGGER funding_pledge_guard BEFORE INSERT OR DELETE OR UPDATE ON public.funding_pledge FOR EACH ROW EXECUTE FUNCTION public.guard_pledge();

ALTER TABLE public.funding_pledge ENABLE ALWAYS TRIGGER funding_pledge_guard;


CREATE CONSTRAINT TRIGGER funding_schedule_adds_up AFTER INSERT ON public.funding_schedule DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_ledger_of_part();

ALTER TABLE public.funding_schedule ENABLE ALWAYS TRIGGER funding_schedule_adds_up;


CREATE TRIGGER funding_schedule_guard BEFORE INSERT ON public.funding_schedule FOR EACH ROW EXECUTE FUNCTION public.guard_schedule();

ALTER TABLE public.funding_schedule ENABLE ALWAYS TRIGGER funding_schedule_guard;


CREATE TRIGGER funding_schedule_rows_stay BEFORE DELETE OR UPDATE ON public.funding_schedule FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_schedule ENABLE ALWAYS TRIGGER funding_schedule_rows_stay;


CREATE TRIGGER funding_schedule_table_stays BEFORE TRUNCATE ON public.funding_schedule FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_schedule ENABLE ALWAYS TRIGGER funding_schedule_table_stays;


CREATE TRIGGER funding_stepinanswer_guard BEFORE INSERT ON public.funding_stepinanswer FOR EACH ROW EXECUTE FUNCTION public.guard_stepin_answer();

ALTER TABLE public.funding_stepinanswer ENABLE ALWAYS TRIGGER funding_stepinanswer_guard;


CREATE TRIGGER funding_stepinanswer_rows_stay BEFORE DELETE OR UPDATE ON public.funding_stepinanswer FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_stepinanswer ENABLE ALWAYS TRIGGER funding_stepinanswer_rows_stay;


CREATE TRIGGER funding_stepinanswer_table_stays BEFORE TRUNCATE ON public.funding_stepinanswer FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_stepinanswer ENABLE ALWAYS TRIGGER funding_stepinanswer_table_stays;


CREATE TRIGGER funding_stepinoffer_rows_stay BEFORE DELETE OR UPDATE ON public.funding_stepinoffer FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_stepinoffer ENABLE ALWAYS TRIGGER funding_stepinoffer_rows_stay;


CREATE CONSTRAINT TRIGGER funding_stepinoffer_shares AFTER INSERT ON public.funding_stepinoffer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_stepin_shares();

ALTER TABLE public.funding_stepinoffer ENABLE ALWAYS TRIGGER funding_stepinoffer_shares;


CREATE TRIGGER funding_stepinoffer_table_stays BEFORE TRUNCATE ON public.funding_stepinoffer FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_stepinoffer ENABLE ALWAYS TRIGGER funding_stepinoffer_table_stays;


CREATE TRIGGER funding_stepinround_guard BEFORE INSERT OR DELETE OR UPDATE ON public.funding_stepinround FOR EACH ROW EXECUTE FUNCTION public.guard_stepin_round();

ALTER TABLE public.funding_stepinround ENABLE ALWAYS TRIGGER funding_stepinround_guard;


CREATE CONSTRAINT TRIGGER funding_stepinround_shares AFTER INSERT ON public.funding_stepinround DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_stepin_shares();

ALTER TABLE public.funding_stepinround ENABLE ALWAYS TRIGGER funding_stepinround_shares;


CREATE TRIGGER funding_stepinround_table_stays BEFORE TRUNCATE ON public.funding_stepinround FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.funding_stepinround ENABLE ALWAYS TRIGGER funding_stepinround_table_stays;


CREATE TRIGGER measure_of_draft BEFORE INSERT OR DELETE OR UPDATE ON public.partners_clausemeasure FOR EACH ROW EXECUTE FUNCTION public.clause_of_draft();

ALTER TABLE public.partners_clausemeasure ENABLE ALWAYS TRIGGER measure_of_draft;


CREATE TRIGGER partners_contactnote_note_stays BEFORE DELETE OR UPDATE ON public.partners_contactnote FOR EACH ROW EXECUTE FUNCTION public.note_stays();

ALTER TABLE public.partners_contactnote ENABLE ALWAYS TRIGGER partners_contactnote_note_stays;


CREATE TRIGGER partners_contactnote_table_stays BEFORE TRUNCATE ON public.partners_contactnote FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_contactnote ENABLE ALWAYS TRIGGER partners_contactnote_table_stays;


CREATE TRIGGER partners_golive_rows_stay BEFORE DELETE OR UPDATE ON public.partners_golive FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_golive ENABLE ALWAYS TRIGGER partners_golive_rows_stay;


CREATE TRIGGER partners_golive_table_stays BEFORE TRUNCATE ON public.partners_golive FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_golive ENABLE ALWAYS TRIGGER partners_golive_table_stays;


CREATE TRIGGER partners_involvement_rows_stay BEFORE DELETE OR UPDATE ON public.partners_involvement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_involvement ENABLE ALWAYS TRIGGER partners_involvement_rows_stay;


CREATE TRIGGER partners_involvement_table_stays BEFORE TRUNCATE ON public.partners_involvement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_involvement ENABLE ALWAYS TRIGGER partners_involvement_table_stays;


CREATE TRIGGER partners_partnership_guard AFTER DELETE OR UPDATE ON public.partners_partnership FOR EACH ROW EXECUTE FUNCTION public.guard_partnership();


CREATE TRIGGER partners_review_rows_stay BEFORE DELETE OR UPDATE ON public.partners_review FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_review ENABLE ALWAYS TRIGGER partners_review_rows_stay;


CREATE TRIGGER partners_review_table_stays BEFORE TRUNCATE ON public.partners_review FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_review ENABLE ALWAYS TRIGGER partners_review_table_stays;


CREATE TRIGGER partners_signature_rows_stay BEFORE DELETE OR UPDATE ON public.partners_signature FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_signature ENABLE ALWAYS TRIGGER partners_signature_rows_stay;


CREATE TRIGGER partners_signature_table_stays BEFORE TRUNCATE ON public.partners_signature FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_signature ENABLE ALWAYS TRIGGER partners_signature_table_stays;


CREATE TRIGGER partners_signaturewithdrawal_rows_stay BEFORE DELETE OR UPDATE ON public.partners_signaturewithdrawal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_signaturewithdrawal ENABLE ALWAYS TRIGGER partners_signaturewithdrawal_rows_stay;


CREATE TRIGGER partners_signaturewithdrawal_table_stays BEFORE TRUNCATE ON public.partners_signaturewithdrawal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.partners_signaturewithdrawal ENABLE ALWAYS TRIGGER partners_signaturewithdrawal_table_stays;


CREATE TRIGGER programme_account_block_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_accountblock FOR EACH ROW EXECUTE FUNCTION public.guard_account_block();

ALTER TABLE public.programme_accountblock ENABLE ALWAYS TRIGGER programme_account_block_guard;


CREATE TRIGGER programme_account_block_table_stays BEFORE TRUNCATE ON public.programme_accountblock FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_accountblock ENABLE ALWAYS TRIGGER programme_account_block_table_stays;


CREATE TRIGGER programme_account_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_annualaccount FOR EACH ROW EXECUTE FUNCTION public.guard_account();

ALTER TABLE public.programme_annualaccount ENABLE ALWAYS TRIGGER programme_account_guard;


CREATE TRIGGER programme_account_table_stays BEFORE TRUNCATE ON public.programme_annualaccount FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_annualaccount ENABLE ALWAYS TRIGGER programme_account_table_stays;


CREATE TRIGGER programme_ballot_electorate AFTER UPDATE ON public.programme_ballot FOR EACH ROW EXECUTE FUNCTION public.guard_electorate();


CREATE TRIGGER programme_ballot_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_ballot FOR EACH ROW EXECUTE FUNCTION public.guard_ballot();


CREATE TRIGGER programme_ballot_outcome AFTER UPDATE ON public.programme_ballot FOR EACH ROW EXECUTE FUNCTION public.guard_outcome();


CREATE TRIGGER programme_ballot_ready AFTER UPDATE ON public.programme_ballot FOR EACH ROW EXECUTE FUNCTION public.guard_ready();


CREATE TRIGGER programme_ballotinterest_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_ballotinterest FOR EACH ROW EXECUTE FUNCTION public.guard_interest();


CREATE TRIGGER programme_ballotoption_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_ballotoption FOR EACH ROW EXECUTE FUNCTION public.guard_option();


CREATE TRIGGER programme_budget_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_budgetline FOR EACH ROW EXECUTE FUNCTION public.guard_programme_contents();


CREATE TRIGGER programme_comment_guard BEFORE INSERT ON public.programme_passagecomment FOR EACH ROW EXECUTE FUNCTION public.guard_comment();


CREATE TRIGGER programme_commitment_rows_stay BEFORE DELETE OR UPDATE ON public.programme_commitment FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_commitment ENABLE ALWAYS TRIGGER programme_commitment_rows_stay;


CREATE TRIGGER programme_commitment_table_stays BEFORE TRUNCATE ON public.programme_commitment FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_commitment ENABLE ALWAYS TRIGGER programme_commitment_table_stays;


CREATE TRIGGER programme_commitmentdraft_rows_stay BEFORE DELETE OR UPDATE ON public.programme_commitmentdraft FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_commitmentdraft ENABLE ALWAYS TRIGGER programme_commitmentdraft_rows_stay;


CREATE TRIGGER programme_commitmentdraft_table_stays BEFORE TRUNCATE ON public.programme_commitmentdraft FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_commitmentdraft ENABLE ALWAYS TRIGGER programme_commitmentdraft_table_stays;


CREATE TRIGGER programme_coursechange_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_coursechange FOR EACH ROW EXECUTE FUNCTION public.guard_course_change();


CREATE TRIGGER programme_crucialcall_guard BEFORE INSERT ON public.programme_crucialcall FOR EACH ROW EXECUTE FUNCTION public.guard_crucial_call();

ALTER TABLE public.programme_crucialcall ENABLE ALWAYS TRIGGER programme_crucialcall_guard;


CREATE TRIGGER programme_crucialcall_rows_stay BEFORE DELETE OR UPDATE ON public.programme_crucialcall FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_crucialcall ENABLE ALWAYS TRIGGER programme_crucialcall_rows_stay;


CREATE TRIGGER programme_crucialcall_table_stays BEFORE TRUNCATE ON public.programme_crucialcall FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_crucialcall ENABLE ALWAYS TRIGGER programme_crucialcall_table_stays;


CREATE TRIGGER programme_decision_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_decision FOR EACH ROW EXECUTE FUNCTION public.guard_decision();


CREATE TRIGGER programme_decisionstep_rows_stay BEFORE DELETE OR UPDATE ON public.programme_decisionstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_decisionstep ENABLE ALWAYS TRIGGER programme_decisionstep_rows_stay;


CREATE TRIGGER programme_decisionstep_table_stays BEFORE TRUNCATE ON public.programme_decisionstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_decisionstep ENABLE ALWAYS TRIGGER programme_decisionstep_table_stays;


CREATE TRIGGER programme_dispute_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_dispute FOR EACH ROW EXECUTE FUNCTION public.guard_dispute();

ALTER TABLE public.programme_dispute ENABLE ALWAYS TRIGGER programme_dispute_guard;


CREATE TRIGGER programme_entitlement_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_entitlement FOR EACH ROW EXECUTE FUNCTION public.guard_entitlement();


CREATE TRIGGER programme_explorationnote_guard BEFORE INSERT ON public.programme_explorationnote FOR EACH ROW EXECUTE FUNCTION public.guard_explorationnote();

ALTER TABLE public.programme_explorationnote ENABLE ALWAYS TRIGGER programme_explorationnote_guard;


CREATE TRIGGER programme_explorationnote_rows_stay BEFORE DELETE OR UPDATE ON public.programme_explorationnote FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_explorationnote ENABLE ALWAYS TRIGGER programme_explorationnote_rows_stay;


CREATE TRIGGER programme_explorationnote_table_stays BEFORE TRUNCATE ON public.programme_explorationnote FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_explorationnote ENABLE ALWAYS TRIGGER programme_explorationnote_table_stays;


CREATE TRIGGER programme_facilitator_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_facilitator FOR EACH ROW EXECUTE FUNCTION public.guard_facilitator();


CREATE TRIGGER programme_handover_guard BEFORE DELETE OR UPDATE ON public.programme_handover FOR EACH ROW EXECUTE FUNCTION public.guard_hand_over();

ALTER TABLE public.programme_handover ENABLE ALWAYS TRIGGER programme_handover_guard;


CREATE TRIGGER programme_innovationtheme_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_innovationtheme FOR EACH ROW EXECUTE FUNCTION public.guard_innovationtheme();


CREATE TRIGGER programme_innovationtheme_worked_out BEFORE UPDATE ON public.programme_innovationtheme FOR EACH ROW EXECUTE FUNCTION public.guard_working_out();

ALTER TABLE public.programme_innovationtheme ENABLE ALWAYS TRIGGER programme_innovationtheme_worked_out;


CREATE TRIGGER programme_interestquestion_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_interestquestion FOR EACH ROW EXECUTE FUNCTION public.guard_interest_question();

ALTER TABLE public.programme_interestquestion ENABLE ALWAYS TRIGGER programme_interestquestion_guard;


CREATE TRIGGER programme_interestquestion_table_stays BEFORE TRUNCATE ON public.programme_interestquestion FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_interestquestion ENABLE ALWAYS TRIGGER programme_interestquestion_table_stays;


CREATE TRIGGER programme_packversion_rows_stay BEFORE DELETE OR UPDATE ON public.programme_packversion FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_packversion ENABLE ALWAYS TRIGGER programme_packversion_rows_stay;


CREATE TRIGGER programme_packversion_table_stays BEFORE TRUNCATE ON public.programme_packversion FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_packversion ENABLE ALWAYS TRIGGER programme_packversion_table_stays;


CREATE TRIGGER programme_passagecomment_rows_stay BEFORE DELETE OR UPDATE ON public.programme_passagecomment FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_passagecomment ENABLE ALWAYS TRIGGER programme_passagecomment_rows_stay;


CREATE TRIGGER programme_passagecomment_table_stays BEFORE TRUNCATE ON public.programme_passagecomment FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_passagecomment ENABLE ALWAYS TRIGGER programme_passagecomment_table_stays;


CREATE TRIGGER programme_prepared_guard BEFORE INSERT ON public.programme_commitmentdraft FOR EACH ROW EXECUTE FUNCTION public.guard_prepared();


CREATE TRIGGER programme_programmaraad_guard AFTER INSERT OR DELETE OR UPDATE ON public.programme_programmaraad FOR EACH ROW EXECUTE FUNCTION public.guard_raad();


CREATE TRIGGER programme_programme_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_programme FOR EACH ROW EXECUTE FUNCTION public.guard_programme();


CREATE TRIGGER programme_programmesubmission_rows_stay BEFORE DELETE OR UPDATE ON public.programme_programmesubmission FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_programmesubmission ENABLE ALWAYS TRIGGER programme_programmesubmission_rows_stay;


CREATE TRIGGER programme_programmesubmission_table_stays BEFORE TRUNCATE ON public.programme_programmesubmission FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_programmesubmission ENABLE ALWAYS TRIGGER programme_programmesubmission_table_stays;


CREATE TRIGGER programme_programmeversion_rows_stay BEFORE DELETE OR UPDATE ON public.programme_programmeversion FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_programmeversion ENABLE ALWAYS TRIGGER programme_programmeversion_rows_stay;


CREATE TRIGGER programme_programmeversion_table_stays BEFORE TRUNCATE ON public.programme_programmeversion FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_programmeversion ENABLE ALWAYS TRIGGER programme_programmeversion_table_stays;


CREATE TRIGGER programme_raadresponse_rows_stay BEFORE DELETE OR UPDATE ON public.programme_raadresponse FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_raadresponse ENABLE ALWAYS TRIGGER programme_raadresponse_rows_stay;


CREATE TRIGGER programme_raadresponse_table_stays BEFORE TRUNCATE ON public.programme_raadresponse FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_raadresponse ENABLE ALWAYS TRIGGER programme_raadresponse_table_stays;


CREATE TRIGGER programme_recusal_guard BEFORE INSERT ON public.programme_recusal FOR EACH ROW EXECUTE FUNCTION public.guard_recusal();

ALTER TABLE public.programme_recusal ENABLE ALWAYS TRIGGER programme_recusal_guard;


CREATE TRIGGER programme_recusal_rows_stay BEFORE DELETE OR UPDATE ON public.programme_recusal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_recusal ENABLE ALWAYS TRIGGER programme_recusal_rows_stay;


CREATE TRIGGER programme_recusal_table_stays BEFORE TRUNCATE ON public.programme_recusal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_recusal ENABLE ALWAYS TRIGGER programme_recusal_table_stays;


CREATE TRIGGER programme_seat_guard AFTER INSERT OR DELETE OR UPDATE ON public.programme_seat FOR EACH ROW EXECUTE FUNCTION public.guard_seat();


CREATE TRIGGER programme_seatinvitation_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_seatinvitation FOR EACH ROW EXECUTE FUNCTION public.guard_seat_invitation();


CREATE TRIGGER programme_submission_guard BEFORE INSERT ON public.programme_programmesubmission FOR EACH ROW EXECUTE FUNCTION public.guard_submission();


CREATE TRIGGER programme_theme_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_programmetheme FOR EACH ROW EXECUTE FUNCTION public.guard_programme_contents();


CREATE TRIGGER programme_themecall_guard BEFORE INSERT OR DELETE OR UPDATE ON public.programme_themecall FOR EACH ROW EXECUTE FUNCTION public.guard_themecall();


CREATE TRIGGER programme_version_guard BEFORE INSERT ON public.programme_programmeversion FOR EACH ROW EXECUTE FUNCTION public.guard_version();


CREATE TRIGGER programme_vote_entered BEFORE INSERT ON public.programme_vote FOR EACH ROW EXECUTE FUNCTION public.guard_vote_entered();

ALTER TABLE public.programme_vote ENABLE ALWAYS TRIGGER programme_vote_entered;


CREATE TRIGGER programme_vote_guard BEFORE INSERT ON public.programme_vote FOR EACH ROW EXECUTE FUNCTION public.guard_vote();

ALTER TABLE public.programme_vote ENABLE ALWAYS TRIGGER programme_vote_guard;


CREATE TRIGGER programme_vote_rows_stay BEFORE DELETE OR UPDATE ON public.programme_vote FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_vote ENABLE ALWAYS TRIGGER programme_vote_rows_stay;


CREATE TRIGGER programme_vote_table_stays BEFORE TRUNCATE ON public.programme_vote FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.programme_vote ENABLE ALWAYS TRIGGER programme_vote_table_stays;


CREATE TRIGGER projects_businesscase_guard BEFORE INSERT OR DELETE OR UPDATE ON public.projects_businesscase FOR EACH ROW EXECUTE FUNCTION public.guard_business_case();

ALTER TABLE public.projects_businesscase ENABLE ALWAYS TRIGGER projects_businesscase_guard;


CREATE TRIGGER projects_businesscase_table_stays BEFORE TRUNCATE ON public.projects_businesscase FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_businesscase ENABLE ALWAYS TRIGGER projects_businesscase_table_stays;


CREATE TRIGGER projects_caseline_guard BEFORE INSERT OR DELETE OR UPDATE ON public.projects_caseline FOR EACH ROW EXECUTE FUNCTION public.guard_case_part();

ALTER TABLE public.projects_caseline ENABLE ALWAYS TRIGGER projects_caseline_guard;


CREATE TRIGGER projects_caseline_parties BEFORE INSERT OR UPDATE ON public.projects_caseline FOR EACH ROW EXECUTE FUNCTION public.guard_case_line_parties();

ALTER TABLE public.projects_caseline ENABLE ALWAYS TRIGGER projects_caseline_parties;


CREATE TRIGGER projects_caseline_table_stays BEFORE TRUNCATE ON public.projects_caseline FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_caseline ENABLE ALWAYS TRIGGER projects_caseline_table_stays;


CREATE TRIGGER projects_caseparty_guard BEFORE INSERT OR DELETE OR UPDATE ON public.projects_caseparty FOR EACH ROW EXECUTE FUNCTION public.guard_case_part();

ALTER TABLE public.projects_caseparty ENABLE ALWAYS TRIGGER projects_caseparty_guard;


CREATE TRIGGER projects_caseparty_table_stays BEFORE TRUNCATE ON public.projects_caseparty FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_caseparty ENABLE ALWAYS TRIGGER projects_caseparty_table_stays;


CREATE TRIGGER projects_connection_guard BEFORE DELETE OR UPDATE ON public.projects_connection FOR EACH ROW EXECUTE FUNCTION public.guard_until_its_end('until_on', 'ended_at');

ALTER TABLE public.projects_connection ENABLE ALWAYS TRIGGER projects_connection_guard;


CREATE TRIGGER projects_connection_table_stays BEFORE TRUNCATE ON public.projects_connection FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_connection ENABLE ALWAYS TRIGGER projects_connection_table_stays;


CREATE TRIGGER projects_discountrate_rows_stay BEFORE DELETE OR UPDATE ON public.projects_discountrate FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_discountrate ENABLE ALWAYS TRIGGER projects_discountrate_rows_stay;


CREATE TRIGGER projects_discountrate_table_stays BEFORE TRUNCATE ON public.projects_discountrate FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_discountrate ENABLE ALWAYS TRIGGER projects_discountrate_table_stays;


CREATE TRIGGER projects_indicator_guard BEFORE DELETE OR UPDATE ON public.projects_indicator FOR EACH ROW EXECUTE FUNCTION public.guard_until_its_end('dropped_at', 'dropped_because');

ALTER TABLE public.projects_indicator ENABLE ALWAYS TRIGGER projects_indicator_guard;


CREATE TRIGGER projects_indicator_table_stays BEFORE TRUNCATE ON public.projects_indicator FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_indicator ENABLE ALWAYS TRIGGER projects_indicator_table_stays;


CREATE TRIGGER projects_indicatorvalue_rows_stay BEFORE DELETE OR UPDATE ON public.projects_indicatorvalue FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_indicatorvalue ENABLE ALWAYS TRIGGER projects_indicatorvalue_rows_stay;


CREATE TRIGGER projects_indicatorvalue_table_stays BEFORE TRUNCATE ON public.projects_indicatorvalue FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_indicatorvalue ENABLE ALWAYS TRIGGER projects_indicatorvalue_table_stays;


CREATE TRIGGER projects_leadership_guard BEFORE DELETE OR UPDATE ON public.projects_leadership FOR EACH ROW EXECUTE FUNCTION public.guard_dated_in_project();

ALTER TABLE public.projects_leadership ENABLE ALWAYS TRIGGER projects_leadership_guard;


CREATE TRIGGER projects_leadership_table_stays BEFORE TRUNCATE ON public.projects_leadership FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_leadership ENABLE ALWAYS TRIGGER projects_leadership_table_stays;


CREATE TRIGGER projects_participation_guard BEFORE DELETE OR UPDATE ON public.projects_participation FOR EACH ROW EXECUTE FUNCTION public.guard_dated_in_project();

ALTER TABLE public.projects_participation ENABLE ALWAYS TRIGGER projects_participation_guard;


CREATE TRIGGER projects_participation_table_stays BEFORE TRUNCATE ON public.projects_participation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_participation ENABLE ALWAYS TRIGGER projects_participation_table_stays;


CREATE TRIGGER projects_phase_guard BEFORE INSERT OR DELETE OR UPDATE ON public.projects_phase FOR EACH ROW EXECUTE FUNCTION public.guard_phase();

ALTER TABLE public.projects_phase ENABLE ALWAYS TRIGGER projects_phase_guard;


CREATE TRIGGER projects_phase_money BEFORE INSERT OR UPDATE ON public.projects_phase FOR EACH ROW EXECUTE FUNCTION public.guard_phase_money();

ALTER TABLE public.projects_phase ENABLE ALWAYS TRIGGER projects_phase_money;


CREATE TRIGGER projects_progressreport_rows_stay BEFORE DELETE OR UPDATE ON public.projects_progressreport FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_progressreport ENABLE ALWAYS TRIGGER projects_progressreport_rows_stay;


CREATE TRIGGER projects_progressreport_table_stays BEFORE TRUNCATE ON public.projects_progressreport FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_progressreport ENABLE ALWAYS TRIGGER projects_progressreport_table_stays;


CREATE TRIGGER projects_project_guard BEFORE INSERT OR DELETE OR UPDATE ON public.projects_project FOR EACH ROW EXECUTE FUNCTION public.guard_project();

ALTER TABLE public.projects_project ENABLE ALWAYS TRIGGER projects_project_guard;


CREATE TRIGGER projects_projectnote_rows_stay BEFORE DELETE OR UPDATE ON public.projects_projectnote FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_projectnote ENABLE ALWAYS TRIGGER projects_projectnote_rows_stay;


CREATE TRIGGER projects_projectnote_table_stays BEFORE TRUNCATE ON public.projects_projectnote FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_projectnote ENABLE ALWAYS TRIGGER projects_projectnote_table_stays;


CREATE TRIGGER projects_risk_guard BEFORE DELETE OR UPDATE ON public.projects_risk FOR EACH ROW EXECUTE FUNCTION public.guard_until_its_end('closed_on', 'closed_because', 'closed_at');

ALTER TABLE public.projects_risk ENABLE ALWAYS TRIGGER projects_risk_guard;


CREATE TRIGGER projects_risk_table_stays BEFORE TRUNCATE ON public.projects_risk FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_risk ENABLE ALWAYS TRIGGER projects_risk_table_stays;


CREATE TRIGGER projects_stake_guard BEFORE DELETE OR UPDATE ON public.projects_stake FOR EACH ROW EXECUTE FUNCTION public.guard_dated_in_project();

ALTER TABLE public.projects_stake ENABLE ALWAYS TRIGGER projects_stake_guard;


CREATE TRIGGER projects_stake_table_stays BEFORE TRUNCATE ON public.projects_stake FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_stake ENABLE ALWAYS TRIGGER projects_stake_table_stays;


CREATE TRIGGER projects_stuurgroep_guard BEFORE DELETE OR UPDATE ON public.projects_stuurgroep FOR EACH ROW EXECUTE FUNCTION public.guard_stuurgroep();

ALTER TABLE public.projects_stuurgroep ENABLE ALWAYS TRIGGER projects_stuurgroep_guard;


CREATE TRIGGER projects_stuurgroepmember_guard BEFORE DELETE OR UPDATE ON public.projects_stuurgroepmember FOR EACH ROW EXECUTE FUNCTION public.guard_dated_in_project();

ALTER TABLE public.projects_stuurgroepmember ENABLE ALWAYS TRIGGER projects_stuurgroepmember_guard;


CREATE TRIGGER projects_stuurgroepmember_stake BEFORE INSERT ON public.projects_stuurgroepmember FOR EACH ROW EXECUTE FUNCTION public.guard_stuurgroep_member();

ALTER TABLE public.projects_stuurgroepmember ENABLE ALWAYS TRIGGER projects_stuurgroepmember_stake;


CREATE TRIGGER projects_stuurgroepmember_table_stays BEFORE TRUNCATE ON public.projects_stuurgroepmember FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.projects_stuurgroepmember ENABLE ALWAYS TRIGGER projects_stuurgroepmember_table_stays;


CREATE TRIGGER signature_of_open_framework BEFORE INSERT ON public.partners_signature FOR EACH ROW EXECUTE FUNCTION public.signature_of_open_framework();

ALTER TABLE public.partners_signature ENABLE ALWAYS TRIGGER signature_of_open_framework;


CREATE TRIGGER struck_ambassadorship_stays BEFORE DELETE OR UPDATE ON public.partners_ambassadorship FOR EACH ROW EXECUTE FUNCTION public.struck_fact_stays();

ALTER TABLE public.partners_ambassadorship ENABLE ALWAYS TRIGGER struck_ambassadorship_stays;


CREATE TRIGGER struck_mandate_stays BEFORE DELETE OR UPDATE ON public.partners_mandate FOR EACH ROW EXECUTE FUNCTION public.struck_fact_stays();

ALTER TABLE public.partners_mandate ENABLE ALWAYS TRIGGER struck_mandate_stays;


CREATE TRIGGER struck_partnership_stays BEFORE DELETE OR UPDATE ON public.partners_partnership FOR EACH ROW EXECUTE FUNCTION public.struck_fact_stays();

ALTER TABLE public.partners_partnership ENABLE ALWAYS TRIGGER struck_partnership_stays;


CREATE TRIGGER struck_term_stays BEFORE DELETE OR UPDATE ON public.partners_kernteammember FOR EACH ROW EXECUTE FUNCTION public.struck_fact_stays();

ALTER TABLE public.partners_kernteammember ENABLE ALWAYS TRIGGER struck_term_stays;


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_partners_person_id FOREIGN KEY (user_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_actor_id_57c4b003_fk_partners_person_id FOREIGN KEY (actor_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_partners_person_id FOREIGN KEY (user_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.documents_document
    ADD CONSTRAINT documents_document_uploaded_by_id_cc1ba81a_fk_partners_ FOREIGN KEY (uploaded_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.documents_openness
    ADD CONSTRAINT documents_openness_judged_by_id_7da02c79_fk_partners_person_id FOREIGN KEY (judged_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.documents_openness
    ADD CONSTRAINT documents_openness_redacted_id_e5caefec_fk_documents FOREIGN KEY (redacted_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.documents_wooitem
    ADD CONSTRAINT documents_wooitem_request_id_6d63539a_fk_documents FOREIGN KEY (request_id) REFERENCES public.documents_woorequest(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.documents_yearexport
    ADD CONSTRAINT documents_yearexport_exported_by_id_98494011_fk_partners_ FOREIGN KEY (exported_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.documents_yeartransfer
    ADD CONSTRAINT documents_yeartransf_export_id_6dcbbe49_fk_documents FOREIGN KEY (export_id) REFERENCES public.documents_yearexport(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.documents_yeartransfer
    ADD CONSTRAINT documents_yeartransf_recorded_by_id_3a3588de_fk_partners_ FOREIGN KEY (recorded_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_actionitem
    ADD CONSTRAINT events_actionitem_item_id_246ea698_fk_events_agendaitem_id FOREIGN KEY (item_id) REFERENCES public.events_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_actionitem
    ADD CONSTRAINT events_actionitem_meeting_id_81bafa46_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_actionitem
    ADD CONSTRAINT events_actionitem_organisation_id_61ebfd72_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_actionitem
    ADD CONSTRAINT events_actionitem_owner_id_efd4a954_fk_partners_person_id FOREIGN KEY (owner_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_agendadocument
    ADD CONSTRAINT events_agendadocumen_document_id_48b3f7af_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_agendadocument
    ADD CONSTRAINT events_agendadocument_item_id_a9619930_fk_events_agendaitem_id FOREIGN KEY (item_id) REFERENCES public.events_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_agendaitem
    ADD CONSTRAINT events_agendaitem_meeting_id_6d492b97_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_agendaitem
    ADD CONSTRAINT events_agendaitem_minutes_of_id_26732434_fk_events_meeting_id FOREIGN KEY (minutes_of_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_agendaitem
    ADD CONSTRAINT events_agendaitem_moved_from_id_1da562cf_fk_events_meeting_id FOREIGN KEY (moved_from_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_agendaitem
    ADD CONSTRAINT events_agendaitem_series_id_b3f7912e_fk_events_meetingseries_id FOREIGN KEY (series_id) REFERENCES public.events_meetingseries(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_attendance
    ADD CONSTRAINT events_attendance_meeting_id_61037590_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_attendance
    ADD CONSTRAINT events_attendance_organisation_id_8e6d220a_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_calendarfeed
    ADD CONSTRAINT events_calendarfeed_person_id_953b7b10_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_circular
    ADD CONSTRAINT events_circular_meeting_id_3e2988b9_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_circularrecipient
    ADD CONSTRAINT events_circularrecip_circular_id_6670651c_fk_events_ci FOREIGN KEY (circular_id) REFERENCES public.events_circular(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_circularrecipient
    ADD CONSTRAINT events_circularrecip_organisation_id_5f624754_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_circularrecipient
    ADD CONSTRAINT events_circularrecip_person_id_80009629_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_datepoll
    ADD CONSTRAINT events_datepoll_meeting_id_de28e48f_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_formerterms
    ADD CONSTRAINT events_formerterms_series_id_cf4ae3ca_fk_events_me FOREIGN KEY (series_id) REFERENCES public.events_meetingseries(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_guestlink
    ADD CONSTRAINT events_guestlink_action_item_id_032ee954_fk_events_ac FOREIGN KEY (action_item_id) REFERENCES public.events_actionitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_guestlink
    ADD CONSTRAINT events_guestlink_invitee_id_e08d7e69_fk_events_invitee_id FOREIGN KEY (invitee_id) REFERENCES public.events_invitee(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_guestlink
    ADD CONSTRAINT events_guestlink_poll_invitee_id_d5fbde5b_fk_events_po FOREIGN KEY (poll_invitee_id) REFERENCES public.events_pollinvitee(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_invitee
    ADD CONSTRAINT events_invitee_meeting_id_2b88ec9a_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_invitee
    ADD CONSTRAINT events_invitee_organisation_id_2afc283a_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_invitee
    ADD CONSTRAINT events_invitee_person_id_4b0e5b72_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_meeting
    ADD CONSTRAINT events_meeting_series_id_fd9aebe0_fk_events_meetingseries_id FOREIGN KEY (series_id) REFERENCES public.events_meetingseries(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_meetingdate
    ADD CONSTRAINT events_meetingdate_meeting_id_ce9952ec_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_meetingdocument
    ADD CONSTRAINT events_meetingdocume_document_id_d8cc0a54_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_meetingdocument
    ADD CONSTRAINT events_meetingdocument_meeting_id_0fdfe810_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_meetingseries
    ADD CONSTRAINT events_meetingseries_framework_id_85c95fc2_fk_partners_ FOREIGN KEY (framework_id) REFERENCES public.partners_framework(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_minutes
    ADD CONSTRAINT events_minutes_approved_in_id_d9cbb615_fk_events_meeting_id FOREIGN KEY (approved_in_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_minutes
    ADD CONSTRAINT events_minutes_document_id_190ab0bc_fk_documents_document_id FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_minutes
    ADD CONSTRAINT events_minutes_meeting_id_49f4e71f_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_pollanswer
    ADD CONSTRAINT events_pollanswer_invitee_id_34dc370d_fk_events_pollinvitee_id FOREIGN KEY (invitee_id) REFERENCES public.events_pollinvitee(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_pollanswer
    ADD CONSTRAINT events_pollanswer_option_id_e0c202a3_fk_events_polloption_id FOREIGN KEY (option_id) REFERENCES public.events_polloption(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_pollinvitee
    ADD CONSTRAINT events_pollinvitee_organisation_id_bae65dd1_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_pollinvitee
    ADD CONSTRAINT events_pollinvitee_person_id_5a0e4836_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_pollinvitee
    ADD CONSTRAINT events_pollinvitee_poll_id_01ae3d13_fk_events_datepoll_id FOREIGN KEY (poll_id) REFERENCES public.events_datepoll(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_polloption
    ADD CONSTRAINT events_polloption_poll_id_dc0cb50c_fk_events_datepoll_id FOREIGN KEY (poll_id) REFERENCES public.events_datepoll(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_programmepart
    ADD CONSTRAINT events_programmepart_meeting_id_6c418bab_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_programmepart_organisations
    ADD CONSTRAINT events_programmepart_organisation_id_9c56ea18_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_programmepart_organisations
    ADD CONSTRAINT events_programmepart_programmepart_id_3e4a36fa_fk_events_pr FOREIGN KEY (programmepart_id) REFERENCES public.events_programmepart(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_reply
    ADD CONSTRAINT events_reply_invitee_id_6e305652_fk_events_invitee_id FOREIGN KEY (invitee_id) REFERENCES public.events_invitee(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_standingguest
    ADD CONSTRAINT events_standingguest_person_id_73138938_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.events_standingguest
    ADD CONSTRAINT events_standingguest_series_id_16ab9202_fk_events_me FOREIGN KEY (series_id) REFERENCES public.events_meetingseries(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_carryover
    ADD CONSTRAINT funding_carryover_person_id_6d3a2112_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_delivery
    ADD CONSTRAINT funding_delivery_person_id_c08a6368_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_delivery
    ADD CONSTRAINT funding_delivery_pledge_id_66ebbc83_fk_funding_pledge_id FOREIGN KEY (pledge_id) REFERENCES public.funding_pledge(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_fundingplan
    ADD CONSTRAINT funding_fundingplan_phase_id_58159c94_fk_projects_phase_id FOREIGN KEY (phase_id) REFERENCES public.projects_phase(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_fundingterms
    ADD CONSTRAINT funding_fundingterms_plan_id_886cc906_fk_funding_fundingplan_id FOREIGN KEY (plan_id) REFERENCES public.funding_fundingplan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_instalment
    ADD CONSTRAINT funding_instalment_schedule_id_56f49eca_fk_funding_schedule_id FOREIGN KEY (schedule_id) REFERENCES public.funding_schedule(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_course_change_id_54e44d40_fk_programme FOREIGN KEY (course_change_id) REFERENCES public.programme_coursechange(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_made_firm_by_id_4a11fcd3_fk_partners_person_id FOREIGN KEY (made_firm_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_offered_by_id_35dbc9ed_fk_partners_person_id FOREIGN KEY (offered_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_organisation_id_6c3738fd_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_paper_id_b0aa261c_fk_documents_document_id FOREIGN KEY (paper_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_plan_id_087b937d_fk_funding_fundingplan_id FOREIGN KEY (plan_id) REFERENCES public.funding_fundingplan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_pledge
    ADD CONSTRAINT funding_pledge_replaces_id_870da47a_fk_funding_pledge_id FOREIGN KEY (replaces_id) REFERENCES public.funding_pledge(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_schedule
    ADD CONSTRAINT funding_schedule_person_id_9bb6983c_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_schedule
    ADD CONSTRAINT funding_schedule_pledge_id_3974d374_fk_funding_pledge_id FOREIGN KEY (pledge_id) REFERENCES public.funding_pledge(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_stepinanswer
    ADD CONSTRAINT funding_stepinanswer_offer_id_73fa2149_fk_funding_s FOREIGN KEY (offer_id) REFERENCES public.funding_stepinoffer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_stepinanswer
    ADD CONSTRAINT funding_stepinanswer_person_id_f0efb7d6_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_stepinanswer
    ADD CONSTRAINT funding_stepinanswer_pledge_id_7cf16b2d_fk_funding_pledge_id FOREIGN KEY (pledge_id) REFERENCES public.funding_pledge(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_stepinoffer
    ADD CONSTRAINT funding_stepinoffer_organisation_id_410873e6_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_stepinoffer
    ADD CONSTRAINT funding_stepinoffer_round_id_fac83c57_fk_funding_stepinround_id FOREIGN KEY (round_id) REFERENCES public.funding_stepinround(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_stepinround
    ADD CONSTRAINT funding_stepinround_case_id_6151f2aa_fk_projects_ FOREIGN KEY (case_id) REFERENCES public.projects_businesscase(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_stepinround
    ADD CONSTRAINT funding_stepinround_person_id_c1c64270_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_stepinround
    ADD CONSTRAINT funding_stepinround_plan_id_d69956af_fk_funding_fundingplan_id FOREIGN KEY (plan_id) REFERENCES public.funding_fundingplan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.funding_stepinround
    ADD CONSTRAINT funding_stepinround_terms_id_c1063767_fk_funding_f FOREIGN KEY (terms_id) REFERENCES public.funding_fundingterms(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_partners_person_id FOREIGN KEY (user_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.outbox_letter
    ADD CONSTRAINT outbox_letter_attachment_id_e8146721_fk_documents_document_id FOREIGN KEY (attachment_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.outbox_letter
    ADD CONSTRAINT outbox_letter_merged_into_id_57bb5137_fk_outbox_letter_id FOREIGN KEY (merged_into_id) REFERENCES public.outbox_letter(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.outbox_letter
    ADD CONSTRAINT outbox_letter_person_id_5f0ae294_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_ambassadorship
    ADD CONSTRAINT partners_ambassadors_corrects_id_24a137da_fk_partners_ FOREIGN KEY (corrects_id) REFERENCES public.partners_ambassadorship(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_ambassadorship
    ADD CONSTRAINT partners_ambassadors_organisation_id_f3470d71_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_ambassadorship
    ADD CONSTRAINT partners_ambassadorship_theme_id_c349194b_fk_partners_theme_id FOREIGN KEY (theme_id) REFERENCES public.partners_theme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_apitoken
    ADD CONSTRAINT partners_apitoken_made_by_id_f55232ac_fk_partners_person_id FOREIGN KEY (made_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_apitoken
    ADD CONSTRAINT partners_apitoken_organisation_id_c6feaa0a_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_apitoken
    ADD CONSTRAINT partners_apitoken_revoked_by_id_aeb2b593_fk_partners_person_id FOREIGN KEY (revoked_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_clause
    ADD CONSTRAINT partners_clause_framework_id_a3787b57_fk_partners_framework_id FOREIGN KEY (framework_id) REFERENCES public.partners_framework(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_clausemeasure
    ADD CONSTRAINT partners_clausemeasure_clause_id_66328da9_fk_partners_clause_id FOREIGN KEY (clause_id) REFERENCES public.partners_clause(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_contactnote
    ADD CONSTRAINT partners_contactnote_author_id_10ad6776_fk_partners_person_id FOREIGN KEY (author_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_contactnote
    ADD CONSTRAINT partners_contactnote_corrects_id_583cca71_fk_partners_ FOREIGN KEY (corrects_id) REFERENCES public.partners_contactnote(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_contactnote
    ADD CONSTRAINT partners_contactnote_organisation_id_a0f425a1_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_framework
    ADD CONSTRAINT partners_framework_document_id_d99f6fb3_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_framework
    ADD CONSTRAINT partners_framework_host_id_4e4b83d3_fk_partners_organisation_id FOREIGN KEY (host_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_framework
    ADD CONSTRAINT partners_framework_predecessor_id_e8eee8ec_fk_partners_ FOREIGN KEY (predecessor_id) REFERENCES public.partners_framework(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_golive
    ADD CONSTRAINT partners_golive_set_by_id_9bc32ec1_fk_partners_person_id FOREIGN KEY (set_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_importrun
    ADD CONSTRAINT partners_importrun_confirmed_by_id_e19215b8_fk_partners_ FOREIGN KEY (confirmed_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_importrun
    ADD CONSTRAINT partners_importrun_started_by_id_b78219e9_fk_partners_person_id FOREIGN KEY (started_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_invitation
    ADD CONSTRAINT partners_invitation_invited_by_id_886fee7f_fk_partners_ FOREIGN KEY (invited_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_invitation
    ADD CONSTRAINT partners_invitation_person_id_4d1b0e85_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_involvement
    ADD CONSTRAINT partners_involvement_chosen_by_id_61b46441_fk_partners_ FOREIGN KEY (chosen_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_involvement
    ADD CONSTRAINT partners_involvement_organisation_id_28e5f4eb_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_kernteammember
    ADD CONSTRAINT partners_kernteammem_corrects_id_e56ccafb_fk_partners_ FOREIGN KEY (corrects_id) REFERENCES public.partners_kernteammember(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_kernteammember
    ADD CONSTRAINT partners_kernteammem_person_id_37d3603f_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT partners_mandate_corrects_id_9a8955bf_fk_partners_mandate_id FOREIGN KEY (corrects_id) REFERENCES public.partners_mandate(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT partners_mandate_organisation_id_31d805ef_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT partners_mandate_person_id_59ac17c2_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_partnership
    ADD CONSTRAINT partners_partnership_corrects_id_08b512cc_fk_partners_ FOREIGN KEY (corrects_id) REFERENCES public.partners_partnership(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_partnership
    ADD CONSTRAINT partners_partnership_organisation_id_ed742332_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_person_groups
    ADD CONSTRAINT partners_person_groups_group_id_4b50bb5c_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_person_groups
    ADD CONSTRAINT partners_person_groups_person_id_042270cf_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_person_user_permissions
    ADD CONSTRAINT partners_person_user_permission_id_0cdbc317_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_person_user_permissions
    ADD CONSTRAINT partners_person_user_person_id_e1641860_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_review
    ADD CONSTRAINT partners_review_organisation_id_2e67a384_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_review
    ADD CONSTRAINT partners_review_reviewed_by_id_95c19bb6_fk_partners_person_id FOREIGN KEY (reviewed_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signature
    ADD CONSTRAINT partners_signature_framework_id_a48cad73_fk_partners_ FOREIGN KEY (framework_id) REFERENCES public.partners_framework(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signature
    ADD CONSTRAINT partners_signature_organisation_id_3c84392d_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signature
    ADD CONSTRAINT partners_signature_person_id_69002271_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signature
    ADD CONSTRAINT partners_signature_receipt_id_6a9c1e7f_fk_documents_document_id FOREIGN KEY (receipt_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signature
    ADD CONSTRAINT partners_signature_registered_by_id_6da5d6b6_fk_partners_ FOREIGN KEY (registered_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signature
    ADD CONSTRAINT partners_signature_scan_id_bdf7c1f7_fk_documents_document_id FOREIGN KEY (scan_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signaturewithdrawal
    ADD CONSTRAINT partners_signaturewi_signature_id_1c263404_fk_partners_ FOREIGN KEY (signature_id) REFERENCES public.partners_signature(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signaturewithdrawal
    ADD CONSTRAINT partners_signaturewi_withdrawn_by_id_48d80bea_fk_partners_ FOREIGN KEY (withdrawn_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signingrequest
    ADD CONSTRAINT partners_signingrequ_asked_by_id_b713c1d9_fk_partners_ FOREIGN KEY (asked_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_signingrequest
    ADD CONSTRAINT partners_signingrequ_mandate_id_eea24b4a_fk_partners_ FOREIGN KEY (mandate_id) REFERENCES public.partners_mandate(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.partners_visit
    ADD CONSTRAINT partners_visit_person_id_3150393a_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_accountblock
    ADD CONSTRAINT programme_accountblo_account_id_f6ab8e0e_fk_programme FOREIGN KEY (account_id) REFERENCES public.programme_annualaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_agendaballot
    ADD CONSTRAINT programme_agendaball_ballot_id_10981526_fk_programme FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_agendaballot
    ADD CONSTRAINT programme_agendaballot_item_id_6f09a62c_fk_events_agendaitem_id FOREIGN KEY (item_id) REFERENCES public.events_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_ballot
    ADD CONSTRAINT programme_ballot_meeting_id_41db4395_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_ballot
    ADD CONSTRAINT programme_ballot_previous_id_f721146b_fk_programme_ballot_id FOREIGN KEY (previous_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_ballot
    ADD CONSTRAINT programme_ballot_raad_id_b0a77cac_fk_programme_programmaraad_id FOREIGN KEY (raad_id) REFERENCES public.programme_programmaraad(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_ballotinterest
    ADD CONSTRAINT programme_ballotinte_ballot_id_e7cebd8a_fk_programme FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_ballotinterest
    ADD CONSTRAINT programme_ballotinte_option_id_ac720088_fk_programme FOREIGN KEY (option_id) REFERENCES public.programme_ballotoption(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_ballotinterest
    ADD CONSTRAINT programme_ballotinte_organisation_id_4d15d622_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_ballotoption
    ADD CONSTRAINT programme_ballotopti_ballot_id_ddce63f4_fk_programme FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_ballotoption
    ADD CONSTRAINT programme_ballotopti_previous_id_26fd3860_fk_programme FOREIGN KEY (previous_id) REFERENCES public.programme_ballotoption(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_budgetline
    ADD CONSTRAINT programme_budgetline_programme_id_25e0fd35_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programme_programme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_commitment
    ADD CONSTRAINT programme_commitment_meeting_id_4fb204e9_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_commitment
    ADD CONSTRAINT programme_commitment_organisation_id_010b1b14_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_commitmentdraft
    ADD CONSTRAINT programme_commitment_organisation_id_c97c05a3_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_commitment
    ADD CONSTRAINT programme_commitment_person_id_0f1fad75_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_commitmentdraft
    ADD CONSTRAINT programme_commitment_person_id_1a939bfd_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_commitmentdraft
    ADD CONSTRAINT programme_commitment_programme_id_5152f9b9_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programme_programme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_commitment
    ADD CONSTRAINT programme_commitment_programme_id_d930f7c5_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programme_programme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_ballot_id_9518210b_fk_programme FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_decision_id_dd5a6918_fk_programme FOREIGN KEY (decision_id) REFERENCES public.programme_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_departure_id_37b2bf9e_fk_partners_ FOREIGN KEY (departure_id) REFERENCES public.partners_partnership(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_innovation_theme_id_27d4a75c_fk_programme FOREIGN KEY (innovation_theme_id) REFERENCES public.programme_innovationtheme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_judged_by_id_fc627650_fk_partners_ FOREIGN KEY (judged_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_organisation_id_5a63de47_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_programme_id_43f19363_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programme_programme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_proposed_by_id_d2f81c2a_fk_partners_ FOREIGN KEY (proposed_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_proposed_for_id_61aa4afc_fk_partners_ FOREIGN KEY (proposed_for_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechan_raad_id_9ec47dc0_fk_programme FOREIGN KEY (raad_id) REFERENCES public.programme_programmaraad(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_coursechange
    ADD CONSTRAINT programme_coursechange_theme_id_ab981eb2_fk_partners_theme_id FOREIGN KEY (theme_id) REFERENCES public.partners_theme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_crucialcall
    ADD CONSTRAINT programme_crucialcal_change_id_0d5f5b59_fk_programme FOREIGN KEY (change_id) REFERENCES public.programme_coursechange(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_crucialcall
    ADD CONSTRAINT programme_crucialcall_person_id_76e4eab2_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_crucialcall
    ADD CONSTRAINT programme_crucialcall_seat_id_3d568334_fk_programme_seat_id FOREIGN KEY (seat_id) REFERENCES public.programme_seat(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_decision
    ADD CONSTRAINT programme_decision_ballot_id_b0fd773a_fk_programme_ballot_id FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_decision
    ADD CONSTRAINT programme_decision_meeting_id_f423a62a_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_decision
    ADD CONSTRAINT programme_decision_owner_id_1b7ffc2f_fk_partners_person_id FOREIGN KEY (owner_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_decision
    ADD CONSTRAINT programme_decision_raad_id_c0b1d5e6_fk_programme FOREIGN KEY (raad_id) REFERENCES public.programme_programmaraad(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_decisionstep
    ADD CONSTRAINT programme_decisionst_decision_id_164a9a13_fk_programme FOREIGN KEY (decision_id) REFERENCES public.programme_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_decisionstep
    ADD CONSTRAINT programme_decisionstep_owner_id_78667b56_fk_partners_person_id FOREIGN KEY (owner_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_decisionstep
    ADD CONSTRAINT programme_decisionstep_person_id_6f8cc6d9_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_delegate
    ADD CONSTRAINT programme_delegate_person_id_5d0a065d_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_delegate
    ADD CONSTRAINT programme_delegate_seat_id_2c71e8f6_fk_programme_seat_id FOREIGN KEY (seat_id) REFERENCES public.programme_seat(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_dispute
    ADD CONSTRAINT programme_dispute_answered_by_id_12b4afb9_fk_partners_person_id FOREIGN KEY (answered_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_dispute
    ADD CONSTRAINT programme_dispute_correction_id_6083b58f_fk_programme_vote_id FOREIGN KEY (correction_id) REFERENCES public.programme_vote(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_dispute
    ADD CONSTRAINT programme_dispute_entitlement_id_2137c75a_fk_programme FOREIGN KEY (entitlement_id) REFERENCES public.programme_entitlement(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_dispute
    ADD CONSTRAINT programme_dispute_person_id_756e5aee_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_dispute
    ADD CONSTRAINT programme_dispute_vote_id_03e5e346_fk_programme_vote_id FOREIGN KEY (vote_id) REFERENCES public.programme_vote(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_entitlement
    ADD CONSTRAINT programme_entitlemen_organisation_id_89d4cf6a_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_entitlement
    ADD CONSTRAINT programme_entitlement_ballot_id_96058337_fk_programme_ballot_id FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_entitlement
    ADD CONSTRAINT programme_entitlement_seat_id_0fa10809_fk_programme_seat_id FOREIGN KEY (seat_id) REFERENCES public.programme_seat(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_explorationnote
    ADD CONSTRAINT programme_exploratio_corrects_id_fe712ff4_fk_programme FOREIGN KEY (corrects_id) REFERENCES public.programme_explorationnote(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_explorationnote
    ADD CONSTRAINT programme_exploratio_person_id_af2236a5_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_explorationnote
    ADD CONSTRAINT programme_exploratio_theme_id_bc501343_fk_programme FOREIGN KEY (theme_id) REFERENCES public.programme_innovationtheme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_facilitator
    ADD CONSTRAINT programme_facilitato_organisation_id_12f0d308_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_facilitator
    ADD CONSTRAINT programme_facilitato_theme_id_f34699b4_fk_programme FOREIGN KEY (theme_id) REFERENCES public.programme_innovationtheme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_facilitator
    ADD CONSTRAINT programme_facilitator_person_id_14f2b856_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_handover
    ADD CONSTRAINT programme_handover_entitlement_id_54c943f2_fk_programme FOREIGN KEY (entitlement_id) REFERENCES public.programme_entitlement(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_handover
    ADD CONSTRAINT programme_handover_from_person_id_73019587_fk_partners_ FOREIGN KEY (from_person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_handover
    ADD CONSTRAINT programme_handover_to_person_id_f82cf328_fk_partners_person_id FOREIGN KEY (to_person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_innovationtheme
    ADD CONSTRAINT programme_innovation_call_id_1c09f6b0_fk_programme FOREIGN KEY (call_id) REFERENCES public.programme_themecall(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_innovationtheme
    ADD CONSTRAINT programme_innovation_decision_id_715e6013_fk_programme FOREIGN KEY (decision_id) REFERENCES public.programme_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_innovationtheme
    ADD CONSTRAINT programme_innovation_option_id_f05a76a9_fk_programme FOREIGN KEY (option_id) REFERENCES public.programme_ballotoption(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_innovationtheme
    ADD CONSTRAINT programme_innovation_person_id_87d683c0_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_innovationtheme
    ADD CONSTRAINT programme_innovation_proposed_by_id_164a1470_fk_partners_ FOREIGN KEY (proposed_by_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_innovationtheme
    ADD CONSTRAINT programme_innovation_proposed_facilitator_2ad47043_fk_partners_ FOREIGN KEY (proposed_facilitator_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_innovationtheme
    ADD CONSTRAINT programme_innovation_theme_id_352484fe_fk_partners_ FOREIGN KEY (theme_id) REFERENCES public.partners_theme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_interestquestion
    ADD CONSTRAINT programme_interestqu_answered_by_id_2c372a40_fk_partners_ FOREIGN KEY (answered_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_interestquestion
    ADD CONSTRAINT programme_interestqu_ballot_id_be3c9424_fk_programme FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_interestquestion
    ADD CONSTRAINT programme_interestqu_organisation_id_061b68ad_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_interestquestion
    ADD CONSTRAINT programme_interestqu_person_id_0978f607_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_packversion
    ADD CONSTRAINT programme_packversio_document_id_3bcd7693_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_packversion
    ADD CONSTRAINT programme_packversion_meeting_id_87de0c42_fk_events_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.events_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_packversion
    ADD CONSTRAINT programme_packversion_sent_by_id_a0ad2480_fk_partners_person_id FOREIGN KEY (sent_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_passagecomment
    ADD CONSTRAINT programme_passagecom_about_id_1d887efa_fk_programme FOREIGN KEY (about_id) REFERENCES public.programme_passagecomment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_passagecomment
    ADD CONSTRAINT programme_passagecom_organisation_id_0fb7b1a9_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_passagecomment
    ADD CONSTRAINT programme_passagecom_person_id_5d40c47d_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_passagecomment
    ADD CONSTRAINT programme_passagecom_programme_id_8d3a257e_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programme_programme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_passagecomment
    ADD CONSTRAINT programme_passagecom_version_id_8a8fc569_fk_programme FOREIGN KEY (version_id) REFERENCES public.programme_programmeversion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programmaraad
    ADD CONSTRAINT programme_programmar_framework_id_71a4ed42_fk_partners_ FOREIGN KEY (framework_id) REFERENCES public.partners_framework(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programme
    ADD CONSTRAINT programme_programme_ballot_id_7851d8ee_fk_programme_ballot_id FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programme
    ADD CONSTRAINT programme_programme_decision_id_ad4fa5f2_fk_programme FOREIGN KEY (decision_id) REFERENCES public.programme_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programme
    ADD CONSTRAINT programme_programme_framework_id_22250e06_fk_partners_ FOREIGN KEY (framework_id) REFERENCES public.partners_framework(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programmesubmission
    ADD CONSTRAINT programme_programmes_person_id_2a8a40db_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programmesubmission
    ADD CONSTRAINT programme_programmes_programme_id_26197c62_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programme_programme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programmesubmission
    ADD CONSTRAINT programme_programmes_version_id_d0ba2017_fk_programme FOREIGN KEY (version_id) REFERENCES public.programme_programmeversion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programmetheme
    ADD CONSTRAINT programme_programmet_programme_id_540a6225_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programme_programme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programmetheme
    ADD CONSTRAINT programme_programmetheme_theme_id_eabaf207_fk_partners_theme_id FOREIGN KEY (theme_id) REFERENCES public.partners_theme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programmeversion
    ADD CONSTRAINT programme_programmev_person_id_a5e1c286_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_programmeversion
    ADD CONSTRAINT programme_programmev_programme_id_b3375cb3_fk_programme FOREIGN KEY (programme_id) REFERENCES public.programme_programme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_raadresponse
    ADD CONSTRAINT programme_raadrespon_organisation_id_9083b8fc_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_raadresponse
    ADD CONSTRAINT programme_raadrespon_raad_id_be366755_fk_programme FOREIGN KEY (raad_id) REFERENCES public.programme_programmaraad(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_raadresponse
    ADD CONSTRAINT programme_raadresponse_person_id_b124f632_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_recusal
    ADD CONSTRAINT programme_recusal_ballot_id_d118260e_fk_programme_ballot_id FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_recusal
    ADD CONSTRAINT programme_recusal_option_id_b76aeb65_fk_programme FOREIGN KEY (option_id) REFERENCES public.programme_ballotoption(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_recusal
    ADD CONSTRAINT programme_recusal_organisation_id_f1bac38d_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_recusal
    ADD CONSTRAINT programme_recusal_person_id_74440471_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_seat
    ADD CONSTRAINT programme_seat_organisation_id_54f3dccc_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_seat
    ADD CONSTRAINT programme_seat_raad_id_d283614c_fk_programme_programmaraad_id FOREIGN KEY (raad_id) REFERENCES public.programme_programmaraad(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_seatinvitation
    ADD CONSTRAINT programme_seatinvita_answered_by_id_a517807c_fk_partners_ FOREIGN KEY (answered_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_seatinvitation
    ADD CONSTRAINT programme_seatinvita_organisation_id_191e0a80_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_seatinvitation
    ADD CONSTRAINT programme_seatinvita_raad_id_cb729c37_fk_programme FOREIGN KEY (raad_id) REFERENCES public.programme_programmaraad(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_seatinvitation
    ADD CONSTRAINT programme_seatinvita_representative_id_0974afe3_fk_partners_ FOREIGN KEY (representative_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_seatinvitation
    ADD CONSTRAINT programme_seatinvita_substitute_id_18f161e2_fk_partners_ FOREIGN KEY (substitute_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_themecall
    ADD CONSTRAINT programme_themecall_ballot_id_3ba61b28_fk_programme_ballot_id FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_themecall
    ADD CONSTRAINT programme_themecall_framework_id_5ac3db60_fk_partners_ FOREIGN KEY (framework_id) REFERENCES public.partners_framework(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_vote
    ADD CONSTRAINT programme_vote_ballot_id_627e225e_fk_programme_ballot_id FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_vote
    ADD CONSTRAINT programme_vote_entered_by_id_05f2ebaa_fk_partners_person_id FOREIGN KEY (entered_by_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_vote
    ADD CONSTRAINT programme_vote_entitlement_id_fb18c66c_fk_programme FOREIGN KEY (entitlement_id) REFERENCES public.programme_entitlement(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.programme_vote
    ADD CONSTRAINT programme_vote_person_id_0c52e201_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_businesscase
    ADD CONSTRAINT projects_businesscas_copied_from_id_2005875d_fk_projects_ FOREIGN KEY (copied_from_id) REFERENCES public.projects_businesscase(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_businesscase
    ADD CONSTRAINT projects_businesscas_decision_id_f4e76535_fk_programme FOREIGN KEY (decision_id) REFERENCES public.programme_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_businesscase
    ADD CONSTRAINT projects_businesscas_discount_rate_id_23ea326b_fk_projects_ FOREIGN KEY (discount_rate_id) REFERENCES public.projects_discountrate(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_businesscase
    ADD CONSTRAINT projects_businesscas_project_id_b5a95541_fk_projects_ FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_businesscase
    ADD CONSTRAINT projects_businesscase_author_id_1277dc40_fk_partners_person_id FOREIGN KEY (author_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_caseline
    ADD CONSTRAINT projects_caseline_case_id_c13aa134_fk_projects_businesscase_id FOREIGN KEY (case_id) REFERENCES public.projects_businesscase(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_caseline
    ADD CONSTRAINT projects_caseline_party_id_f2995d0b_fk_projects_caseparty_id FOREIGN KEY (party_id) REFERENCES public.projects_caseparty(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_caseline
    ADD CONSTRAINT projects_caseline_receiver_id_3e76bed9_fk_projects_caseparty_id FOREIGN KEY (receiver_id) REFERENCES public.projects_caseparty(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_caseparty
    ADD CONSTRAINT projects_caseparty_case_id_e24649d1_fk_projects_businesscase_id FOREIGN KEY (case_id) REFERENCES public.projects_businesscase(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_caseparty
    ADD CONSTRAINT projects_caseparty_organisation_id_ea2d06e8_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_connection
    ADD CONSTRAINT projects_connection_other_id_9cc92677_fk_projects_project_id FOREIGN KEY (other_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_connection
    ADD CONSTRAINT projects_connection_project_id_d4d4cd5a_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_indicator
    ADD CONSTRAINT projects_indicator_project_id_580a29d4_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_indicatorvalue
    ADD CONSTRAINT projects_indicatorva_corrects_id_ba286c36_fk_projects_ FOREIGN KEY (corrects_id) REFERENCES public.projects_indicatorvalue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_indicatorvalue
    ADD CONSTRAINT projects_indicatorva_indicator_id_4e104bbe_fk_projects_ FOREIGN KEY (indicator_id) REFERENCES public.projects_indicator(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_leadership
    ADD CONSTRAINT projects_leadership_organisation_id_6574ef05_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_leadership
    ADD CONSTRAINT projects_leadership_person_id_490cf1cd_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_leadership
    ADD CONSTRAINT projects_leadership_project_id_fddb1712_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_participation
    ADD CONSTRAINT projects_participati_organisation_id_4a633d90_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_participation
    ADD CONSTRAINT projects_participati_project_id_6cd5bdb9_fk_projects_ FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_phase
    ADD CONSTRAINT projects_phase_ballot_id_287b8c17_fk_programme_ballot_id FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_phase
    ADD CONSTRAINT projects_phase_decision_id_57b862eb_fk_programme_decision_id FOREIGN KEY (decision_id) REFERENCES public.programme_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_phase_earlier_ballots
    ADD CONSTRAINT projects_phase_earli_ballot_id_1d80b78a_fk_programme FOREIGN KEY (ballot_id) REFERENCES public.programme_ballot(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_phase_earlier_ballots
    ADD CONSTRAINT projects_phase_earli_phase_id_f167fb19_fk_projects_ FOREIGN KEY (phase_id) REFERENCES public.projects_phase(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_phase
    ADD CONSTRAINT projects_phase_project_id_7c8a4399_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_pilot
    ADD CONSTRAINT projects_pilot_phase_id_d623f9c1_fk_projects_phase_id FOREIGN KEY (phase_id) REFERENCES public.projects_phase(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_progressreport
    ADD CONSTRAINT projects_progressrep_person_id_0d0f76d3_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_progressreport
    ADD CONSTRAINT projects_progressrep_project_id_f30dd4fc_fk_projects_ FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_project_course_changes
    ADD CONSTRAINT projects_project_cou_coursechange_id_368519c0_fk_programme FOREIGN KEY (coursechange_id) REFERENCES public.programme_coursechange(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_project_course_changes
    ADD CONSTRAINT projects_project_cou_project_id_1123a5ab_fk_projects_ FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_innovation_theme_id_bc15fed0_fk_programme FOREIGN KEY (innovation_theme_id) REFERENCES public.programme_innovationtheme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_theme_id_8442c910_fk_partners_theme_id FOREIGN KEY (theme_id) REFERENCES public.partners_theme(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_projectdocument
    ADD CONSTRAINT projects_projectdocu_document_id_0415b6d5_fk_documents FOREIGN KEY (document_id) REFERENCES public.documents_document(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_projectdocument
    ADD CONSTRAINT projects_projectdocu_project_id_41155174_fk_projects_ FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_projectlink
    ADD CONSTRAINT projects_projectlink_project_id_929ddb4c_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_projectnote
    ADD CONSTRAINT projects_projectnote_corrects_id_be8fe684_fk_projects_ FOREIGN KEY (corrects_id) REFERENCES public.projects_projectnote(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_projectnote
    ADD CONSTRAINT projects_projectnote_person_id_3075c9f8_fk_partners_person_id FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_projectnote
    ADD CONSTRAINT projects_projectnote_project_id_cd2837aa_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_prototype
    ADD CONSTRAINT projects_prototype_phase_id_95268759_fk_projects_phase_id FOREIGN KEY (phase_id) REFERENCES public.projects_phase(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_risk
    ADD CONSTRAINT projects_risk_project_id_5eed7eba_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_stake
    ADD CONSTRAINT projects_stake_organisation_id_5c3beab0_fk_partners_ FOREIGN KEY (organisation_id) REFERENCES public.partners_organisation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_stake
    ADD CONSTRAINT projects_stake_stuurgroep_id_252051e8_fk_projects_stuurgroep_id FOREIGN KEY (stuurgroep_id) REFERENCES public.projects_stuurgroep(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_stuurgroep
    ADD CONSTRAINT projects_stuurgroep_project_id_e8a3e483_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_stuurgroep
    ADD CONSTRAINT projects_stuurgroep_series_id_ac437163_fk_events_me FOREIGN KEY (series_id) REFERENCES public.events_meetingseries(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_stuurgroepmember
    ADD CONSTRAINT projects_stuurgroepm_person_id_b0104c0f_fk_partners_ FOREIGN KEY (person_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_stuurgroepmember
    ADD CONSTRAINT projects_stuurgroepm_stake_id_de5b89c4_fk_projects_ FOREIGN KEY (stake_id) REFERENCES public.projects_stake(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.projects_stuurgroepmember
    ADD CONSTRAINT projects_stuurgroepm_stuurgroep_id_5c948d30_fk_projects_ FOREIGN KEY (stuurgroep_id) REFERENCES public.projects_stuurgroep(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_partners_ FOREIGN KEY (user_id) REFERENCES public.partners_person(id) DEFERRABLE INITIALLY DEFERRED;
