"""People who sign in."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who signs in: a member of staff, or a member of a committee."""
