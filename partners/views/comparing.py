"""A framework beside the one before it: clause by clause, and number by number."""

from datetime import date
from typing import Any, Final

from django.http import Http404
from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from partners.comparison import (
    Change,
    ClauseChange,
    ClauseWords,
    changed_numbers,
    compare_clauses,
)
from partners.models import Clause, Framework
from partners.ports import measure_titles
from partners.verification import SEALED_NUMBERS
from schuldenlab.web.doors import DetailDoor
from schuldenlab.web.templatetags.look import euro

from .crumbs import crumbs
from .signatures import upper

BADGES: Final = {
    Change.SAME: "open",
    Change.CHANGED: "track",
    Change.NEW: "met",
    Change.GONE: "warn",
}

# In these stages the text marks what is not as it was before.
MARKED: Final = {Framework.Status.DRAFT, Framework.Status.OPEN}


def clauses_of(framework: Framework) -> list[Clause]:
    """Its clauses with their measures, in order (two queries)."""
    return list(framework.clauses.prefetch_related("measures").order_by("number"))


def compare(before: list[Clause], after: list[Clause]) -> tuple[ClauseChange, ...]:
    """Both in the language of the reader; in Dutch when one of them is there in Dutch only."""
    every = [*before, *after]
    is_english = get_language() == "en" and all(
        clause.title_en and (clause.text_en or not clause.text) for clause in every
    )
    return compare_clauses(
        [_words(clause, is_english=is_english) for clause in before],
        [_words(clause, is_english=is_english) for clause in after],
    )


def _words(clause: Clause, *, is_english: bool) -> ClauseWords:
    dutch, english = (clause.title, clause.text), (clause.title_en, clause.text_en)
    (title, text), other = (english, dutch) if is_english else (dutch, english)
    measures = {row.code: (row.by_month, row.by_day) for row in clause.measures.all()}
    return ClauseWords(clause.number, title, text, measures, "\n".join(other))


def marks(change: ClauseChange) -> list[str]:
    """What is not as it was, in short sentences."""
    before, after = change.before, change.after
    if after is None:
        return [_("No longer: this agreement is not in the framework any more.")]
    if before is None:
        return [_("New: this agreement was not in the framework before.")]
    found = [_("New: %(text)s") % {"text": words} for words in change.added]
    found += [_("No longer: %(text)s") % {"text": words} for words in change.removed]
    if before.title != after.title:
        found.append(_("The title was: %(title)s") % {"title": before.title})
    if before.number != after.number:
        found.append(_("This was agreement %(number)s.") % {"number": before.number})
    found += _measure_marks(before, after)
    if change.is_only_translated:
        found.append(_("The text in the other language is new."))
    return found


def _measure_marks(before: ClauseWords, after: ClauseWords) -> list[str]:
    titles, found = measure_titles(), []
    for code, day in after.measures.items():
        facts = {"title": titles.get(code, code), "day": _day(day)}
        if code not in before.measures:
            found.append(_("New: we also measure “%(title)s”, each year by %(day)s.") % facts)
        elif before.measures[code] != day:
            facts["was"] = _day(before.measures[code])
            found.append(_("New: “%(title)s” each year by %(day)s; it was %(was)s.") % facts)
    gone = [code for code in before.measures if code not in after.measures]
    return found + [
        _("No longer: we do not measure “%(title)s” any more.") % {"title": titles.get(code, code)}
        for code in gone
    ]


def _day(day: tuple[int, int]) -> str:
    leap_year = 2024
    return format_date(date(leap_year, *day), "j F")


def number_changes(framework: Framework) -> list[dict[str, str]]:
    """Each number that is not the same as before: its name, then, and now."""
    before, after = (
        {name: getattr(each, name) for name in (*SEALED_NUMBERS, "big_change", "big_change_share")}
        for each in (framework.predecessor, framework)
    )
    return [
        {
            "label": upper(str(Framework._meta.get_field(name).verbose_name)),  # type: ignore[union-attr] # noqa: SLF001
            "before": _figure(name, was),
            "after": _figure(name, now),
        }
        for name, was, now in changed_numbers(before, after)
    ]


