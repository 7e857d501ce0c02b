"""What a pack may cost: 300 pages in under 20 seconds and 400 MB."""

import pytest

from meetings.packs.building import limits
from tests.benchmarks.packs import measure


@pytest.mark.apart
def test_sixty_pages_stay_within_their_share():
    told = measure(60, 6)
    assert told["pages"] >= 60
    assert told["seconds"] < 20
    assert told["peak"] < limits.MEMORY
