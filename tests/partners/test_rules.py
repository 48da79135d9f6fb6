"""Every permission of this app, asked for everybody: anywhere, and for each kind of record."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import rules
from rules.permissions import permissions

from partners import actions
from partners.models import Framework

if TYPE_CHECKING:
    from tests.cast import Cast

KERNTEAM = {"manager", "staff"}
BANK = {"director", "seat", "substitute"}
FUND = {"contact", "other_director"}
INSIDERS = KERNTEAM | BANK | FUND | {"seat_GD"}
SIGNERS = {"director", "other_director", "seat_GD"}
EVERYBODY = INSIDERS | {"anonymous", "outsider", "former"}

# permission: {record: who may}; "" asks without a record ("anywhere?")
TABLE: dict[str, dict[str, set[str]]] = {
    "partners.view_organisation": {
        "": INSIDERS,
        "a partner": INSIDERS,
        "no partner any more": KERNTEAM,
    },
    "partners.view_colleagues": {
        "": INSIDERS,
        "a partner": KERNTEAM | BANK,
        "no partner any more": KERNTEAM,
    },
    "partners.view_framework": {
        "": INSIDERS,
        "framework in force": INSIDERS,
        "draft framework": KERNTEAM,
    },
    "partners.view_person": {"": KERNTEAM, "a person": KERNTEAM},
    "partners.view_mandate": {"": KERNTEAM},
    "partners.view_partnership": {"": KERNTEAM},
    "partners.view_kernteammember": {"": INSIDERS, "a term": INSIDERS},
    "partners.view_theme": {"": INSIDERS, "a theme": INSIDERS},
    "partners.view_ambassadorship": {"": INSIDERS, "an ambassadorship of BN": INSIDERS},
    "partners.view_clause": {"": KERNTEAM},
    "partners.view_clausemeasure": {"": KERNTEAM},
    "partners.view_signature": {"": KERNTEAM},
    "partners.appoint_to_kernteam": {"": {"manager"}},
    "partners.end_kernteam_term": {"": {"manager"}, "a term": {"manager"}},
    "partners.add_theme": {"": KERNTEAM},
    "partners.become_ambassador": {"": INSIDERS, "a theme": INSIDERS},
    "partners.end_ambassadorship": {"": INSIDERS, "an ambassadorship of BN": KERNTEAM | BANK},
    "partners.register_signature": {
        "": KERNTEAM,
        "framework in force": KERNTEAM,
        "draft framework": KERNTEAM,
    },
    **{
        f"partners.{verb}": {
            "": KERNTEAM,
            "framework in force": KERNTEAM,
            "draft framework": KERNTEAM,
        }
        for verb in (
            *("draft_framework", "edit_framework", "open_for_signature", "bring_into_force"),
            *("view_renewal", "view_worklist"),
        )
    },
    "partners.sign_framework": {"": SIGNERS, "framework in force": SIGNERS},
    "partners.forward_framework": {
        "": BANK | FUND | {"seat_GD"},
        "framework in force": BANK | FUND | {"seat_GD"},
    },
    "partners.view_receipt": {"": INSIDERS, "a signature of BN": KERNTEAM | BANK},
    "partners.withdraw_signature": {"": {"manager"}, "a signature of BN": {"manager"}},
    "partners.keep_organisation": {
        "": INSIDERS,
        "a partner": KERNTEAM | BANK,
        "no partner any more": KERNTEAM,
    },
    "partners.invite_colleague": {"": INSIDERS - KERNTEAM, "a partner": BANK},
    "partners.choose_involvement": {"": INSIDERS - KERNTEAM, "a partner": BANK},
    "partners.confirm_review": {"": INSIDERS - KERNTEAM, "a partner": BANK},
    "partners.end_mandate": {
        "": INSIDERS,
        "a mandate of a contact": KERNTEAM | BANK,
        "a mandate of a director": KERNTEAM | {"director"},
    },
    "partners.ask_signing": {"": INSIDERS - KERNTEAM, "a mandate of a contact": BANK},
    "partners.answer_signing": {"": KERNTEAM, "a request to sign": KERNTEAM},
    "partners.view_signingrequest": {"": KERNTEAM, "a request to sign": KERNTEAM},
    "partners.view_involvement": {"": INSIDERS, "an involvement": INSIDERS},
    **{
        f"partners.view_{model}": {"": KERNTEAM}
        for model in ("review", "signaturewithdrawal", "contactnote", "importrun", "golive")
    },
    "partners.view_invitation": {"": KERNTEAM, "a person": KERNTEAM},
    "documents.view_document": {"": KERNTEAM},
    **{
        f"documents.{verb}": {"": KERNTEAM}
        for verb in (
            *("judge_openness", "answer_woo", "export_year", "view_openness", "view_woorequest"),
            *("view_yearexport", "view_yeartransfer"),
        )
    },
    "documents.record_transfer": {"": {"manager"}},
    "partners.anonymise_person": {
        "": KERNTEAM,
        "a person": KERNTEAM,
        "somebody of the kernteam": {"manager"},
    },
    "documents": {"": KERNTEAM},
    **{
        f"partners.{verb}": {"": KERNTEAM, "a partner": KERNTEAM, "no partner any more": KERNTEAM}
        for verb in (
            *("start_partnership", "end_partnership", "correct_partnership", "correct_mandate"),
            *("correct_ambassadorship", "record_on_behalf", "view_history", "take_over"),
            *("write_note", "correct_note"),
        )
    },
    "partners.set_go_live": {"": {"manager"}},
    "partners.correct_kernteam_term": {"": {"manager"}, "a term": {"manager"}},
    "partners.dispute_record": {
        "": INSIDERS - KERNTEAM,
        "a partner": BANK,
        "no partner any more": set(),
    },
    "partners.correct_address": {
        "": KERNTEAM,
        "a person": KERNTEAM,
        "somebody of the kernteam": {"manager"},
    },
    "partners.close_account": {
        "": KERNTEAM,
        "a person": KERNTEAM,
        "somebody of the kernteam": {"manager"},
    },
    "partners.reopen_account": {"": KERNTEAM, "a person": KERNTEAM},
    "partners.show_in_public": {
        "": KERNTEAM,
        "a partner": KERNTEAM,
        "framework in force": KERNTEAM,
    },
    "partners.import_partners": {"": KERNTEAM},
    "partners.keep_tokens": {
        "": INSIDERS,
        "a partner": KERNTEAM | BANK,
        "no partner any more": KERNTEAM,
    },
    "partners.make_token": {
        "": INSIDERS - KERNTEAM,
        "a partner": BANK,
        "no partner any more": set(),
    },
    "partners.make_lab_token": {"": KERNTEAM},
    "partners.revoke_token": {
        "": INSIDERS,
        "a token of BN": KERNTEAM | BANK,
        "a token of the lab": KERNTEAM,
    },
    "partners.view_apitoken": {"": KERNTEAM},
    "partners.invite_person": {"": KERNTEAM},
    "partners": {"": KERNTEAM},
    "audit.view_entry": {"": KERNTEAM},
    "audit": {"": KERNTEAM},
    "outbox.view_letter": {"": KERNTEAM},
    "outbox.retry_letter": {"": KERNTEAM},
    "outbox": {"": KERNTEAM},
}


def _record(cast: Cast, name: str) -> Any:
    draft = Framework(
        title="Concept",
        starts_on=cast.framework.starts_on,
        ends_on=cast.framework.ends_on,
        host=cast["GD"],
    )
    if name == "draft framework":
        draft.save()
    if name in {"a theme", "an ambassadorship of BN"}:
        theme = actions.add_theme(name="Wonen", actor=None, at=cast.at)
        ambassadorship = actions.become_ambassador(
            cast["BN"], theme=theme, from_on=cast.at.date(), actor=None, at=cast.at
        )
        return theme if name == "a theme" else ambassadorship
    if name == "a signature of BN":
        paper = {"signatory": "D", "function": "F", "signed_on": cast.at.date()}
        return actions.register_signature(
            cast.framework, organisation=cast["BN"], **paper, actor=None, at=cast.at
        )
    if name.startswith("a token"):
        whose = cast["BN"] if name.endswith("BN") else None
        facts = {"purpose": "P", "expires_on": cast.at.date() + timedelta(days=9)}
        return actions.make_token(whose, **facts, actor=None, at=cast.at)[0]
    if name == "a request to sign":
        return actions.ask_signing(cast.substitute.mandates.get(), actor=None, at=cast.at)
    return {
        "": None,
        "a mandate of a contact": cast.substitute.mandates.get(),
        "a mandate of a director": cast.director.mandates.get(),
        "an involvement": cast["BN"].involvements.get(),
        "a term": cast.staff.kernteam_terms.get(),
        "a partner": cast["BN"],
        "no partner any more": cast["WK"],
        "framework in force": cast.framework,
        "draft framework": draft,
        "a person": cast.director,
        "somebody of the kernteam": cast.staff,
    }[name]


@pytest.mark.parametrize(
    ("permission", "record"),
    [(permission, record) for permission, records in TABLE.items() for record in records],
)
def test_who_may(cast: Cast, permission: str, record: str) -> None:
    noun = _record(cast, record)
    allowed = {who for who in EVERYBODY if rules.has_perm(permission, getattr(cast, who), noun)}
    assert allowed == TABLE[permission][record]


def test_every_permission_has_a_table() -> None:
    apps = {"partners", "audit", "outbox", "documents"}
    ours = {name for name in permissions if name.split(".")[0] in apps}
    assert ours == set(TABLE)


def test_a_closed_account_may_nothing(cast: Cast) -> None:
    cast.manager.is_active = False
    assert not any(rules.has_perm(permission, cast.manager) for permission in TABLE)


def test_nobody_without_a_moment(cast: Cast) -> None:
    cast.manager.moment = None
    with pytest.raises(RuntimeError, match="without a moment"):
        rules.has_perm("partners.import_partners", cast.manager)