def _figure(name: str, value: Any) -> str:
    if value is None:
        return _("not agreed")
    return euro(value) if name == "big_change" else str(value)


def text_facts(framework: Framework) -> dict[str, Any]:
    """The clauses; until it is in force with what is not as it was."""
    clauses, changes, numbers = clauses_of(framework), {}, []
    gone: list[ClauseChange] = []
    if framework.predecessor and framework.status in MARKED:
        found = compare(clauses_of(framework.predecessor), clauses)
        changes = {each.number: each for each in found if each.change is not Change.GONE}
        gone = [each for each in found if each.change is Change.GONE]
        numbers = number_changes(framework)
    return {
        "clauses": [_clause_facts(clause, changes.get(clause.number)) for clause in clauses],
        "gone": [each.before for each in gone],
        "changed_numbers": numbers,
    }


def _clause_facts(clause: Clause, change: ClauseChange | None) -> dict[str, Any]:
    """A clause in the language of the reader, with what is measured and what is new in words."""
    titles = measure_titles()
    is_marked = change is not None and change.change is not Change.SAME
    rows = sorted(clause.measures.all(), key=lambda row: row.position)
    return {
        "pk": clause.pk,
        "number": clause.number,
        "title": clause.heading,
        "text": change.kept if change and is_marked else clause.words,
        "measures": [str(titles.get(row.code, row.code)) for row in rows],
        "marks": marks(change) if change and is_marked else [],
        "edit_url": reverse("partners:clause-edit", args=[clause.pk]),
    }


def change_word(change: Change) -> str:
    """The word on the badge."""
    words = {
        Change.SAME: _("The same"),
        Change.CHANGED: _("Changed"),
        Change.NEW: _("New"),
        Change.GONE: _("No longer there"),
    }
    return words[change]


def change_row(change: ClauseChange) -> dict[str, Any]:
    """One clause for the page: what became of it, both texts, and the marks."""
    return {
        "number": change.number,
        "title": (change.after or change.before).title,  # type: ignore[union-attr]
        "badge": BADGES[change.change],
        "word": change_word(change.change),
        "is_same": change.change is Change.SAME,
        "before": change.before,
        "after": change.after,
        "marks": marks(change) if change.change is not Change.SAME else [],
    }


def summary(changes: tuple[ClauseChange, ...]) -> str:
    """How many changed and how many stayed, in one sentence."""
    same = sum(change.change is Change.SAME for change in changes)
    other = len(changes) - same
    changed = ngettext(
        "%(count)s agreement is different", "%(count)s agreements are different", other
    ) % {"count": other}
    stayed = ngettext("%(count)s stayed the same", "%(count)s stayed the same", same)
    return f"{changed}, {stayed % {'count': same}}."


class FrameworkCompare(DetailDoor):
    """Both texts beside each other, with every difference in words."""

    queryset = Framework.objects.select_related("predecessor")
    permission = "partners.view_framework"
    template_name = "partners/framework_compare.html"

    def get_object(self) -> Any:
        """A framework with a predecessor; without one there is nothing to compare."""
        framework = super().get_object()
        if framework.predecessor is None:
            raise Http404
        return framework

    def facts(self) -> dict[str, Any]:
        """Different clauses first in full, the same ones by their title."""
        framework = self.object
        changes = compare(clauses_of(framework.predecessor), clauses_of(framework))
        rows = [change_row(change) for change in changes]
        return {
            "framework": framework,
            "predecessor": framework.predecessor,
            "heading": _("What changes in %(title)s?") % {"title": framework.title},
            "lead": summary(changes),
            "crumbs": crumbs(
                (_("Framework"), "partners:framework-list"),
                (framework.title, framework.get_absolute_url()),
                (_("What changes"), ""),
            ),
            "different": [row for row in rows if not row["is_same"]],
            "same": [row for row in rows if row["is_same"]],
            "numbers": number_changes(framework),
        }
