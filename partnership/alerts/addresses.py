"""What counts as an e-mail address: one that can receive mail from anywhere, kept in one form."""

import re

import idna
from django.core.exceptions import ValidationError

# RFC 5321, 4.5.3.1: the part before the @, and the whole.
MAX_LOCAL_LENGTH = 64
MAX_LENGTH = 254
# RFC 5322's dot-atom. Quoted names are allowed there and met nowhere, except in attacks.
LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.IGNORECASE | re.ASCII)
# A name on the internet, not a number and not a machine of our own network.
DOMAIN = re.compile(r"([a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9]", re.ASCII)

MISSING = "Enter your e-mail address"
WRONG = "Enter an e-mail address in the correct format, like name@example.com"
LONG = "Enter an e-mail address of at most 254 characters"


def parse_address(typed: str) -> str:
    """The address somebody typed, its domain in lower case and in ASCII. Raises ValidationError with what is wrong.

    What comes out holds no white space, no control character and nothing but ASCII, so it is safe in a header.
    """
    typed = typed.strip()
    if not typed:
        raise ValidationError(MISSING, code="required")
    if len(typed) > MAX_LENGTH:
        raise ValidationError(LONG, code="long")
    local, _, domain = typed.rpartition("@")
    domain = ascii_domain(domain)
    if len(local) > MAX_LOCAL_LENGTH or not LOCAL.fullmatch(local) or not DOMAIN.fullmatch(domain):
        raise ValidationError(WRONG, code="wrong")
    if len(f"{local}@{domain}") > MAX_LENGTH:
        raise ValidationError(LONG, code="long")
    return f"{local}@{domain}"


def ascii_domain(domain: str) -> str:
    """The domain as mail servers know it, or "" where it is none.

    By IDNA 2008: what Python brings is IDNA 2003, which sends mail for straße.de to strasse.de.
    """
    try:
        return idna.encode(domain, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        return ""


def mailbox(address: str) -> str:
    """The mailbox that this and other spellings of an address very likely reach: for counting, not for sending."""
    local, _, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0].replace('.', '')}@{domain}"
