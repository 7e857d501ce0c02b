"""What the home app adds to the editors' side of the site."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem
from wagtail.snippets.models import register_snippet

from partnership.content.known_pages import known_pages
from partnership.content.visibility import audience_of
from partnership.first_screen import Task, offers_tasks

from .admin.banners import BannerViewSet
from .admin.check_panels import PagesToReviewPanel
from .admin.known_pages import DeleteSeveral, MoveSeveral, UnpublishSeveral
from .admin.publishing import PublishSeveral, SitePageViewSet
from .admin.your_work import TasksPanel, YourWorkPanel

register_snippet(BannerViewSet)
# Wagtail registers its own of each; the last one registered counts.
for several in (PublishSeveral, UnpublishSeveral, MoveSeveral, DeleteSeveral):
    hooks.register("register_bulk_action", several, order=1)
hooks.register("register_admin_viewset", SitePageViewSet, order=1)

# They list page types and tasks by Wagtail's own names; an editor has no use for them.
UNUSED_REPORTS = {"page-types-usage", "workflow-tasks", "aging-pages"}


@hooks.register("insert_global_admin_css")
def partnership_colours():
    """The style sheet of the editors' side."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_global_admin_js")
def mended_screens():
    """What Wagtail's own screens lack."""
    scripts = [(static(f"js/{name}.js"),) for name in ("admin-autosave", "admin-tags")]
    return format_html_join("", '<script src="{}"></script>', scripts)


@hooks.register("construct_page_chooser_queryset")
def known_pages_only(pages, request):
    """Offer a person the pages that they may know of."""
    return known_pages(pages, request.user, audience_of(request))


@hooks.register("construct_homepage_panels")
def pages_to_review(request, panels):
    """The list of pages whose review date has come."""
    panels.append(PagesToReviewPanel())


@hooks.register("construct_homepage_panels")
def your_work(request, panels):
    """What somebody can do, their drafts, and what waits for them."""
    panels += [TasksPanel(), YourWorkPanel()]


@offers_tasks
def frame_tasks(user):
    """What those who keep the site's frame may do."""
    if user.has_perm("home.add_banner"):
        yield Task(
            15,
            "Put up a banner",
            "A message on every page, or on one section, for as long as you say.",
            reverse(BannerViewSet().get_url_name("add")),
            "info-circle",
        )
    if user.has_perm("home.change_sitesettings"):
        yield Task(
            16,
            "Change urgent help or contact details",
            "What stands at the top and the foot of every page.",
            reverse("wagtailsettings:edit", args=["home", "sitesettings"]),
            "cogs",
        )


@hooks.register("construct_reports_menu")
def leave_out_unused_reports(request, menu_items):
    """Keep the reports that say something to an editor."""
    menu_items[:] = [item for item in menu_items if item.name not in UNUSED_REPORTS]


@hooks.register("construct_help_menu")
def leave_out_news_of_wagtail(request, menu_items):
    """Keep the help that belongs to this site; news of the software is no help with a page."""
    menu_items[:] = [item for item in menu_items if not isinstance(item, DismissibleMenuItem)]
