from django.db import migrations

from schuldenlab.audit.append_only import append_only


class Migration(migrations.Migration):
    """What was judged open or closed, and which years went out, stays as it was written."""

    dependencies = [("audit", "0003_documents_stay"), ("documents", "0002_openness")]
    operations = [
        append_only(table)
        for table in (
            "documents_openness",
            "documents_yearexport",
            "documents_yeartransfer",
        )
    ]
