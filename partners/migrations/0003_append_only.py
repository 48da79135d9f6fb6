from django.db import migrations

from schuldenlab.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0002_clauses_themes_signatures"),
        ("audit", "0002_append_only"),
    ]
    operations = [append_only("partners_signature")]
