"""The tags of a pack: those of its papers put into one tree, which screen readers follow (ISO 32000-1, 14.7).

Every page and annotation says by a number which entry of the tree's ParentTree it belongs to. Each document counts from
nought, so the numbers of each that joins are moved on; names that two documents may both use are made its own.
"""

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from .limits import MAX_TAGS

# What pikepdf raises at trees that make no sense.
BROKEN = (AttributeError, KeyError, TypeError, ValueError, RuntimeError, pikepdf.PdfError)


class NoTagsError(Exception):
    """The tags of a document cannot be used."""


def as_list(kids) -> list:
    """What `/K` holds, as a list: one thing, or several, or none."""
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


class TagTree:
    """The tree that grows while documents join the pack."""

    def __init__(self, pack: Pdf, language: str):
        self.pack = pack
        self.next_key = 0
        self.entries: list[tuple[int, object]] = []
        self.names: list[tuple[bytes, object]] = []
        self.spaces: list = []
        self.root = pack.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.whole = self.element(Name.Document, self.root, Lang=String(language))
        self.root.K = Array([self.whole])

    def element(self, kind: Name, parent, **entries):
        """A new element below another, of which the other does not know yet."""
        made = Dictionary(Type=Name.StructElem, S=kind, P=parent, **entries)
        return self.pack.make_indirect(made)

    def part(self, title: str, language: str):
        """The element of one paper, at the end of the pack."""
        words = {"T": String(title)} | ({"Lang": String(language)} if language else {})
        part = self.element(Name.Part, self.whole, **words)
        part.K = Array()
        self.hang(self.whole, part)
        return part

    @staticmethod
    def hang(parent, child) -> None:
        """Put an element below another, after those that are there."""
        if "/K" not in parent:
            parent.K = Array()
        parent.K.append(child)

    def join(self, source: Pdf) -> list:
        """Take over the tags of a document whose pages are in the pack; answers the elements that stand highest.

        `prepared` has been called with the document before its pages were copied.
        """
        holder = source.Root["/PackTags"]
        copied = self.pack.copy_foreign(holder)
        for at in range(0, len(copied.N), 2):
            self.entries.append((int(copied.N[at]), copied.N[at + 1]))
        for at in range(0, len(copied.I), 2):
            self.names.append((bytes(copied.I[at]), copied.I[at + 1]))
        self.spaces += list(copied.S)
        return list(copied.K)

    def read_as_text(self, page, part) -> None:
        """Put all of an untagged page below `part` as one paragraph, so that it is read at all."""
        paragraph = self.element(Name.P, part, Pg=page.obj, K=0)
        self.hang(part, paragraph)
        page.obj.StructParents = self.next_key
        self.entries.append((self.next_key, self.pack.make_indirect(Array([paragraph]))))
        self.next_key += 1
        page.contents_add(b"/P <</MCID 0>> BDC\n", prepend=True)
        page.contents_add(b"\nEMC")

    def finish(self) -> None:
        """Write the tree into the pack."""
        numbers, names = Array(), Array()
        for key, value in sorted(self.entries, key=lambda entry: entry[0]):
            numbers.extend([key, value])
        self.root.ParentTree = self.pack.make_indirect(Dictionary(Nums=numbers))
        self.root.ParentTreeNextKey = self.next_key
        if self.names:
            self.names.sort(key=lambda name: name[0])
            for name, element in self.names:
                names.extend([String(name), element])
            limits = Array([String(self.names[0][0]), String(self.names[-1][0])])
            leaf = self.pack.make_indirect(Dictionary(Names=names, Limits=limits))
            self.root.IDTree = self.pack.make_indirect(Dictionary(Kids=Array([leaf])))
        if self.spaces:
            self.root.Namespaces = Array(self.spaces)
        self.pack.Root.StructTreeRoot = self.root
        self.pack.Root.MarkInfo = Dictionary(Marked=True)


