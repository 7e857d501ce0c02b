"""Who follows what, what happened, and the letters that tell them."""

from .events import Event
from .floods import Attempt
from .followers import Follower, Frequency
from .letters import Letter
from .subscriptions import SignUp, Subscription

__all__ = ["Attempt", "Event", "Follower", "Frequency", "Letter", "SignUp", "Subscription"]
