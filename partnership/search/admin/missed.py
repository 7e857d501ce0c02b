"""Addresses that lead nowhere, and the way to lead them on with one press."""

from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.contrib.redirects import views as redirects
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from partnership.content.known_pages import known_pages
from partnership.content.visibility import Audience

from ..models import MissedAddress
from .counted import CountedReport


class AddressColumn(TitleColumn):
    """The address, as a link that shows what readers get."""

    def get_value(self, row):
        return row["path"]

    def get_link_url(self, row, parent_context):
        return row["path"]


class LeadOnColumn(Column):
    """A button to lead the address to the page it suggests, and the way to choose another."""

    cell_template_name = "search/admin/lead_on_cell.html"

    def get_cell_context_data(self, row, parent_context):
        context = super().get_cell_context_data(row, parent_context)
        context["address"] = reverse("lead_address_on")
        context["csrf_token"] = get_token(context["request"])
        context["other"] = f"{context['address']}?{urlencode({'old_path': row['path']})}"
        return context


class MissedAddressesView(CountedReport):
    """Each address of the last 90 days that leads nowhere still, the most wanted first."""

    permission_policy = ModelPermissionPolicy(MissedAddress)
    model = MissedAddress
    verbose_name = "address"
    verbose_name_plural = "addresses"
    page_title = "Addresses that lead nowhere"
    header_icon = "redirect"
    index_url_name = "missed_addresses"
    index_results_url_name = "missed_addresses_results"
    asked, latest_fact, latest_name = "path", "suggestion", "suggested"
    no_results_message = "Nobody asked for an address that leads nowhere in the last 90 days."

    @property
    def columns(self):
        columns = [
            AddressColumn("path", label="Address"),
            Column("times", label="Asked for in 90 days"),
            Column("last_day", label="Last asked for"),
        ]
        if ModelPermissionPolicy(Redirect).user_has_permission(self.request.user, "add"):
            columns.append(LeadOnColumn("lead_on", label="Lead it on"))
        return columns

    def get_base_queryset(self):
        return super().get_base_queryset().exclude(Exists(Redirect.objects.filter(old_path=OuterRef("path"))))

    def get_table(self, object_list):
        rows = list(object_list)
        # What a page was called when it was public may be nobody's business by now.
        public = Audience().visible(Page.objects).in_bulk({row["suggested"] for row in rows} - {None})
        for row in rows:
            row["suggestion"] = public.get(row["suggested"])
        return super().get_table(rows)


class LeadOnForm(RedirectForm):
    """From an address that leads nowhere to a page."""

    # Of all sites: there is one.
    site = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        page = self.fields["redirect_page"]
        page.required = True
        page.label = "Lead it to"
        page.queryset = known_pages(Page.objects.all(), self.for_user, Audience())
        self.fields["old_path"].label = "Address"
        self.fields["old_path"].help_text = "What follows the name of the site: /our-work/old-name."

    class Meta(RedirectForm.Meta):
        fields = ("old_path", "redirect_page")


class LeadOnView(redirects.CreateView):
    """Make the redirect, and go back to the report."""

    form_class = LeadOnForm
    template_name = "wagtailadmin/generic/create.html"
    page_title = "Lead an address on"
    add_url_name = "lead_address_on"
    index_url_name = "missed_addresses"
    permission_policy = ModelPermissionPolicy(Redirect)
    permission_required = "add"

    def get_initial(self):
        return {
            **super().get_initial(),
            "old_path": self.request.GET.get("old_path", "").replace("\x00", "")[:255],
        }

    def get_success_message(self, instance):
        return f"{instance.old_path} now leads to “{instance.redirect_page.get_admin_display_title()}”."

    def form_invalid(self, form):
        response = super().form_invalid(form)
        response.status_code = 400
        return response
