"""Uploaded files in an S3-compatible store: a private bucket that only this site reads.

A file is given out by the site, after the same check as from a disk: nothing ever leads a reader to the store itself.
"""

import io
from urllib.parse import urljoin

from botocore.config import Config
from botocore.exceptions import ClientError
from django.conf import settings
from django.core.files.base import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

from .storage import ReadableNames

# How much is asked for at a time by whoever reads small pieces.
BUFFER = 256 * 1024
MISSING = {"404", "NoSuchKey", "NotFound"}


class ObjectReader(io.RawIOBase):
    """An object read from wherever a reader seeks to, as it comes: nothing is kept in memory or on a disk."""

    def __init__(self, stored):
        self.stored = stored
        self.size = stored.content_length
        self.at = 0
        self.body = None

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self.at

    def seek(self, offset, whence=io.SEEK_SET):
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: self.size}[whence]
        to = max(start + offset, 0)
        if to != self.at:
            self._let_go()
        self.at = to
        return to

    def readinto(self, buffer):
        if self.at >= self.size:
            return 0
        if self.body is None:
            # The very object that was opened: one written in its place in between is refused, not mixed in.
            answer = self.stored.get(Range=f"bytes={self.at}-", IfMatch=self.stored.e_tag)
            self.body = answer["Body"]
        piece = self.body.read(len(buffer))
        buffer[: len(piece)] = piece
        self.at += len(piece)
        return len(piece)

    def close(self):
        self._let_go()
        super().close()

    def _let_go(self):
        if self.body is not None:
            self.body.close()
            self.body = None


class PartnershipObjectStorage(ReadableNames, S3Storage):
    """Files as objects of a private bucket, under the same names as on a disk."""

    def get_default_settings(self):
        own = {
            # An upload never takes the place of another file.
            "file_overwrite": False,
            # The bucket is private; objects have no rules of their own.
            "default_acl": None,
            "client_config": Config(
                s3={"addressing_style": "path"},
                signature_version="s3v4",
                # Stores other than Amazon's do not know the newer checksums.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                connect_timeout=5,
                read_timeout=30,
                retries={"max_attempts": 3, "mode": "standard"},
            ),
        }
        return super().get_default_settings() | own

    def _open(self, name, mode="rb"):
        if mode != "rb":
            return super()._open(name, mode)
        stored = self.bucket.Object(self._normalize_name(clean_name(name)))
        try:
            stored.load()
        except ClientError as problem:
            if problem.response["Error"]["Code"] in MISSING:
                raise FileNotFoundError(f"There is no file {name}.") from problem
            raise
        return File(io.BufferedReader(ObjectReader(stored), BUFFER), name)

    def url(self, name, *args, **kwargs):
        """The site's own address of a file, where the check stands; never one of the store."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name))
