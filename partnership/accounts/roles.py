"""The whole permission matrix, as data: what each role may do, and where.

`manage.py sync_roles` makes groups and permissions agree with it; `docs/roles.md` is written from it. Permissions
are strings, because accounts stand below the sections whose pages and data they open.
"""

from dataclasses import dataclass
from enum import StrEnum


class Reach(StrEnum):
    """Where a role's rights to pages hold."""

    WHOLE_SITE = "the whole site"
    PAGES_OF_A_TYPE = "every page of one type, and the pages below it"
    GRANTED_PAGE = "the page it is given for, and the pages below it"


@dataclass(frozen=True)
class Role:
    """What holders of a role may do.

    `pages` are Wagtail's actions on pages; `collections` are permissions in the library of documents and pictures;
    `models` are permissions on everything else. `page_type` says for which pages the role can be given.
    """

    key: str
    name: str
    singular: str
    purpose: str
    reach: Reach = Reach.WHOLE_SITE
    page_type: str = ""
    pages: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    approves: bool = False
    reads_private: bool = False

    @property
    def uses_admin(self) -> bool:
        """Whether its holders sign in to the editors' side of the site."""
        return USE_ADMIN in self.models


def rights(actions: str, *models: str) -> tuple[str, ...]:
    """Permissions by name: rights("view change", "home.banner") is "home.view_banner", "home.change_banner"."""
    return tuple(
        f"{app}.{action}_{model}"
        for app, model in (name.split(".") for name in models)
        for action in actions.split()
    )


USE_ADMIN = "wagtailadmin.access_admin"

OUR_WORK_DATA = (
    "programmes.organisation",
    "programmes.person",
    "programmes.place",
    "programmes.impactfigure",
)
BANNERS = "home.banner"
SITE_FRAME = rights("change", "home.sitesettings", "programmes.responsiblebody")
ACCOUNTS = (
    *rights("add change delete view", "accounts.user"),
    *rights("add change view", "accounts.rolegrant"),
)
SITE_MACHINERY = (
    *rights("add change delete view", "wagtailcore.site", "wagtailcore.workflow", "wagtailcore.task"),
    *rights("add change delete view", "wagtailredirects.redirect"),
)
READ_DATA = rights("view", *OUR_WORK_DATA)
# What the publication scheme promises, and what is missing of it.
PUBLICATION_SCHEME = rights("add change delete view", "documents.schemeexpectation")
# How many follow what; addresses are shown to nobody.
FOLLOWER_COUNTS = rights("view", "alerts.subscription")
# What people search for, the words that mean the same, and the pages that stand above results.
SEARCH_WORDS = (
    *rights("view", "search.searchedwords", "search.missedaddress"),
    *rights("add change delete view", "search.synonym", "search.promotion"),
)
# Personal data went out: the file goes at once, and what becomes of it is decided afterwards.
TAKE_DOWN = (
    "documents.take_down_document",
    *rights("add change view", "documents.takedown"),
    *rights("change view", "documents.edition"),
)
# Somebody cannot use a file as it is, and says how to be reached.
ANSWER_FORMAT_REQUESTS = rights("change view", "documents.formatrequest")

# Those of a publication that the public has are changed only by who may publish it (documents/recommendations).
RECOMMENDATIONS = rights("add change delete view", "documents.recommendation")

# Who is on a committee; a branch role keeps those of its own committee only (meetings/admin/permissions.py).
COMMITTEE_RECORDS = rights("add change delete view", "meetings.membership")
# Questions from the public are for the officers of their committee (meetings/questions/permissions.py).
QUESTIONS = rights("change view", "meetings.question")
NOTICE_RULES = rights("add change delete view", "meetings.organisationrule")

LIBRARY = ("wagtaildocs.document", "wagtailimages.image")
# Whoever may add a file may also change the files that they added themselves.
ADD_FILES = rights("add choose", *LIBRARY)
KEEP_FILES = rights("add change choose", *LIBRARY)
ALL_FILES = (
    *rights("add change delete choose", *LIBRARY),
    *rights("add change delete", "wagtailcore.collection"),
)

WRITE = ("add", "change")
PUBLISH = (*WRITE, "publish", "lock", "unlock")

