"""Signing in."""

from allauth.account.views import LoginView
from allauth.core.ratelimit import consume
from django.shortcuts import redirect, render
from django.urls import reverse
from wagtail.admin.views.account import PasswordResetView

from ..roles import USE_ADMIN


class SignInView(LoginView):
    """The way in for editors, and for committee members, who read what is theirs and edit nothing."""

    template_name = "accounts/sign_in.html"

    def dispatch(self, request, *args, **kwargs):
        wanted = self.get_next_url() or ""
        in_admin = wanted.startswith(reverse("wagtailadmin_home"))
        # Who is signed in and comes here again has been sent by a page that is not open to them; to send them
        # back would send them round for ever.
        is_back = request.method == "GET" and wanted and request.user.is_authenticated
        if is_back and not (in_admin and request.user.has_perm(USE_ADMIN)):
            context = {"account": request.user, "wanted_page": "" if in_admin else wanted}
            return render(request, "accounts/reader.html", context)
        return super().dispatch(request, *args, **kwargs)

    def get_next_url(self):
        wanted = super().get_next_url() or ""
        return "" if wanted.startswith(reverse("sign_in")) else wanted

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            ended=self.request.GET.get("ended", ""), wanted=self.get_next_url(), **kwargs
        )


class ForgottenPasswordView(PasswordResetView):
    """Sends a link to choose a new password, and no more than a few of them to anybody."""

    def form_valid(self, form):
        address = form.cleaned_data["email"].lower()
        if not consume(self.request, action="reset_password", key=address):
            # Said as if it was sent: whether there is such an account is nobody's business.
            return redirect(self.get_success_url())
        return super().form_valid(form)
