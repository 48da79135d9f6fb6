"""What operators give on the command line, and what they read there."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from partners.actions.imports.sheets import ImportReport, Sheet, Unreadable

from .files import read_partners
from .rows import parse_date


def read_file(path: str) -> Sheet:
    """The rows of a file. `Unreadable` names the file, and the line where reading stopped."""
    try:
        return read_partners(Path(path).read_bytes())
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}", line=None) from error
    except Unreadable as error:
        raise Unreadable(f"{path}: {error}", line=None) from error


def read_day(name: str, options: Mapping[str, Any]) -> date | None:
    """A date from an option; None when it was not given."""
    if not options[name]:
        return None
    try:
        return parse_date(options[name])
    except ValueError as error:
        option = "--" + name.replace("_", "-")
        raise Unreadable(f"{option} {options[name]}: {error}", line=None) from error


def as_text(report: ImportReport) -> str:
    """The report as a page of text: the outcome first, then line by line."""
    counts = _(
        "Organisations: %(created)s new, %(updated)s changed, %(unchanged)s unchanged. "
        "People invited: %(people_created)s."
    )
    head = _("Saved.") if report.saved else _("Nothing was saved.")
    lines = [f"{head} {counts % report.as_dict()}"]
    for problem in report.errors:
        where = _("Line %(line)s, %(column)s “%(value)s”:") % problem.__dict__
        lines.append(f"{where} {problem.message}")
    lines += [_("Line %(line)s: %(message)s") % notice.__dict__ for notice in report.notices]
    return "\n".join(lines)
