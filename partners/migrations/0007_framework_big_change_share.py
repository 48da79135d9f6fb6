from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0006_register_guards"),
    ]

    operations = [
        migrations.AddField(
            model_name="framework",
            name="big_change_share",
            field=models.PositiveSmallIntegerField(
                default=10,
                verbose_name="and which part of that category it is at least, in percent",
            ),
        ),
    ]
