from typing import Any

from django.core.management import call_command
from django.db import migrations


def create_cache_table(_apps: Any, schema_editor: Any) -> None:
    """The table of the default cache, which rate limits share over all processes."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.RunPython(create_cache_table, migrations.RunPython.noop),
    ]
