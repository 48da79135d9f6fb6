"""The clock of the register: find what is due and act. Safe to come twice, late, or not at all."""

from datetime import datetime
from traceback import format_tb

import structlog
from celery import shared_task
from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from partners import actions
from partners.models import ImportRun
from partners.resources import read_partners
from schuldenlab.audit.origin import acting_from

log = structlog.get_logger()


@shared_task
def apply_retention() -> dict[str, int]:
    """Forget what has been kept long enough."""
    with acting_from("clock"):
        return actions.apply_retention(timezone.now())


@shared_task
def tell_seal() -> bool:
    """Mail the newest seal of the records to the kernteam, once a week."""
    with acting_from("clock"):
        return actions.tell_seal(at=timezone.now())


@shared_task
def work_on_imports() -> int:
    """Check and save the files that wait; one that another worker has is left to it."""
    due = ImportRun.objects.due().without_files().select_related("started_by", "confirmed_by")
    with acting_from("clock"):
        return sum(carry_out(run, timezone.now()) for run in due)


def go_on_with(run: ImportRun, at: datetime) -> None:
    """A short file at once, while its page waits; a long one by the worker."""
    if run.is_long:
        transaction.on_commit(work_on_imports.delay)
    else:
        carry_out(run, at)


def carry_out(run: ImportRun, at: datetime) -> bool:
    """The next step of an import, in the language of who brought it. Says whether it was taken."""
    before = run.status
    is_new = before == ImportRun.Status.UPLOADED
    step = actions.check_import if is_new else actions.save_import
    actor = run.started_by if is_new else run.confirmed_by
    with translation.override(actor.language if actor else settings.LANGUAGE_CODE):
        try:
            step(run, read=read_partners, actor=actor, at=at)
        except OperationalError as error:  # something is locked or away: the next round tries again
            log.warning("import_waits", run_id=run.pk, error=type(error).__name__)
        except Exception as error:  # noqa: BLE001 - one bad file never stops the others
            where = "".join(format_tb(error.__traceback__))
            facts = {"run_id": run.pk, "error": type(error).__name__, "where": where}
            log.error("import_failed", **facts)  # noqa: TRY400 - its words may hold addresses
            actions.fail_import(run, error=_sorry(error), actor=actor, at=at)
    return run.status != before


@shared_task
def expire_frameworks() -> int:
    """Let go of a framework whose last day has passed."""
    with acting_from("clock"):
        return actions.expire_frameworks(timezone.now())


def _sorry(error: Exception) -> str:
    if isinstance(error, IntegrityError):
        return _("Somebody changed the same partners at that moment. Choose the file again.")
    return _("Something went wrong on our side. Nothing was saved. Choose the file again.")
