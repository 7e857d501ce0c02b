"""The way to an organisation's sign-in and back, which also ends well where the organisation does not answer."""

from functools import wraps

from allauth.socialaccount.providers.openid_connect.views import callback, login
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from requests import RequestException


def told_of_faults(view):
    """Say in a sentence that the organisation's sign-in is down, or says what makes no sense."""

    @never_cache
    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except (RequestException, KeyError, ValueError):
            return render(request, "socialaccount/authentication_error.html", status=502)

    return guarded


go = told_of_faults(login)
come_back = told_of_faults(callback)
