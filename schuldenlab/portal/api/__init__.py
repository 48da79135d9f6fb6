"""The read-only API: what is public for everybody, and to a token what belongs to its partner."""

from django.conf import settings
from django.utils.translation import gettext_noop as _

from . import accounts, own, public
from .frame import ReadApi, with_problems

api = with_problems(
    ReadApi(
        title=_("API of Mijn Schuldenlab"),
        version=settings.API_VERSION,
        description=_(
            "What the network shows to everybody: partners, programmes, themes, projects, meetings,"
            " decisions, the Kompas and annual accounts. With a token also what belongs to the"
            " organisation of the token. Everything can only be read."
        ),
        openapi_url=None,
        docs_url=None,
        urls_namespace="api",
        servers=[{"url": f"{settings.SITE_URL}{settings.API_ROOT}"}],
    )
)
api.add_router("", public.router)
api.add_router("", accounts.router)
api.add_router("", own.router)