ADMINISTRATORS = Role(
    key="administrators",
    name="Administrators",
    singular="Administrator",
    purpose="Keep accounts, roles and the site's machinery, and may do all that publishers may. They read nothing "
    "private by being administrators.",
    pages=(*PUBLISH, "bulk_delete"),
    collections=ALL_FILES,
    models=(
        USE_ADMIN,
        *rights("add change delete view", *OUR_WORK_DATA, BANNERS),
        *PUBLICATION_SCHEME,
        *SITE_FRAME,
        *ACCOUNTS,
        *SITE_MACHINERY,
        *TAKE_DOWN,
        *RECOMMENDATIONS,
        *FOLLOWER_COUNTS,
        *SEARCH_WORDS,
        *COMMITTEE_RECORDS,
        *NOTICE_RULES,
        *ANSWER_FORMAT_REQUESTS,
    ),
    approves=True,
)
PUBLISHERS = Role(
    key="publishers",
    name="Publishers",
    singular="Publisher",
    purpose="Approve what others submit, publish, and replace files that are public. They keep the banner, urgent help "
    "and the footer.",
    pages=PUBLISH,
    collections=(*KEEP_FILES, *rights("delete", *LIBRARY)),
    models=(
        USE_ADMIN,
        *rights("add change delete view", *OUR_WORK_DATA, BANNERS),
        *PUBLICATION_SCHEME,
        *SITE_FRAME,
        *rights("add change delete view", "wagtailredirects.redirect"),
        *TAKE_DOWN,
        *RECOMMENDATIONS,
        *FOLLOWER_COUNTS,
        *SEARCH_WORDS,
        *COMMITTEE_RECORDS,
        *NOTICE_RULES,
        *ANSWER_FORMAT_REQUESTS,
    ),
    approves=True,
)
EDITORS = Role(
    key="editors",
    name="Editors",
    singular="Editor",
    purpose="Write any page and submit it for approval. They keep the data: organisations, people, places, "
    "impact figures, and what the search knows of words. They replace no file that is public.",
    pages=WRITE,
    collections=KEEP_FILES,
    models=(
        USE_ADMIN,
        *rights("add change view", *OUR_WORK_DATA),
        *RECOMMENDATIONS,
        *PUBLICATION_SCHEME,
        *SEARCH_WORDS,
    ),
)
PROGRAMME_EDITORS = Role(
    key="programme_editors",
    name="Programme editors",
    singular="Programme editor",
    purpose="Write one programme or provider collaborative and the stories below it, and submit them for approval.",
    reach=Reach.GRANTED_PAGE,
    page_type="programmes.AreaOfWorkPage",
    pages=WRITE,
    collections=ADD_FILES,
    models=(USE_ADMIN, *READ_DATA),
)
DOCUMENT_OFFICERS = Role(
    key="document_officers",
    name="Document officers",
    singular="Document officer",
    purpose="Upload review documents, and draft the publications that carry them. They never publish a page, "
    "nor replace a file that is public.",
    reach=Reach.PAGES_OF_A_TYPE,
    page_type="documents.PublicationIndexPage",
    pages=WRITE,
    collections=rights("add change choose", "wagtaildocs.document"),
    models=(USE_ADMIN, *READ_DATA, *PUBLICATION_SCHEME, *RECOMMENDATIONS, *ANSWER_FORMAT_REQUESTS),
)
GOVERNANCE_OFFICERS = Role(
    key="governance_officers",
    name="Governance officers",
    singular="Governance officer",
    purpose="Keep one committee and its meetings, publish its notices and papers, and read its Part B.",
    reach=Reach.GRANTED_PAGE,
    page_type="meetings.CommitteePage",
    pages=PUBLISH,
    collections=ADD_FILES,
    models=(USE_ADMIN, *READ_DATA, *TAKE_DOWN, *COMMITTEE_RECORDS, *QUESTIONS),
    reads_private=True,
)
COMMITTEE_MEMBERS = Role(
    key="committee_members",
    name="Committee members",
    singular="Committee member",
    purpose="Read what one committee may read, its Part B included. They do not use the editors' side of the site.",
    reach=Reach.GRANTED_PAGE,
    page_type="meetings.CommitteePage",
    reads_private=True,
)

ROLES = {
    role.key: role
    for role in (
        ADMINISTRATORS,
        PUBLISHERS,
        EDITORS,
        PROGRAMME_EDITORS,
        DOCUMENT_OFFICERS,
        GOVERNANCE_OFFICERS,
        COMMITTEE_MEMBERS,
    )
}
# Held by being in the role's group; the others are given for one page each, and every grant is recorded.
SITE_ROLES = [role for role in ROLES.values() if role.reach != Reach.GRANTED_PAGE]
BRANCH_ROLES = [role for role in ROLES.values() if role.reach == Reach.GRANTED_PAGE]
PRIVATE_READERS = [role.key for role in ROLES.values() if role.reads_private]
