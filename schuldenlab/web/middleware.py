"""What every request carries: one moment, an origin, and a person who knows that moment."""

import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.functional import SimpleLazyObject

from schuldenlab.audit.origin import acting_from

GetResponse = Callable[[HttpRequest], HttpResponse]


class TextOnly:
    """Refuse an address with a NUL character: no text has one, and PostgreSQL takes none."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the path and at the question behind it; forms look at what is posted."""
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest
        return self.get_response(request)


class RequestFacts:
    """Stamp `request.at` once, and tell the audit trail through which door this came."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Stamp, bind, go on, and unbind."""
        request.at = timezone.now()  # type: ignore[attr-defined]
        request_id = uuid.uuid4().hex
        door = "desk" if request.path.startswith("/beheer/") else "web"
        structlog.contextvars.bind_contextvars(request_id=request_id)
        try:
            with acting_from(door, request_id):
                return self.get_response(request)
        finally:
            structlog.contextvars.clear_contextvars()


class PersonMoment:
    """Give the person who is logged in the moment of the request; rules read only that."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Stamp the person when somebody asks for it; a page for nobody reads no session."""
        inner = request.user

        def stamped() -> object:
            inner.moment = request.at  # type: ignore[attr-defined, union-attr]
            return inner._wrapped if isinstance(inner, SimpleLazyObject) else inner  # noqa: SLF001

        request.user = SimpleLazyObject(stamped)  # type: ignore[assignment]
        return self.get_response(request)


class PersonLanguage:
    """Speak the language that the person chose; to a visitor the language of the lab.

    What the browser asks for is not followed: the lab's first language is Dutch, and many a work
    laptop is set to English without anybody having chosen it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the language for this request only."""
        language = getattr(request.user, "language", settings.LANGUAGE_CODE)
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = "private, no-cache"
        return response
