"""Each address once, with the key to all that it follows and how often it is told."""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import partnership.alerts.models.followers


def give_addresses_to_followers(apps, schema_editor):
    """One follower for each address; their subscriptions and letters become theirs."""
    follower = apps.get_model("alerts", "Follower")
    known = {}
    for subscription in apps.get_model("alerts", "Subscription").objects.order_by("pk"):
        folded = subscription.address.lower()
        if folded not in known:
            known[folded] = follower.objects.create(
                address=subscription.address, key=partnership.alerts.models.followers.new_key()
            )
        subscription.follower = known[folded]
        subscription.save(update_fields=["follower"])
        subscription.letters.update(follower=known[folded])


class Migration(migrations.Migration):
    dependencies = [("alerts", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Follower",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.CharField(max_length=254)),
                ("key", models.CharField(default=partnership.alerts.models.followers.new_key, max_length=43, unique=True)),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("immediately", "As soon as it happens"),
                            ("daily", "Once a day, at 7am"),
                            ("weekly", "Once a week, on Mondays at 7am"),
                        ],
                        default="immediately",
                        max_length=11,
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="follower",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("address"),
                name="alerts_one_follower_each",
                violation_error_message="This address is known already.",
            ),
        ),
        migrations.AddField(
            model_name="subscription",
            name="follower",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="subscriptions", to="alerts.follower"
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="follower",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="letters", to="alerts.follower"
            ),
        ),
        migrations.RunPython(give_addresses_to_followers, migrations.RunPython.noop, elidable=True),
    ]
