"""Signing in with an organisation's own account (NHSmail, Entra ID) by OpenID Connect, where settings name one."""

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter

from ..models import User


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """Lets in only those who have an account here: known by their subject, or at first by a verified address."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def authenticate_by_email(self, sociallogin):
        all_verified = sociallogin.provider.app.settings["addresses_are_verified"]
        for address in sociallogin.email_addresses:
            # Whoever runs a directory can write any address into it: one that nobody verified is no proof.
            if address.verified is not True and not all_verified:
                continue
            if user := User.objects.filter(email__iexact=address.email).first():
                return user, address.email
        return None

    def pre_social_login(self, request, sociallogin):
        """From the first time on somebody is known by their subject, whatever becomes of their address."""
        if not sociallogin.is_existing:
            return
        account = sociallogin.account
        account.user = sociallogin.user
        # Nothing else that the organisation tells of a person is kept.
        account.extra_data = {}
        account.save()
        # Addresses here are given by administrators, so nobody can have taken one before its owner: the password stays.
        sociallogin._did_authenticate_by_email = None
