"""The registers of the desk: no field there can break a rule, and each record has its history."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.admin import site
from django.contrib.admin.sites import AdminSite
from django.db import models
from django.db.models.deletion import PROTECT, RESTRICT
from django.test import RequestFactory
from django.urls import reverse

from partners import actions
from partners.models import Organisation
from projects.models import Project
from schuldenlab.audit.actions import record
from schuldenlab.audit.models import Entry
from schuldenlab.web.desk import DeskModelAdmin
from schuldenlab.web.names import names_of
from schuldenlab.web.trail import MOST_PARTS, history_of
from tests.cast import login
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast
    from tests.house.world import World

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db

# Registers of packages, which no rule lets anybody open.
SHUT = {"auth", "account", "mfa", "socialaccount"}
# Who is allowed to lose what it points at, and why.
MAY_BE_LOST = {"projects.Phase.ballot": "a draft ballot that is thrown away leaves its phase"}
# Fields that may be written on the desk itself, with the reason. There are none.
MAY_BE_WRITTEN: dict[str, str] = {}


def ours() -> list[Any]:
    return [model for model in site._registry if model._meta.app_label not in SHUT]


def name_of(model: Any, page: str) -> str:
    return f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"


def some(model: Any) -> Any:
    hidden = {"is_secret": False} if model._meta.model_name == "letter" else {}
    return model._base_manager.filter(**hidden).order_by("pk").first()


# -- no field can break a rule -------------------------------------------------------------------


def test_no_register_lets_anybody_write(cast: Cast) -> None:
    asked = RequestFactory().get("/beheer/")
    for role in ("manager", "staff"):
        asked.user = getattr(cast, role)
        for model, register in site._registry.items():
            label = model._meta.label_lower
            if label in MAY_BE_WRITTEN or model._meta.app_label in SHUT:
                assert not register.has_add_permission(asked)  # type: ignore[arg-type]
                assert not register.has_change_permission(asked)  # type: ignore[arg-type]
                assert not register.has_delete_permission(asked)  # type: ignore[arg-type]
                continue
            assert isinstance(register, DeskModelAdmin), label
            assert not register.has_add_permission(asked), label
            assert not register.has_change_permission(asked), label
            assert not register.has_delete_permission(asked), label
            assert register.get_actions(asked) == {}, label
            assert register.inlines == (), label
            assert not register.list_editable, label


def test_what_is_posted_to_the_desk_changes_nothing(shelves_now: World, client: Client) -> None:
    login(client, shelves_now.cast.manager)
    before = Entry.objects.count()
    for model in ours():
        row = some(model)
        if row is None:
            continue
        facts = {field.name: "x" for field in model._meta.concrete_fields}
        for page, args in (("add", []), ("change", [row.pk]), ("delete", [row.pk])):
            answer = client.post(reverse(name_of(model, page), args=args), facts)
            assert answer.status_code == 403, (model, page)
        mass = {"action": "delete_selected", "_selected_action": [str(row.pk)], "index": "0"}
        client.post(reverse(name_of(model, "changelist")), mass)
        assert some(model) == row
    assert Entry.objects.count() == before


def test_every_field_of_every_record_is_read_only(shelves_now: World, client: Client) -> None:
    """Nothing on the page of a record can be filled in, or saved."""
    login(client, shelves_now.cast.manager)
    for model in ours():
        row = some(model)
        if row is None:
            continue
        page = text_of(client.get(reverse(name_of(model, "change"), args=[row.pk])))
        form = page.split('<main id="content-start"')[1].split("</main>")[0]
        assert 'name="_save"' not in form, model
        assert "<textarea" not in form, model
        assert "<select" not in form, model
        inputs = [part.split(">")[0] for part in form.split("<input")[1:]]
        assert all('type="hidden"' in each for each in inputs), model


def test_what_is_pointed_at_is_kept() -> None:
    """No delete of one record takes a fact away that another one rests on."""
    loose = [
        f"{field.model._meta.label}.{field.name}"
        for model in ours()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.remote_field.on_delete not in {PROTECT, RESTRICT}
    ]
    assert loose == list(MAY_BE_LOST)


# -- the history of a record ---------------------------------------------------------------------


def history(client: Client, row: Any, **query: str) -> str:
    return text_of(client.get(reverse(name_of(type(row), "history"), args=[row.pk]), query))


def test_a_history_says_who_what_when_and_from_where(cast_now: Cast, enter: Enter) -> None:
    organisation, manager = cast_now["FV"], cast_now.manager
    client = enter(manager)
    url = reverse("partners:organisation-facts", args=[organisation.pk])
    facts = {"name": organisation.name, "sector": organisation.sector, "description": "Anders."}
    client.post(url, facts)
    page = history(client, organisation)
    newest = page.split("<tbody>")[1].split("</tr>")[0]
    assert "Mieke Jansen" in newest
    assert "Op de site" in newest or "On the site" in newest
    assert str(Organisation._meta.get_field("description").verbose_name).lower() in newest.lower()


def test_a_history_holds_what_was_refused(cast_now: Cast, enter: Enter) -> None:
    organisation = cast_now["FV"]
    refusal = {"actor": cast_now.contact, "at": cast_now.at, "result": Entry.Result.REFUSED}
    record("partners.end_partnership", organisation, **refusal)
    page = history(enter(cast_now.manager), organisation)
    assert "trail__refused" in page
    assert "Carla Smit" in page
    assert "partners.end_partnership" not in page


def test_a_history_holds_what_belongs_to_the_record(cast_now: Cast) -> None:
    """Its partnership, mandates and choices; not those of another partner."""
    own, other = cast_now["FV"], cast_now["BN"]
    for row in (own, *own.partnerships.all(), *own.mandates.all(), other, other.mandates.first()):
        record("keep_organisation", row, actor=None, at=cast_now.at)
    found = set(history_of(own).values_list("subject_type", "subject_id"))
    mandates = {("partners.mandate", str(row.pk)) for row in own.mandates.all()}
    held = {("partners.partnership", str(row.pk)) for row in own.partnerships.all()}
    assert found == {("partners.organisation", str(own.pk)), *mandates, *held}


def test_a_history_costs_the_same_for_more(cast_now: Cast, enter: Enter) -> None:
    client, organisation = enter(cast_now.manager), cast_now["FV"]
    url = reverse(name_of(Organisation, "history"), args=[organisation.pk])
    actions.confirm_review(organisation, actor=None, at=cast_now.at)
    few = cost_of(client, url).queries
    at = cast_now.at - timedelta(days=2)
    for number in range(30):
        actions.confirm_review(organisation, actor=None, at=at + timedelta(minutes=number))
    assert cost_of(client, url).queries == few == 11
    assert MOST_PARTS < 1_000


def test_a_long_history_has_pages(cast_now: Cast, enter: Enter) -> None:
    client, organisation = enter(cast_now.manager), cast_now["FV"]
    for _number in range(120):
        record("keep_organisation", organisation, actor=None, at=cast_now.at)
    first, last = history(client, organisation), history(client, organisation, p="3")
    assert first.count("<tr>") == 51
    assert 'aria-current="page">3<' in last
    assert history(client, organisation, p="nonsense") == first


def test_a_record_without_acts_says_so(cast_now: Cast, enter: Enter) -> None:
    theme = actions.add_theme(name="Wonen", actor=None, at=cast_now.at)
    bare = type(theme).objects.create(name="Leeg")
    page = history(enter(cast_now.manager), bare)
    assert "<table" not in page
    assert "<main" in page


def test_only_the_kernteam_reads_a_history(cast_now: Cast, enter: Enter) -> None:
    url = reverse(name_of(Organisation, "history"), args=[cast_now["FV"].pk])
    for role in ("contact", "director", "outsider"):
        assert enter(getattr(cast_now, role)).get(url).status_code == 302
    assert enter(cast_now.staff).get(url).status_code == 200


def test_every_history_and_every_record_opens(shelves_now: World, client: Client) -> None:
    login(client, shelves_now.cast.manager)
    for model in ours():
        row = some(model)
        if row is not None:
            for page in ("history", "change"):
                answer = client.get(reverse(name_of(model, page), args=[row.pk]))
                assert answer.status_code == 200, (model, page)


def test_names_of_many_kinds_come_in_one_query(
    shelves_now: World, django_assert_num_queries: Any
) -> None:
    rows = [row for model in ours() if (row := some(model)) is not None]
    with django_assert_num_queries(1):
        names = names_of((row._meta.label_lower, str(row.pk)) for row in rows)
    project = Project.objects.order_by("pk").first()
    assert project is not None
    assert names["projects.project", str(project.pk)] == project.title
    assert len(names) == len(rows)
    assert not any(name.strip().endswith("–") for name in names.values())
    assert names_of([]) == {}
    assert names_of([("partners.person", "99999999"), ("gone.kind", "1")]) == {}


def test_the_registers_of_an_app_are_no_workplace(cast_now: Cast, enter: Enter) -> None:
    page = text_of(enter(cast_now.manager).get(reverse("admin:app_list", args=["events"])))
    assert "desk__card" not in page
    assert 'class="desk"' not in page
    assert reverse("admin:events_meeting_changelist") in page


def path_of(page: str) -> str:
    return page.split('<div class="breadcrumbs">')[1].partition("</div>")[0]


def test_a_path_says_one_name_once(shelves_now: World, client: Client) -> None:
    login(client, shelves_now.cast.manager)
    row = some(Project)
    for page, args in (("changelist", []), ("change", [row.pk]), ("history", [row.pk])):
        path = path_of(text_of(client.get(reverse(name_of(Project, page), args=args))))
        assert path.count("Projecten") == 1


def test_the_log_has_no_history_of_itself(cast_now: Cast, enter: Enter) -> None:
    row = record("keep_organisation", cast_now["FV"], actor=cast_now.staff, at=cast_now.at)
    page = text_of(enter(cast_now.manager).get(reverse(name_of(Entry, "change"), args=[row.pk])))
    assert "historylink" not in page


def test_what_is_empty_is_left_out(cast_now: Cast, enter: Enter) -> None:
    organisation = cast_now["FV"]
    url = reverse(name_of(Organisation, "change"), args=[organisation.pk])
    Organisation.objects.filter(pk=organisation.pk).update(description="")
    assert "field-description" not in text_of(enter(cast_now.manager).get(url))
    Organisation.objects.filter(pk=organisation.pk).update(description="Anders.")
    assert "field-description" in text_of(enter(cast_now.manager).get(url))


def test_the_site_is_the_stock_admin() -> None:
    assert isinstance(site, AdminSite)
