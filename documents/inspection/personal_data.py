"""Patterns of personal data in the text of a file. The report shows where they are, and never the data themselves."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from .report import Finding, Rule, Severity

FIX = (
    "Open the file there. If it belongs to a person, take it out of the original, export it again and upload the new "
    "file; if it was sent out by mistake before, tell your information governance team."
)
NHS_NUMBER = Rule("nhs-number", Severity.WARNED, "It seems to hold an NHS number: {sample}.", FIX)
NATIONAL_INSURANCE = Rule(
    "national-insurance-number",
    Severity.WARNED,
    "It seems to hold a National Insurance number: {sample}.",
    FIX,
)
MOBILE = Rule("mobile-number", Severity.WARNED, "It holds a mobile telephone number: {sample}.", FIX)
EMAIL = Rule("private-email", Severity.WARNED, "It holds an e-mail address outside the NHS: {sample}.", FIX)

# Ten digits as they are printed: 943 476 5919, 943-476-5919 or run together, and no part of a longer number.
TEN_DIGITS = re.compile(r"(?<![\d+])(?<!\d[ .-])(\d{3})([ -]?)(\d{3})\2(\d{4})(?![ -]?\d)(?!\.\d)")
BOOK_NUMBER = re.compile(r"ISBN(?:-10)?:?\s*$", re.I)
# HMRC, National Insurance Manual NIM39110: letters that are never given out.
INSURANCE = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:\s?\d{2}){3}\s?[A-D]\b", re.I
)
# Ofcom, National Telephone Numbering Plan: 071 to 075 and 077 to 079 are mobiles, 07624 too.
MOBILES = re.compile(
    r"(?<![\d+])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0044[\s-]?|0)7(?:[1-57-9]\d{2}|624)[\s-]?\d{3}[\s-]?\d{3}(?!\d)"
)
# Either side of an "@"; looking for the sign first saves trying every word of a long text.
BEFORE_SIGN = re.compile(r"[\w.+-]{1,64}$")
BEHIND_SIGN = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])", re.I)
PUBLIC_DOMAINS = ("nhs.uk", "nhs.net", "gov.uk")


def has_valid_check_digit(digits: str) -> bool:
    """Whether ten digits are an NHS number by its check digit (modulus 11, NHS Data Dictionary)."""
    if len(set(digits)) == 1:
        return False
    rest = (
        11 - sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)) % 11
    )
    return rest != 10 and rest % 11 == int(digits[9])


def nhs_numbers(text: str) -> Iterator[str]:
    for match in TEN_DIGITS.finditer(text):
        digits = match[1] + match[3] + match[4]
        if has_valid_check_digit(digits) and not BOOK_NUMBER.search(
            text[max(0, match.start() - 12) : match.start()]
        ):
            yield f"{digits[:3]} … {digits[-2:]}"


def insurance_numbers(text: str) -> Iterator[str]:
    for match in INSURANCE.finditer(text):
        yield f"{match[0][:2].upper()} … {match[0][-1].upper()}"


def mobile_numbers(text: str) -> Iterator[str]:
    for match in MOBILES.finditer(text):
        yield f"{match[0][:3]}… …{match[0][-3:]}"


def private_addresses(text: str, own_domains: Iterable[str]) -> Iterator[str]:
    known = tuple(f".{domain}" for domain in (*PUBLIC_DOMAINS, *own_domains) if domain)
    for sign in re.finditer("@", text):
        person = BEFORE_SIGN.search(text, max(0, sign.start() - 64), sign.start())
        domain = BEHIND_SIGN.match(text, sign.end())
        if person and domain and not f".{domain[0].lower()}".endswith(known):
            yield f"{person[0][0]}…@{domain[0].lower()}"


def find(texts: Iterable[tuple[int | str, str]], own_domains: Iterable[str] = ()) -> list[Finding]:
    """What in these texts looks like personal data; each text comes with its page number or the name of its place."""
    searches: dict[Rule, Callable] = {
        NHS_NUMBER: nhs_numbers,
        NATIONAL_INSURANCE: insurance_numbers,
        MOBILE: mobile_numbers,
        EMAIL: lambda text: private_addresses(text, tuple(own_domains)),
    }
    samples, where = {}, defaultdict(list)
    for place, text in texts:
        for rule, search in searches.items():
            sample = next(search(text), None)
            if sample is not None:
                samples.setdefault(rule, sample)
                where[rule].append(place)
    return [
        rule.found(
            sample=samples[rule],
            pages=[place for place in where[rule] if isinstance(place, int)],
            places=[place for place in where[rule] if isinstance(place, str)],
        )
        for rule in searches
        if rule in samples
    ]
