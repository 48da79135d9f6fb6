"""SQL that guards who sits in a programmaraad: the raad, its seats, and the partnerships below."""

RAAD = """
CREATE FUNCTION most_seats(which bigint, first date, last date) RETURNS int LANGUAGE sql STABLE AS $$
    -- The most seats that can vote on one day from `first` until `last` (null: for ever). Their
    -- number only rises on the first day of a seat.
    SELECT coalesce(max(seats), 0)::int FROM (
        SELECT count(*) AS seats
          FROM (SELECT first AS day UNION
                SELECT from_on FROM programme_seat
                 WHERE raad_id = which AND from_on > first AND (last IS NULL OR from_on <= last)) d
          JOIN programme_seat s ON s.raad_id = which AND s.from_on <= d.day
           AND (s.until_on IS NULL OR s.until_on >= d.day)
          JOIN partners_partnership p ON p.organisation_id = s.organisation_id
           AND p.joined_on <= s.from_on AND (p.left_on IS NULL OR p.left_on > d.day)
         GROUP BY d.day) counted
$$;

CREATE FUNCTION refuse_invalid_raad(which bigint, day date) RETURNS void LANGUAGE plpgsql AS $$
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
                WHERE p.organisation_id = s.organisation_id AND p.joined_on <= day
                  AND (p.left_on IS NULL OR p.left_on > day)))
    THEN
        RAISE EXCEPTION 'programmaraad %: a seat is held by an organisation that is no partner',
            which USING ERRCODE = 'check_violation';
    END IF;
END $$;

CREATE FUNCTION guard_raad() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER programme_programmaraad_guard AFTER INSERT OR UPDATE OR DELETE
    ON programme_programmaraad FOR EACH ROW EXECUTE FUNCTION guard_raad();
"""

SEAT = """
CREATE FUNCTION guard_seat() RETURNS trigger LANGUAGE plpgsql AS $$
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
         WHERE p.organisation_id = NEW.organisation_id AND p.joined_on <= NEW.from_on
           AND (p.left_on IS NULL OR p.left_on > NEW.from_on))
    THEN
        RAISE EXCEPTION 'seat of organisation %: no partner', NEW.organisation_id
            USING ERRCODE = 'check_violation';
    END IF;
    IF was <> 'composing' AND (
        to_jsonb(NEW) - 'until_on' <> to_jsonb(OLD) - 'until_on'
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
CREATE TRIGGER programme_seat_guard AFTER INSERT OR UPDATE OR DELETE ON programme_seat
    FOR EACH ROW EXECUTE FUNCTION guard_seat();
"""

# A seat and its vote hang on the partnership, so the past of a partnership does not change either.
PARTNERSHIP = """
CREATE FUNCTION guard_partnership() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER partners_partnership_guard AFTER UPDATE OR DELETE ON partners_partnership
    FOR EACH ROW EXECUTE FUNCTION guard_partnership();
"""
