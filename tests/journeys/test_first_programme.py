"""A partner network adopts its programme: from the file with partners to the first commitment."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from partners.models import Organisation
from programme.models import Ballot, Commitment, Decision, Programmaraad
from programme.tasks import close_due_ballots
from programme.verification import verify_all
from tests.cast import ZONE

from .conftest import Clock, Visitor, code_for, deliver

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PARTNERS = Path(__file__).resolve().parents[1] / "data" / "partners_schuldenlab070.csv"
SEATS = ["Gemeente Den Haag", "CZ", "Eneco", "ING", "Staedion", "Fonds 1818"]
MANAGER = "mieke@denhaag.example"


def address_of(organisation: str) -> str:
    """A fictional director of each."""
    return f"bestuur@{organisation.lower().replace(' ', '-')}.example"


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> None:
    """A new lab: the host, the framework and the manager of the kernteam."""
    call_command(
        "setup_lab",
        "--manager-email", MANAGER, "--manager-name", "Mieke de Wit",
        "--starts", "2036-01-01", "--ends", "2040-12-31", "--json",
    )  # fmt: skip


def test_a_network_adopts_its_programme(
    lab: None, visit: Callable[..., Visitor], clock: Clock
) -> None:
    manager = visit()
    manager.log_in(MANAGER)
    manager.is_accessible()
    import_partners(manager)
    for organisation in SEATS:
        invite(manager, organisation)
    compose_raad(manager)
    clock.move_to(timezone.now() + timedelta(days=15))
    install_raad(manager)
    write_and_open(manager)

    voter = visit(width=320, script=False)
    vote(voter, "ING")
    vote_again_after_a_night(voter, "ING", clock)
    for organisation in ("CZ", "Eneco", "Staedion", "Fonds 1818"):
        vote_briefly(visit(width=390), organisation)

    close(clock)
    director = visit(width=390, dark=True)
    commit(director, "CZ")
    for visitor in (manager, director):
        assert visitor.page_errors == []


def import_partners(manager: Visitor) -> None:
    """Seventeen partners from the file, three of them with a date that is asked for."""
    manager.goto("/beheer/")
    manager.follow("Importeer partners")
    manager.page.set_input_files("input[type=file]", PARTNERS)
    manager.page.locator("main form button[type=submit]").last.click()
    manager.sees("Aegon")
    manager.is_accessible()
    manager.page.locator("input[name=default_joined_on]").fill("01-01-2036")
    manager.page.locator("main form button[type=submit]").last.click()
    manager.sees("De partners zijn opgeslagen")
    figures = manager.page.locator(".sl-figures").inner_text().split()
    assert figures[figures.index("organisaties") + 1] == "16"  # the host was there
    assert Organisation.objects.partners(timezone.localdate()).count() == 17


def invite(manager: Visitor, organisation: str) -> None:
    """A director for one organisation."""
    manager.goto("/personen/uitnodigen/")
    page = manager.page
    page.locator("input[name=name]").fill(f"Bestuurder van {organisation}")
    page.locator("input[name=email]").fill(address_of(organisation))
    page.locator("select[name=organisation]").select_option(label=organisation)
    page.locator("input[name=role][value=director]").check()
    page.locator("input[name=may_sign]").check()
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(lambda url: "uitnodigen" not in url)
    welcome = [letter for letter in deliver() if letter.to == [address_of(organisation)]]
    assert len(welcome) == 1


def compose_raad(manager: Visitor) -> None:
    """Six seats, each with its director; too few are refused with the framework's number."""
    year = timezone.localdate().year
    manager.goto(f"/programmaraad/{year}/voorstel/")
    for organisation in SEATS[:4]:
        manager.page.get_by_label(organisation, exact=True).check()
    manager.press("Stuur het voorstel")
    manager.sees("het zijn er nu 4")
    for organisation in SEATS[4:]:
        manager.page.get_by_label(organisation, exact=True).check()
    manager.press("Stuur het voorstel")
    manager.sees("6 zetels")
    for organisation in SEATS:
        named = re.compile(rf"Wijs aan wie er stemt\s*: {organisation}$")
        manager.page.get_by_role("link", name=named).click()
        manager.page.locator("select[name=representative]").select_option(
            label=f"Bestuurder van {organisation}"
        )
        manager.press("Wijs deze mensen aan")
    manager.is_accessible()


def install_raad(manager: Visitor) -> None:
    """After the time to respond."""
    manager.log_in(MANAGER)
    manager.follow("Naar de programmaraad")
    manager.follow("Installeer de programmaraad")
    manager.press("Installeer de programmaraad")
    manager.sees("Geïnstalleerd op")
    assert Programmaraad.objects.get().status == "installed"


