"""The gate and what it looks at: what must never happen, refused by PostgreSQL for everybody."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

from ._conditions import MISSING
from ._gate import PEOPLE, PHASE, PROJECT, THEME

UNDO = """
DROP FUNCTION guard_project() CASCADE;
DROP FUNCTION guard_phase() CASCADE;
DROP FUNCTION phase_start_misses(projects_phase, date);
DROP FUNCTION decision_may_be_about(programme_decision, projects_phase);
DROP FUNCTION guard_working_out() CASCADE;
DROP FUNCTION guard_dated_in_project() CASCADE;
DROP FUNCTION guard_stuurgroep_member() CASCADE;
DROP FUNCTION guard_stuurgroep() CASCADE;
DROP TRIGGER projects_leadership_table_stays ON projects_leadership;
DROP TRIGGER projects_participation_table_stays ON projects_participation;
DROP TRIGGER projects_stake_table_stays ON projects_stake;
DROP TRIGGER projects_stuurgroepmember_table_stays ON projects_stuurgroepmember;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0001_initial"),
        ("partners", "0008_pace"),
        ("programme", "0018_course_theme"),
        ("audit", "0002_append_only"),
    ]
    operations = [
        migrations.RunSQL(f"{PROJECT}\n{MISSING}\n{PHASE}\n{THEME}\n{PEOPLE}", UNDO),
        append_only("projects_projectnote"),
    ]
