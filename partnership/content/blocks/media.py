"""Pictures and videos, with what people need who cannot see or hear them."""

import re

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from .text import paragraphs

__all__ = ["PictureBlock", "VideoBlock", "VideoValue"]

YOUTUBE = re.compile(
    r"^https://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:.*&)?v=|embed/|shorts/)|youtu\.be/)([\w-]{11})"
)
VIMEO = re.compile(r"^https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{5,12})")


def missing(cleaned, fields: dict[str, str]) -> dict[str, ValidationError]:
    """Block errors for those of `fields` (name to message) that are empty."""
    return {name: ValidationError(words) for name, words in fields.items() if not cleaned.get(name)}


class PictureBlock(blocks.StructBlock):
    """A picture with a description, or one that says it is only decoration."""

    image = ImageChooserBlock()
    alt_text = blocks.CharBlock(
        required=False,
        max_length=250,
        label="description",
        help_text="What the picture tells a reader who cannot see it.",
    )
    decorative = blocks.BooleanBlock(
        required=False, label="Only decoration: a reader who cannot see it misses nothing"
    )
    caption = blocks.CharBlock(required=False, max_length=250)

    class Meta:
        icon = "image"
        label = "Image"
        group = "Media"
        template = "blocks/picture.html"
        description = "A picture, described for those who cannot see it."

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if cleaned["decorative"] and cleaned["alt_text"]:
            problem = ValidationError("Either describe the picture or mark it as decoration, not both.")
            raise StructBlockValidationError(block_errors={"decorative": problem})
        if not cleaned["decorative"] and not cleaned["alt_text"]:
            problem = ValidationError("Describe the picture, or mark it as decoration.")
            raise StructBlockValidationError(block_errors={"alt_text": problem})
        return cleaned


class VideoValue(blocks.StructValue):
    """Where a video plays from."""

    @property
    def player_url(self) -> str:
        """The address of the player to load once the visitor presses play; "" for an uploaded video."""
        url = self.get("url") or ""
        if match := YOUTUBE.match(url):
            return f"https://www.youtube-nocookie.com/embed/{match[1]}?autoplay=1&cc_load_policy=1"
        if match := VIMEO.match(url):
            return f"https://player.vimeo.com/video/{match[1]}?autoplay=1&dnt=1"
        return ""

    @property
    def host(self) -> str:
        """Who the player belongs to, in words."""
        return "Vimeo" if VIMEO.match(self.get("url") or "") else "YouTube"


class VideoBlock(blocks.StructBlock):
    """A video by link or upload, with captions, a transcript and audio description."""

    title = blocks.CharBlock(max_length=160, help_text="What the video is, in a few words.")
    url = blocks.URLBlock(
        required=False,
        label="link",
        help_text="On YouTube or Vimeo. Nothing loads until the visitor presses play.",
    )
    upload = DocumentChooserBlock(required=False, label="or an uploaded video (MP4 or WebM)")
    captions = DocumentChooserBlock(
        required=False, label="captions file (WebVTT)", help_text="For an uploaded video."
    )
    captions_checked = blocks.BooleanBlock(
        required=False,
        label="The linked video has captions that a person has checked (automatic ones are not enough)",
    )
    transcript = paragraphs(required=False, help_text="Everything said and everything shown that matters.")
    audio_description = blocks.ChoiceBlock(
        choices=[
            ("not_needed", "Not needed: all that is shown is also said"),
            ("included", "Included in the video's own sound"),
            ("separate", "A separate described version"),
        ],
        required=False,
    )
    described_url = blocks.URLBlock(required=False, label="link to the described version")

    class Meta:
        icon = "media"
        label = "Video"
        group = "Media"
        template = "blocks/video.html"
        value_class = VideoValue
        description = "A video that everybody can follow."
        preview_value = {
            "title": "How the programme works",
            "url": "https://www.youtube.com/watch?v=00000000000",
            "captions_checked": True,
            "transcript": "<p>What is said and shown.</p>",
            "audio_description": "not_needed",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        problems = missing(
            cleaned,
            {
                "transcript": "A transcript is needed before a video is published.",
                "audio_description": "Say whether audio description is included, separate or not needed.",
            },
        )
        if bool(cleaned.get("url")) == bool(cleaned.get("upload")):
            problems["url"] = ValidationError("Give either a link or an uploaded video.")
        elif cleaned.get("url"):
            if not cleaned.player_url:
                problems["url"] = ValidationError("Only videos on YouTube and Vimeo can be linked.")
            problems |= missing(
                cleaned,
                {"captions_checked": "Confirm that the video has captions that a person has checked."},
            )
        else:
            problems |= missing(cleaned, {"captions": "An uploaded video needs a captions file."})
        if cleaned.get("audio_description") == "separate":
            problems |= missing(cleaned, {"described_url": "Link to the described version."})
        if problems:
            raise StructBlockValidationError(block_errors=problems)
        return cleaned
