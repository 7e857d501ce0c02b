"""Compression of what is sent, for pages and data alone."""

from django.http import FileResponse
from django.middleware.gzip import GZipMiddleware


class CompressPages(GZipMiddleware):
    """Leaves files as they are: a part of a compressed file is no part of the file, so no download could go on."""

    def process_response(self, request, response):
        if isinstance(response, FileResponse) or response.has_header("Accept-Ranges"):
            return response
        return super().process_response(request, response)
