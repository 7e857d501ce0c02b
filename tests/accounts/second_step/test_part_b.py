"""Part B stays closed to whoever should have set up their second step."""

from datetime import timedelta

from django.utils import timezone

from partnership.accounts.grants import may_read_private
from tests.factories.people import make_person


def test_part_b_waits_for_the_second_step(tree):
    member = make_person("committee_members", tree.committee)
    member.second_step_wanted_since = timezone.now() - timedelta(days=13)
    assert may_read_private(member, tree.committee)
    member.second_step_wanted_since = timezone.now() - timedelta(days=14)
    assert not may_read_private(member, tree.committee)
