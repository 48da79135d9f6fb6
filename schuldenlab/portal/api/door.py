"""The way into the API: nobody's cookies count, and every refusal is a problem in JSON."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from schuldenlab.web.middleware import split_language

from .problems import MEDIA_TYPE, problem

GetResponse = Callable[[HttpRequest], HttpResponse]
READABLE = "API-Version, ETag, Retry-After"
PREFLIGHT = "HTTP_ACCESS_CONTROL_REQUEST_METHOD"


class ApiDoor:
    """Around all that answers below `/api/`, also what refuses before a view is reached."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let pages pass; of a request to the API take the cookies away first."""
        language, path = split_language(request.path_info)
        if not f"{path}/".startswith("/api/"):
            return self.get_response(request)
        if language:  # pages have a language in their address, the API has not
            return _with_headers(request, problem(404))
        if settings.SECURE_SSL_REDIRECT and not request.is_secure():
            return _with_headers(request, problem(HTTPStatus.FORBIDDEN))
        if request.method == "OPTIONS" and PREFLIGHT in request.META:
            return _with_headers(request, _may_be_asked())
        asked = request.method
        if asked == "HEAD":
            request.method = "GET"
        request.COOKIES = {}
        request.META.pop("HTTP_COOKIE", None)
        answer = _in_json(self.get_response(request))
        request.method = asked
        return _with_headers(request, answer)


def _may_be_asked() -> HttpResponse:
    """To a browser that asks whether a page of another site may ask; never with a token."""
    return HttpResponse(
        status=HTTPStatus.NO_CONTENT,
        headers={
            "Access-Control-Allow-Methods": "GET, HEAD",
            "Access-Control-Allow-Headers": "Accept, If-None-Match",
            "Access-Control-Max-Age": "3600",
            "Allow": "GET, HEAD",
        },
    )


def _in_json(answer: HttpResponse) -> HttpResponse:
    """A page that says no becomes a problem; what it says about the way on stays."""
    is_page = answer.headers.get("Content-Type", "").partition(";")[0] != MEDIA_TYPE
    if answer.status_code < HTTPStatus.BAD_REQUEST or not is_page:
        return answer
    kept = {name: answer.headers[name] for name in ("Allow", "Retry-After") if name in answer}
    if "Allow" in kept:
        kept["Allow"] = "GET, HEAD"
    return problem(answer.status_code, **{name.replace("-", "_"): kept[name] for name in kept})


def _with_headers(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """The version; and for what is public, that scripts of other sites may read it."""
    answer.headers["API-Version"] = settings.API_VERSION
    answer.headers["Referrer-Policy"] = "no-referrer"
    varies = [each.strip() for each in answer.headers.get("Vary", "").split(",")]
    kept = [each for each in varies if each not in {"", "Cookie"}]
    answer.headers["Vary"] = ", ".join([*kept, "Accept", "Authorization"])
    if "HTTP_AUTHORIZATION" not in request.META:  # a token belongs in no browser
        answer.headers["Access-Control-Allow-Origin"] = "*"
        answer.headers["Access-Control-Expose-Headers"] = READABLE
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
