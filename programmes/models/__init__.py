"""The partnership's work, and the organisations and people who do it."""

from .areas_of_work import AreaOfWorkPage, ProgrammePage, ProviderCollaborativePage, Status
from .figures import ImpactFigure
from .milestones import Milestone
from .organisations import ContactRoute, FormerName, Organisation
from .our_work import OurWorkIndexPage
from .people import Person, Role
from .places import Place
from .responsible_body import ResponsibleBody
from .stories import StoryPage
from .taking_part import CommissionedService, OrganisationPart
from .who_we_are import PartnersPage, PeoplePage

__all__ = [
    "AreaOfWorkPage",
    "CommissionedService",
    "ContactRoute",
    "FormerName",
    "ImpactFigure",
    "Milestone",
    "Organisation",
    "OrganisationPart",
    "OurWorkIndexPage",
    "PartnersPage",
    "PeoplePage",
    "Person",
    "Place",
    "ProgrammePage",
    "ProviderCollaborativePage",
    "ResponsibleBody",
    "Role",
    "Status",
    "StoryPage",
]
