"""Addresses: kept in one form, safe in a header, and refused in plain words."""

import email
from email.policy import default

import pytest
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from hypothesis import given
from hypothesis import strategies as st

from partnership.alerts.addresses import mailbox, parse_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ada@example.com", "ada@example.com"),
        ("  Ada.Lovelace+alerts@EXAMPLE.Com\n", "Ada.Lovelace+alerts@example.com"),
        ("o'brien@nhs.net", "o'brien@nhs.net"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        # Two different domains; Python's own codec makes the first into the second.
        ("ada@straße.example", "ada@xn--strae-oqa.example"),
        ("ada@strasse.example", "ada@strasse.example"),
        ("ada@例え。テスト", "ada@xn--r8jz45g.xn--zckzah"),
    ],
)
def test_keeps_an_address_in_one_form(typed, kept):
    assert parse_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "ada",
        "ada@",
        "@example.com",
        "ada@localhost",
        "ada@127.0.0.1",
        "ada@[127.0.0.1]",
        "ada@example.com.",
        "ada@-example.com",
        "ada@exa_mple.com",
        "ada..b@example.com",
        ".ada@example.com",
        "ada b@example.com",
        '"ada b"@example.com',
        "Ada <ada@example.com>",
        "ada@example.com,bob@example.com",
        "ada@example.com\nBcc: bob@example.com",
        "ada@example.com\r\n\r\nHello",
        "ada\x00@example.com",
        "ада@example.com",
        "ada@example.com\u2028x",
        "a" * 65 + "@example.com",
        "ada@" + "a" * 64 + ".com",
        "ada@" + "abc." * 70 + "com",
    ],
)
def test_refuses_what_is_no_address_in_one_sentence(typed):
    with pytest.raises(ValidationError) as refused:
        parse_address(typed)
    (sentence,) = refused.value.messages
    assert sentence.startswith("Enter ")


@given(st.one_of(st.text(), st.tuples(st.text(), st.text()).map("@".join), st.emails()))
def test_whatever_is_typed_cannot_reach_a_header(typed):
    try:
        address = parse_address(typed)
    except ValidationError:
        return
    assert parse_address(address) == address
    assert address.isascii()
    assert address.isprintable()
    assert len(address) <= 254
    mail = EmailMessage("Subject", "Body", "from@example.com", [address])
    read = email.message_from_bytes(mail.message().as_bytes(), policy=default)
    assert set(read.keys()) == {
        "Content-Type",
        "MIME-Version",
        "Content-Transfer-Encoding",
        "Subject",
        "From",
        "To",
        "Date",
        "Message-ID",
    }
    assert [found.addr_spec for found in read["To"].addresses] == [address]


@given(st.from_regex(r"[a-z0-9]{1,20}(\.[a-z0-9]{1,20})?@[a-z0-9]{3,20}\.(com|nhs\.uk|org)", fullmatch=True))
def test_takes_ordinary_addresses(typed):
    assert parse_address(typed) == typed


def test_spellings_of_one_mailbox_count_as_one():
    assert {mailbox(a) for a in ["ada.l@example.com", "ADA.L+1@example.com", "adal+2@example.com"]} == {
        "adal@example.com"
    }
