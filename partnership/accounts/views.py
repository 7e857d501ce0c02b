"""Signing in."""

from django.urls import reverse
from wagtail.admin.views.account import LoginView

from .roles import USE_ADMIN


class SignInView(LoginView):
    """The way in for editors, and for committee members, who read what is theirs and edit nothing."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        # Wagtail leaves out what the fields are for, by which password managers fill them in (WCAG 1.3.5).
        form.fields["username"].widget.attrs["autocomplete"] = "username"
        form.fields["password"].widget.attrs["autocomplete"] = "current-password"
        return form

    def get(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.has_perm(USE_ADMIN):
            # Wagtail would show the form again, to somebody who has just signed in.
            return self.response_class(request, ["accounts/reader.html"], {"account": request.user})
        return super().get(request, *args, **kwargs)

    def get_success_url(self):
        user = self.request.user
        wanted = self.get_redirect_url()
        if user.has_perm(USE_ADMIN):
            return wanted or reverse("wagtailadmin_home")
        if wanted and not wanted.startswith(reverse("wagtailadmin_home")):
            return wanted
        return reverse("wagtailadmin_login")
