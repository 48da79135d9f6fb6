"""Forms of texts that two people may have open at once: what one changed, the other keeps."""

from copy import copy
from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.utils.formats import date_format
from django.utils.translation import gettext as _

SALT = "texts as they were shown"


class MergingForm(forms.BaseForm):
    """A form that remembers what it showed, and writes only what was changed in it.

    What it showed goes along in the page, sealed. Of a field that somebody else changed meanwhile
    and that was changed here too, both texts are shown; sent once more, the one of here is kept.
    """

    sealed = "shown"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = [*self.fields]
        self.fields[self.sealed] = forms.CharField(
            required=False,
            widget=forms.HiddenInput,
            initial=self._seal({name: self.initial.get(name) for name in self.texts}),
        )

    @property
    def changed_here(self) -> dict[str, Any]:
        """What this person changed, to what it has become."""
        before = self._shown()
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if before is None or _plain(value) != before.get(name, "")
        }

    @property
    def rests_on(self) -> dict[str, Any]:
        """Of what was changed: how it stood when that was compared."""
        return {name: self.initial.get(name) for name in self.changed_here}

    def clean(self) -> dict[str, Any]:
        """Keep what others changed, and ask about what was changed on both sides."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        data.pop(self.sealed, None)
        before = self._shown()
        if before is None:
            return data
        twice = {}
        for name in [each for each in self.texts if each in data]:
            mine, now = _plain(data[name]), _plain(self.initial.get(name))
            if mine == before.get(name, ""):
                data[name] = self.initial.get(name, data[name])
            elif now not in (before.get(name, ""), mine):
                twice[name] = now
        for name in twice:
            self.add_error(name, self._both(name))
        if twice:
            self._show_again({**before, **twice})
        return data

    def _both(self, name: str) -> str:
        """The text of the other; that of here stands in the field."""
        value, field = self.initial.get(name), self.fields[name]
        choices = dict(getattr(field, "choices", ()))
        other = date_format(value) if isinstance(value, date) else choices.get(value, value) or "–"
        said = _(
            "Somebody else changed this meanwhile. It says now: “%(other)s”. Yours is still in the "
            "field. Put them together, and send again."
        )
        return said % {"other": other}

    def _shown(self) -> dict[str, str] | None:
        try:
            found: dict[str, str] = signing.loads(self.data.get(self.sealed, ""), salt=SALT)
        except signing.BadSignature:
            return None
        return found

    def _show_again(self, texts: dict[str, str]) -> None:
        data: Any = copy(self.data)
        data[self.sealed] = self._seal(texts)
        self.data = data

    @staticmethod
    def _seal(texts: dict[str, Any]) -> str:
        plain = {name: _plain(value) for name, value in texts.items()}
        return signing.dumps(plain, salt=SALT, compress=True)


def _plain(value: Any) -> str:
    """A value as text, by which two of them are compared."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").strip()
