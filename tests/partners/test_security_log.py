"""Who came in, who was refused and who tried what may not be done: lines in the log, by number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.urls import reverse
from structlog.testing import capture_logs

from schuldenlab.outbox.models import Letter
from tests.cast import login

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

LOGIN, CODE = reverse("account_login"), "/inloggen/code/"


def test_a_login_a_wrong_code_and_a_logout_are_lines(cast_now: Cast, client: Client) -> None:
    cache.clear()
    person = cast_now.contact
    with capture_logs() as lines:
        client.post(LOGIN, {"email": person.email})
        (code,) = re.findall(r"\b\d{6}\b", Letter.objects.latest("id").text)
        wrong = "000000" if code != "000000" else "111111"
        assert client.post(CODE, {"code": wrong}).status_code == 422
        assert client.post(CODE, {"code": code}).status_code == 302
        client.post(reverse("account_logout"))
    found = [
        line for line in lines if line["event"] in {"login_refused", "logged_in", "logged_out"}
    ]
    assert [line["event"] for line in found] == ["login_refused", "logged_in", "logged_out"]
    assert found[0]["step"] == "ConfirmCode"
    assert (found[1]["person"], found[1]["ways"]) == (person.pk, "code")
    assert person.email not in str(lines)
    assert code not in str(found)


def test_who_tries_what_may_not_be_done_is_a_line(cast_now: Cast, client: Client) -> None:
    login(client, cast_now.contact)
    with capture_logs() as lines:
        url = reverse("partners:organisation-leave", args=[cast_now["BN"].pk])
        assert client.get(url).status_code == 403
    (line,) = [line for line in lines if line["event"] == "forbidden"]
    assert (line["person"], line["record"]) == (cast_now.contact.pk, cast_now["BN"].pk)
    assert line["permission"]
    assert cast_now.contact.email not in str(line)
