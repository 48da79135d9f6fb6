"""The door to act through: a form that calls one action."""

from typing import Any, ClassVar

import structlog
from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, OperationalError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.generic import FormView

from schuldenlab.audit.actions import record
from schuldenlab.audit.models import Entry
from schuldenlab.documents.ports import StorageAway
from schuldenlab.lifecycle import Refused
from schuldenlab.web.confirm import (
    Freshness,
    ask_code,
    check_code,
    is_fresh,
    pending_act,
    take_post,
)
from schuldenlab.web.forms import CodeForm

from .looking import Door

log = structlog.get_logger()


def said_with_link(words: str, url: str, link: str) -> str:
    """A sentence for a message, with a link after it."""
    return format_html('{} <a class="utrecht-link" href="{}">{}</a>', words, url, link)


class ActionDoor(Door, FormView):
    """One form, one action. GET shows, POST acts; a refusal keeps all that was typed."""

    form_class = forms.Form
    template_name = "web/action.html"
    is_binding: ClassVar[bool] = False
    freshness: ClassVar[Freshness] = Freshness.VISIT
    success_message: ClassVar[Any] = ""

    def act(self, form: Any) -> Any:
        """Call the one action of this door."""
        raise NotImplementedError

    def get_success_url(self) -> str:
        """Where the person goes after it."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The object besides the form, and what `facts` adds."""
        context = super().get_context_data(**kwargs)
        return {**context, "object": self.object, **self.facts()}

    def facts(self) -> dict[str, Any]:
        """What the page shows besides the form."""
        return {}

    def said_at_home(self) -> str:
        """What was recorded and how to change it, for an act that has a button on the home page.

        Whoever pressed it there is home again afterwards; an act without words has no button there.
        """
        return ""

    def obstacle(self) -> str:
        """Why this act is not possible now, for whoever opens its page; empty when it is."""
        return ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; what cannot be done is said before anybody fills in anything."""
        obstacle = self.obstacle()
        if obstacle:
            messages.warning(request, obstacle)
            return HttpResponseRedirect(self.object.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A code for an act that waits, or the act itself."""
        del args, kwargs
        if "confirmation_code" in request.POST:
            return self._take_code(request)
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        if self.is_binding and not is_fresh(request, self.at, self.freshness):
            return self._ask_code(form)
        return self.form_valid(form)

    def _ask_code(self, form: Any) -> HttpResponse:
        try:
            ask_code(self.request, self.person.as_recipient(), self.at)
        except Refused as refusal:
            self._record_refusal()
            form.add_error(None, str(refusal))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        return self._code_page(CodeForm(), 200)

    def _take_code(self, request: HttpRequest) -> HttpResponse:
        code_form = CodeForm(request.POST)
        if not code_form.is_valid():
            return self._code_page(code_form, 422)
        typed = code_form.cleaned_data["confirmation_code"]
        answer = check_code(request, typed, self.at)
        if answer == "wrong":
            code_form.add_error("confirmation_code", _("This code is not right. Try again."))
            return self._code_page(code_form, 422)
        if answer == "expired":
            messages.error(request, _("The code has expired. What you filled in is still there."))
            if pending_act(request):
                request.POST = take_post(request)  # type: ignore[assignment]
            form = self.get_form() if len(request.POST) > 1 else self.get_form_class()()
            return self.render_to_response(self.get_context_data(form=form), status=409)
        request.POST = take_post(request)  # type: ignore[assignment]
        form = self.get_form()
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def _code_page(self, form: CodeForm, status: int) -> HttpResponse:
        context = {**self.get_context_data(form=self.form_class()), "form": form}
        page = self.response_class(
            request=self.request,
            template=["web/confirm_code.html"],
            context=context,
            using=self.template_engine,
        )
        page.status_code = status
        return page

    def form_valid(self, form: Any) -> HttpResponse:
        """Act; a refusal or a lost race comes back as a sentence on the same page."""
        try:
            self.result = self.act(form)
        except Refused as refusal:
            self._record_refusal()
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        except ValidationError as error:  # from `full_clean`: a name that is taken, say
            self._record_refusal()
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        except StorageAway:
            log.exception("storage_away", door=type(self).__name__)
            form.add_error(None, _("No file can be kept just now, so nothing was done. Try later."))
            return self.render_to_response(self.get_context_data(form=form), status=503)
        except ObjectDoesNotExist as error:
            if self._is_there():
                raise
            raise Http404 from error  # somebody else was first, and removed it
        except (IntegrityError, OperationalError) as error:
            log.warning("act_lost_race", door=type(self).__name__, error=type(error).__name__)
            self._record_refusal()
            form.add_error(None, _("Somebody did this at the same moment. Look and try again."))
            return self.render_to_response(self.get_context_data(form=form), status=409)
        at_home = self.said_at_home() if self.request.POST.get("back") == "home" else ""
        said = at_home or self.success_message
        if said:
            messages.success(self.request, said)
        home = resolve_url(settings.LOGIN_REDIRECT_URL)
        return HttpResponseRedirect(home if at_home else self.get_success_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page with what was typed and a sentence beside each field."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _is_there(self) -> bool:
        noun = self.object
        if not isinstance(noun, models.Model):
            return True
        return type(noun)._base_manager.filter(pk=noun.pk).exists()  # noqa: SLF001

    def _record_refusal(self) -> None:
        if isinstance(self.object, models.Model):
            with transaction.atomic():
                record(
                    self.permission or type(self).__name__,
                    self.object,
                    actor=self.person,
                    at=self.at,
                    result=Entry.Result.REFUSED,
                )
