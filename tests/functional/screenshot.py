"""Takes the README's picture of the home page: `make screenshot`. Not collected with the tests."""

from django.conf import settings


def test_take(page, site):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}/")
    page.screenshot(path=settings.PROJECT_DIR / "docs" / "screenshot.png")
