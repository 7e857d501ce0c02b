"""What the content app does again and again."""

from datetime import datetime, time

from partnership.images.sizes import make_sizes, without_all_sizes
from partnership.jobs.registry import daily


@daily(at=time(3, 10))
def make_missing_picture_sizes(now: datetime) -> None:
    """Have those sizes of pictures made that no saving asked for: of older pictures, or of a new size."""
    for key in without_all_sizes().values_list("pk", flat=True):
        make_sizes.enqueue(key)
