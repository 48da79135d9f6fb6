"""The OpenAPI document: what ninja writes, with contact, headers and refusals, in one language."""

import copy
from functools import cache
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from .about import ABOUT
from .problems import MEDIA_TYPE

Doc = dict[str, Any]
TRANSLATED: Final = frozenset({"title", "description", "summary"})
REFUSALS: Final[dict[int, str]] = {
    400: _("A parameter is not right; the detail says which one."),
    401: _("The token is missing, not known, expired or revoked."),
    403: _("The token may not read this."),
    404: _("There is nothing at this address."),
    405: _("Another method than GET or HEAD."),
    406: _("Another form than application/json was asked for."),
    429: _("Too many requests in this minute; the header Retry-After says how long to wait."),
    500: _("Something went wrong on our side."),
}
HEADERS: Final[dict[str, tuple[str, str]]] = {
    "API-Version": (_("The full version of the API."), "1.0.0"),
    "ETag": (_("The version of this answer; send it back in If-None-Match."), '"0f1e2d"'),
    "Cache-Control": (_("How long the answer may be kept, and by whom."), "public, max-age=300"),
    "Retry-After": (_("After how many seconds to try again."), "30"),
    "WWW-Authenticate": (_("How to say who you are."), 'Bearer realm="api"'),
    "Allow": (_("The methods that there are."), "GET, HEAD"),
}
ALWAYS: Final = ("API-Version", "ETag", "Cache-Control")
WITH_REFUSAL: Final = {401: "WWW-Authenticate", 405: "Allow", 429: "Retry-After"}
TAGS: Final = {
    "openbaar": _("What everybody may read; a token is not needed."),
    "eigen": _("What belongs to the organisation of the token."),
}

PROBLEM: Final[Doc] = {
    "type": "object",
    "description": _("Why there is no answer (RFC 9457)."),
    "required": ["status", "title", "detail"],
    "properties": {
        "type": {"type": "string", "description": _("Always about:blank.")},
        "title": {"type": "string", "description": _("The status in words.")},
        "status": {"type": "integer", "description": _("The status as a number.")},
        "detail": {"type": "string", "description": _("What is wrong, in one sentence.")},
    },
}


@cache
def document(language: str) -> Doc:
    """All of it; made once for each language."""
    from . import api  # noqa: PLC0415 - it holds the routers, which stand beside this file

    with translation.override(language):
        found: Doc = copy.deepcopy(dict(api.get_openapi_schema(path_prefix="")))
        found["paths"] = {path.rstrip("/"): ways for path, ways in found["paths"].items()}
        for operation in operations(found):
            _complete(operation)
        _components(found["components"])
        _translate(found)
        found["info"] |= _info()
        found["tags"] = [
            {"name": name, "description": gettext(words)} for name, words in TAGS.items()
        ]
        found["externalDocs"] = {"url": settings.SITE_URL + reverse("portal:api-docs")}
        return found


def operations(found: Doc) -> list[Doc]:
    """Every way to ask, whichever address it has."""
    return [way for ways in found["paths"].values() for way in ways.values()]


def _info() -> Doc:
    """Whom to ask, and what one may do with the data."""
    return {
        "contact": {
            "name": gettext("The kernteam, about the API"),
            "email": settings.CONTACT_EMAIL,
            "url": settings.SITE_URL + reverse("portal:api-docs"),
        },
        "license": {
            "name": "CC0 1.0",
            "url": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
        },
    }


def _complete(operation: Doc) -> None:
    """Who may ask it, what comes with the answer, and all that may come instead."""
    is_own = "eigen" in operation["tags"]
    operation.pop("description", None)
    operation["security"] = [{"token": []}] if is_own else [{}, {"token": []}]
    for parameter in operation["parameters"]:
        _plain(parameter)
    answer = operation["responses"][200]
    answer["description"] = _("The answer.")
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in ALWAYS}
    answer["headers"] = headers
    operation["responses"] = {
        "200": answer,
        "304": {
            "description": _("Nothing changed since the version you have."),
            "headers": headers,
        },
        **{
            str(status): {"$ref": f"#/components/responses/{status}"}
            for status in REFUSALS
            if is_own or status != 403  # noqa: PLR2004 - only one's own is forbidden to some
        },
    }


def _plain(parameter: Doc) -> None:
    """What may be left out is not empty when it is there."""
    schema = parameter["schema"]
    choices = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    if len(choices) == 1:
        del schema["anyOf"]
        schema.update(choices[0])
    if schema.get("default", 0) is None:
        del schema["default"]


def _components(parts: Doc) -> None:
    """The token, the headers and the refusals, each written once."""
    parts["schemas"] = {
        name: schema for name, schema in parts["schemas"].items() if not name.endswith("Asked")
    }
    for name, schema in parts["schemas"].items():
        schema.pop("description", None)
        schema.update({"description": ABOUT[name]} if name in ABOUT else {})
    parts["securitySchemes"] = {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": _("A token of one integration, made in the portal by a partner."),
        }
    }
    parts["headers"] = {
        name: {"description": words, "schema": {"type": "string", "examples": [example]}}
        for name, (words, example) in HEADERS.items()
    }
    parts["schemas"]["Probleem"] = copy.deepcopy(PROBLEM)
    problem = {"schema": {"$ref": "#/components/schemas/Probleem"}}
    parts["responses"] = {
        str(status): {
            "description": words,
            "headers": {
                name: {"$ref": f"#/components/headers/{name}"}
                for name in ("API-Version", WITH_REFUSAL.get(status))
                if name
            },
            "content": {MEDIA_TYPE: problem},
        }
        for status, words in REFUSALS.items()
    }


def _translate(part: Any) -> None:
    """Every sentence of the document in the language of now; titles that only repeat a name go."""
    if isinstance(part, list):
        for each in part:
            _translate(each)
    if not isinstance(part, dict):
        return
    for name in list(part):
        value = part[name]
        if name in TRANSLATED and isinstance(value, str):
            part[name] = gettext(value) if value else value
        else:
            _translate(value)
    if "properties" in part or "type" in part or "$ref" in part or "anyOf" in part:
        part.pop("title", None)
