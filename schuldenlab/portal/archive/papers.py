"""What is on paper of a year as a whole: decisions, the adopted programme, the framework."""

from collections.abc import Iterator
from datetime import datetime

from partners.models import Framework
from partners.pdf import framework_pdf
from programme.freezing import adopted_version
from programme.models import Decision, Programme
from programme.pdf.decisions import year_pdf
from programme.pdf.programmes import programme_pdf


def papers_of(year: int, framework: Framework | None, at: datetime) -> Iterator[tuple[str, bytes]]:
    """Name and PDF of each, as far as it is there."""
    decisions = list(Decision.objects.of_year(year))
    if decisions:
        yield f"besluiten-{year}.pdf", year_pdf(year, decisions, at=at)
    programmes = Programme.objects.select_related("decision__raad", "framework")
    programme = programmes.filter(year=year).first()
    version = adopted_version(programme) if programme else None
    if programme and version:
        yield f"programma-{year}.pdf", programme_pdf(programme, version)
    if framework:
        yield "samenwerkingskader.pdf", framework_pdf(framework, at=at)
