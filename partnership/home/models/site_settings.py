"""What frames every page: identity, contact, footer, urgent help."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from partnership.content.blocks.links import RelatedLinksBlock
from partnership.content.fields import BodyField


class UrgentHelpItemBlock(blocks.StructBlock):
    """One way to get help now."""

    name = blocks.CharBlock(
        max_length=120, help_text="Who it is for: “In an emergency”, a trust's crisis line."
    )
    phone = blocks.CharBlock(
        required=False, max_length=40, help_text="As people dial it: 111, 0800 028 8000."
    )
    detail = blocks.CharBlock(
        required=False,
        max_length=200,
        help_text="What to say or press: “and choose the mental health option”.",
    )
    url = blocks.URLBlock(required=False, label="web page")

    class Meta:
        icon = "help"
        label = "Way to get help"


class UrgentHelpBlock(blocks.StreamBlock):
    """The ways to get urgent help, most urgent first."""

    way = UrgentHelpItemBlock()

    class Meta:
        required = False
        max_num = 8


@register_setting(icon="home", order=1)
class SiteSettings(BaseSiteSetting):
    """What frames every page: identity, contact, footer, urgent help."""

    partnership_name = models.CharField(
        max_length=120, default="South London Mental Health and Community Partnership"
    )
    short_name = models.CharField(max_length=30, blank=True, default="SLP")
    strapline = models.CharField(max_length=120, blank=True)
    use_nhs_identity = models.BooleanField(
        "use the NHS logo and Frutiger",
        default=False,
        help_text="Only where the NHS Identity guidelines and the font licence allow it. Otherwise the site "
        "shows the partnership's name in Arial.",
    )
    contact_email = models.EmailField("e-mail", blank=True)
    contact_phone = models.CharField("phone", max_length=40, blank=True)
    contact_address = models.TextField("postal address", blank=True)
    security_contact = models.EmailField(
        "e-mail for weaknesses of the site",
        blank=True,
        help_text="Where people tell you of a weakness that they found. Shown at /.well-known/security.txt only.",
    )
    footer_text = models.CharField(max_length=300, blank=True)
    footer_links = BodyField(RelatedLinksBlock(), blank=True)
    urgent_help_text = models.CharField(
        max_length=300,
        blank=True,
        help_text="One sentence above the list, on every page. This site itself answers nobody in a crisis.",
    )
    urgent_help = BodyField(UrgentHelpBlock(), blank=True, verbose_name="ways to get urgent help")
    demonstration_site = models.BooleanField(
        default=False,
        help_text="The whole site is a demonstration: search engines are told to leave it out.",
    )

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("partnership_name"),
                    FieldPanel("short_name"),
                    FieldPanel("strapline"),
                    FieldPanel("use_nhs_identity"),
                    FieldPanel("demonstration_site"),
                ],
                heading="Identity",
            ),
            ObjectList(
                [
                    FieldPanel("urgent_help_text"),
                    FieldPanel(
                        "urgent_help",
                        help_text="Most urgent first: 999, NHS 111 and its mental health option, the trusts’ crisis "
                        "lines. They show on every page, on error pages too.",
                    ),
                ],
                heading="Urgent help",
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("contact_email"),
                            FieldPanel("contact_phone"),
                            FieldPanel("contact_address"),
                        ],
                        heading="Contact",
                    ),
                    FieldPanel("security_contact"),
                    FieldPanel("footer_text"),
                    FieldPanel("footer_links"),
                ],
                heading="Contact and footer",
            ),
        ]
    )

    class Meta:
        verbose_name = "Site settings"
