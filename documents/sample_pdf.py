"""Sample PDFs: tagged, with a title and a language, and “demonstration only” on every page."""

import json

import typst

# Text comes in as data, never as markup: a title with a "#" in it is a title.
TEMPLATE = """
#let facts = json(bytes(sys.inputs.facts))
#set document(title: facts.title, date: none)
#set text(lang: "en", region: "GB", size: 12pt, font: "Libertinus Serif")
#set page(
  paper: "a4",
  margin: (x: 2.5cm, y: 2.8cm),
  header: align(center, text(fill: rgb("#212b32"), weight: "bold")[Demonstration only]),
  footer: context align(center)[Page #counter(page).display() of #counter(page).final().first()],
)
#set par(leading: 0.8em, spacing: 1.2em)
#show heading: set block(above: 1.6em, below: 0.9em)
#show heading.where(level: 1): set text(size: 22pt)

= #facts.title
#facts.about

#for section in facts.sections [
  == #section.heading
  #for words in section.paragraphs [
    #words

  ]
  #if "rows" in section [
    #table(
      columns: (1fr, 2fr),
      stroke: 0.5pt,
      inset: 8pt,
      table.header(..section.rows.first().map(cell => strong(cell))),
      ..section.rows.slice(1).flatten(),
    )
  ]
  #if section.at("new_page_after", default: false) [#pagebreak()]
]
"""


def sample_pdf(title: str, about: str, sections: list[dict]) -> bytes:
    """A PDF/UA of a title, an opening paragraph and sections; the same bytes each time.

    A section has a `heading`, `paragraphs`, and may have `rows` (a table, its headings first) and `new_page_after`.
    """
    facts = json.dumps({"title": title, "about": about, "sections": sections})
    return typst.compile(TEMPLATE.encode(), sys_inputs={"facts": facts}, pdf_standards=["ua-1"], timestamp=0)
