from django.db import migrations

from schuldenlab.audit.append_only import append_only, append_only_function


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [append_only_function(), append_only("audit_entry")]
