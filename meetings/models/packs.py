"""Packs of a meeting: its papers in one PDF or one zip, and every build of them."""

import secrets

from django.db import models
from django.utils.text import slugify

from documents.models.document import new_public_id


def place_for_pack(build, filename: str) -> str:
    """Where the bytes of a build are kept: a folder of its own, below one that nothing serves."""
    return f"packs/{secrets.token_hex(8)}/{filename}"


class MeetingPack(models.Model):
    """A pack that a meeting has, at an address that stays while its builds come and go."""

    class Kind(models.TextChoices):
        """What is in it, and for whom."""

        PUBLIC = "public", "Meeting pack"
        ZIP = "zip", "Zip of the papers"
        MEMBERS = "members", "Members’ pack, with Part B"

    meeting = models.ForeignKey("meetings.MeetingPage", on_delete=models.CASCADE, related_name="packs")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    public_id = models.CharField(max_length=16, unique=True, default=new_public_id)
    # The one that is given out; none while there is nothing to give.
    current = models.OneToOneField(
        "meetings.PackBuild", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Since when a build has been asked for that no worker has begun.
    asked_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    # Of what the last build could not be made.
    failed_fingerprint = models.CharField(max_length=64, blank=True)

    # What it is made of may be private.
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "kind"], name="one_pack_of_a_kind"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.meeting}"

    @property
    def is_for_members(self) -> bool:
        """Whether only the committee may have it."""
        return self.kind == self.Kind.MEMBERS

    @property
    def is_zip(self) -> bool:
        """Whether it holds the papers as files."""
        return self.kind == self.Kind.ZIP


class PackBuild(models.Model):
    """One build of a pack: what was in it, what had changed, and what its keeper should know."""

    pack = models.ForeignKey(MeetingPack, on_delete=models.CASCADE, related_name="builds")
    # Empty once another build has taken its place.
    file = models.FileField(upload_to=place_for_pack, max_length=255, blank=True)
    filename = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    sha256 = models.CharField("SHA-256", max_length=64)
    pages = models.PositiveIntegerField(null=True)
    built_at = models.DateTimeField()
    fingerprint = models.CharField(max_length=64)
    contents = models.JSONField()
    # For its readers, a sentence each.
    changed = models.JSONField(default=list)
    # For its keeper, a sentence each.
    problems = models.JSONField(default=list)
    # Of the papers in it, how many have no tags, and how many only a page in their place.
    untagged = models.PositiveSmallIntegerField(default=0)
    absent = models.PositiveSmallIntegerField(default=0)
    documents = models.ManyToManyField("documents.CustomDocument", related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-built_at", "-pk"]

    def __str__(self):
        return f"{self.filename}, {self.built_at:%Y-%m-%d %H:%M}"

    @property
    def is_accessible(self) -> bool:
        """Whether every paper is in it, with tags."""
        return not (self.untagged or self.absent)


def filename_of(pack: MeetingPack) -> str:
    """The name under which a reader saves a pack."""
    name = slugify(pack.meeting.title)[:80] or "meeting"
    return {
        MeetingPack.Kind.PUBLIC: f"{name}-meeting-pack.pdf",
        MeetingPack.Kind.ZIP: f"{name}-papers.zip",
        MeetingPack.Kind.MEMBERS: f"{name}-members-pack-private.pdf",
    }[MeetingPack.Kind(pack.kind)]
