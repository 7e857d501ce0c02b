"""What somebody typed, understood: words, “quoted phrases”, or, not. Whatever else is typed counts as plain words."""

import re
from dataclasses import dataclass, field

from .expressions import AllOf, AnyOf, Words
from .words import COMPOUND, PART, is_common, stem, stems

# Longer input is a paste by mistake; what it begins with is enough to find it by.
MAX_TYPED = 1000
MAX_TERMS = 24

TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:["“”](?P<phrase>[^"“”]*)["“”]|(?P<word>[^\s"“”]+))')
OPERATORS = {"and", "or", "not"}


@dataclass(frozen=True)
class Term:
    """A word or a phrase as typed, and its stems. `common` ones are looked for only where there is nothing else."""

    typed: str
    stems: tuple[str, ...]
    is_phrase: bool = False
    common: bool = False

    def expression(self):
        """What the index is asked for it."""
        exact = Words(self.stems)
        if self.is_phrase or not COMPOUND.fullmatch(self.typed):
            return exact
        return AnyOf((exact, Words((stem(re.sub(r"[-‐‑]", "", self.typed)),))))


@dataclass(frozen=True)
class Query:
    """What is looked for: in each group any of its terms, all groups, and none of the `unwanted`."""

    groups: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()
    synonyms: dict = field(default_factory=dict, hash=False, compare=False)

    def __bool__(self):
        return bool(self.groups)

    @property
    def terms(self) -> list[Term]:
        """Everything that is wanted."""
        return [term for group in self.groups for term in group]

    def all_of_them(self):
        """The expression that asks for all groups; None where there is none."""
        return self._expression(AllOf)

    def any_of_them(self):
        """The expression that is content with any of them."""
        return self._expression(AnyOf)

    def _expression(self, together):
        if not self.groups:
            return None
        wanted = tuple(self._parts())
        unwanted = tuple(Words(term.stems) for term in self.unwanted)
        return AllOf((together.of(wanted),), unwanted) if unwanted else together.of(wanted)

    def _parts(self):
        """What is asked for each group; several words that have a synonym together are one part."""
        at = 0
        while at < len(self.groups):
            length, others = self._name_at(at)
            groups = self.groups[at : at + length]
            asked = AllOf.of(tuple(self._any_of(group) for group in groups))
            yield AnyOf.of((asked, *others))
            at += length

    def _any_of(self, group):
        """What is asked for one group: any of its terms, or what means the same as one of them."""
        others = [same for term in group for same in self.synonyms.get(term.stems, ())]
        return AnyOf.of((*(term.expression() for term in group), *others))

    def _name_at(self, at: int):
        """How many groups from here on make a name that has synonyms, and those; (1, ()) where none does."""
        for end in range(len(self.groups), at + 1, -1):
            groups = self.groups[at:end]
            if all(len(group) == 1 for group in groups):
                run = tuple(stem for (term,) in groups for stem in term.stems)
                if run in self.synonyms:
                    return end - at, self.synonyms[run]
        return 1, ()


def understand(typed: str) -> Query:
    """Make a query of whatever was typed; an empty one where it has neither letters nor digits."""
    groups: list[list[Term]] = []
    unwanted: list[Term] = []
    operator = ""
    for found in TERM.finditer(typed[:MAX_TYPED]):
        word = found["word"]
        if word and word.casefold() in OPERATORS and not found["minus"]:
            operator = word.casefold()
            continue
        terms = phrase_terms(found["phrase"]) if word is None else word_terms(word)
        if not terms:
            continue
        if found["minus"] or operator == "not":
            unwanted += terms
        elif operator == "or" and groups:
            groups[-1].append(terms[0])
            groups += [[term] for term in terms[1:]]
        else:
            groups += [[term] for term in terms]
        operator = ""
        if len(groups) >= MAX_TERMS:
            break
    if not groups:
        # Only what is not wanted: then those are the words.
        groups, unwanted = [[term] for term in unwanted], []
    telling = [group for group in groups if not all(term.common for term in group)]
    return Query(tuple(tuple(group) for group in telling or groups), tuple(unwanted))


def phrase_terms(phrase: str) -> list[Term]:
    """A phrase, as one term."""
    found = tuple(stems(phrase)[:MAX_TERMS])
    return [Term(phrase.strip(), found, is_phrase=True)] if found else []


def word_terms(word: str) -> list[Term]:
    """What stands between two spaces: one term for each piece that punctuation leaves."""
    terms = []
    for piece in re.split(r"[^\w'’‐‑-]+|_+|--+", word):
        found = tuple(stems(piece))[:MAX_TERMS]
        if found:
            typed = piece.strip("-‐‑'’")
            terms.append(Term(typed, found, common=len(PART.findall(piece)) == 1 and is_common(typed)))
    return terms
