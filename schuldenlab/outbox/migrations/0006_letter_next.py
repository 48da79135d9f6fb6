from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("outbox", "0005_paces")]

    operations = [
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("pace", "at_once"), ("status", "waiting")),
                fields=["-is_urgent", "id"],
                name="letter_next",
            ),
        ),
    ]