def write_and_open(manager: Visitor) -> None:
    """Write, submit, and let the raad vote."""
    manager.goto("/werklijst/")
    manager.follow("Schrijf het programma")
    manager.page.locator("input[name=title]").fill("Eerder erbij")
    manager.page.locator("textarea[name=ambition]").fill("Hulp na de eerste gemiste betaling.")
    manager.page.locator("textarea[name=text]").fill("Vier thema’s\n\nEnergie en huur samen.")
    manager.press("Bewaar de tekst")
    manager.follow("Dien in bij de programmaraad")
    manager.press("Dien in bij de programmaraad")
    manager.follow("Zet de stemming klaar")
    manager.page.locator("input[name=closes_on]").fill("2036-02-30")
    manager.press("Zet de stemming klaar")
    assert manager.page.locator("input[name=closes_on]").input_value() == "2036-02-30"
    manager.page.locator("input[name=closes_on]").fill("05-02-2036")
    manager.press("Zet de stemming klaar")
    manager.sees("Wat kan er gebeuren?")
    manager.is_accessible()
    manager.follow("Open de stemming meteen")
    manager.press("Open de stemming")
    manager.sees("Wie heeft gestemd?")
    manager.is_accessible()


def vote(voter: Visitor, organisation: str) -> None:
    """On the narrowest phone and without JavaScript: forget to choose, then vote against."""
    voter.log_in(address_of(organisation))
    voter.sees("Dit vragen wij van u")
    voter.fits(320)
    voter.follow("Stem nu")
    voter.page.locator("textarea[name=reason]").fill("Te weinig tijd.")
    voter.press("Verstuur mijn stem")
    voter.sees("Kies voor, tegen of onthouden.")
    assert voter.page.locator("textarea[name=reason]").input_value() == "Te weinig tijd."
    voter.page.get_by_label("Tegen").check()
    voter.fits(320)
    voter.press("Verstuur mijn stem")
    voter.sees("Uw stem is ontvangen")
    voter.fits(320)


def vote_again_after_a_night(voter: Visitor, organisation: str, clock: Clock) -> None:
    """The login is of yesterday: a code is asked, and what was chosen survives it."""
    clock.move_to(timezone.now() + timedelta(hours=14))
    voter.follow("Wijzig mijn stem")
    voter.page.get_by_label("Voor").check()
    voter.page.locator("textarea[name=reason]").fill("Bij nader inzien voor.")
    voter.press("Verstuur mijn stem")
    voter.sees("Vul de code in")
    voter.page.locator("input[name=confirmation_code]").fill("000000")
    voter.page.locator("main form button[type=submit]").first.click()
    voter.sees("Deze code klopt niet")
    voter.page.locator("input[name=confirmation_code]").fill(code_for(address_of(organisation)))
    voter.page.locator("main form button[type=submit]").first.click()
    voter.sees("Uw stem is ontvangen")
    voter.sees("Bij nader inzien voor.")
    receipt = [letter for letter in deliver() if letter.to == [address_of(organisation)]][-1]
    code = voter.page.locator(".sl-code").inner_text().strip()
    assert code.replace("\xa0", " ") in str(receipt.body).replace("\xa0", " ")


def vote_briefly(voter: Visitor, organisation: str) -> None:
    """The others: one against, the rest for."""
    voter.log_in(address_of(organisation))
    voter.follow("Stem nu")
    voter.page.get_by_label("Tegen" if organisation == "Eneco" else "Voor").check()
    voter.press("Verstuur mijn stem")
    voter.sees("Uw stem is ontvangen")
    voter.fits(390)
    voter.is_accessible()


def close(clock: Clock) -> None:
    """The scheduler is an hour late; the count is that of the deadline. It comes twice."""
    clock.move_to(datetime(2036, 2, 5, 16, 59, tzinfo=ZONE))
    assert close_due_ballots() == 0
    clock.move_to(datetime(2036, 2, 5, 18, 0, tzinfo=ZONE))
    assert close_due_ballots() == 1
    assert close_due_ballots() == 0
    ballot = Ballot.objects.get()
    assert (ballot.outcome, ballot.counts["votes_for"], ballot.counts["votes_against"]) == (
        "adopted", 4, 1,
    )  # fmt: skip
    assert Decision.objects.get().number == "2036-01"
    assert verify_all() == {"ok": True, "ballots": 1, "votes": 6, "errors": []}


def commit(director: Visitor, organisation: str) -> None:
    """The programme is adopted: the director is asked, and answers."""
    director.log_in(address_of(organisation))
    director.sees(f"Committeert {organisation} zich aan het programma van 2036?")
    director.follow("Geef uw antwoord")
    director.page.get_by_label("Nu niet").check()
    director.press("Verstuur ons antwoord")
    director.sees("Leg in een paar woorden uit waarom nu niet.")
    director.page.get_by_label("Ja, wij committeren ons").check()
    director.press("Verstuur ons antwoord")
    director.sees("1 partner zegt ja")
    director.fits(390)
    director.is_accessible()
    assert Commitment.objects.get().organisation.name == organisation
    director.follow("Bekijk de uitslag")
    director.sees("Vastgesteld met 4 stemmen voor en 1 tegen.")
    director.sees("Bij nader inzien voor.")
