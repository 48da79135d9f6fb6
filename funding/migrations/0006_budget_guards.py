"""Nothing more is carried over than a year has too much, refused by PostgreSQL for everybody."""

from django.db import migrations

from ._budget import BUDGET, BUDGET_BACK


class Migration(migrations.Migration):
    dependencies = [
        ("funding", "0005_budget"),
        ("audit", "0002_append_only"),
        ("programme", "0018_course_theme"),
    ]
    operations = [migrations.RunSQL(BUDGET, BUDGET_BACK)]
