"""The layers of papers: what a paper hides stays hidden in the pack (ISO 32000-1, 8.11)."""

from pikepdf import Array, Dictionary, Name, Pdf

KINDS = ("/ON", "/OFF")


def layers_of(source: Pdf) -> tuple[list, list]:
    """The layers of a document, and those that it does not show."""
    known = source.Root.get("/OCProperties")
    if not isinstance(known, Dictionary):
        return [], []
    every = list(known.get("/OCGs", ()))
    usual = known.get("/D", Dictionary())
    shown, hidden = (list(usual.get(kind, ())) for kind in KINDS)
    if usual.get("/BaseState") == Name.OFF:
        on = {layer.objgen for layer in shown}
        hidden = [layer for layer in every if layer.objgen not in on]
    return every, hidden


class Layers:
    """The layers of all papers of a pack."""

    def __init__(self, pack: Pdf):
        self.pack, self.every, self.hidden = pack, Array(), Array()

    def join(self, source: Pdf) -> None:
        """Take over the layers of a document whose pages are in the pack."""
        every, hidden = layers_of(source)
        self.every.extend([self.pack.copy_foreign(layer) for layer in every])
        self.hidden.extend([self.pack.copy_foreign(layer) for layer in hidden])

    def finish(self) -> None:
        """Write into the pack which layers there are, and which are hidden."""
        if len(self.every):
            usual = Dictionary(BaseState=Name.ON, OFF=self.hidden, Order=Array())
            self.pack.Root.OCProperties = Dictionary(OCGs=self.every, D=usual)
