"""The list of all meetings, their calendar by the month, and how to have them in one's own calendar."""

from django.http import Http404
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from partnership.content.filtered_list import FilteredListMixin
from partnership.content.models import BasePage
from partnership.content.visibility import audience_of

from ..calendars.addresses import CALENDAR_SLUG, SUBSCRIBE_SLUG, TAKEN
from ..calendars.months import WEEKDAYS, Month, month_of, months_shown, weeks_of
from ..calendars.subscribing import calendars_to_subscribe_to
from ..filters import MeetingFilter
from ..notice.counting import day_in_london
from .committees import CommitteePage
from .meetings import MeetingPage


class MeetingsIndexPage(FilteredListMixin, RoutablePageMixin, BasePage):
    """All meetings: the coming ones first, then those held; and the committees."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["meetings.CommitteePage", "meetings.DecisionsRegisterPage"]
    max_count = 1
    is_landmark = True
    own_addresses = TAKEN
    PER_PAGE = 20
    COMING_SHOWN = 30

    class Meta:
        verbose_name = "meetings"

    def shown_meetings(self, audience):
        """The meetings below it that an audience may see."""
        return audience.visible(MeetingPage.objects.descendant_of(self)).for_listing()

    def shown_committees(self, audience):
        """The committees below it that an audience may see."""
        return audience.visible(CommitteePage.objects.child_of(self)).order_by("title")

    @path("")
    def everything(self, request):
        """What is coming and what is past, narrowed by committee and year; and the committees."""
        audience = audience_of(request)
        committees = self.shown_committees(audience)
        meetings = self.shown_meetings(audience)
        filters = MeetingFilter(request.GET, queryset=meetings, committees=committees)
        found = filters.qs
        context = self.filtered(filters, request, found.past(audience.now))
        context |= {
            "now": audience.now,
            "coming": found.coming(audience.now)[: self.COMING_SHOWN],
            "committees": committees,
        }
        return self.render(request, context_overrides=context)

    @path(f"{CALENDAR_SLUG}/")
    def this_month(self, request):
        """The month in which the reader is."""
        return self.month(request, month_of(day_in_london(audience_of(request).now)))

    @path(f"{CALENDAR_SLUG}/<int:year>/<int:number>/")
    def one_month(self, request, year, number):
        """A month between the first and the last of which there is something to show."""
        if not (1 <= number <= 12 and 1 < year < 9999):
            raise Http404("There is no such month.")
        return self.month(request, Month(year, number))

    def month(self, request, month: Month):
        """The meetings of a month as a table and, for narrow screens, as a list by day."""
        audience = audience_of(request)
        today = day_in_london(audience.now)
        meetings = self.shown_meetings(audience)
        first, last = months_shown(meetings, today)
        if not first <= month <= last:
            raise Http404("There is nothing to show of this month.")
        weeks = weeks_of(month, meetings, today)
        context = {
            "month": month,
            "previous_month": month.previous if month > first else None,
            "next_month": month.next if month < last else None,
            "weekdays": WEEKDAYS,
            "weeks": weeks,
            "days": [day for week in weeks for day in week if day.meetings],
            "today": today,
            "is_this_month": month_of(today) == month,
            "now": audience.now,
            "shared_title": f"Meetings in {month}",
        }
        return self.render(request, context_overrides=context, template="meetings/calendars/month.html")

    @path(f"{SUBSCRIBE_SLUG}/")
    def subscribe(self, request):
        """How to have the meetings in one's own calendar."""
        context = {
            "calendars": calendars_to_subscribe_to(self.shown_committees(audience_of(request))),
            "shared_title": "Subscribe to the calendar",
        }
        return self.render(request, context_overrides=context, template="meetings/calendars/subscribe.html")
