"""What changed in a pack, in words for its readers."""

from collections.abc import Iterator


def changes(before: dict, after: dict) -> list[str]:
    """What is different between two contents of a pack, a sentence each.

    What is gone is told by its item alone: its title may be why it is gone.
    """
    return list(dict.fromkeys(found(before, after)))


def found(before: dict, after: dict) -> Iterator[str]:
    """The differences in the order of the agenda."""
    if before["facts"] != after["facts"]:
        yield from changed_facts(before["facts"], after["facts"])
    old = {line["item"]: line for line in before["lines"]}
    new = {line["item"]: line for line in after["lines"]}
    old_papers = {paper["paper"]: paper for line in before["lines"] for paper in line["papers"]}
    new_papers = {paper["paper"] for line in after["lines"] for paper in line["papers"]}
    for line in after["lines"]:
        was = old.get(line["item"])
        if was is None:
            yield f"Item {line['number']} added: {line['title']}."
        elif any(was[name] != line[name] for name in ("title", "said", "asked")):
            yield f"Item {line['number']} changed: {line['title']}."
        for paper in line["papers"]:
            known = old_papers.get(paper["paper"])
            where = f"(item {line['number']})"
            if known is None:
                yield f"Paper added: {paper['name']} {where}."
            elif (known["document"], known["file"]) != (paper["document"], paper["file"]):
                yield f"Paper replaced: {paper['name']} {where}."
            elif known["name"] != paper["name"]:
                yield f"Paper renamed: {paper['name']} {where}."
    for line in before["lines"]:
        if line["item"] not in new:
            yield f"An item taken out: it was item {line['number']}."
        for paper in line["papers"]:
            if paper["paper"] not in new_papers:
                yield f"A paper taken out, of item {line['number']}."
    if order(before, new, new_papers) != order(after, old, old_papers):
        yield "The order of items or papers changed."


def changed_facts(before: dict, after: dict) -> Iterator[str]:
    """What changed of the meeting itself."""
    if before["when"] != after["when"]:
        yield f"Date or time changed: {after['when']}."
    if before["about"] != after["about"]:
        yield "What is said of the meeting changed: its state or its place."
    if (before["title"], before["committee"]) != (after["title"], after["committee"]):
        yield "The title changed."


def order(contents: dict, items, papers) -> list:
    """The things that both sides have, in one side's order."""
    found = []
    for line in contents["lines"]:
        found += [("item", line["item"])] if line["item"] in items else []
        found += [("paper", paper["paper"]) for paper in line["papers"] if paper["paper"] in papers]
    return found
