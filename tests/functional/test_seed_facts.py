"""Every fact that the two partnerships publish can be found on the site by a reader."""

import html
import re

import pytest

from .every_page import every_public_address

SOUTH_LONDON = [
    "Wednesday 27 September 2023", "9am to 9.45am", "Common Part A", "three South London mental health trusts",
    "clinical leadership and innovation", "involvement of patients and carers", "highly skilled and compassionate",
    "career opportunities", "thriving and fulfilling", "Oxleas NHS Foundation Trust",
    "South London and Maudsley NHS Foundation Trust", "South West London and St George's Mental Health NHS Trust",
    "improved the quality of mental health services", "best use of the resources", "more rewarding career",
    "clinical expertise", "understanding of people’s experience of care", "stigma", "earlier help",
    "specialist and sometimes complex mental health conditions", "clinical pathways", "best practice",
    "NHS and independent sector providers", "diverse local population", "coproduction", "lived experience",
    "closer to home", "maximises value for the NHS", "reinvest", "Forensic (Adult Secure) Provider Collaborative",
    "CAMHS (Tier 4) Provider Collaborative", "Adult Eating Disorders Provider Collaborative",
    "Nursing Development Programme", "Complex Care Programme", "Acute Care projects including NHS111",
    "Corporate Services Programme", "Our successes", "Review of SIM in south London mental health trusts",
    "Serenity Integrated Mentoring", "small group of people with complex mental health needs", "March 2021",
    "no recommissioning of SIM in any form in south London", "NHS England is drafting a national response",
    "available on this website",
]  # fmt: skip
SOUTH_WEST_LONDON = [
    "through the pandemic", "primary care", "community services", "local authorities", "Children and Young People",
    "In 2017", "shared priority", "starting earlier", "resilient and thrive", "whole school", "School leaders",
    "young people", "teachers", "parents and families", "adapted during the pandemic", "Kooth", "online counselling",
    "video", "four acute NHS trusts", "worked well in response to the pandemic", "elective recovery", "second wave",
    "capacity was doubled", "patients from outside South West London", "Procurement Partnership", "81 million items",
    "12 month period", "more than 3.6 million people", "design together care", "In 2019", "Clinically-led Conference",
    "over 250 NHS clinicians", "social care professionals", "voluntary sector colleagues", "six boroughs",
    "clinical vision", "Clinical Senate", "diabetes", "cardiovascular disease", "end of life care", "mental health",
    "outpatient transformation", "respiratory care", "Six local Healthwatches", "matters most to them",
    "Five Year Plan", "strong leadership team", "Urgent and Emergency Care",
    "Maternity and Children & Young People Mental Health", "Mental Health and learning disabilities", "Planned Care",
    "Cancer", "Workforce", "Digital", "Estates", "Primary Care",
]  # fmt: skip


@pytest.fixture
def texts(demonstration_site, client):
    """The words of every public page's main part, by address."""

    def words(address):
        main = re.search(r"<main.*?</main>", client.get(address).content.decode(), re.DOTALL)[0]
        text = re.sub(r"</?(?:strong|em|a|span|time|b|i)\b[^>]*>", "", main)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())

    return {address: words(address) for address in every_public_address()}


def test_every_fact_can_be_read(texts):
    everything = "\n".join(texts.values())
    missing = [fact for fact in SOUTH_LONDON + SOUTH_WEST_LONDON if fact not in everything]
    assert missing == []


def test_the_other_partnership_is_never_we(texts):
    for address, text in texts.items():
        if address.startswith("/our-work/south-west-london/"):
            assert "South West London Health and Care Partnership" in text, address
            assert not re.search(r"\b(?:[Ww]e|[Oo]ur|us)\b(?! work)", text.replace("Our work", "")), address


def test_each_trust_has_its_findings_to_download(texts):
    text = texts["/publications/review-of-sim/"]
    for trust in (
        "Oxleas NHS Foundation Trust",
        "South London and Maudsley NHS Foundation Trust",
        "South West London and St George's Mental Health NHS Trust",
    ):
        assert f"Findings, {trust} (PDF" in text


def test_what_is_invented_says_so_and_is_kept_from_search_engines(client, texts):
    for address in ("/meetings/partnership-committees/next-demonstration/", "/about/who-we-are/"):
        page = client.get(address).content.decode()
        assert "demonstration only" in page.lower()
        assert '<meta name="robots" content="noindex">' in page
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()
