from django.db import migrations

from schuldenlab.audit.append_only import append_only


class Migration(migrations.Migration):
    """Documents stand below the trail and know nothing of it, so their guard stands here."""

    dependencies = [("audit", "0002_append_only"), ("documents", "0001_initial")]
    operations = [append_only("documents_document")]
