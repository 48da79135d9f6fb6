"""The laws of the house that a machine can see in the code."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from rules.permissions import permissions as registered

from schuldenlab.web.ports import Port, personal_data
from tests.house.tree import (
    APPS,
    ROOT,
    dotted,
    functions,
    hand_written,
    home_and_room,
    name,
    parsed,
    python_files,
    templates,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast

ROLES = [
    *("anonymous", "outsider", "former", "contact", "director", "seat", "substitute"),
    *("staff", "manager"),
]


# -- the clock -----------------------------------------------------------------------------------

CLOCK = {
    *("timezone.now", "timezone.localtime", "timezone.localdate", "localdate", "localtime"),
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"),
    *("datetime.datetime.now", "datetime.date.today", "timezone.datetime.now"),
}
MAY_READ_THE_CLOCK = {
    "middleware": "stamps the request",
    "tasks": "the clock itself",
    "management": "a command is a door",
    "adapters": "a door that allauth opens",
    "sessions": "Django opens the session before there is a door",
    "confirm": "part of the door; asked by signals that know no request",
    "checks": "the operator asks about today",
    "celery": "seconds of silence of a broker",
    "postgres": "waits for a server",
    "settings": "none of it decides anything",
    "household": "waits for processes",
    "supervisor": "waits for processes",
    "story": "an empty box for the day means today",
    "mailbox": "a mail without a date",
}


def reads_the_clock(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Call):
            continue
        called = dotted(node.func)
        if called in CLOCK and not (called.endswith(("localdate", "localtime")) and node.args):
            yield f"{name(path)}:{node.lineno} {called}()"
        if called in {"Now", "functions.Now", "CurrentTimestamp"} and not is_column_default(
            path, node
        ):
            yield f"{name(path)}:{node.lineno} {called}()"


def is_column_default(path: Path, call: ast.Call) -> bool:
    """`recorded_at` says when the row was written, and decides nothing."""
    return any(
        isinstance(node, ast.keyword) and node.arg == "db_default" and node.value is call
        for node in ast.walk(parsed(path))
    )


def test_nothing_below_the_door_reads_the_clock() -> None:
    found = [
        each
        for path in hand_written()
        if home_and_room(path)[1] not in MAY_READ_THE_CLOCK
        for each in reads_the_clock(path)
    ]
    assert found == [], "take `at` as an argument; the door stamps it once"


def test_who_may_read_the_clock_still_does() -> None:
    """A permission that nobody uses any more goes from the list."""
    rooms = {
        home_and_room(path)[1]
        for path in python_files()
        if any(
            isinstance(node, ast.Call)
            and (dotted(node.func) in CLOCK or dotted(node.func).startswith("time."))
            for node in ast.walk(parsed(path))
        )
    }
    assert MAY_READ_THE_CLOCK.keys() - rooms - {"settings"} == set()


# -- actions -------------------------------------------------------------------------------------

# Called inside the transaction of another action, never by a door.
PARTS = {
    "events/actions/telling.py tell_invitees": "part of every change of a date",
    "events/actions/instead.py tell_replacements": "part of answering and of changing a date",
    "events/actions/polls.py withdraw_polls": "part of giving a date and of cancelling",
    "events/actions/inviting.py telling_who_moves_up": "part of every act that may free a place",
    "partners/actions/imports/register.py save_plan": "part of importing a file",
    "events/actions/planning.py make_slots": "part of planning and of changing a series",
    "programme/actions/agendas.py put_on_meeting": "part of closing a ballot",
    "programme/actions/agendas.py raad_series": "part of what comes on an agenda",
    "events/actions/links.py write_links": "part of what writes letters with links",
    "events/actions/links.py revoke_links": "part of what makes a question void",
    "programme/actions/ballots.py put_vote": "part of casting or entering a vote",
    "programme/actions/interests.py derive_interests": "part of preparing a ballot",
    "programme/actions/recusals.py recuse_paid_seats": "part of opening a ballot",
    "programme/actions/rounds.py prepare_next": "part of closing a ballot",
    "programme/actions/follow_up.py settle_by_themes": "part of delivering or stopping a theme",
    "programme/actions/decisions.py add_step": "part of every act about a decision",
    "programme/actions/invitations.py name_as_answered": "part of giving a seat",
    "programme/actions/invitations.py withdraw_when_full": "part of filling the last seat",
    "programme/actions/versions.py keep_contents": "part of writing a programme",
    "programme/actions/versions.py keep_submission": "part of submitting a programme",
    "programme/actions/versions.py keep_version": "part of writing a programme",
    "programme/actions/themes.py conclude_call": "part of closing its ballot",
    "programme/actions/course_decided.py conclude_change": "part of deciding on a change",
    "programme/actions/course_decided.py follow_ballot": "part of closing its ballot",
    "programme/actions/programmes.py adopt_programme": "part of closing its ballot",
    "programme/actions/programmes.py return_programme": "part of closing its ballot",
    "events/actions/filling.py fill_agenda": "part of fixing a date",
    "funding/actions/firm.py keep_paper": "part of making firm and of taking over",
    "funding/actions/firm.py refuse_without_mandate": "part of making firm and of correcting",
    "funding/actions/schedules.py write_schedule": "part of offering, taking over and correcting",
    "projects/actions/going.py refuse_ended": "part of every act on a project that goes",
    "projects/actions/cases.py lock_draft": "part of every act on a version of a case",
    "projects/actions/case_lines.py write_line": "part of importing a sheet",
    "projects/actions/case_moves.py approve_with": "part of approving a phase",
    "projects/actions/rates.py rate_on": "part of drafting a case",
    "projects/actions/notes.py put_note": "part of every act that tells something",
    "projects/actions/measuring.py put_value": "part of adding and correcting, and of a report",
    "projects/actions/reports.py put_risk": "part of raising it, and of a report",
    "projects/actions/reports.py end_risk": "part of closing it, and of a report",
    "projects/actions/members.py end_member_row": "part of ending, and of changing the chair",
}
WITHOUT_ACTOR = {
    "apply_retention": "the clock",
    "accept_invitation": "whoever holds the link is the actor",
    "close_ballot": "the clock",
    "close_call": "the clock",
    "expire_frameworks": "the clock",
    "free_places": "the clock",
    "join_late": "the clock",
    "remind_invitees": "the clock",
    "offer_to_joined": "the clock",
    "note_use": "a program that shows its token",
    "open_due_changes": "the clock",
    "open_due_polls": "the clock",
    "plan_cadence": "the clock",
    "finish_by_link": "whoever holds the link is the actor",
    "remind_actions": "the clock",
    "remind_partners": "the clock",
    "remind_pilots": "the clock",
    "remind_reports": "the clock",
    "remind_voters": "the clock",
    "remind_commitments": "the clock",
    "remind_owners": "the clock",
    "remind_polls": "the clock",
    "remind_proposers": "the clock",
    "remind_reviews": "the clock",
    "remind_signers": "the clock",
    "report_open_seats": "the clock",
    "request_reviews": "the clock",
    "send_due_packs": "the clock",
    "tell_seal": "the clock",
    "tell_worklist": "the clock",
    "warn_of_last_days": "the clock",
    "set_up_lab": "a command, before there is anybody",
    "load_rates": "what every lab starts with",
    "approve_decided_cases": "the clock",
}
LOOSE = {
    "open_due_changes": "every opening is a transaction, and the next round finds what is left",
    "apply_retention": "every batch is a transaction, and the next round finds what is left",
    "open_due_polls": "every poll is a transaction, and the next round finds what is left",
    "warn_of_last_days": "every letter is a row of its own, and the next round finds what is left",
    "plan_cadence": "its one insert is a transaction, and planning again finds what is left",
    "remind_voters": "every letter is a row of its own, and the next round finds what is left",
    "send_due_packs": "each pack is a transaction, and the next round finds what is left",
    "remind_commitments": "the same",
    "remind_partners": "the same",
    "remind_polls": "the same",
    "remind_reports": "the same",
    "remind_proposers": "the same",
    "remind_signers": "the same",
    "free_places": "each meeting is a transaction, and the next round finds what is left",
    "join_late": "the same",
    "remind_invitees": "the same",
}
WRITES = {
    *("save", "create", "bulk_create", "update", "bulk_update", "delete", "get_or_create"),
    *("update_or_create", "move", "record", "post", "add", "execute"),
}


def action_files() -> list[Path]:
    """The actions of the five apps; those of the foundation are what actions are made of."""
    return [
        path
        for path in hand_written()
        for home, room in [home_and_room(path)]
        if room == "actions" and home in APPS
    ]


def verbs() -> list[tuple[Path, ast.FunctionDef]]:
    """Public functions of the rooms `actions` that write something."""
    found = []
    for path in action_files():
        for node in parsed(path).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                decides = "at" in {each.arg for each in all_arguments(node)}
                if decides or writes(node):
                    found.append((path, node))
    return found


def all_arguments(node: ast.FunctionDef) -> list[ast.arg]:
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]


def writes(node: ast.FunctionDef) -> bool:
    called = [each.func for each in ast.walk(node) if isinstance(each, ast.Call)]
    queries = {
        each.attr if isinstance(each, ast.Attribute) else dotted(each)
        for each in called
        if not dotted(each).startswith(("notices.", "errors.", "seen."))
    }
    return bool(queries & (WRITES - {"add", "update"}))


def is_atomic(node: ast.FunctionDef) -> bool:
    return any(dotted(each) == "transaction.atomic" for each in node.decorator_list)


def test_there_are_actions() -> None:
    assert {node.name for _path, node in verbs()} >= {"cast_vote", "give_mandate", "install_raad"}


def test_every_action_takes_its_moment_and_its_actor_by_name() -> None:
    wrong = []
    for path, node in verbs():
        by_name = {each.arg for each in node.args.kwonlyargs}
        if [each.arg for each in all_arguments(node)] == ["at"]:
            by_name = {"at"}  # alone it cannot be mistaken
        is_free = node.name in WITHOUT_ACTOR or f"{name(path)} {node.name}" in PARTS
        wanted = {"at"} if is_free else {"actor", "at"}
        if not wanted <= by_name:
            wrong.append(f"{name(path)} {node.name}: {wanted - by_name}")
    assert wrong == []


def test_the_moment_has_no_default() -> None:
    """A forgotten `at` or `actor` is a mistake, never "now" or "nobody"."""
    wrong = [
        f"{name(path)} {node.name}: {argument.arg}"
        for path, node in verbs()
        for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        if argument.arg in {"at", "actor"} and default is not None
    ]
    assert wrong == []


def test_every_action_is_one_transaction() -> None:
    loose = [
        said
        for path, node in verbs()
        for said in [f"{name(path)} {node.name}"]
        if not is_atomic(node) and said not in PARTS and node.name not in LOOSE
    ]
    assert loose == []


def test_parts_of_actions_are_called_by_actions_only() -> None:
    parts = {each.split()[1] for each in PARTS}
    callers = {
        home_and_room(path)[1]
        for path in python_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and dotted(node.func).split(".")[-1] in parts
    }
    assert callers == {"actions"}


def test_no_action_knows_a_request_or_html() -> None:
    forbidden = ("django.http", "django.shortcuts", "django.template", "django.contrib.messages")
    found = [
        f"{name(path)}:{node.lineno} {module}"
        for path in action_files()
        for node, module in imports(path)
        if module.startswith(forbidden)
    ]
    assert found == []


def imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Every imported module, `from x import y` as `x` and as `x.y`."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or ""
            yield from ((node, f"{node.module}.{each.name}") for each in node.names)


# -- doors ---------------------------------------------------------------------------------------

MAY_ACT = {"act", "post", "form_valid"}
MAY_TRY: dict[str, str] = {}


def test_looking_never_acts() -> None:
    """Only `act` (or a POST) may call an action: links are followed by machines as well."""
    found = []
    for path in hand_written():
        if home_and_room(path)[1] not in {"views", "asks", "desk", "frame", "admin"}:
            continue
        names = action_names(path)
        for function in functions(parsed(path)):
            if function.name in MAY_ACT or f"{name(path)} {function.name}" in MAY_TRY:
                continue
            found += [
                f"{name(path)}:{node.lineno} {function.name} calls {called}"
                for node in ast.walk(function)
                if isinstance(node, ast.Call)
                for called in [dotted(node.func)]
                if called.split(".")[0] in names and is_verb(called.split(".")[-1])
            ]
    assert found == []


def action_names(path: Path) -> set[str]:
    """What this file calls the actions that it imported."""
    names = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom):
            inside = "actions" in (node.module or "").split(".")
            names |= {
                each.asname or each.name for each in node.names if inside or each.name == "actions"
            }
    return names


def is_verb(called: str) -> bool:
    foundation = {"post", "record", "move", "send_due"}
    return called in foundation | {node.name for _path, node in verbs()}


def test_doors_write_nothing_themselves() -> None:
    """What decides something is saved by an action."""
    found = [
        f"{name(path)}:{node.lineno} {dotted(node.func)}"
        for path in hand_written()
        if home_and_room(path)[1] in {"views", "forms", "admin", "asks", "desk", "frame"}
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"save", "bulk_create", "get_or_create", "update_or_create"}
    ]
    assert found == []


def test_only_the_outbox_sends_mail() -> None:
    found = {
        name(path)
        for path in python_files()
        for _node, module in imports(path)
        if module.startswith(("django.core.mail", "smtplib")) and module != "smtplib.SMTPException"
    }
    assert found == {
        *("schuldenlab/outbox/actions/mails.py", "schuldenlab/outbox/actions/posting.py"),
        *("schuldenlab/outbox/actions/sending.py", "schuldenlab/demo/mailbox.py"),
    }


# -- permissions ---------------------------------------------------------------------------------


def tables() -> dict[str, Any]:
    """The tables that the tests of the rules export: permission -> who may."""
    found: dict[str, Any] = {}
    for path in sorted((ROOT / "tests").rglob("test_rules*.py")):
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        found |= getattr(module, "TABLES", None) or module.TABLE
    return found


def test_every_permission_has_a_table() -> None:
    assert sorted(set(registered) - set(tables())) == []


def test_every_table_is_of_a_permission() -> None:
    assert sorted(set(tables()) - set(registered)) == []


def test_every_predicate_answers_without_an_object(cast: Cast) -> None:
    """The admin and the menu ask "anywhere?"."""
    people = [getattr(cast, role) for role in ROLES]
    answers = {
        permission: [predicate.test(person, None) for person in people]
        for permission, predicate in registered.items()
    }
    assert [each for each, said in answers.items() if set(map(type, said)) != {bool}] == []
    outside = [role in {"anonymous", "outsider", "former"} for role in ROLES]
    let_in = [
        permission
        for permission, said in answers.items()
        if any(yes and out for yes, out in zip(said, outside, strict=True))
    ]
    assert let_in == []


def test_every_permission_that_code_asks_for_exists() -> None:
    asked = {
        (node.value, f"{name(path)}:{node.lineno}")
        for path in hand_written()
        if home_and_room(path)[1] in {"views", "desk", "asks", "frame", "forms"}
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(rf"({'|'.join(APPS)}|audit|outbox)\.[a-z_]+", node.value)
        and node.value.split(".")[1] not in {model._meta.model_name for model in apps.get_models()}
    }
    assert sorted(pair for pair in asked if pair[0] not in registered) == []


def test_every_register_of_the_desk_can_be_opened_by_somebody() -> None:
    from django.contrib.admin import site  # noqa: PLC0415 - the apps must be there

    ours = [model for model in site._registry if home_of(model) is not None]
    missing = [
        model.__name__
        for model in ours
        if f"{model._meta.app_label}.view_{model._meta.model_name}" not in registered
    ]
    assert ours
    assert missing == []
    unlisted = {model._meta.app_label for model in ours} - set(registered)
    assert unlisted == set(), "the front of the desk shows no register of these"


def home_of(model: type) -> str | None:
    top = model.__module__.split(".")[0]
    return top if top in {*APPS, "schuldenlab"} else None


def test_nobody_asks_who_is_superuser() -> None:
    found = [
        f"{name(path)}:{number} {line.strip()}"
        for path in (*hand_written(), *templates())
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if "is_superuser" in line and "Q(is_superuser=False)" not in line
    ]
    assert found == []


# -- storeys and ports ---------------------------------------------------------------------------


def test_imports_go_down_and_never_up() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def ports() -> dict[str, Port[Any]]:
    """Every port of the house by its name."""
    found: dict[str, Port[Any]] = {}
    for path in python_files():
        if home_and_room(path)[1] != "ports":
            continue
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for value in vars(module).values():
            if isinstance(value, Port) and found.setdefault(value.name, value) is not value:
                pytest.fail(f"two ports are called {value.name}")
    return found


def test_every_question_upwards_has_one_provider() -> None:
    assert ports().keys() >= {"page_frame", "workplace"}
    assert [each for each, port in ports().items() if port.provider is None] == []
    calls = [
        dotted(node.func).split(".")[-2]
        for path in python_files()
        if home_and_room(path)[1] == "apps"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and dotted(node.func).endswith(".register")
    ]
    assert sorted(calls) == sorted(ports())


def test_every_app_says_what_it_keeps_about_a_person() -> None:
    """Whoever points at a person answers on the page “My data”; the foundation answers as one."""
    foundation = {"web", "outbox", "audit", "documents"}
    apps_with_people = {
        model._meta.app_label
        for model in apps.get_models()
        if home_of(model) is not None
        for column in model._meta.fields
        if column.related_model is get_user_model()
    }
    assert set(personal_data.providers) == {*(apps_with_people - foundation), "web"}


def test_a_second_provider_is_refused() -> None:
    for port in ports().values():
        with pytest.raises(RuntimeError, match=port.name):
            port.register(lambda *_facts: None)
        port.register(port.provider)


def test_without_a_provider_the_answer_is_explicit() -> None:
    for path in python_files():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and dotted(node.func) == "Port":
                assert len(node.args) == 2, f"{name(path)}:{node.lineno} has no default"
    for each, port in ports().items():
        alone = Port(each, port.default)
        assert alone("any", question=1) == port.default


# -- pages ---------------------------------------------------------------------------------------


TEMPLATE_CODE = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)


class Inline(HTMLParser):
    """Finds what a strict Content-Security-Policy would not run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in given):
            self.found.append(f"<{tag}>")
        self.found += [
            f"<{tag} {attribute}>"
            for attribute, value in attrs
            if attribute == "style"
            or attribute.startswith("on")
            or (value or "").strip().lower().startswith("javascript:")
        ]


