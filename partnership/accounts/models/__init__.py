"""People who sign in, and the roles given to them."""

from .grants import RoleGrant, RoleScope
from .sign_ins import SignIn
from .users import User

__all__ = ["RoleGrant", "RoleScope", "SignIn", "User"]
