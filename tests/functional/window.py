"""A browser window that notes what a page does that it should not."""

from urllib.parse import urlsplit

LOOPBACK = {"127.0.0.1", "localhost"}


class Window:
    """One window, with its cookies; requests to other hosts are stopped and noted, and so are console errors."""

    def __init__(self, browser, **options):
        self.foreign_requests = []
        self.console_errors = []
        self._expected = set()
        self.context = browser.new_context(locale="en-GB", timezone_id="Europe/London", **options)
        self.context.set_default_timeout(15_000)
        self.context.route("**/*", self._only_this_host)
        self.context.on("console", self._note_console)
        self.context.on("weberror", lambda error: self.console_errors.append(str(error.error)))
        self.page = self.context.new_page()

    def expects(self, status, url):
        """Let an address answer with an error, as a journey means it to."""
        self._expected.add((status, url))

    def close(self):
        self.context.close()

    def _only_this_host(self, route):
        address = urlsplit(route.request.url)
        if address.scheme in ("data", "blob") or address.hostname in LOOPBACK:
            route.continue_()
        else:
            self.foreign_requests.append(route.request.url)
            route.abort()

    def _note_console(self, message):
        # A page that answers with an error, as some journeys mean it to, is an error to the console too.
        url = message.location.get("url")
        expected = any(
            url == address and f"status of {status} " in message.text for status, address in self._expected
        )
        if message.type == "error" and not expected:
            self.console_errors.append(f"{message.page.url}: {message.text}")


def press_and_wait(page, name):
    """Press a button of a page's main part, and wait for the page that comes of it."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=name, exact=True).click()
