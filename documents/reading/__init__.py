"""The reading of files by the site: their text page by page, pictures of first pages, and the pages that show them."""
