"""What the story says of programs that read along."""

from __future__ import annotations

import pytest

from partners.models import ApiToken
from schuldenlab.demo.story.integrations import DASHBOARD, TRIAL

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]


def test_one_token_works_and_one_was_revoked() -> None:
    dashboard, trial = (ApiToken.objects.get(purpose=each) for each in (DASHBOARD, TRIAL))
    assert dashboard.organisation == trial.organisation
    assert (dashboard.revoked_at, bool(dashboard.last_used_on)) == (None, True)
    assert (bool(trial.revoked_at), trial.last_used_on) == (True, None)
