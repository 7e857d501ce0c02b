"""Tables for spreadsheets: as CSV, in which no cell can run as a formula."""

import csv

from django.http import HttpResponse

LICENCE = (
    "Licensed under the Open Government Licence v3.0, except personal data and logos: "
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
)
# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value) -> str:
    """A value as text that a spreadsheet shows and never runs; "" for None."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" \n\ufeff").startswith(FORMULA_STARTS) else text


def csv_response(name: str, heading: list[str], rows) -> HttpResponse:
    """A CSV file to download, its last line the licence. `name` has no ending."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    # Excel takes a file without this mark for one in its own old alphabet.
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(heading)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    writer.writerow([LICENCE])
    return response
