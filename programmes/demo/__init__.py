"""The demonstration's organisations, people, areas of work, stories and figures, from what the partnerships publish.

Facts are the partnerships' own; people are invented and say so.
"""

from . import collaboratives, pages, programmes, records, south_west_london, successes

__all__ = ["collaboratives", "pages", "programmes", "records", "south_west_london", "successes"]
