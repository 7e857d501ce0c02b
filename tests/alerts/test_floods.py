"""Whose sign-ups are counted together."""

import pytest

from partnership.alerts.floods import REMEMBERED, Limit
from partnership.alerts.jobs import forget_unconfirmed_addresses
from partnership.alerts.models import Attempt
from partnership.network_address import machine, network


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("192.0.2.1:4711", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::9]:4711", "2001:db8:1:2::/64"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_an_address_counts_as_the_network_that_is_one_persons(address, counted_as):
    assert network(address) == counted_as


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted_as"),
    [
        (0, "198.51.100.1", "127.0.0.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "203.0.113.1, 198.51.100.1", "198.51.100.1"),
        (2, "203.0.113.1, 198.51.100.1, 10.0.0.1", "198.51.100.1"),
        (2, "198.51.100.1", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(rf, settings, proxies, forwarded, counted_as):
    settings.TRUSTED_PROXY_COUNT = proxies
    assert machine(rf.get("/", headers={"X-Forwarded-For": forwarded})) == counted_as


def test_who_attempted_cannot_be_read_and_is_forgotten_after_a_day(db, now):
    limit = Limit("test", 2, REMEMBERED)
    assert [limit.allows("192.0.2.1", now) for _ in range(3)] == [True, True, False]
    assert limit.allows("192.0.2.2", now)
    assert not any("192.0.2" in digest for digest in Attempt.objects.values_list("digest", flat=True))
    forget_unconfirmed_addresses(now + REMEMBERED)
    assert not Attempt.objects.exists()
