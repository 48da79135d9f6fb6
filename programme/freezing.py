"""Rechecking the texts of programmes: every version and its hash, and what was adopted."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from programme import chain
from programme.actions.versions import draft_of
from programme.models import Programme, ProgrammeVersion


def adopted_version(programme: Programme) -> ProgrammeVersion | None:
    """The text that the programmaraad adopted; None before it did."""
    if programme.status not in {Programme.Status.ADOPTED, Programme.Status.CLOSED}:
        return None
    texts: list[ProgrammeVersion] = programme.submissions.texts()
    return texts[0] if texts else None


def faults_of(programme: Programme) -> Iterator[str]:
    """What is wrong with the texts of a programme, in sentences."""
    for version in programme.versions.order_by("number"):
        if chain.seal(version.facts) != version.sha256:
            yield _("Version %(number)s is not what was saved.") % {"number": version.number}
    frozen = adopted_version(programme)
    if frozen is None:
        return
    if frozen.draft != draft_of(programme):
        yield _("The programme is not the text that was adopted.")
    if programme.ballot is None or programme.ballot.text != frozen.wording:
        yield _("The text of the ballot is not the text that was adopted.")


def verify_programmes() -> dict[str, Any]:
    """All programmes checked again."""
    programmes = Programme.objects.select_related("ballot").order_by("pk")
    errors = [
        {"programme": each.pk, "title": each.title, "message": fault}
        for each in programmes
        for fault in faults_of(each)
    ]
    return {"ok": not errors, "programmes": len(programmes), "errors": errors}
