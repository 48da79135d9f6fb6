"""The doors of calendars: subscribing, the calendars themselves, and one meeting as a file."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from events import actions
from events.calendars import CALENDAR_TYPE, calendar_of, download_of, public_calendar
from events.models import CalendarFeed, Meeting
from events.ports import feed_entries
from events.querysets.feeds import meetings_for, public_meetings, version_of
from schuldenlab.web.doors import ActionDoor, Door
from schuldenlab.web.kept import kept

KEPT_FOR = timedelta(minutes=5)
EDITION = "1"  # another number after a change in how entries are written
TYPE = f"{CALENDAR_TYPE}; charset=utf-8"


class MyCalendar(ActionDoor):
    """Your calendar to subscribe to: the address stands here once, right after the button."""

    permission = "events.keep_calendar"
    template_name = "events/my_calendar.html"

    def facts(self) -> dict[str, Any]:
        """Whether there is one, and since when."""
        return {
            "heading": _("In your own calendar"),
            "lead": _("All meetings in your phone or in Outlook. They change along by themselves."),
            "crumbs": [
                {"label": _("My Schuldenlab"), "url": reverse("portal:home")},
                {"label": _("In your own calendar"), "url": ""},
            ],
            "feed": CalendarFeed.objects.holding().filter(person=self.person).first(),
        }

    def act(self, form: Any) -> str:
        """A fresh address; the one before it stops working."""
        del form
        return actions.start_feed(self.person, actor=self.person, at=self.at)

    def form_valid(self, form: Any) -> HttpResponse:
        """The page itself is the answer: nothing but this page ever holds the address."""
        answer = super().form_valid(form)
        if not isinstance(answer, HttpResponseRedirect):
            return answer
        address = settings.SITE_URL + self.result
        page = self.render_to_response(
            {
                **self.get_context_data(form=self.form_class()),
                "address": address,
                "opener": f"webcal://{address.partition('://')[2]}",
            }
        )
        page.headers["Cache-Control"] = "private, no-store"
        return page

    def get_success_url(self) -> str:
        """This page."""
        return reverse("events:my-calendar")


class RevokeFeed(ActionDoor):
    """You stop the subscription."""

    permission = "events.keep_calendar"
    success_message = gettext_lazy("The address does not work any more.")

    def get_object(self) -> CalendarFeed:
        """Your own."""
        holding = CalendarFeed.objects.holding().visible_to(self.person)
        found: CalendarFeed = get_object_or_404(holding)
        return found

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "heading": _("Stop your calendar?"),
            "lead": _("Phones and programs that look at it see nothing any more."),
            "crumbs": [
                {"label": _("My Schuldenlab"), "url": reverse("portal:home")},
                {"label": _("In your own calendar"), "url": reverse("events:my-calendar")},
                {"label": _("Stop"), "url": ""},
            ],
            "submit": _("Stop my calendar"),
        }

    def act(self, form: Any) -> CalendarFeed:
        """Revoke it."""
        del form
        return actions.revoke_feed(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """Back to the page."""
        return reverse("events:my-calendar")


def calendar_answer(
    request: HttpRequest, version: str, write: Callable[[], bytes], kept: str
) -> HttpResponse:
    """304 to who has this version already; else the calendar, written only then."""
    facts = [EDITION, settings.SITE_URL, translation.get_language() or "", version]
    etag = f'"{hashlib.sha256("|".join(facts).encode()).hexdigest()[:32]}"'
    known: HttpResponse | None = get_conditional_response(request, etag=etag)
    answer = known or HttpResponse(write(), content_type=TYPE)
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = kept
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@method_decorator(login_not_required, name="dispatch")
class Feed(View):
    """The calendar of one person, for whoever holds its secret address."""

    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What this person may see now, in that person's language."""
        del args
        write = partial(self._answer, kwargs["token"])
        return kept(request, "feed", write, by_hour=True)  # programs look a few times a day

    def _answer(self, token: str) -> HttpResponse:
        request, at = self.request, self.request.at  # type: ignore[attr-defined]
        feed = CalendarFeed.objects.opened_by(token)
        if feed is None:
            raise Http404
        feed.person.moment = at
        with translation.override(feed.person.language):
            meetings, others = meetings_for(feed.person, at), feed_entries(feed.person)
            answer = calendar_answer(
                request,
                f"{version_of(meetings)} {others}",
                lambda: calendar_of(meetings, others, at=at),
                "private, no-cache",
            )
        answer.headers["Referrer-Policy"] = "no-referrer"
        return answer


@method_decorator(login_not_required, name="dispatch")
class PublicFeed(View):
    """The meetings whose dates everybody may know."""

    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Titles and moments, without places and papers."""
        del args, kwargs
        at = request.at  # type: ignore[attr-defined]
        meetings = public_meetings(at)
        return calendar_answer(
            request,
            version_of(meetings),
            lambda: public_calendar(meetings, at=at),
            f"public, max-age={KEPT_FOR.seconds}",
        )


class MeetingEntry(Door, View):
    """One meeting with a date, as a file for any calendar."""

    http_method_names = ("get", "head", "options")
    queryset = Meeting.objects.filter(status=Meeting.Status.SCHEDULED).select_related("series")
    permission = "events.view_meeting"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One entry; getting it twice gives one in the calendar."""
        del request, args, kwargs
        return HttpResponse(
            download_of(self.object, at=self.at),
            content_type=TYPE,
            headers={
                "Content-Disposition": f'attachment; filename="bijeenkomst-{self.object.pk}.ics"',
                "Cache-Control": "private, no-store",
            },
        )
