"""People who sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class User(AbstractUser):
    """Somebody who signs in: a member of staff, or a member of a committee."""

    second_step_wanted_since = models.DateTimeField(
        null=True,
        editable=False,
        help_text="Since when they are asked to set up their second step; empty where there is nothing to ask.",
    )
    warned_unused_at = models.DateTimeField(null=True, editable=False)
    closed_unused_at = models.DateTimeField(null=True, editable=False)
    opened_again_at = models.DateTimeField(null=True, editable=False)

    class Meta(AbstractUser.Meta):
        constraints = [
            # Accounts that no person uses (a task, an import) may have no address.
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="one_account_for_an_email",
                violation_error_message="Another account has this e-mail address.",
            )
        ]
