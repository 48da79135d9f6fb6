"""The API itself: JSON out of frozen facts, with an ETag, and problems instead of faults."""

import hashlib
import logging
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from ninja import NinjaAPI
from ninja.errors import ValidationError

from .problems import Problem, problem

log = logging.getLogger("django.request")
FOR_ALL = "public, max-age=300"
FOR_ONE = "private, no-cache"


class Unchanged(Exception):  # noqa: N818 - it is an answer, not a fault
    """The reader has this version already."""


class ReadApi(NinjaAPI):
    """What is common to all answers."""

    def get_operation_url_name(self, operation: Any, router: Any) -> str:
        """The name of an address, apart from those of the pages."""
        del router
        return f"api-{operation.view_func.__name__}"

    def get_openapi_operation_id(self, operation: Any) -> str:
        """The name of a question in the document."""
        name: str = operation.view_func.__name__
        return name

    def create_response(
        self,
        request: HttpRequest,
        data: Any,
        *,
        status: int | None = None,
        temporal_response: HttpResponse | None = None,
    ) -> HttpResponse:
        """Without a version from the database the text itself is the version."""
        answer = super().create_response(
            request, data, status=status, temporal_response=temporal_response
        )
        answer.headers["Content-Language"] = "nl"
        etag = getattr(request, "etag", None)
        if etag is None:
            etag = etag_of(answer.content)
            known: HttpResponse | None = get_conditional_response(request, etag, None, answer)
            answer = known or answer
        return stamped(request, answer, etag)


def etag_of(content: bytes) -> str:
    """A short hash, as the header wants it."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def stamped(request: HttpRequest, answer: HttpResponse, etag: str) -> HttpResponse:
    """What others may keep of an answer: nothing of what was read with a token."""
    reader = getattr(request, "auth", None)
    is_own = reader is not None and reader.token is not None
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = FOR_ONE if is_own else FOR_ALL
    return answer


def _unchanged(request: HttpRequest, unchanged: Any) -> HttpResponse:
    del unchanged
    return stamped(request, HttpResponse(status=304), request.etag)  # type: ignore[attr-defined]


def _refused(request: HttpRequest, refusal: Any) -> HttpResponse:
    del request
    return problem(refusal.status, refusal.detail, **refusal.headers)


def _missing(request: HttpRequest, missing: Any) -> HttpResponse:
    del request, missing
    return problem(404)


def _wrong(request: HttpRequest, error: Any) -> HttpResponse:
    """Which parameter it is, and what is wrong with it."""
    del request
    told = [f"“{each['loc'][-1]}”: {each['msg']}." for each in error.errors]
    return problem(400, " ".join(told))


def _failed(request: HttpRequest, error: Any) -> HttpResponse:
    """Told to the log, never to the reader."""
    log.error("The API failed: %s", request.path, exc_info=error)
    return problem(500)


def with_problems(api: ReadApi) -> ReadApi:
    """Every way in which something can go wrong, as a problem."""
    api.add_exception_handler(Unchanged, _unchanged)
    api.add_exception_handler(Problem, _refused)
    api.add_exception_handler(Http404, _missing)
    api.add_exception_handler(ValidationError, _wrong)
    api.add_exception_handler(Exception, _failed)
    return api
