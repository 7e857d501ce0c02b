"""People who sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class User(AbstractUser):
    """Somebody who signs in: a member of staff, or a member of a committee."""

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
