"""Who the demonstration's users are."""

from dataclasses import dataclass

# A domain set aside for examples: nobody's mail is ever sent there.
DOMAIN = "example.org"


@dataclass(frozen=True)
class DemoUser:
    """Somebody to sign in as: the name to type, the role, and the page it is given for, where it needs one."""

    username: str
    role: str
    address: str = ""

    @property
    def email(self) -> str:
        """An address of their own that reaches nobody."""
        return f"{self.username}@{DOMAIN}"


DEMO_USERS = [
    DemoUser("administrator", "administrators"),
    DemoUser("publisher", "publishers"),
    DemoUser("editor", "editors"),
    DemoUser("programme-editor", "programme_editors", "/our-work/camhs-tier-4/"),
    DemoUser("document-officer", "document_officers"),
    DemoUser("governance-officer", "governance_officers", "/meetings/partnership-committees/"),
    DemoUser("committee-member", "committee_members", "/meetings/partnership-committees/"),
]


def is_of_the_demonstration(user) -> bool:
    """Whether an account is one of the demonstration's: known to all, so asked for nothing that one person keeps."""
    return user.email in {demo_user.email for demo_user in DEMO_USERS}
