"""The form to sign in with."""

from allauth.account.forms import LoginForm

from ..models import User


class SignInForm(LoginForm):
    """Asks for a name and a password, in words that password managers and screen readers understand."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label = "User name or e-mail address"
        login.widget.attrs["autocomplete"] = "username"
        password.label = "Password"
        password.help_text = ""
        password.widget.attrs["autocomplete"] = "current-password"

    def user_credentials(self):
        typed = self.cleaned_data["login"]
        by_address = User.objects.filter(email__iexact=typed).first() if "@" in typed else None
        if by_address and not User.objects.filter(username=typed).exists():
            typed = by_address.get_username()
        return {"username": typed, "password": self.cleaned_data["password"]}
