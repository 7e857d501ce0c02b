"""People who sign in, and the roles given to them."""

from .grants import RoleGrant, RoleScope
from .users import User

__all__ = ["RoleGrant", "RoleScope", "User"]
