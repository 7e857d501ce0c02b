"""The demonstration can be searched as soon as it is loaded."""

from partnership.content.demonstration import Stage, builds
from partnership.content.visibility import Audience

from .indexing import rebuild


@builds(Stage.USERS, order=90)
def read_it_all(demonstration):
    """Read everything into the search index."""
    rebuild(Audience(demonstration.now))
