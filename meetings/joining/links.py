"""Whether two links lead to the same online meeting, however each is spelt."""

from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

# What campaigns and mail programmes add to a link; it leads to the same place without them.
TRACKING = frozenset(
    {"fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "mkt_tok", "igshid", "_hsenc", "_hsmi"}
)
DEFAULT_PORTS = (None, 80, 443)
# Outlook puts the links in letters behind one of its own.
SAFE_LINKS = ".safelinks.protection.outlook.com"
MOST_TIMES_ENCODED = 3


def comparable(url: str) -> str:
    """A link in one spelling: what is equal leads to the same meeting. "" for no link.

    Neither the scheme, the case of letters, a default port, a final slash or dot, percent-encoding, the order of
    parameters, tracking nor a fragment makes another link of it. Two that differ in the case of letters alone are
    taken for the same: refusing one too many harms nobody.
    """
    url = url.strip()
    if not url:
        return ""
    if "://" not in url:
        url = f"https://{url}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url.casefold()
    host = host_of(parts.hostname or "")
    parameters = parse_qsl(parts.query, keep_blank_values=True)
    if host.endswith(SAFE_LINKS) and (behind := dict(parameters).get("url")):
        return comparable(behind)
    path = decoded(parts.path).rstrip("/")
    while "//" in path:
        path = path.replace("//", "/")
    kept = sorted(
        (decoded(name).casefold(), decoded(value).casefold())
        for name, value in parameters
        if name.casefold() not in TRACKING and not name.casefold().startswith("utm_")
    )
    spelt_port = "" if port in DEFAULT_PORTS else f":{port}"
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{spelt_port}{path.casefold()}{query}"


def host_of(name: str) -> str:
    """A host's name in one spelling: lower case, without a final dot, in the letters that the network uses."""
    name = unquote(name).rstrip(".").casefold()
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name


def decoded(text: str) -> str:
    """Text without percent-encoding, however often it was applied."""
    for _ in range(MOST_TIMES_ENCODED):
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    return text
