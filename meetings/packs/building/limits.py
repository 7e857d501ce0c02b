"""How much putting one pack together may take; beyond, it is stopped."""

MEGABYTE = 1024 * 1024

WALL_SECONDS = 180
CPU_SECONDS = 150
MEMORY = 400 * MEGABYTE
FILE_SIZE = 2048 * MEGABYTE
# Beyond, the tags of a paper are left out: its tree is no honest one.
MAX_TAGS = 400_000
# Bookmarks of its own that a paper brings along.
MAX_BOOKMARKS = 500
MAX_PAGES_OF_A_PAPER = 5_000