def prepared(source: Pdf, first_key: int, mark: bytes) -> int:
    """Make a document's tags ready to join a tree whose next number is `first_key`; answers the number after its own.

    `mark` is put before the names of its elements. Raises NoTagsError where there is no tree that can be used; the
    document is then without tags.
    """
    try:
        tree = source.Root.StructTreeRoot
        numbers = [(int(key), value) for key, value in pikepdf.NumberTree(tree.ParentTree).items()]
        keys = {key for key, _ in numbers}
        if not any(int(page.obj.get("/StructParents", -1)) in keys for page in source.pages):
            raise NoTagsError
        names = own_names(tree, mark)
        tops = [kid for kid in as_list(tree.get("/K")) if isinstance(kid, Dictionary)]
        for top in tops:
            # Else the old tree's root would come along.
            top.P = Dictionary()
            if top.get("/S") == Name.Document:
                top.S = Name.Sect
        moved = [each for key, value in numbers for each in (key + first_key, value)]
        spaces = Array(as_list(tree.get("/Namespaces")))
        ready = Dictionary(K=Array(tops), N=Array(moved), I=Array(names), S=spaces)
        source.Root.PackTags = source.make_indirect(ready)
        change_numbers(source, lambda number: number + first_key)
    except (NoTagsError, *BROKEN) as broken:
        change_numbers(source, None)
        raise NoTagsError from broken
    return first_key + max(keys) + 1


def own_names(tree, mark: bytes) -> list:
    """Make what a tree's elements are called its document's own; answers names and elements by turns."""
    roles, classes = tree.get("/RoleMap", Dictionary()), tree.get("/ClassMap", Dictionary())
    names = []
    for element in elements_below(tree):
        element.S = standard(element.S, roles)
        with_own_classes(element, classes)
        if "/ID" in element:
            element.ID = String(mark + bytes(element.ID))
            names += [element.ID, element]
        with_marked_headers(element, mark)
    return names


def elements_below(tree):
    """Every element of a tree, each once. Raises NoTagsError for a tree that is no honest one."""
    waiting, seen = as_list(tree.get("/K")), set()
    while waiting:
        element = waiting.pop()
        if not isinstance(element, Dictionary) or "/S" not in element:
            continue
        if element.is_indirect:
            if element.objgen in seen:
                raise NoTagsError
            seen.add(element.objgen)
        if len(seen) + len(waiting) > MAX_TAGS:
            raise NoTagsError
        yield element
        waiting += as_list(element.get("/K"))


def standard(kind, roles):
    """What a document's own kind of element stands for, by its own map of roles."""
    for _ in range(20):
        if str(kind) not in roles:
            break
        kind = roles[str(kind)]
    return kind


def with_own_classes(element, classes) -> None:
    """Write an element's classes out as attributes of its own: another document may call others the same."""
    if "/C" not in element:
        return
    own = as_list(element.get("/A"))
    for name in as_list(element.C):
        if isinstance(name, Name) and str(name) in classes:
            own += as_list(classes[str(name)])
    del element["/C"]
    if own:
        element.A = Array(own)


def with_marked_headers(element, mark: bytes) -> None:
    """Let a table's cell name its headers as they are called now."""
    for attributes in as_list(element.get("/A")):
        if isinstance(attributes, Dictionary) and isinstance(attributes.get("/Headers"), Array):
            attributes.Headers = Array([String(mark + bytes(name)) for name in attributes.Headers])


def change_numbers(source: Pdf, change) -> None:
    """Change the numbers by which pages, their annotations and drawings name their tags; None takes them away."""
    seen = set()

    def is_new(thing) -> bool:
        if not isinstance(thing, (Dictionary, pikepdf.Stream)) or thing.objgen in seen:
            return False
        if thing.is_indirect:
            seen.add(thing.objgen)
        for key in ("/StructParents", "/StructParent"):
            if key in thing:
                number = thing[key]
                if change and isinstance(number, int):
                    thing[key] = change(number)
                else:
                    del thing[key]
        return True

    waiting = []
    for page in source.pages:
        is_new(page.obj)
        annotations = page.obj.get("/Annots")
        for annotation in annotations if isinstance(annotations, Array) else ():
            is_new(annotation)
        waiting.append(page.obj.get("/Resources"))
    while waiting:
        resources = waiting.pop()
        drawings = resources.get("/XObject") if isinstance(resources, Dictionary) else None
        for drawing in drawings.values() if isinstance(drawings, Dictionary) else ():
            if is_new(drawing):
                waiting.append(drawing.get("/Resources"))
