"""SQL that guards invitations to a seat, and seats that end with a reason."""

from ._struck import AFTER as STRUCK

INVITATION = """
CREATE FUNCTION guard_seat_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER programme_seatinvitation_guard BEFORE INSERT OR UPDATE OR DELETE
    ON programme_seatinvitation FOR EACH ROW EXECUTE FUNCTION guard_seat_invitation();
"""

# The guard of seats as `_struck` left it.
BEFORE = next(
    f"CREATE OR REPLACE FUNCTION {part}"
    for part in STRUCK.split("CREATE OR REPLACE FUNCTION ")
    if part.startswith("guard_seat()")
)
# A seat of an installed raad ends once, and says why in the same breath.
AFTER = BEFORE.replace(
    "to_jsonb(NEW) - 'until_on' <> to_jsonb(OLD) - 'until_on'",
    "to_jsonb(NEW) - ARRAY['until_on', 'end_reason']\n"
    "           <> to_jsonb(OLD) - ARRAY['until_on', 'end_reason']\n"
    "        OR (NEW.end_reason <> OLD.end_reason AND OLD.until_on IS NOT NULL)",
)
