"""When two links lead to the same meeting."""

import pytest

from meetings.joining.links import comparable

LINK = "https://teams.example/l/meetup-join/19:abc@thread/0?context=x&tenant=1"


@pytest.mark.parametrize(
    "spelt",
    [
        "https://TEAMS.Example/l/meetup-join/19:abc@thread/0?context=x&tenant=1",
        "http://teams.example:80/l/meetup-join/19:abc@thread/0?context=x&tenant=1",
        "https://teams.example:443/l/meetup-join/19:abc@thread/0?context=x&tenant=1",
        "https://teams.example./l/meetup-join/19:abc@thread/0/?context=x&tenant=1",
        "https://teams.example/l/meetup-join/19%3aabc%40thread/0?context=x&tenant=1",
        "https://teams.example/l/meetup-join/19%253Aabc@thread/0?context=x&tenant=1",
        "https://teams.example/l//meetup-join/19:abc@thread/0?tenant=1&context=x&utm_source=mail&fbclid=7#now",
        "  teams.example/l/meetup-join/19:abc@thread/0?context=x&tenant=1 ",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.example%2Fl%2Fmeetup-join%2F19%253Aabc"
        "%2540thread%2F0%3Fcontext%3Dx%26tenant%3D1&data=05",
    ],
)
def test_a_link_is_known_however_it_is_spelt(spelt):
    assert comparable(spelt) == comparable(LINK)


@pytest.mark.parametrize(
    "other",
    [
        "https://teams.example/l/meetup-join/19:abd@thread/0?context=x&tenant=1",
        "https://teams.example/l/meetup-join/19:abc@thread/0?context=y&tenant=1",
        "https://teams.example:8443/l/meetup-join/19:abc@thread/0?context=x&tenant=1",
        "https://other.example/l/meetup-join/19:abc@thread/0?context=x&tenant=1",
        "",
    ],
)
def test_another_link_is_another(other):
    assert comparable(other) != comparable(LINK)


@pytest.mark.parametrize("odd", ["http://[", "https://a:b:c/", "https://a:99999/", "%", "\x00"])
def test_nonsense_is_no_error(odd):
    assert isinstance(comparable(odd), str)
