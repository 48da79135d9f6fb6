"""The public pages of the year: what is shown, what is not there, also when somebody guesses."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse

from events.models import Meeting, MeetingSeries
from programme.models import Decision, InnovationTheme, Programme
from projects.models import IndicatorValue, Project
from schuldenlab.portal.published import public_projects
from schuldenlab.portal.views.public.words import project_row
from tests.funding.money import arrange
from tests.portal.test_published import mark, mark_all, year_of
from tests.programme.pages import counted, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

DAY = timedelta(days=1)
LISTS = [
    "/openbaar/",
    *(
        f"/openbaar/{part}/"
        for part in (
            *("programma", "projecten", "besluiten", "agenda", "partners"),
            *("samenwerkingskader", "zo-werken-wij"),
        )
    ),
]


@pytest.fixture
def project(today: Cast) -> Project:
    """The year of the cast, with all that can be public but for three partners."""
    found = year_of(today)
    arrange(today, found.phases.get(), today.at - DAY)
    mark_all(today)
    found.refresh_from_db()
    return found


def details() -> dict[str, str]:
    """An address of each kind of thing that has a page of its own."""
    programme = Programme.objects.get(status="adopted")
    theme = InnovationTheme.objects.get(project__isnull=False)
    decision = Decision.objects.earliest("pk")
    return {
        "programme": reverse("portal:public-programme-year", args=[programme.year]),
        "theme": reverse("portal:public-theme", args=[theme.pk]),
        "project": reverse("portal:public-project", args=[Project.objects.get().code]),
        "decision": reverse("portal:public-decision", args=[decision.year, decision.sequence]),
    }


def all_pages() -> list[str]:
    return [*LISTS, *details().values(), "/sitemap.xml"]


# -- what is on them ------------------------------------------------------------------------------


def test_what_each_says(today: Cast, client: Client, project: Project) -> None:
    programme, theme = Programme.objects.get(status="adopted"), project.innovation_theme
    assert theme is not None
    texts = {name: text_of(client.get(url)) for name, url in details().items()}
    assert programme.ambition in texts["programme"]
    assert theme.title in texts["programme"]
    assert details()["decision"] in texts["programme"]
    assert theme.question in texts["theme"]
    assert details()["project"] in texts["theme"]
    for words in (project.summary, project.code, "Gezinnen geholpen", "341", "Bank Noordzee"):
        assert words in texts["project"]
    assert Decision.objects.earliest("pk").title in texts["decision"]
    home = text_of(client.get("/openbaar/"))
    for words in (programme.ambition, theme.title, project.title, "341", "Bank Noordzee"):
        assert words in home


def test_no_people_no_money_no_silent_partners(
    today: Cast, client: Client, project: Project
) -> None:
    for url in all_pages():
        said = text_of(client.get(url))
        people = [each for each in today.people.values() if each.name in said or each.email in said]
        silent = [each for each in ("EZ", "ZD", "FV", "WK") if today[each].name in said]
        assert (people, silent) == ([], []), url
        assert "50.000" not in said, "what somebody pledged"
        for path in ("/toezeggingen/", "/projecten/", "/besluiten/", "/partners/", "/kompas/"):
            assert f'href="{path}' not in said, "no link leads inside"


@pytest.mark.parametrize("kind", ["programme", "theme", "project", "decision"])
def test_what_is_taken_back_is_not_there(
    today: Cast, client: Client, project: Project, kind: str
) -> None:
    url = details()[kind]
    assert client.get(url).status_code == 200
    models = {
        "programme": Programme,
        "theme": InnovationTheme,
        "project": Project,
        "decision": Decision,
    }
    mark(models[kind].objects.all(), is_public=False)
    assert client.get(url).status_code == 404
    for page in all_pages():
        answer = client.get(page)
        assert answer.status_code == 404 or url not in text_of(answer), page


def test_nothing_is_shown_in_honest_words(today: Cast, client: Client) -> None:
    year_of(today)
    for url in LISTS:
        page = client.get(url)
        assert page.status_code == 200
        assert Project.objects.get().title not in text_of(page)
    assert "sl-blank" in text_of(client.get("/openbaar/projecten/"))
    assert "sl-blank" in text_of(client.get("/openbaar/besluiten/"))


def test_one_stage_of_the_pipeline(today: Cast, client: Client, project: Project) -> None:
    said = text_of(client.get("/openbaar/projecten/?fase=business_case"))
    assert project.title in said
    assert 'href="?fase=business_case" aria-current="page"' in said
    page = client.get("/openbaar/projecten/?fase=handed_over")
    assert [column["rows"] for column in page.context["columns"]] == [[]]
    assert project.title not in text_of(page)
    assert client.get("/openbaar/projecten/?fase=onzin").status_code == 404


def test_what_is_tried_out_is_ready_once_its_phase_ended(
    today: Cast, project: Project, english: None
) -> None:
    (found,) = public_projects(today.at)
    for status, said in (("planned", "in preparation"), ("running", "running"), ("ended", "done")):
        row = project_row(replace(found, phase="prototype", phase_status=status))
        assert row["status_text"] == f"Prototype: {said}"


def test_what_is_over_has_no_aim_and_does_not_run(
    today: Cast, client: Client, project: Project
) -> None:
    before = client.get("/openbaar/").context["figures"]
    assert "900" in text_of(client.get(details()["project"]))
    Project.objects.update(status="stopped", stopped_at=today.at, stop_reason="Het werkte niet.")
    assert len(client.get("/openbaar/").context["figures"]) == len(before) - 1
    said = text_of(client.get(details()["project"]))
    assert "341" in said
    assert "900" not in said


def test_meetings_of_today_and_later(today: Cast, client: Client) -> None:
    series = MeetingSeries.objects.create(
        framework=today.framework, duty="network", title="Netwerk", audience="network", per_year=2
    )
    for ordinal, days in ((1, -30), (2, 0), (3, 40)):
        day = (today.at + days * DAY).date()
        Meeting.objects.create(
            series=series,
            year=today.at.year,
            ordinal=ordinal,
            subject=f"Bijeenkomst {ordinal}",
            place="Geheim adres",
            window_opens_on=day,
            window_closes_on=day,
            starts_at=today.at + days * DAY,
            status="scheduled",
        )
    url = "/openbaar/agenda/"
    assert "Bijeenkomst" not in text_of(client.get(url))
    mark(MeetingSeries.objects.all())
    page = client.get(url)
    names = [row["name"] for month in page.context["months"] for row in month["rows"]]
    assert names == ["Bijeenkomst 2", "Bijeenkomst 3"], "also when it began already"
    assert [row["name"] for row in page.context["past"]] == ["Bijeenkomst 1"]
    assert "Geheim adres" not in text_of(page)
    assert reverse("events:public-feed") in text_of(page)


def test_the_kompas_beside_the_text(today: Cast, client: Client, project: Project) -> None:
    url = "/openbaar/samenwerkingskader/"
    page = client.get(url)
    assert len(page.context["cards"]) == 8
    assert "sl-compass" in text_of(page)
    type(today.framework).objects.update(is_kompas_public=False)
    page = client.get(url)
    assert "cards" not in page.context
    assert today.framework.title in text_of(page)


# -- for machines ---------------------------------------------------------------------------------


def test_search_engines_find_the_public_pages_only(
    today: Cast, client: Client, project: Project
) -> None:
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /\n" in robots
    for path in ("/openbaar/", "/en/openbaar/", "/privacy/", "/hulp/api/", "/agenda.ics"):
        assert f"Allow: {path}\n" in robots
    assert "Allow: /sitemap.xml\n" in robots
    assert "Allow: /api/v1/openapi.json\n" in robots
    found = re.findall(r"<loc>[^<]*?(/openbaar/[^<]*)</loc>", text_of(client.get("/sitemap.xml")))
    more = {"/openbaar/data/", "/openbaar/documenten/", "/openbaar/jaarverantwoording/"}
    assert {*LISTS, *details().values(), *more} <= set(found)
    sitemap = text_of(client.get("/sitemap.xml"))
    for path in LISTS:
        assert f'hreflang="en" href="{settings.SITE_URL}/en{path}"/>' in sitemap
    for path in found:
        said = text_of(client.get(path))
        assert f'{path}">' in said, "its address"
        assert '<meta name="description"' in said
        assert '<meta property="og:title"' in said
        assert "noindex" not in said


# -- how long an answer is kept -------------------------------------------------------------------


def test_304_until_something_changes(today: Cast, client: Client, project: Project) -> None:
    tags = {url: client.get(url)["ETag"] for url in all_pages()}
    for url, tag in tags.items():
        with counted() as cost:
            answer = client.get(url, headers={"if-none-match": tag})
        assert (answer.status_code, answer.content) == (304, b""), url
        assert answer["Cache-Control"] == "public, max-age=300"
        assert cost.queries <= 1, url
    IndicatorValue.objects.create(
        indicator=project.indicators.get(name="Gezinnen geholpen"),
        value=400,
        measured_on=today.at.date(),
        source="Monitor",
        recorded_at=today.at,
    )
    changed = [
        url
        for url, tag in tags.items()
        if client.get(url, headers={"if-none-match": tag}).status_code == 200
    ]
    shows = ["/openbaar/", "/openbaar/projecten/", details()["theme"], details()["project"]]
    assert set(changed) == {*shows, "/sitemap.xml"}
    assert "400" in text_of(client.get(details()["project"]))


def test_tomorrow_is_another_version(today: Cast, client: Client, project: Project) -> None:
    tags = {url: client.get(url)["ETag"] for url in all_pages()}
    with time_machine.travel(today.at + DAY, tick=False):
        for url, tag in tags.items():
            assert client.get(url, headers={"if-none-match": tag}).status_code == 200, url


def test_who_is_logged_in_has_the_own_menu_and_no_shared_copy(
    today: Cast, enter: Enter, project: Project
) -> None:
    client = enter(today.contact)
    for url in [*LISTS, *details().values()]:
        page = client.get(url)
        assert page["Cache-Control"] == "private, no-cache"
        assert not page.has_header("ETag")
        assert page.context["menu"]
        assert page.context["public_menu"] == []


def test_a_visitor_has_the_menu_of_the_public_pages(
    today: Cast, client: Client, project: Project
) -> None:
    for url in LISTS:
        menu = client.get(url).context["public_menu"]
        assert [each["url"] for each in menu] == LISTS
        assert [each["url"] for each in menu if each["is_here"]] == [url]


# -- cost -----------------------------------------------------------------------------------------


def test_they_cost_the_same_at_any_size(today: Cast, client: Client, project: Project) -> None:
    """The version is one query; then the records, never one for each of them."""
    pages = {**{url: url for url in LISTS}, **details()}
    pages.pop("/openbaar/samenwerkingskader/")  # the Kompas has a test of what it costs
    before = {name: costs(client, url) for name, url in pages.items()}
    assert before == {
        "/openbaar/": 14,
        "/openbaar/programma/": 3,
        "/openbaar/projecten/": 8,
        "/openbaar/besluiten/": 2,
        "/openbaar/agenda/": 2,
        "/openbaar/partners/": 2,
        "/openbaar/zo-werken-wij/": 0,
        "programme": 3,
        "theme": 9,
        "project": 9,
        "decision": 2,
    }
    for theme in InnovationTheme.objects.filter(status="selected"):
        facts: dict[str, Any] = {"innovation_theme": theme, "theme": theme.theme}
        Project.objects.create(year=2026, sequence=70 + theme.pk, title=theme.title, **facts)
    mark_all(today)
    assert {name: costs(client, url) for name, url in pages.items()} == before


def costs(client: Client, url: str) -> int:
    with counted() as cost:
        assert client.get(url).status_code == 200
    return cost.queries
