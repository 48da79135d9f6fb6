"""The compose file and the image, as far as they can be checked without an engine."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from tests.production.conftest import GIVEN, ROOT, VARIABLE, compose, environment_of

APPLICATION_SERVICES = ["migrate", "web", "worker", "beat"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE = (ROOT / "docker-compose.yml").read_text()


def test_all_processes_are_there() -> None:
    services = compose()["services"]
    assert set(services) == {*APPLICATION_SERVICES, "db", "redis"}
    for name in APPLICATION_SERVICES:
        assert services[name]["image"] == services["web"]["image"]
        assert services[name]["read_only"] is True
        assert services[name]["cap_drop"] == ["ALL"]
    for name in ("web", "worker", "beat"):
        waits = services[name]["depends_on"]
        assert waits["migrate"] == {"condition": "service_completed_successfully"}
    for name in ("db", "redis", "worker", "beat"):
        assert services[name]["healthcheck"]["test"][0] == "CMD"


def test_behind_a_balancer_nothing_else_is_reachable() -> None:
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_constructor("!reset", lambda _loader, _node: [])
    balanced = yaml.load((ROOT / "docker-compose.balanced.yml").read_text(), loader)
    added = balanced["services"]
    assert set(added) == {"balancer", "web", "worker"}
    assert added["balancer"]["ports"] == compose()["services"]["web"]["ports"]
    assert added["web"] == {"ports": [], "deploy": {"replicas": 2}}
    for name in ("balancer", "web", "worker"):
        assert "volumes" not in added[name]
    rules = (ROOT / balanced["configs"]["haproxy"]["file"]).read_text()
    assert "uri /gezond/" in rules
    assert "disable-l7-retry if !METH_GET" in rules  # no act is asked twice


def test_only_the_web_is_reachable_and_only_for_the_proxy() -> None:
    services = compose()["services"]
    assert [name for name in services if "ports" in services[name]] == ["web"]
    assert services["web"]["ports"] == ["127.0.0.1:${PORT:-8000}:8000"]


def test_the_owner_of_the_tables_is_for_migrate_alone() -> None:
    owners = [
        name
        for name in APPLICATION_SERVICES
        if GIVEN["OWNER_PASSWORD"] in json.dumps(environment_of(name, GIVEN))
    ]
    assert owners == ["migrate"]
    for name in ("web", "worker", "beat"):
        assert "//schuldenlab_app:" in environment_of(name, GIVEN)["DATABASE_URL"]


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_what_is_secret_or_differs_per_place_has_no_default(name: str) -> None:
    """Every value in GIVEN is asked for with `:?`, everything else has a default."""
    marks = {mark for found, mark, _rest in VARIABLE.findall(COMPOSE) if found == name}
    assert marks == {"?"}


def test_everything_else_has_a_default() -> None:
    others = {name: mark for name, mark, _rest in VARIABLE.findall(COMPOSE) if name not in GIVEN}
    assert set(others.values()) == {"-"}


def test_every_variable_is_explained() -> None:
    explained = (ROOT / "docs" / "operations.md").read_text()
    asked = {name for name, _mark, _rest in VARIABLE.findall(COMPOSE)}
    assert {name for name in asked if f"`{name}`" not in explained} == set()


def docker_config() -> dict[str, Any] | None:
    """What docker itself makes of it, where its command is installed."""
    docker = ["docker", "compose"]
    if not shutil.which("docker"):
        return None
    if subprocess.run([*docker, "version"], capture_output=True, check=False).returncode:
        return None
    command = [*docker, "--file", str(ROOT / "docker-compose.yml"), "config", "--format", "json"]
    done = subprocess.run(
        command, env={**os.environ, **GIVEN}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    config: dict[str, Any] = json.loads(done.stdout)
    return config


def test_every_service_gets_what_it_needs() -> None:
    """As we read the file, and as docker does where it is installed."""
    known = docker_config()
    for name in APPLICATION_SERVICES:
        environment = environment_of(name, GIVEN)
        assert environment["DJANGO_SETTINGS_MODULE"] == "schuldenlab.settings.production"
        assert {*GIVEN} - {"OWNER_PASSWORD", "APPLICATION_PASSWORD"} <= set(environment)
        if known:
            assert known["services"][name]["environment"] == environment


def test_the_image_works_in_app_without_rights() -> None:
    last = DOCKERFILE.split("\nFROM ")[-1]
    assert last.startswith("python:3.12-slim\n")
    assert "\nWORKDIR /app\n" in last
    assert "\nUSER schuldenlab\n" in last
    assert last.index("USER schuldenlab") < last.index("\nCMD ")
    assert "HEALTHCHECK" in last
    assert "node" not in last


def test_no_secret_is_baked_in() -> None:
    kept = re.findall(r"^(?:ENV|ARG) (?:.*\\\n)*.*$", DOCKERFILE, flags=re.MULTILINE)
    assert kept
    for name in ("SECRET_KEY", "DATABASE_URL", "EMAIL_URL", "PASSWORD"):
        assert not [lines for lines in kept if name in lines]


def test_the_image_gets_what_it_copies_and_no_more() -> None:
    let_in = [
        line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"
    ]
    assert [name for name in let_in if not (ROOT / name).exists()] == []
    top = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    packages = {path.split("/")[0] for path in top.stdout.split()} - {
        "tests",
        "bench",
        "trials",
        "docs",
    }
    assert packages <= set(let_in)
    assert not {"tests", ".git", "var", ".venv"} & set(let_in)
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, flags=re.MULTILINE):
        for name in line.split():
            assert name == "." or name.split("/")[0] in let_in
