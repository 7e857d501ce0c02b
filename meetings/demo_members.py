"""The demonstration's invented members, on the invented committee only: of the real ones nothing is made up."""

from datetime import timedelta

from partnership.content.demonstration import Stage, builds
from programmes.models import Person

from .models import CommitteePage, CommitteeRule, DeclaredInterest, Membership, TermsOfReference

OVERSIGHT = "/meetings/demonstration-oversight/"
Part, Kind = Membership.Part, DeclaredInterest.Kind


@builds(Stage.TEXTS, order=30)
def appoint(demonstration):
    """A chair, a deputy, a member without a vote and a former one, with what they declared."""
    committee = CommitteePage.objects.get(pk=demonstration.page(OVERSIGHT).pk)
    if committee.memberships.exists():
        return
    today = demonstration.today
    rows = [
        ("Robin Example (demonstration only)", Part.CHAIR, True, 900, None),
        ("Sam Example (demonstration only)", Part.DEPUTY, True, 500, None),
        ("Kim Example (demonstration only)", Part.MEMBER, False, 200, None),
        ("Lee Example (demonstration only)", Part.MEMBER, True, 1400, 300),
    ]
    members = []
    for name, part, votes, since, until in rows:
        person, _ = Person.objects.get_or_create(name=name, defaults={"demonstration_only": True})
        members.append(
            Membership.objects.create(
                committee=committee,
                person=person,
                part=part,
                votes=votes,
                position="An invented position",
                since=today - timedelta(days=since),
                until=today - timedelta(days=until) if until else None,
            )
        )
    declared = [
        (members[0], Kind.NONE, ""),
        (members[1], Kind.FINANCIAL, "Owns shares in an invented company"),
    ]
    for membership, kind, description in declared:
        DeclaredInterest.objects.create(
            membership=membership, kind=kind, description=description, declared_on=today - timedelta(days=180)
        )
    TermsOfReference.objects.create(
        committee=committee,
        version="Version 1 (demonstration only)",
        adopted_on=today - timedelta(days=1400),
        note="Invented",
    )
    CommitteeRule.objects.create(
        committee=committee, duty="papers", days=6, warn_days=9, legal_source="An invented paragraph"
    )
