"""Signing in."""

from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from wagtail.admin.views.account import LoginView

from .roles import USE_ADMIN


class SignInView(LoginView):
    """The way in for editors, and for committee members, who read what is theirs and edit nothing."""

    template_name = "accounts/sign_in.html"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        # Wagtail leaves out what the fields are for, by which password managers fill them in (WCAG 1.3.5).
        form.fields["username"].widget.attrs["autocomplete"] = "username"
        form.fields["password"].widget.attrs["autocomplete"] = "current-password"
        for name, field in form.fields.items():
            if name != "remember":
                field.widget.attrs["class"] = "nhsuk-input nhsuk-input--width-20"
                field.widget.attrs.pop("placeholder", None)
                # It would send a screen reader past what the page says.
                field.widget.attrs.pop("autofocus", None)
        return form

    def get(self, request, *args, **kwargs):
        # Who is signed in and comes here again has been sent by a page that is not open to them; to send them
        # back would send them round for ever.
        if request.user.is_authenticated and (self.wanted_page or not request.user.has_perm(USE_ADMIN)):
            context = {"account": request.user, "wanted_page": self.wanted_page}
            return self.response_class(request, ["accounts/reader.html"], context)
        return super().get(request, *args, **kwargs)

    @property
    def wanted_page(self) -> str:
        """The address on the public site that sent somebody here, or ""."""
        wanted = self.get_redirect_url()
        elsewhere = (reverse("wagtailadmin_home"), reverse("sign_in"))
        return "" if wanted.startswith(elsewhere) else wanted

    def get_success_url(self):
        if self.request.user.has_perm(USE_ADMIN):
            return self.get_redirect_url() or reverse("wagtailadmin_home")
        return self.wanted_page or reverse("sign_in")
