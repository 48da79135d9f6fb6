"""What the head of every page links to."""

from functools import cache

from django import template
from django.template.loader import render_to_string

register = template.Library()


@register.simple_tag
@cache
def stylesheets() -> str:
    """The links to our look, written once: their addresses stay as long as the server runs."""
    return render_to_string("components/stylesheets.html")
