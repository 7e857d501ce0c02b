"""Signing in: by which words, how often somebody may fail, the second step, and how long a session lasts."""

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# One way in, for the editors' side and for private pages; by the name of its address.
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "sign_in"
# Where those land who sign in to read and edit nothing.
READERS_LAND_ON = "my_committees"
# An account's address is kept by administrators: by it somebody is known to their own organisation's sign-in.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ACCOUNT_ADAPTER = "partnership.accounts.signing_in.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "partnership.accounts.signing_in.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# For how many seconds a password counts as typed just now.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {
    # Only failures count: a hospital's staff may share one address on the network.
    "login": None,
    # By account and by where it is tried from, so that nobody outside can lock anybody out.
    "login_failed": "5/5m/key",
    "login_failed_from_network": "50/10m/ip",
    "reset_password": "20/10m/ip,3/h/key",
}

MFA_ADAPTER = "partnership.accounts.second_step.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True

SOCIALACCOUNT_ADAPTER = "partnership.accounts.signing_in.organisations.OrganisationAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
# Only what is there already is signed in to: nobody makes an account by knocking.
SOCIALACCOUNT_AUTO_SIGNUP = False


def organisation_sign_in(env) -> dict:
    """The sign-in of an organisation by OpenID Connect, where the environment names one; off otherwise."""
    server, client = env.str("OIDC_SERVER_URL", default=""), env.str("OIDC_CLIENT_ID", default="")
    if not (server and client):
        return {}
    app = {
        "provider_id": "organisation",
        "name": env.str("OIDC_NAME", default="your organisation’s account"),
        "client_id": client,
        "secret": env.str("OIDC_CLIENT_SECRET", default=""),
        "settings": {
            "server_url": server,
            "email_authentication": True,
            "oauth_pkce_enabled": True,
            "uid_field": env.str("OIDC_SUBJECT", default="sub"),
            # Entra ID does not say whether an address is verified; a tenant that gives out its addresses itself knows.
            "addresses_are_verified": env.bool("OIDC_ADDRESSES_ARE_VERIFIED", default=False),
        },
    }
    return {"openid_connect": {"APPS": [app]}}
