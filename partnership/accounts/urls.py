"""Addresses of signing in, of the second step and of where somebody is signed in.

The names are allauth's; what it offers beside them (signing up, addresses kept by their owners) has no address here.
"""

from allauth.account.views import PasswordChangeView
from allauth.account.views import ReauthenticateView as PasswordAgainView
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import DeactivateTOTPView
from django.contrib.auth.views import LogoutView
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView, TemplateView

from .second_step.views import CodesAsTextView, RecoveryCodesView, ReminderView, SetUpView
from .sessions.views import SignInsView
from .signing_in.organisation_views import come_back, go
from .signing_in.views import ForgottenPasswordView, SignInView


def screen(address: str, view, name: str, template: str = "", **more):
    """An address whose answer nobody keeps."""
    given = {"template_name": f"accounts/{template}.html"} if template else {}
    return path(address, never_cache(view.as_view(**given, **more)), name=name)


urlpatterns = [
    screen("sign-in/", SignInView, "sign_in"),
    screen("sign-in/", SignInView, "account_login"),
    screen("admin/login/", SignInView, "sign_in_to_admin"),
    screen("admin/password_reset/", ForgottenPasswordView, "wagtailadmin_password_reset"),
    screen("sign-in/second-step/", AuthenticateView, "mfa_authenticate", "second_step/authenticate"),
    screen("sign-in/closed/", TemplateView, "account_inactive", "closed"),
    screen("sign-in/remember/", ReminderView, "second_step_reminder"),
    path("sign-out/", LogoutView.as_view(next_page="sign_in"), name="sign_out"),
    path("sign-in/with/<slug:provider_id>/", go, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back/", come_back, name="openid_connect_callback"),
    screen("sign-in/with/", RedirectView, "socialaccount_login_cancelled", pattern_name="sign_in"),
    screen("account/second-step/", IndexView, "mfa_index", "second_step/account"),
    screen("account/second-step/set-up/", SetUpView, "mfa_activate_totp"),
    screen("account/second-step/remove/", DeactivateTOTPView, "mfa_deactivate_totp", "second_step/remove"),
    screen("account/second-step/codes/", RecoveryCodesView, "mfa_view_recovery_codes"),
    screen("account/second-step/codes/text/", CodesAsTextView, "recovery_codes_as_text"),
    screen(
        "account/second-step/codes/new/",
        GenerateRecoveryCodesView,
        "mfa_generate_recovery_codes",
        "second_step/new_codes",
    ),
    screen("account/password-again/", PasswordAgainView, "account_reauthenticate", "password_again"),
    screen("account/code-again/", CodeAgainView, "mfa_reauthenticate", "second_step/code_again"),
    screen("account/password/", PasswordChangeView, "account_change_password", "password"),
    screen("account/signed-in/", SignInsView, "sign_ins"),
]
