"""The accounts app."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People who sign in, and what each role may do."""

    name = "partnership.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self):
        from wagtail.documents import get_document_model
        from wagtail.images import get_image_model
        from wagtail.permissions import register_permission_policy

        from .library import LibraryPolicy

        for module in ("signals", "second_step.signals", "sessions.keeping"):
            import_module(f"partnership.accounts.{module}")
        for model, kind in (
            (get_document_model(), "wagtaildocs.Document"),
            (get_image_model(), "wagtailimages.Image"),
        ):
            policy = LibraryPolicy(model, auth_model=kind, owner_field_name="uploaded_by_user")
            # For the exact class: Wagtail registers its own for the class when its apps are ready, after this one.
            register_permission_policy(model, policy, exact_class=True)