def inline_parts(html: str) -> list[str]:
    """Style, script and handlers that stand in the page itself."""
    parser = Inline()
    parser.feed(html)
    return parser.found


def test_no_template_has_style_or_script_inside() -> None:
    found = {
        name(path): parts
        for path in templates()
        if (parts := inline_parts(TEMPLATE_CODE.sub("", path.read_text())))
    }
    assert found == {}


def test_the_finder_of_inline_parts_finds_them() -> None:
    for html in (
        "<p style='color:red'>",
        "<style>p{}</style>",
        "<script>1</script>",
        "<a onclick='x()'>",
        "<a href='javascript:x()'>",
    ):
        assert inline_parts(html)
    assert inline_parts("<script src='/static/x.js'></script><p class='style'>") == []


# -- words ---------------------------------------------------------------------------------------


def test_every_sentence_is_translated() -> None:
    with (ROOT / "locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    sentences = [message for message in catalog if message.id]
    assert len(sentences) > 100
    empty = [message.id for message in sentences if not all(as_list(message.string))]
    assert empty == []
    assert [message.id for message in sentences if message.fuzzy] == []


def test_a_word_is_either_counted_or_not() -> None:
    """Older Pythons find no translation of a word that also stands in the catalog as counted."""
    with (ROOT / "locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        catalog = read_po(file)
    counted = {message.id[0] for message in catalog if message.pluralizable and not message.context}
    plain = re.compile(r'(?<![a-z])(?:_|gettext|gettext_lazy|translate)\(?\s*"([^"]+)"')
    texts = (path.read_text() for path in (*hand_written(), *templates()))
    asked = {word for text in texts for word in plain.findall(text)}
    assert counted
    assert sorted(counted & asked) == []


def test_translations_keep_the_names_that_are_filled_in() -> None:
    with (ROOT / "locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        catalog = read_po(file)
    names = re.compile(r"%\((\w+)\)[sd]")
    wrong = [
        message.id
        for message in catalog
        if message.id
        for translated in as_list(message.string)
        if set(names.findall(translated)) - set(names.findall(" ".join(as_list(message.id))))
        or (
            isinstance(message.id, str)
            and set(names.findall(message.id)) - set(names.findall(translated))
        )
    ]
    assert wrong == []


def as_list(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


# -- migrations ----------------------------------------------------------------------------------


def test_the_migrations_are_complete(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        pytest.fail(capsys.readouterr().out)


def test_the_migrations_of_every_app_are_one_line(db: None) -> None:
    loader = MigrationLoader(connection)
    ours = {config.label for config in apps.get_app_configs() if home_of(type(config))}
    for label in ours:
        nodes = sorted(key for key in loader.graph.nodes if key[0] == label)
        if nodes:
            assert len(loader.graph.leaf_nodes(label)) == 1, label
        for key in nodes:
            children = [child for child in loader.graph.node_map[key].children if child[0] == label]
            assert len(children) <= 1, f"two migrations follow {key}"


def test_people_stand_below_all_other_tables(db: None) -> None:
    """`partners.0001` makes the user model, so it may not need a foundation app of ours."""
    first = MigrationLoader(connection).get_migration("partners", "0001_initial")
    assert {app for app, _name in first.dependencies} <= {"auth", "contenttypes"}
