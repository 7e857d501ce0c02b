"""What lies below a meeting's address is no more open than the meeting."""

import pytest
from wagtail.models import PageViewRestriction

from meetings.joining.leading_on import WAYS_IN
from tests.factories.pages import MeetingPageFactory


@pytest.mark.parametrize("way", WAYS_IN)
@pytest.mark.parametrize("closed", ["meeting", "committee"])
def test_no_way_in_gets_past_a_page_that_privacy_closes(tree, client, way, closed):
    meeting = MeetingPageFactory(parent=tree.committee)
    page = {"meeting": meeting, "committee": tree.committee}[closed]
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(f"{meeting.url}{way}/")
    assert answer.status_code in (302, 404)
    assert "meet.example" not in answer.get("Location", "") + answer.content.decode()
