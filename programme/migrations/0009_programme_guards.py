"""Texts of programmes stay as they were written; only what was submitted can be adopted."""

import hashlib
import json
from typing import Any

from django.db import migrations

from schuldenlab.audit.append_only import append_only

from ._programmes import ADOPTED_AS_SUBMITTED, ADOPTED_BY_TEXT, CONTENTS, ROWS


def write_first_versions(apps: Any, schema_editor: Any) -> None:
    """A programme from before versions gets one: the text as it stands, also when submitted."""
    programmes, versions, submissions = (
        apps.get_model("programme", name)
        for name in ("Programme", "ProgrammeVersion", "ProgrammeSubmission")
    )
    for each in programmes.objects.order_by("pk"):
        facts = {
            "year": each.year,
            "title": each.title,
            "ambition": each.ambition,
            "text": each.text,
            "themes": [],
            "budget": [],
            "wording": f"{each.title}\n\n{each.ambition}\n\n{each.text}",
        }
        snapshot = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        version = versions.objects.create(
            programme=each,
            number=1,
            snapshot=snapshot,
            sha256=hashlib.sha256(snapshot.encode()).hexdigest(),
            at=each.submitted_at or each.recorded_at,
        )
        if each.submitted_at is not None:
            submissions.objects.create(
                programme=each, ordinal=1, version=version, at=each.submitted_at
            )
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _drop(*names: str) -> str:
    return ";".join(f"DROP FUNCTION {name} CASCADE" for name in names)


class Migration(migrations.Migration):
    dependencies = [("programme", "0008_programme")]
    operations = [
        migrations.RunPython(write_first_versions, migrations.RunPython.noop),
        migrations.RunSQL(ADOPTED_AS_SUBMITTED, ADOPTED_BY_TEXT),
        migrations.RunSQL(CONTENTS, _drop("guard_programme_contents()")),
        migrations.RunSQL(
            ROWS,
            _drop("guard_version()", "guard_submission()", "guard_comment()", "guard_prepared()"),
        ),
        append_only("programme_programmeversion"),
        append_only("programme_programmesubmission"),
        append_only("programme_passagecomment"),
        append_only("programme_commitmentdraft"),
    ]
