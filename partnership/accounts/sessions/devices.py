"""A browser and the machine it runs on, in a word or two each."""

# The first that is named counts: browsers name those they are made from, and pretend to be others.
BROWSERS = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
]
MACHINES = [
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "a Mac"),
    ("Linux", "Linux"),
]


def in_words(user_agent: str) -> str:
    """What a browser says of itself, as its owner would say it: “Firefox on Windows”."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "A browser")
    machine = next((name for sign, name in MACHINES if sign in user_agent), "")
    return f"{browser} on {machine}" if machine else browser
