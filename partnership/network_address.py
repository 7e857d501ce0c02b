"""Where on the network a request came from, for limits that count by it; it is kept nowhere else."""

import ipaddress
import re

from django.conf import settings

# Some proxies write the port as well: 192.0.2.1:4711, [2001:db8::1]:4711.
WITH_PORT = re.compile(r"\[(?P<v6>[^]]+)\](?::\d+)?|(?P<v4>[\d.]+):\d+")


def machine(request) -> str:
    """The network address that a request came from, as far as proxies of our own tell; IPv6 by its /64 network."""
    address = request.META.get("REMOTE_ADDR", "")
    proxies = settings.TRUSTED_PROXY_COUNT
    if proxies:
        # Each of our proxies adds who it heard from at the end; what stands before that, anybody may have written.
        path = [item.strip() for item in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        address = (path[-proxies] if len(path) >= proxies else "") or address
    return network(address)


def network(address: str) -> str:
    """What one household or office has to itself of an address: all of IPv4, the first half of IPv6."""
    if found := WITH_PORT.fullmatch(address):
        address = found["v6"] or found["v4"]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return str(parsed)
    # A server that listens on both kinds names IPv4 visitors in the manner of IPv6.
    return str(parsed.ipv4_mapped or ipaddress.ip_network((int(parsed), 64), strict=False))
