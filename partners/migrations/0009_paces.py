from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0008_pace"),
    ]

    operations = [
        migrations.AlterField(
            model_name="person",
            name="pace",
            field=models.CharField(
                choices=[
                    ("at_once", "at once"),
                    ("daily", "in one letter a day"),
                    ("weekly", "in one letter a week"),
                ],
                default="at_once",
                max_length=8,
                verbose_name="news by mail",
            ),
        ),
    ]
