"""Roles held for one page and all below it, and the record of who was given them."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from ..roles import BRANCH_ROLES, ROLES

ROLE_CHOICES = [(role.key, role.name) for role in BRANCH_ROLES]
# Who the record names where no person gave or ended a role: a command did.
THE_SYSTEM = "the system"


class RoleScope(models.Model):
    """A role for one branch of the page tree, and the group of those who hold it there."""

    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="role_scopes")
    group = models.OneToOneField("auth.Group", on_delete=models.CASCADE, related_name="role_scope")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["role", "page"], name="one_group_for_a_role_and_page")]

    def __str__(self):
        return self.group.name


class RoleGrantQuerySet(models.QuerySet):
    """Grants by whether they hold. The record is kept: rows are ended, never changed or deleted."""

    def held(self):
        """Those that have not ended."""
        return self.filter(ended_at__isnull=True)

    def with_people(self):
        """With what a row of the list shows."""
        return self.select_related("user", "page", "granted_by", "ended_by")

    def update(self, **kwargs):
        raise ValidationError("The record of roles cannot be changed.")

    def delete(self):
        raise ValidationError("The record of roles cannot be deleted.")


class RoleGrant(models.Model):
    """The record that somebody was given a role for a branch: by whom, when, and when it ended.

    Names are kept as text too, so that the record still says who and where after an account or a page is deleted.
    """

    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="role_grants",
        verbose_name="person",
    )
    user_name = models.CharField(max_length=460, editable=False)
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="role_grants"
    )
    page_title = models.CharField(max_length=255, editable=False)
    granted_at = models.DateTimeField("since", editable=False)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="given by",
        editable=False,
    )
    granted_by_name = models.CharField("given by", max_length=460, blank=True, editable=False)
    # Given for a time: from then on it opens nothing, whenever its end is recorded.
    holds_until = models.DateTimeField("holds until", null=True, editable=False)
    ended_at = models.DateTimeField("ended", null=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    ended_by_name = models.CharField("ended by", max_length=460, blank=True, editable=False)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        ordering = ["-granted_at", "-pk"]
        verbose_name = "role for a branch"
        verbose_name_plural = "roles for a branch"
        constraints = [
            models.UniqueConstraint(
                fields=["role", "user", "page"],
                condition=Q(ended_at__isnull=True),
                name="a_role_is_held_once",
                violation_error_message="This person holds this role there already.",
            )
        ]

    def __str__(self):
        return f"{self.user_name}: {self.role_name} of {self.page_title}"

    def save(self, *args, **kwargs):
        if self.pk and set(kwargs.get("update_fields") or ["all"]) != {
            "ended_at",
            "ended_by",
            "ended_by_name",
        }:
            raise ValidationError("The record of roles cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise ValidationError("The record of roles cannot be deleted.")

    @property
    def role_name(self) -> str:
        """The role as one person holds it: "Programme editor"."""
        return ROLES[self.role].singular

    @property
    def given_by(self) -> str:
        """Who gave it: a person, or what stood in for one."""
        return self.granted_by_name or THE_SYSTEM

    @property
    def is_held(self) -> bool:
        """Whether it has not ended, and its account and page still exist."""
        return self.ended_at is None and self.user_id is not None and self.page_id is not None
