"""One letter of each kind, with made-up content, as followers get it. Nothing of it is kept or sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.mail import EmailMultiAlternatives

from ..mails import digest_message, message
from ..models import Event, Follower, Frequency, Letter, Subscription
from ..registry import EVERYTHING, Topic

# Its links open nothing: no follower has this key.
SAMPLE_KEY = "sample"


@dataclass(frozen=True)
class Sample:
    """A kind of letter, when it is sent, and one of them."""

    slug: str
    name: str
    sent_when: str
    mail: EmailMultiAlternatives

    @property
    def html(self) -> str:
        """Its HTML half."""
        return self.mail.alternatives[0].content


def samples(now: datetime) -> list[Sample]:
    """Every kind of letter to followers."""
    all_of_it = Topic("Everything on this website", "/")
    review, committee = Topic("A sample review", "/"), Topic("A sample committee", "/")
    came = _event("Published: A sample review", "“A sample review” has been published.", now)
    meets = _event("New meeting: A sample meeting", "It is on Wednesday 3 March, 2pm to 4pm.", now)
    replaced = _event(
        "New version of a file: A sample review",
        "A file has been replaced: Findings.\n\nA date was wrong.\n\nEarlier versions stay readable.",
        now + timedelta(hours=1),
    )
    confirmed = _subscription(confirmed_at=now)
    return [
        Sample(
            "confirm",
            "Please confirm",
            "Somebody enters an address. Nothing else is sent to it before they press the button.",
            message(_letter(_subscription()), all_of_it),
        ),
        Sample(
            "already",
            "You already follow this",
            "Somebody enters an address that follows the thing already.",
            message(_letter(confirmed), all_of_it),
        ),
        Sample(
            "news",
            "One piece of news",
            "Something happens, to those who chose to hear at once.",
            message(_letter(confirmed, event=came), all_of_it),
        ),
        Sample(
            "digest",
            "A day’s or a week’s news",
            "At 7am, or on Mondays at 7am, to those who chose that, if there is news.",
            digest_message(
                Letter(follower=confirmed.follower), [(committee, [meets]), (review, [came, replaced])]
            ),
        ),
    ]


def _event(subject: str, text: str, now: datetime) -> Event:
    return Event(subject=subject, text=text, url="/", happened_at=now)


def _subscription(confirmed_at: datetime | None = None) -> Subscription:
    follower = Follower(address="name@example.com", key=SAMPLE_KEY, frequency=Frequency.DAILY)
    return Subscription(
        follower=follower,
        key=SAMPLE_KEY,
        kind=EVERYTHING[0],
        object_id=EVERYTHING[1],
        confirmed_at=confirmed_at,
    )


def _letter(subscription: Subscription, event: Event | None = None) -> Letter:
    return Letter(follower=subscription.follower, subscription=subscription, event=event)
