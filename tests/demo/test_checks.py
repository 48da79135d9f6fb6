from __future__ import annotations

import pytest

from schuldenlab.demo.checks import demo_stays_at_home


def test_at_home_is_fine() -> None:
    assert demo_stays_at_home() == []


@pytest.mark.parametrize("value", ["", "0", "true"])
def test_needs_the_switch(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SCHULDENLAB_DEMO", value)
    assert [error.id for error in demo_stays_at_home()] == ["demo.E001"]


@pytest.mark.parametrize("module", ["schuldenlab.settings.production", "elsewhere.settings"])
def test_needs_the_settings_of_development(settings, module: str) -> None:
    settings.SETTINGS_MODULE = module
    assert [error.id for error in demo_stays_at_home()] == ["demo.E001"]
