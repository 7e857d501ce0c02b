"""The list of all meetings."""

from partnership.content.models import BasePage
from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of

from .committees import CommitteePage
from .meetings import MeetingPage


class MeetingsIndexPage(BasePage):
    """All meetings: the coming ones first, then those held; and the committees."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["meetings.CommitteePage", "meetings.DecisionsRegisterPage"]
    max_count = 1
    is_landmark = True
    PER_PAGE = 20
    COMING_SHOWN = 30

    class Meta:
        verbose_name = "meetings"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        meetings = audience.visible(MeetingPage.objects.descendant_of(self)).for_listing()
        context["now"] = audience.now
        context["coming"] = meetings.coming(audience.now)[: self.COMING_SHOWN]
        context["results"] = page_of(meetings.past(audience.now), request, self.PER_PAGE)
        context["committees"] = audience.visible(CommitteePage.objects.child_of(self)).order_by("title")
        return context
