"""The pages of text under every page."""

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView


@method_decorator(login_not_required, name="dispatch")
class Page(TemplateView):
    """A page of text that everybody may read."""
