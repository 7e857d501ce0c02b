"""How blocks look where an editor chooses one."""

import pytest
from django.urls import reverse

from partnership.home.models import StandardPage

BLOCKS = StandardPage._meta.get_field("body").stream_block.child_blocks


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_a_preview_wears_the_sites_own_look(admin_client, home, name):
    url = reverse("wagtailadmin_block_preview")
    response = admin_client.get(url, {"id": BLOCKS[name].definition_prefix})
    html = response.content.decode()
    assert response.status_code == 200
    assert 'href="/static/look/site.css"' in html
    assert f"app-block--{name}" in html
