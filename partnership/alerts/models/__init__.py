"""Who follows what, what happened, and the letters that tell them."""

from .floods import Attempt
from .letters import Event, Letter
from .subscriptions import SignUp, Subscription

__all__ = ["Attempt", "Event", "Letter", "SignUp", "Subscription"]
