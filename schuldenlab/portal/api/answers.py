"""Pages of a collection with their links, and versions that spare an answer."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.cache import get_conditional_response

from schuldenlab.portal.schemas.frame import Asked

from .frame import Unchanged, etag_of
from .problems import Problem


def same_as_before(request: HttpRequest, version: str) -> None:
    """Stop here when the reader has this version of this address; `version` is one query."""
    facts = (settings.API_VERSION, request.get_full_path(), version)
    etag = etag_of("|".join(facts).encode())
    request.etag = etag  # type: ignore[attr-defined]
    if get_conditional_response(request, etag) is not None:
        raise Unchanged


def page_of(request: HttpRequest, rows: Sequence[Any], asked: Asked) -> dict[str, Any]:
    """One page of these rows, with the way to the others; the page after the last is not there."""
    fields = type(asked).model_fields.items()
    nothing_asked(request, {field.alias or name for name, field in fields})
    count = len(rows)
    last = max(1, -(-count // asked.page_size))
    if asked.page > last:
        raise Problem(404, f"There is no page {asked.page}; the last one is {last}.")
    ways = {"self": asked.page, "first": 1, "last": last}
    ways |= {"prev": asked.page - 1} if asked.page > 1 else {}
    ways |= {"next": asked.page + 1} if asked.page < last else {}
    start = (asked.page - 1) * asked.page_size
    return {
        "links": {name: {"href": _with_page(request, number)} for name, number in ways.items()},
        "page": asked.page,
        "page_size": asked.page_size,
        "total": count,
        "rows": list(rows[start : start + asked.page_size]),
    }


def _with_page(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"{settings.SITE_URL}{request.path}?{query.urlencode()}"


def nothing_asked(request: HttpRequest, known: Collection[str] = ()) -> None:
    """One resource has no parameters, and a list these; others are refused, not ignored."""
    unknown = [
        f"“{name}”: there is no such parameter here." for name in request.GET if name not in known
    ]
    if unknown:
        raise Problem(400, " ".join(unknown))


def one_of(
    request: HttpRequest, rows: Sequence[Any], is_it: Callable[[Any], bool], what: str
) -> Any:
    """The one row that is asked for; else a problem that says what is not there."""
    nothing_asked(request)
    for row in rows:
        if is_it(row):
            return row
    raise Problem(404, f"There is no {what} with this identification that is public.")
