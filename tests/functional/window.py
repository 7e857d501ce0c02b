"""A browser window that notes what a page does that it should not."""

from urllib.parse import urlsplit

LOOPBACK = {"127.0.0.1", "localhost"}


class Window:
    """One window, with its cookies; requests to other hosts are stopped and noted, and so are console errors."""

    def __init__(self, browser, **options):
        self.foreign_requests = []
        self.console_errors = []
        self.context = browser.new_context(locale="en-GB", timezone_id="Europe/London", **options)
        self.context.set_default_timeout(15_000)
        self.context.route("**/*", self._only_this_host)
        self.context.on("console", self._note_console)
        self.context.on("weberror", lambda error: self.console_errors.append(str(error.error)))
        self.page = self.context.new_page()

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
        # A page that answers "not found", as some journeys mean it to, is an error to the console too.
        is_the_page_itself = message.location.get("url") == message.page.url
        if message.type == "error" and not (is_the_page_itself and "Failed to load resource" in message.text):
            self.console_errors.append(f"{message.page.url}: {message.text}")
