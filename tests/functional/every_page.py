"""One page of every type that the demonstration site shows, and the screens outside the page tree."""

from django.apps import apps
from wagtail.models import Page

from partnership.content.models import BasePage
from partnership.content.visibility import Audience

# Screens that answer with an error, and with which.
ERRORS = {"/our-work/?kind=nonsense": 400, "/no-such-page/": 404}
SCREENS = [
    *ERRORS,
    "/search/",
    "/search/?q=mental+health",
    "/search/?q=zzzz",
    "/files/register/",
    "/files/verify/",
    "/about/partners/oxleas/",
    "/meetings/calendar/",
    "/meetings/subscribe/",
]


def page_types():
    """Every page type that an editor can make."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, BasePage) and model is not BasePage and model.is_creatable
    ]


def one_address_of_each_type() -> dict[str, str]:
    """The path of the first public page of each type, by the type's name."""
    audience = Audience()
    found = {}
    for model in page_types():
        page = audience.visible(model.objects.all()).order_by("path").first()
        if page:
            found[model.__name__] = page.url
    return found


def every_public_address() -> list[str]:
    """The paths of all public pages."""
    return [page.url for page in Audience().visible(Page.objects.filter(depth__gt=1)).order_by("path")]
