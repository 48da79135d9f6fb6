"""Refusals of the API as problem details (RFC 9457): a status, a title and one sentence."""

import json
from http import HTTPStatus
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

MEDIA_TYPE: Final = "application/problem+json"
# What is said when nothing more precise is known. English: they are read by programmers.
DETAILS: Final[dict[int, str]] = {
    400: "The request is not right. Look at the address and the parameters.",
    401: "This needs a token that works, in the header “Authorization: Bearer …”.",
    403: "This token may not read this.",
    404: "There is nothing at this address.",
    405: "This API only reads. Use GET or HEAD.",
    406: "Answers are application/json. Ask for that in the header Accept, or for nothing.",
    429: "Too many requests. Wait as long as the header Retry-After says.",
    500: "Something went wrong on our side. It has been noted.",
    503: "The service is not there for a moment. Try again later.",
}


class Problem(Exception):  # noqa: N818 - it is an answer, not a fault
    """An answer other than the one that was asked for."""

    def __init__(self, status: int, detail: str = "", **headers: str) -> None:
        super().__init__(status)
        self.status, self.detail, self.headers = status, detail, headers


def problem(status: int, detail: str = "", **headers: str) -> HttpResponse:
    """The answer itself; `www_authenticate="…"` becomes the header `WWW-Authenticate`."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail
        or DETAILS.get(status, DETAILS[500 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else 400]),
    }
    answer = HttpResponse(json.dumps(body), content_type=MEDIA_TYPE, status=status)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Content-Language"] = "en"
    for name, value in headers.items():
        answer.headers[name.replace("_", "-").title()] = value
    return answer


@login_not_required
@csrf_exempt
def not_found(request: HttpRequest, **words: Any) -> HttpResponse:
    """What stands below the API and is no resource of it, a slash too many at the end included."""
    del request, words
    return problem(404)
