"""The pages of the annual account: written by the kernteam, read by everybody, never changed."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from partners import actions as partners
from programme import actions
from programme.models import AnnualAccount
from schuldenlab.portal.account import FIGURES, Question, figures_of
from schuldenlab.portal.account.edition import edition_of, is_intact
from schuldenlab.portal.account.words import TITLES
from schuldenlab.portal.pdf.account import paper_of
from schuldenlab.portal.published import public_accounts, version_of
from schuldenlab.portal.worklist import worklist_of
from tests.funding.budgets import adopt_budget, to_budget
from tests.house.world import adopt
from tests.portal.accounts import frozen
from tests.programme.accounts import draft
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

    Enter = Callable[..., Client]

DAY = timedelta(days=1)
YEAR = 2026
OPEN = f"/openbaar/jaarverantwoording/{YEAR}/"


def page(name: str, *more: Any) -> str:
    return reverse(f"portal:{name}", args=[YEAR, *more])


# -- writing -------------------------------------------------------------------------------------


def test_staff_begins_and_writes(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    assert client.post(page("account-start")).url == page("account-write")
    block = page("account-block", "money")
    answer = client.post(block, {"text": "Wij hebben {money_needed} nodig.", "based_on": "0"})
    assert answer.url == page("account-write")
    assert AnnualAccount.objects.get().blocks.get().text == "Wij hebben {money_needed} nodig."


def test_an_unknown_figure_is_named_beside_the_field(today: Cast, enter: Enter) -> None:
    draft(today)
    client = enter(today.staff)
    typed = "Er zijn {koeien} en {partners}."
    answer = client.post(page("account-block", "money"), {"text": typed, "based_on": "0"})
    assert answer.status_code == 422
    text = text_of(answer)
    assert typed in text, "nothing is lost"
    assert "{koeien}" in str(answer.context["form"].errors["text"])
    assert "{partners}" not in str(answer.context["form"].errors["text"])
    assert AnnualAccount.objects.get().blocks.count() == 1


def test_a_preview_saves_nothing(today: Cast, enter: Enter) -> None:
    draft(today)
    count = figures_of(Question(YEAR, today.at))["partners"].value
    typed = {"text": "Met {partners}.", "based_on": "0", "preview": "1"}
    answer = enter(today.staff).post(page("account-block", "money"), typed)
    assert answer.status_code == 200
    assert f"Met <strong>{count}</strong>." in text_of(answer)
    assert AnnualAccount.objects.get().blocks.count() == 1


def test_who_saves_second_is_told(today: Cast, enter: Enter) -> None:
    account = draft(today)
    actions.write_block(account, "foreword", text="Van een ander.", actor=None, at=today.at)
    typed = {"text": "Van mij.", "based_on": "1"}
    answer = enter(today.staff).post(page("account-block", "foreword"), typed)
    assert answer.status_code == 422
    assert "Van mij." in text_of(answer)
    assert account.blocks.get().text == "Van een ander."


# -- publishing ----------------------------------------------------------------------------------


def test_only_the_manager_publishes_and_says_so(today: Cast, enter: Enter) -> None:
    account = draft(today)
    url = page("account-publish")
    assert enter(today.staff).post(url, {"sure": "on"}).status_code == 403
    client = enter(today.manager)
    form = client.get(url).context["form"]
    assert client.post(url, {"seen": form["seen"].value()}).status_code == 422
    assert AnnualAccount.objects.get().status == "draft"
    answer = client.post(url, {"sure": "on", "seen": form["seen"].value()})
    assert answer.url == page("account-edition", 1)
    account.refresh_from_db()
    assert account.is_published
    assert account.is_interim


def test_a_text_that_changed_meanwhile_is_read_first(today: Cast, enter: Enter) -> None:
    account = draft(today)
    client = enter(today.manager)
    seen = client.get(page("account-publish")).context["form"]["seen"].value()
    actions.write_block(account, "short", text="Anders.", actor=None, at=today.at)
    answer = client.post(page("account-publish"), {"sure": "on", "seen": seen})
    assert answer.status_code == 422
    account.refresh_from_db()
    assert not account.is_published


def test_a_figure_that_is_not_shown_is_said_before_publishing(today: Cast, enter: Enter) -> None:
    adopt_budget(today, today.at - DAY)
    to_budget(today, "BN", "innovation", 71_113, today.at)
    account = draft(today, text="Met {partners} partners.")
    said = "Zeker is {money_firm}."
    actions.write_block(account, "money", text=said, actor=None, at=today.at)
    client = enter(today.manager)
    gaps = client.get(page("account-publish")).context["gaps"]
    assert [(each["url"], each["names"]) for each in gaps] == [
        (page("account-block", "money"), [TITLES["money_firm"]])
    ]
    blocks = {each["heading"]: each for each in client.get(page("account-write")).context["blocks"]}
    assert blocks["money"]["hidden"] == [TITLES["money_firm"]]
    text = text_of(client.get(page("account-write")))
    assert "{" not in blocks["money"]["said"] + blocks["foreword"]["said"]
    assert "{money_firm}" not in text
    assert "71.113" not in text


def test_a_year_that_has_not_begun_has_no_account(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    for year in (2031, YEAR + 1, today.framework.starts_on.year - 1, 1999):
        url = reverse("portal:account-start", args=[year])
        assert (client.get(url).status_code, client.post(url).status_code) == (404, 404)
    found = client.get(reverse("portal:account-list"))
    assert found.context["may_begin"] == [YEAR, YEAR - 1]
    assert found.context["crumbs"][0]["url"] == reverse("portal:kompas")


# -- reading -------------------------------------------------------------------------------------


def test_a_draft_is_not_there_for_anybody_else(today: Cast, enter: Enter) -> None:
    draft(today, text="Een geheime zin.")
    for who in ("contact", "director", "seat", "outsider"):
        client = enter(getattr(today, who))
        for url in (page("account-edition", 1), page("account-write"), page("account-pdf", 1)):
            assert client.get(url).status_code == 404, (who, url)
    assert "geheime" not in text_of(enter(today.contact).get(reverse("portal:account-list")))
    assert Client().get(OPEN).status_code == 404


def test_partners_and_everybody_read_the_same(today: Cast, enter: Enter) -> None:
    account = frozen(today)
    for client, url in ((enter(today.contact), page("account-edition", 1)), (Client(), OPEN)):
        text = text_of(client.get(url))
        assert account.sha256 in text
        count = figures_of(Question(YEAR, today.at))["partners"].value
        assert f">{count}</a> partners." in text


@pytest.mark.parametrize("code", sorted(FIGURES))
def test_each_figure_leads_to_its_rows(today: Cast, enter: Enter, code: str) -> None:
    frozen(today)
    client = enter(today.contact)
    assert page("account-figure", 1, code) in text_of(client.get(page("account-edition", 1)))
    for answer in (
        client.get(page("account-figure", 1, code)),
        Client().get(f"{OPEN}1/cijfers/{code}/"),
    ):
        assert answer.status_code == 200
        assert str(TITLES[code]) in text_of(answer)
        assert answer.context["figure"].adds_up


def test_rows_lead_to_what_this_reader_can_open(today: Cast, enter: Enter) -> None:
    partners.show_in_public(today["BN"], actor=None, at=today.at)
    frozen(today)
    url = today["BN"].get_absolute_url()
    assert url in text_of(enter(today.contact).get(page("account-figure", 1, "partners")))
    assert url not in text_of(Client().get(f"{OPEN}1/cijfers/partners/"))


def test_the_hash_can_be_checked_by_anybody(today: Cast) -> None:
    account = frozen(today)
    answer = Client().get(f"{OPEN}1/json/")
    assert answer["Content-Type"] == "application/json"
    assert hashlib.sha256(answer.content).hexdigest() == account.sha256


def test_nothing_changed_is_not_sent_again(today: Cast) -> None:
    frozen(today)
    for url in (OPEN, f"{OPEN}1/cijfers/partners/", f"{OPEN}1/json/", f"{OPEN}1/verschillen/"):
        first = Client().get(url)
        again = Client().get(url, headers={"if-none-match": first["ETag"]})
        assert (first.status_code, again.status_code) == (200, 304), url
        assert "public" in first["Cache-Control"]


def test_the_differences_on_a_page(today: Cast, enter: Enter) -> None:
    partners.show_in_public(today["BN"], actor=None, at=today.at)
    frozen(today, at=today.at - DAY)
    client = enter(today.contact)
    url = page("account-changes", 1)
    assert client.get(url).context["changes"] == []
    paper = {"signatory": "D. van Dam", "function": "Directeur"}
    partners.register_signature(
        today.framework,
        organisation=today["BN"],
        **paper,
        signed_on=(today.at - 2 * DAY).date(),
        actor=None,
        at=today.at,
    )
    for answer in (client.get(url), Client().get(f"{OPEN}1/verschillen/")):
        assert [each["code"] for each in answer.context["changes"]] == ["signatures"]
        assert today["BN"].name in text_of(answer)
    assert client.get(page("account-edition", 1)).context["changed"] == [TITLES["signatures"]]


def test_earlier_editions_stay_readable(today: Cast, enter: Enter) -> None:
    first = frozen(today)
    actions.start_account(YEAR, actor=None, at=today.at)
    second = AnnualAccount.objects.get(status="draft")
    client = enter(today.manager)
    form = client.get(page("account-publish")).context["form"]
    client.post(page("account-publish"), {"sure": "on", "seen": form["seen"].value()})
    second.refresh_from_db()
    assert second.sha256 != first.sha256
    assert second.sha256 in text_of(Client().get(OPEN))
    assert first.sha256 in text_of(Client().get(f"{OPEN}1/"))


def test_hidden_amounts_are_on_no_page(today: Cast, enter: Enter) -> None:
    adopt_budget(today, today.at - DAY)
    marks = {"BN": 71_113, "CH": 62_227, "EZ": 53_331, "ZD": 44_441, "VH": 35_551}
    for letters, amount in marks.items():
        to_budget(today, letters, "innovation", amount, today.at)
    frozen(today, text="Zeker is {money_firm}.")
    contact = enter(today.contact)
    texts = [text_of(Client().get(url)) for url in (OPEN, f"{OPEN}1/verschillen/")]
    texts += [text_of(contact.get(page("account-edition", 1)))]
    texts += [text_of(contact.get(page("account-figure", 1, code))) for code in FIGURES]
    texts += [Client().get(f"{OPEN}1/json/").content.decode()]
    forms = [each for n in marks.values() for each in (str(n), f"{n:,}".replace(",", "."))]
    assert not [each for each in forms for text in texts if each in text]
    assert f"{sum(marks.values()):,}".replace(",", ".") in texts[0]


# -- paper ---------------------------------------------------------------------------------------


def test_the_paper_is_tagged_and_read_in_order(today: Cast, enter: Enter) -> None:
    account = frozen(today)
    answer = enter(today.contact).get(page("account-pdf", 1))
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(answer.content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "nl-NL"
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert reader.metadata is not None
    assert str(YEAR) in str(reader.metadata.title)
    text = " ".join(each.extract_text() for each in reader.pages).replace("\u200b", "")
    assert account.sha256 in "".join(text.split())
    levels = _headings(root["/StructTreeRoot"])
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert levels.count(3) == len(FIGURES), "each figure has its rows in the appendix"


def test_the_paper_says_what_is_counted_and_where_to_read_it(today: Cast, enter: Enter) -> None:
    frozen(today)
    answer = enter(today.contact).get(page("account-pdf", 1))
    reader = PdfReader(io.BytesIO(answer.content))
    text = " ".join(each.extract_text() for each in reader.pages).replace("\u200b", "")
    assert "Telt voor" in text
    assert OPEN + "1/" in "".join(text.split())
    facts = paper_of(edition_of(AnnualAccount.objects.get(), today.at))
    assert facts["address"].endswith(f"{OPEN}1/")
    tables = {each["heading"]: each for each in facts["tables"]}
    assert len(tables[str(TITLES["attendance"])]["columns"]) == 2
    for each in facts["tables"]:
        assert {len(row) for row in (*each["rows"], each["total"])} == {len(each["columns"])}
    clauses = next(each["clauses"] for each in facts["blocks"] if each["clauses"])
    assert [each[0] for each in clauses] == [str(n) for n in range(1, len(clauses) + 1)]


def _headings(node: Any) -> list[int]:
    """The levels of the headings in the order in which they are read aloud."""
    found = []
    kind = str(node.get("/S", ""))
    if kind.startswith("/H") and kind[2:].isdigit():
        found.append(int(kind[2:]))
    kids = node.get("/K", [])
    for each in kids if isinstance(kids, list) else [kids]:
        kid = each.get_object() if hasattr(each, "get_object") else each
        if hasattr(kid, "get"):
            found += _headings(kid)
    return found


def test_the_paper_is_in_the_language_of_its_reader(today: Cast) -> None:
    frozen(today)
    answer = Client().get(f"{OPEN}1/pdf/", headers={"accept-language": "en"})
    reader = PdfReader(io.BytesIO(answer.content))
    assert str(reader.trailer["/Root"]["/Lang"]).startswith(("en", "nl"))


def test_a_command_rechecks_every_edition(today: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    frozen(today)
    call_command("verify_accounts")
    assert json.loads(capsys.readouterr().out) == {"ok": True, "errors": []}


def test_a_broken_edition_is_found(today: Cast) -> None:
    account = frozen(today)
    assert is_intact(account)
    account.snapshot = account.snapshot.replace('"edition":1', '"edition":2')
    account.__dict__.pop("facts")
    assert not is_intact(account)


# -- around it -----------------------------------------------------------------------------------


def test_the_outside_gets_every_edition(today: Cast) -> None:
    before = version_of("accounts", today.at)
    assert public_accounts(today.at) == ()
    account = frozen(today)
    draft(today, year=YEAR - 1)
    found = public_accounts(today.at)
    assert [(each.year, each.edition, each.sha256) for each in found] == [(YEAR, 1, account.sha256)]
    count = figures_of(Question(YEAR, today.at))["partners"].value
    assert found[0].blocks[0].text == f"Wij zijn met {count} partners."
    assert [each.key for each in found[0].figures] == list(FIGURES)
    assert version_of("accounts", today.at) != before


def test_last_year_waits_on_the_worklist_until_it_is_published(cast: Cast) -> None:
    def keys() -> list[str]:
        at = cast.at.replace(year=YEAR + 1, month=2)
        return [each.key for each in worklist_of(at) if each.key.startswith("account:")]

    assert keys() == []
    adopt(cast, cast.at)
    assert keys() == [f"account:{YEAR}:none"]
    frozen(cast)
    assert keys() == [f"account:{YEAR}:none"], "an interim edition is not enough"
    actions.start_account(YEAR, actor=None, at=cast.at)
    assert keys() == [f"account:{YEAR}:draft"]
    account = AnnualAccount.objects.get(status="draft")
    over = cast.at.replace(year=YEAR + 1, month=2)
    facts = {"moment": over.isoformat(), "figures": []}
    actions.publish_account(account, content=facts, actor=None, at=over)
    assert keys() == []


def test_a_page_costs_the_same_with_more_editions(today: Cast, enter: Enter) -> None:
    frozen(today)
    client = enter(today.contact)
    url = page("account-figure", 1, "partners")
    small, before = cost_of(client, url), cost_of(client, reverse("portal:account-list"))
    for number in (2, 3):
        actions.start_account(YEAR, actor=None, at=today.at)
        draft_of = AnnualAccount.objects.get(status="draft")
        facts = {"moment": today.at.isoformat(), "figures": []}
        actions.publish_account(draft_of, content=facts, actor=None, at=today.at)
        assert draft_of.edition == number
    assert cost_of(client, url).queries == small.queries == 6
    assert cost_of(client, reverse("portal:account-list")).queries == before.queries == 5
