"""How many people follow what. Their addresses are personal data, and nobody's business."""

from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from partnership.content.visibility import Audience

from ..models import Subscription
from ..registry import kind_of


class TopicColumn(TitleColumn):
    """What is followed, with a link to where the public sees it."""

    def get_value(self, row):
        topic = row["topic"]
        return topic.title if topic else f"Not public now ({row['kind']} {row['object_id']})"

    def get_link_url(self, row, parent_context):
        return row["topic"].url if row["topic"] else None


class FollowersView(PermissionCheckedMixin, BaseListingView):
    """Each thing that somebody follows, with counts; nothing in it can be changed or taken away as a file."""

    permission_policy = ModelPermissionPolicy(Subscription)
    any_permission_required = {"view"}
    model = Subscription
    verbose_name = "thing followed"
    verbose_name_plural = "things followed"
    page_title = "E-mail alerts"
    header_icon = "mail"
    index_url_name = "alerts_followers"
    table_class = Table
    paginate_by = 50
    columns = [
        TopicColumn("topic", label="Followed"),
        Column("followers", label="Followers"),
        Column("unconfirmed", label="Not confirmed yet"),
        Column("undelivered", label="E-mails that could not be sent this month"),
    ]

    @cached_property
    def no_results_message(self):
        return "Nobody follows anything by e-mail yet."

    def get_base_queryset(self):
        return Subscription.objects.counted()

    @cached_property
    def header_buttons(self):
        return [HeaderButton("See the e-mails", url=reverse("alerts_letters"), icon_name="mail")]

    def order_queryset(self, queryset):
        return queryset

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        audience = Audience(timezone.now())
        # The rows of this screen of the listing only: each asks its section.
        for row in context["object_list"]:
            kind = kind_of(row["kind"])
            row["topic"] = kind and kind.topic(row["object_id"], audience)
        return context
