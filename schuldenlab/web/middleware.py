"""What every request carries: one moment, an origin, and a person who knows that moment."""

import uuid
from collections.abc import Callable
from typing import Any

import structlog
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import get_script_prefix, set_script_prefix
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject
from django.utils.translation.trans_real import parse_accept_lang_header

from schuldenlab.audit.origin import acting_from

from .written import say_languages

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


class KnownMethods:
    """Refuse OPTIONS for pages: what may be done there says nothing to who may not look.

    Only of what other sites may read a browser asks it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The same for every address, whether there is such a page or not."""
        if request.method == "OPTIONS":
            _language, path = split_language(request.path_info)
            if not path.startswith(settings.READ_ELSEWHERE):
                return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
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


class LanguagePath:
    """A visitor chooses a language by the address: `/en/openbaar/` is `/openbaar/` in English.

    So a choice needs no cookie, a page in a language has an address of its own, and every link on
    it stays in that language, because Django writes the beginning of the address before each path.
    Not while something is sent: what a letter links to has no language. Whoever is logged in has
    chosen already, and goes on to the address without it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Take the language off the address, and put it before the links of the answer."""
        language, path = split_language(request.path_info)
        request.language_path, outer = language, get_script_prefix()  # type: ignore[attr-defined]
        if not language:
            return self.get_response(request)
        if request.user.is_authenticated and request.method in {"GET", "HEAD"}:
            return HttpResponseRedirect(request.get_full_path().replace(f"/{language}/", "/", 1))
        request.path_info = path
        try:
            if request.method in {"GET", "HEAD"}:
                set_script_prefix(f"{outer}{language}/")
            answer = self.get_response(request)
        finally:
            set_script_prefix(outer)
        way_on = answer.headers.get("Location", "")
        is_ours = way_on.startswith("/") and not split_language(way_on)[0]
        if is_ours and not request.user.is_authenticated:
            answer.headers["Location"] = f"/{language}{way_on}"
        return answer

    def process_template_response(self, request: HttpRequest, answer: Any) -> Any:
        """A form that comes back with a mistake has the links of its language as well."""
        language = request.language_path  # type: ignore[attr-defined]
        if language and not split_language(get_script_prefix())[0]:
            set_script_prefix(f"{get_script_prefix()}{language}/")
        return answer


def split_language(path: str) -> tuple[str, str]:
    """`/en/openbaar/` is English, and the path `/openbaar/`; most paths have no language."""
    first, between, rest = path[1:].partition("/")
    is_language = bool(between) and first in dict(settings.LANGUAGES)
    return (first, f"/{rest}") if is_language else ("", path)


def asked_language(request: HttpRequest) -> str:
    """The language that the browser asks for first, of those that we speak."""
    for asked, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        language = asked.partition("-")[0]
        if language in dict(settings.LANGUAGES):
            return language
    return settings.LANGUAGE_CODE


class PersonLanguage:
    """Speak the language that the person chose; to a visitor that of the address, or the browser's.

    Somebody with an account is never asked by way of the browser: many a work laptop is set to
    English without anybody having chosen it. A visitor has a link to the other language in sight.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the language for this request only."""
        of_address = request.language_path  # type: ignore[attr-defined]
        of_person = getattr(request.user, "language", "")
        language = of_person or of_address or asked_language(request)
        with translation.override(language):
            response = self.get_response(request)
        say_languages(response)
        response.headers.setdefault("Content-Language", language)
        if not of_person and not of_address:
            patch_vary_headers(response, ["Accept-Language"])
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = "private, no-cache"
        return response
