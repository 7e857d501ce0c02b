"""What is answered when the site itself fails."""

import sys

from django.http import HttpResponse
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token
from django.views.defaults import server_error

from partnership.storage import is_disk_full

INSUFFICIENT_STORAGE = 507


@requires_csrf_token
def failure(request):
    """The page for a failure of ours; a full disk has one of its own, so that staff know that nothing was saved."""
    if not is_disk_full(sys.exc_info()[1]):
        return server_error(request)
    return HttpResponse(loader.get_template("507.html").render(), status=INSUFFICIENT_STORAGE)
