"""The home page, plain pages, and what frames every page."""

from .banner import Banner
from .demonstration import DemonstrationLoading
from .pages import HomePage, StandardPage
from .site_settings import SiteSettings

__all__ = ["Banner", "DemonstrationLoading", "HomePage", "SiteSettings", "StandardPage"]
