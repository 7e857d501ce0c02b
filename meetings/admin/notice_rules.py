"""The screens on which organisations' rules of notice are kept."""

from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import OrganisationRule


class OrganisationRuleViewSet(ModelViewSet):
    """Rules of notice of organisations; those of one committee are on its page."""

    model = OrganisationRule
    name = "notice_rules"
    url_prefix = "notice-rules"
    icon = "time"
    menu_label = "Rules of notice"
    menu_order = 132
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = [
        TitleColumn("organisation", label="Organisation", url_name="notice_rules:edit"),
        Column("duty", label="What", accessor="get_duty_display"),
        Column("days", label="Days"),
        Column("counting", label="Counted in", accessor="get_counting_display"),
        Column("legal_source", label="Where it is laid down"),
    ]
