"""Words that may speak of harm: they put a question before all others, for its officer to decide."""

import re

WORDS = (
    r"suicid\w*", r"self[- ]?harm\w*", r"kill\w*", r"overdos\w*", r"abus\w*", r"assault\w*", r"rap(?:e|ed|ing|ist)",
    r"neglect\w*", r"violen\w*", r"threat(?:s|en\w*)?", r"hurt(?:s|ing)?", r"harm(?:s|ed|ing)?", r"danger\w*",
    r"unsafe", r"not safe", r"end (?:my|his|her|their) (?:own )?li(?:fe|ves)", r"want(?:s|ed)? to die",
    r"hit(?:s|ting)? me", r"safeguard\w*",
    r"scared", r"afraid", r"restrain\w*", r"exploit\w*", r"starv\w*", r"dying", r"died",
)  # fmt: skip
HARM = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)


def suggests_harm(*texts: str) -> bool:
    """Whether any of these texts may speak of harm. It takes one too many rather than one too few."""
    return any(HARM.search(text) for text in texts)
