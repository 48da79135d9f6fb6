"""What the form templates in templates/nlds/ need: kinds of fields, controls, choices, errors."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django import forms, template
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.forms import BaseForm
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

# From the most particular widget to the most general one: the first that fits decides.
KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "cards"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Textarea, "textarea"),
    (forms.Select, "select"),
    (forms.FileInput, "file"),
    (forms.MultiWidget, "parts"),
    (forms.DateInput, "date"),
    (forms.DateTimeInput, "date"),
    (forms.TimeInput, "date"),
)
CLASSES = {
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "select": "utrecht-select utrecht-select--html-select",
    "checkbox": "utrecht-checkbox utrecht-checkbox--html-input",
    "file": "sl-file",
}
# The codes of errors that Django finds by itself.
GENERAL = {
    *("required", "invalid", "invalid_choice", "invalid_list", "null_characters_not_allowed"),
    *("max_length", "min_length", "max_value", "min_value"),
}
TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"
INVALID = {
    "textarea": "utrecht-textarea--invalid",
    "select": "utrecht-select--invalid",
    "checkbox": "utrecht-checkbox--invalid",
    "file": "sl-file--invalid",
}


@register.filter
def kind(field: BoundField) -> str:
    """Which of our field templates draws this field; `choice_cards = True` asks for cards."""
    widget = field.field.widget
    if isinstance(widget, forms.RadioSelect) and getattr(field.field, "choice_cards", False):
        return "cards"
    for widget_class, name in KINDS:
        if isinstance(widget, widget_class):
            return name
    return "hidden" if field.is_hidden else "text"


def _described_by(field: BoundField, hint: str) -> str:
    """The ids of the hint and of the errors, in the order in which they are read."""
    ids = [f"{field.auto_id}_helptext"] if hint or field.help_text else []
    if field.errors:
        ids.append(f"{field.auto_id}_error")
    own = field.field.widget.attrs.get("aria-describedby")
    return " ".join([str(own), *ids] if own else ids)


def _attributes(field: BoundField, hint: str) -> dict[str, str | bool]:
    """The attributes with which NL Design System draws the control of a field."""
    name = kind(field)
    classes = [CLASSES.get(name, TEXTBOX)]
    if field.errors:
        classes.append(INVALID.get(name, "utrecht-textbox--invalid"))
    if name == "date":
        classes.append("sl-input-m")
    classes += str(field.field.widget.attrs.get("class", "")).split()
    attributes: dict[str, str | bool] = {"class": " ".join(classes), "placeholder": False}
    if name == "date":
        attributes["autocomplete"] = "off"
    if field.errors:
        attributes["aria-invalid"] = "true"
    if described_by := _described_by(field, hint):
        attributes["aria-describedby"] = described_by
    return attributes


@register.simple_tag
def control(field: BoundField, hint: str = "", **more: str) -> SafeString:
    """The input itself, with our classes and its hint and errors tied to it.

    More attributes may follow: {% control form.code inputmode="numeric" %}.
    """
    attributes = _attributes(field, hint)
    extra_class = more.pop("extra_class", "")
    if extra_class:
        attributes["class"] = f"{attributes['class']} {extra_class}"
    attributes.update({name.replace("_", "-"): value for name, value in more.items()})
    return field.as_widget(attrs=attributes)


@register.simple_tag
def described_by(field: BoundField, hint: str = "") -> SafeString:
    """The attribute that ties a group of controls to its hint and errors, or nothing."""
    ids = _described_by(field, hint)
    return format_html(' aria-describedby="{}"', ids) if ids else SafeString()


@dataclass(frozen=True)
class Choice:
    """One radio button or checkbox of a group."""

    id: str
    name: str
    type: str
    value: str
    label: str
    hint: str
    icon: str
    is_checked: bool
    is_disabled: bool


def _text_for(field: forms.Field, attribute: str, value: str) -> str:
    """`choice_hints` and `choice_icons` of a form field are dicts from value to text."""
    texts = getattr(field, attribute, None) or {}
    return str(texts.get(value, ""))


@register.simple_tag
def choices(field: BoundField) -> list[Choice]:
    """The options of a group, flat, with the hints and icons that the form field gives them."""
    found = []
    for widget in field.subwidgets:
        value = str(widget.data["value"])
        attributes = widget.data["attrs"]
        found.append(
            Choice(
                id=str(attributes.get("id", "")),
                name=str(widget.data["name"]),
                type=str(widget.data["type"]),
                value=value,
                label=str(widget.data["label"]),
                hint=_text_for(field.field, "choice_hints", value),
                icon=_text_for(field.field, "choice_icons", value),
                is_checked=bool(widget.data["selected"]),
                is_disabled=bool(attributes.get("disabled", False)),
            )
        )
    return found


@dataclass(frozen=True)
class ErrorLink:
    """One line of the list above a form; without target when it is about the whole form."""

    text: str
    target: str


def _target(field: BoundField) -> str:
    """The id of the control that mends the error; of a group the first option."""
    if field.is_hidden:
        return ""
    grouped = isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    in_parts = isinstance(field.field.widget, forms.MultiWidget)
    return f"{field.auto_id}_0" if grouped or in_parts else field.id_for_label


@register.simple_tag
def error_links(form: BaseForm) -> list[ErrorLink]:
    """All errors of a form in the order of its fields, the ones about the whole form first.

    An error that stands at more than one field names its field; so does one in the words that
    Django has for every field ("this field is required").
    """
    links = [ErrorLink(text=str(text), target="") for text in form.non_field_errors()]
    fields: Iterable[BoundField] = form
    found = [
        (field, str(text), error)
        for field in fields
        for error in field.errors.as_data()
        for text in error.messages
    ]
    times = Counter(text for _field, text, _error in found)
    for field, text, error in found:
        is_named = times[text] > 1 or _is_general(field.field, error)
        words = f"{field.label}: {text}" if is_named else text
        links.append(ErrorLink(text=words, target=_target(field)))
    return links


def _is_general(field: forms.Field, error: ValidationError) -> bool:
    """Whether these are Django's own words, which do not say what is asked."""
    usual: dict[str, object] = {}
    for kind in reversed(type(field).__mro__):
        usual |= getattr(kind, "default_error_messages", {})
    code = str(error.code or "")
    own = {name for name, words in field.error_messages.items() if words is not usual.get(name)}
    return code in GENERAL and code not in own


@dataclass(frozen=True)
class Part:
    """One input of a field in more parts."""

    id: str
    label: str
    html: SafeString


@register.simple_tag
def parts(field: BoundField) -> list[Part]:
    """The inputs of a field in more parts (date and time), with the names in `part_labels`."""
    names = getattr(field.field, "part_labels", None) or [field.label] * 9
    widget = field.field.widget
    context = widget.get_context(field.html_name, field.value(), {"id": field.auto_id})
    found = []
    for sub, label in zip(context["widget"]["subwidgets"], names, strict=False):
        sub["attrs"] |= {"class": f"{TEXTBOX} sl-input-m"}
        if field.errors:
            sub["attrs"] |= {
                "aria-invalid": "true",
                "aria-describedby": f"{field.auto_id}_error",
                "class": f"{TEXTBOX} utrecht-textbox--invalid sl-input-m",
            }
        html = field.form.renderer.render(sub["template_name"], {"widget": sub})
        found.append(Part(str(sub["attrs"]["id"]), str(label), SafeString(html)))
    return found
