from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("web", "0001_cache_table")]
    operations = [
        migrations.CreateModel(
            name="Tick",
            fields=[
                (
                    "name",
                    models.CharField(
                        max_length=120, primary_key=True, serialize=False, verbose_name="task"
                    ),
                ),
                ("last_at", models.DateTimeField(verbose_name="last ran at")),
            ],
            options={
                "verbose_name": "tick of the clock",
                "verbose_name_plural": "ticks of the clock",
                "default_permissions": (),
            },
        ),
    ]
