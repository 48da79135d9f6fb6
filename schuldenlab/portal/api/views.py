"""The description of the API for machines."""

import json

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from .document import document
from .frame import FOR_ALL, etag_of


@login_not_required
@csrf_exempt
@require_safe
def described(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document, in Dutch as the design rules ask; no token is needed."""
    text = json.dumps(document("nl"), ensure_ascii=False, indent=1).encode()
    etag = etag_of(text)
    known: HttpResponse | None = get_conditional_response(request, etag)
    answer = known or HttpResponse(text, content_type="application/json")
    answer.headers["ETag"], answer.headers["Cache-Control"] = etag, FOR_ALL
    answer.headers["Content-Language"] = "nl"
    return answer
