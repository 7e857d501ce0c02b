"""Somebody who signs in."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from tests.factories.signing_in import PASSWORD


@pytest.fixture
def editor(home):
    """Somebody who may open the editors' side and has no second step."""
    editor = get_user_model().objects.create_user("an.editor", "an.editor@trust.example", PASSWORD)
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return editor
