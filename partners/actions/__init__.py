"""The writes that decide who belongs and who may speak for whom."""

from .access import (
    accept_invitation,
    end_visits,
    note_factor,
    resend_invitation,
    withdraw_invitations,
)
from .ambassadors import add_theme, become_ambassador, end_ambassadorship
from .archive import export_year, record_transfer
from .clauses import add_clause, edit_clause, load_clauses, remove_clause
from .corrections import (
    correct_ambassadorship,
    correct_kernteam_term,
    correct_mandate,
    correct_partnership,
    strike_fact,
)
from .frameworks import (
    adopt_framework,
    attach_document,
    bring_into_force,
    discard_framework,
    draft_successor,
    edit_framework,
    expire_framework,
    expire_frameworks,
    move_sign_by,
    open_for_signature,
)
from .imports import (
    begin_import,
    check_import,
    confirm_import,
    fail_import,
    import_partners,
    save_import,
    withdraw_import,
)
from .involvement import choose_involvement, repeat_involvement
from .leaving import close_account, reopen_account
from .mandates import ask_signing, confirm_signing, decline_signing, invite_colleague
from .openness import judge_openness
from .organisations import add_organisation, end_partnership, start_partnership
from .own_data import ask_address, change_address, correct_address, correct_person
from .people import (
    appoint_to_kernteam,
    choose_language,
    end_kernteam_term,
    end_mandate,
    give_mandate,
    invite_for_organisation,
    invite_person,
    invite_to_kernteam,
    register_people,
)
from .publicity import hide_from_public, hide_kompas, show_in_public, show_kompas
from .retention import anonymise_person, apply_retention
from .reviews import confirm_review, keep_organisation, request_reviews
from .seals import tell_seal
from .signatures import (
    forward_framework,
    register_signature,
    sign_framework,
    withdraw_signature,
)
from .tokens import make_token, note_use, revoke_token
from .upkeep import correct_note, dispute_record, set_go_live, write_note
from .woo import (
    answer_request,
    choose_records,
    export_dossier,
    postpone_request,
    receive_request,
    withdraw_request,
)
from .worklist import tell_worklist

__all__ = [
    "accept_invitation",
    "add_clause",
    "add_organisation",
    "add_theme",
    "adopt_framework",
    "anonymise_person",
    "answer_request",
    "apply_retention",
    "appoint_to_kernteam",
    "ask_address",
    "ask_signing",
    "attach_document",
    "become_ambassador",
    "begin_import",
    "bring_into_force",
    "change_address",
    "check_import",
    "choose_involvement",
    "choose_language",
    "choose_records",
    "close_account",
    "confirm_import",
    "confirm_review",
    "confirm_signing",
    "correct_address",
    "correct_ambassadorship",
    "correct_kernteam_term",
    "correct_mandate",
    "correct_note",
    "correct_partnership",
    "correct_person",
    "decline_signing",
    "discard_framework",
    "dispute_record",
    "draft_successor",
    "edit_clause",
    "edit_framework",
    "end_ambassadorship",
    "end_kernteam_term",
    "end_mandate",
    "end_partnership",
    "end_visits",
    "expire_framework",
    "expire_frameworks",
    "export_dossier",
    "export_year",
    "fail_import",
    "forward_framework",
    "give_mandate",
    "hide_from_public",
    "hide_kompas",
    "import_partners",
    "invite_colleague",
    "invite_for_organisation",
    "invite_person",
    "invite_to_kernteam",
    "judge_openness",
    "keep_organisation",
    "load_clauses",
    "make_token",
    "move_sign_by",
    "note_factor",
    "note_use",
    "open_for_signature",
    "postpone_request",
    "receive_request",
    "record_transfer",
    "register_people",
    "register_signature",
    "remove_clause",
    "reopen_account",
    "repeat_involvement",
    "request_reviews",
    "resend_invitation",
    "revoke_token",
    "save_import",
    "set_go_live",
    "show_in_public",
    "show_kompas",
    "sign_framework",
    "start_partnership",
    "strike_fact",
    "tell_seal",
    "tell_worklist",
    "withdraw_import",
    "withdraw_invitations",
    "withdraw_request",
    "withdraw_signature",
    "write_note",
]
