"""The upload desk: where staff bring in files, hear what is wrong with them, and hand them on to a publication."""
