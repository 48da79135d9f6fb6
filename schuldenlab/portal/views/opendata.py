"""Open data: the page about the files, what describes them to programs, and the files themselves.

Everybody may fetch them, also a page of another site. Who has the newest version gets a 304, after
one query; the tag comes from what the database says and from the format.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import View

from schuldenlab.portal import opendata
from schuldenlab.portal.opendata import FORMATS, TABLES, kompas_of, table_called, tables_at

from .public.page import KEPT_FOR, PublicPage, public_crumbs

ANY_YEAR = 2026


@cache
def format_edition() -> str:
    """The format that this process writes; one release differs from the next."""
    return opendata.edition_of([*TABLES.values(), *kompas_of(ANY_YEAR)])


class OpenData(PublicPage):
    """What there is, in which columns, and how to read it."""

    template_name = "portal/open_data.html"

    @cached_property
    def tables(self) -> list[opendata.Table]:
        """What there is now."""
        return tables_at(self.at)

    def version(self) -> str:
        """The page is about the format, and which files there are; one query."""
        return " ".join((format_edition(), *(each.name for each in self.tables)))

    def facts(self) -> dict[str, Any]:
        """The tables as they are described."""
        return {
            "heading": _("Open data"),
            "lead": _("Everything on our public pages, as files that you may use for anything."),
            "crumbs": public_crumbs(_("Open data")),
            "tables": self.tables,
            "licence": opendata.LICENCE,
        }


@method_decorator(login_not_required, name="dispatch")
class OpenFile(View):
    """A file for everybody: kept for a while, and for every site."""

    content_type = "application/json"
    disposition = "inline"

    @property
    def at(self) -> datetime:
        """The one moment of this request."""
        moment: datetime = self.request.at  # type: ignore[attr-defined]
        return moment

    @cached_property
    def tables(self) -> list[opendata.Table]:
        """What there is now."""
        return tables_at(self.at)

    def file_name(self) -> str:
        """What it is called when somebody keeps it."""
        raise NotImplementedError

    def version(self) -> str:
        """What the database says about what stands in it; here which tables there are."""
        return " ".join(each.name for each in self.tables)

    def parts(self) -> Iterable[bytes]:
        """The file itself, bit by bit."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Pages of other sites may read it, and may ask whether it is newer."""
        answer = super().dispatch(request, *args, **kwargs)
        answer.headers["Access-Control-Allow-Origin"] = "*"
        answer.headers["Access-Control-Expose-Headers"] = "ETag"
        if request.method == "OPTIONS":
            answer.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            answer.headers["Access-Control-Allow-Headers"] = "If-None-Match"
        return answer

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """304 to who has this version already."""
        del args, kwargs
        facts = f"{format_edition()}|{request.path}|{self.version()}"
        etag = f'"{hashlib.sha256(facts.encode()).hexdigest()[:32]}"'
        known: HttpResponse | None = get_conditional_response(request, etag=etag)
        answer = known or StreamingHttpResponse(self.parts(), content_type=self.content_type)
        answer.headers["ETag"] = etag
        answer.headers["Cache-Control"] = f"public, max-age={KEPT_FOR.seconds}"
        if known is None:
            named = f'{self.disposition}; filename="{self.file_name()}"'
            answer.headers["Content-Disposition"] = named
        return answer


class OpenDataFile(OpenFile):
    """One table as CSV or JSON."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Which table, in which format."""
        super().setup(request, *args, **kwargs)
        self.form = kwargs["form"]
        table = table_called(kwargs["table"], self.at)
        if table is None or self.form not in FORMATS:
            raise Http404
        self.table = table
        self.write, self.content_type = FORMATS[self.form]
        self.disposition = "attachment" if self.form == "csv" else "inline"

    def file_name(self) -> str:
        """The lab first: it may end up among many files."""
        return f"schuldenlab070-{self.table.name}.{self.form}"

    def version(self) -> str:
        """That of the table."""
        return self.table.version(self.at)

    def parts(self) -> Iterable[bytes]:
        """Row by row."""
        return self.write(self.table, self.at)


class OpenDataPackage(OpenFile):
    """Which files there are and what each column means (Data Package with Table Schema)."""

    def file_name(self) -> str:
        """The name that the standard gives."""
        return "datapackage.json"

    def parts(self) -> Iterable[bytes]:
        """The description of all tables."""
        yield opendata.as_text(opendata.described(self.tables)).encode()


class OpenDataCatalogue(OpenFile):
    """The files for catalogues of data (DCAT-AP-NL)."""

    content_type = "application/ld+json"

    def file_name(self) -> str:
        """As its page is called."""
        return "catalogus.jsonld"

    def parts(self) -> Iterable[bytes]:
        """One data set for each table."""
        yield opendata.as_text(opendata.catalogue(self.tables)).encode()
