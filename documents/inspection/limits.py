"""How much an inspection looks at, in bytes, pages and seconds. A file beyond these is refused or held."""

MEGABYTE = 1024 * 1024

# Of the process that inspects one file.
WALL_SECONDS = 20
CPU_SECONDS = 20
MEMORY = 512 * MEGABYTE
FILE_SIZE = 400 * MEGABYTE
ANSWER_SIZE = 64 * MEGABYTE

# Of a PDF.
MAX_PAGES = 5_000
MAX_DEPTH = 200
MAX_OBJECTS = 3_000_000
# Seconds for looking at each page's text and drawing; pages beyond are named in the report as not looked at.
PAGES_SECONDS = 12
MAX_PAGE_OBJECTS = 40_000

# Of a packed file: an archive, and every document of Word, Excel, LibreOffice.
MAX_ENTRIES = 10_000
MAX_UNPACKED = 1024 * MEGABYTE
MAX_RATIO = 150
RATIO_MATTERS_FROM = 100 * MEGABYTE
MAX_PART = 120 * MEGABYTE
# Documents inside an archive that are inspected like an upload of their own.
MAX_INNER_DOCUMENTS = 200

# Of taking the text of a file page by page, which nobody waits for; the rest of a longer one is left out.
READING_SECONDS = 60
READING_WALL_SECONDS = 90
READING_MEMORY = 256 * MEGABYTE
MAX_PAGE_TEXT = 100_000  # letters
