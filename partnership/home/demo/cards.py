"""Cards that lead to pages of the site."""


def card(demonstration, address: str, description: str) -> dict:
    """A card that leads to a page of the site."""
    return {"text": "", "page": demonstration.page(address), "url": "", "description": description}
