"""The motion to exclude the public: proposed to a meeting, put to each of its committees."""

from django.db import transaction

from ..models import ExclusionMotion
from .constituents import Bench, benches_of

# The resolution of the Public Bodies (Admission to Meetings) Act 1960, section 1(2), in the words most boards use.
USUAL_WORDING = (
    "That representatives of the press and other members of the public be excluded from the remainder of this meeting, "
    "having regard to the confidential nature of the business to be transacted, publicity on which would be "
    "prejudicial to the public interest (Public Bodies (Admission to Meetings) Act 1960, section 1(2))."
)


@transaction.atomic
def propose(motion: ExclusionMotion, benches: list[Bench] | None = None) -> None:
    """Keep a motion, and put it to every committee of its meeting."""
    motion.save()
    for bench in benches if benches is not None else benches_of(motion.meeting):
        bench.sitting.motion = motion
        bench.sitting.save()
