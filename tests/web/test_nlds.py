"""The form templates: what a field says about itself, with and without errors."""

from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from schuldenlab.web.templatetags import nlds


class Offer(forms.Form):
    kind = forms.ChoiceField(
        choices=[("money", "Geld"), ("hours", "Uren")], widget=forms.RadioSelect, label="Wat?"
    )
    amount = forms.IntegerField(min_value=1000, help_text="Hele euro's", label="Bedrag")
    on = forms.DateField(required=False, label="Vanaf")
    topics = forms.MultipleChoiceField(
        choices=[("a", "Een"), ("b", "Twee")], widget=forms.CheckboxSelectMultiple, required=False
    )
    paper = forms.FileField(required=False)
    theme = forms.ChoiceField(choices=[("", "Kies")], required=False)
    note = forms.CharField(widget=forms.Textarea, required=False)
    may = forms.BooleanField(label="Ik mag tekenen")
    when = forms.SplitDateTimeField(required=False, label="Wanneer")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choice_hints = {"hours": "Wij rekenen dit om"}  # type: ignore[attr-defined]
        self.fields["topics"].choice_icons = {"a": "umbrella"}  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _english() -> Any:
    with translation.override("en"):
        yield


def render(form: forms.Form) -> str:
    return Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))


def test_kinds() -> None:
    form = Offer()
    kinds = {field.name: nlds.kind(field) for field in form}
    assert kinds == {
        "kind": "radios",
        "amount": "text",
        "on": "date",
        "topics": "cards",
        "paper": "file",
        "theme": "select",
        "note": "textarea",
        "may": "checkbox",
        "when": "parts",
        "secret": "hidden",
    }


def test_radio_buttons_become_cards_when_the_field_asks() -> None:
    form = Offer()
    form.fields["kind"].choice_cards = True  # type: ignore[attr-defined]
    assert nlds.kind(form["kind"]) == "cards"


def test_optional_fields_say_so_and_required_ones_say_nothing() -> None:
    page = render(Offer())
    assert page.count("(optional)") == 6
    assert "*" not in page


def test_every_visible_field_is_on_the_page_and_has_its_words() -> None:
    page = render(Offer())
    for name in ("kind", "amount", "on", "topics", "paper", "theme", "note", "may", "secret"):
        assert f'name="{name}"' in page
    assert 'name="when_0"' in page
    assert 'aria-describedby="id_amount_helptext"' in page
    assert 'aria-describedby="id_kind_1_hint"' in page


def test_an_error_is_tied_to_its_field_and_linked_above_the_form() -> None:
    form = Offer({"amount": "0", "may": "on"})
    page = render(form)
    assert 'href="#id_amount"' in page
    assert 'href="#id_kind_0"' in page
    assert 'aria-describedby="id_amount_helptext id_amount_error"' in page
    assert 'id="id_amount_error"' in page
    assert 'aria-invalid="true"' in page
    assert page.count('id="form-errors"') == 1


def test_an_error_about_the_whole_form_has_no_link() -> None:
    form = Offer({"kind": "money", "amount": "1000", "may": "on"})
    assert form.is_valid()
    form.add_error(None, "Too late.")
    assert nlds.error_links(form) == [nlds.ErrorLink(text="Too late.", target="")]
    assert render(form).count("Too late.") == 1


def test_the_same_error_at_two_fields_names_them() -> None:
    form = Offer({"kind": "", "amount": "", "may": "on"})
    assert not form.is_valid()
    texts = [link.text for link in nlds.error_links(form)]
    assert len(texts) == len(set(texts)) > 1
    assert all(": " in text for text in texts)


def test_words_of_django_name_their_field_and_own_words_do_not() -> None:
    class Pair(forms.Form):
        reason = forms.CharField(label="Why?", max_length=3)
        own = forms.CharField(label="Own", error_messages={"required": "Say it."})

    texts = [link.text for link in nlds.error_links(Pair({"reason": ""}))]
    assert texts == ["Why?: This field is required.", "Say it."]
    [long, _own] = nlds.error_links(Pair({"reason": "four"}))
    assert long.text.startswith("Why?: Ensure this value")


def test_what_was_typed_stays() -> None:
    page = render(Offer({"kind": "hours", "amount": "12", "topics": ["b"], "note": "Kort"}))
    assert 'value="12"' in page
    assert "Kort</textarea>" in page
    checked = [line for line in page.splitlines() if " checked" in line]
    assert len(checked) == 2


def test_values_of_choices_are_not_localised() -> None:
    class Pick(forms.Form):
        one = forms.TypedChoiceField(choices=[(1234, "x")], widget=forms.RadioSelect, coerce=int)

    with translation.override("nl"):
        assert 'value="1234"' in render(Pick())
