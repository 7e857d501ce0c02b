"""A factory for every type of page on which something is published."""

from datetime import date

import factory

from documents.models import (
    DisclosureLogPage,
    DisclosurePage,
    PublicationFile,
    PublicationIndexPage,
    PublicationPage,
    PublicationSchemePage,
    RecommendationIndexPage,
)
from partnership.home.models import HomePage

from .page_base import BasePageFactory, the
from .records import DocumentFactory, OrganisationFactory


class PublicationIndexPageFactory(BasePageFactory):
    """The list of publications."""

    title = "Publications"
    parent = the(HomePage)

    class Meta:
        model = PublicationIndexPage


class DisclosureLogPageFactory(BasePageFactory):
    """The disclosure log."""

    title = "Disclosure log"
    parent = the(PublicationIndexPage, "PublicationIndexPageFactory")

    class Meta:
        model = DisclosureLogPage


class DisclosurePageFactory(BasePageFactory):
    """An answer in the log."""

    title = factory.Sequence(lambda n: f"Answer {n}")
    parent = the(DisclosureLogPage, "DisclosureLogPageFactory")
    reference = factory.Sequence(lambda n: f"FOI {n}")
    organisation = factory.SubFactory(OrganisationFactory)
    received_on = date(2026, 3, 2)
    answered_on = date(2026, 3, 20)
    question = "How many?"
    body = [("paragraph", "<p>Twelve.</p>")]

    class Meta:
        model = DisclosurePage


class RecommendationIndexPageFactory(BasePageFactory):
    """The list of all recommendations."""

    title = "Recommendations"
    parent = the(PublicationIndexPage, "PublicationIndexPageFactory")

    class Meta:
        model = RecommendationIndexPage


class PublicationSchemePageFactory(BasePageFactory):
    """The publication scheme."""

    title = "Publication scheme"
    parent = the(PublicationIndexPage, "PublicationIndexPageFactory")

    class Meta:
        model = PublicationSchemePage


class PublicationPageFactory(BasePageFactory):
    """A review that is here."""

    title = factory.Sequence(lambda n: f"Review {n}")
    parent = the(PublicationIndexPage, "PublicationIndexPageFactory")
    kind = PublicationPage.Kind.REVIEW
    organisation = factory.SubFactory(OrganisationFactory)
    published_on = date(2021, 5, 1)
    published_precision = "month"
    body = [("paragraph", "<p>What the review found.</p>")]

    class Meta:
        model = PublicationPage

    class Params:
        awaited = factory.Trait(
            state=PublicationPage.State.AWAITED,
            published_on=None,
            body=[],
            expected_basis="No date has been given",
        )

    @factory.post_generation
    def files(self, create, organisations, **kwargs):
        """One file for each of these organisations."""
        for organisation in organisations or []:
            PublicationFile.objects.create(
                publication=self,
                document=DocumentFactory(title=f"Findings of {organisation}"),
                organisation=organisation,
            )
