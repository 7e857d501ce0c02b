"""The pages that a pack adds to its papers: cover, contents, one before the papers of an item, one in place of a paper.

Text comes in as data, never as markup: a title with a "#" in it is a title. Links within the pack are written as
addresses below `WITHIN`, and led to their pages once the pack is put together.
"""

import json

import pikepdf
import typst

WITHIN = "https://pack.invalid/"
# The fonts come with typst, so that a pack looks the same wherever it is put together.
TEMPLATE = """
#let facts = json(bytes(sys.inputs.facts))
#let ink = rgb("#212b32")
#let soft = rgb("#4c6272")
#let blue = rgb("#005eb8")
#set document(title: facts.title, date: none)
#set text(lang: "en", region: "GB", size: 12pt, font: "Libertinus Serif", fill: ink)
#set page(paper: "a4", margin: (x: 2.2cm, top: 2.2cm, bottom: 2.2cm))
#set par(leading: 0.7em, spacing: 1em)
#show heading: set block(above: 1.4em, below: 0.8em)
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): set text(size: 14pt)
#show link: it => text(fill: blue, underline(it))
#let within(key, words) = link("https://pack.invalid/" + key, words)
#let note(words) = block(width: 100%, inset: 12pt, stroke: (left: 4pt + blue), fill: rgb("#f0f4f5"), words)
#let small(words) = text(size: 10.5pt, fill: soft, words)

#let private(words) = block(fill: rgb("#8a1538"), inset: 8pt, text(fill: white, weight: "bold", words))

#v(4cm)
#if facts.private [#private[Private: for members only. Do not pass it on.]]
#if facts.is_demonstration [#block(fill: rgb("#ffeb3b"), inset: 8pt, strong[Demonstration only: an invented meeting])]
#text(size: 13pt, fill: soft, facts.committee)
= #facts.title
#text(size: 14pt, weight: "bold", facts.when)

#for words in facts.about [
  #words

]
#v(1fr)
#note[
  #for words in facts.access [
    #words

  ]
  #if facts.url != "" [The agenda, and each paper by itself, as a web page: #link(facts.url, facts.url)]
]
#small[#facts.built]

#for words in facts.changed [#small[#words]

]
#pagebreak()

= Contents
#let row(key, words, page) = [#within(key, words) #box(width: 1fr, repeat(text(fill: soft, " ."))) #str(page)]
#list(marker: none, indent: 0pt, body-indent: 0pt, spacing: 1em, ..facts.lines.map(line => {
  let words = text(weight: if line.level == 0 { "bold" } else { "regular" }, line.number + ". " + line.title)
  pad(left: line.level * 0.8cm, {
    if line.page == none { words } else { row(line.key, words, line.page) }
    if line.papers.len() > 0 {
      list(marker: none, indent: 0.8cm, body-indent: 0pt, spacing: 0.7em, ..line.papers.map(paper => {
        row(paper.key, paper.name + if paper.note != "" { " (" + paper.note + ")" }, paper.page)
      }))
    }
  })
}))

#for insert in facts.inserts [
  #pagebreak()
  #if insert.kind == "item" [
    #v(3cm)
    #if insert.is_private [#private[Private]]
    #small[#insert.above]
    = #(insert.number + ". " + insert.title)
    #if insert.said.len() > 0 [#small(insert.said.join(" · "))]

    #if insert.asked != "" [#insert.asked]

    == Papers
    #list(..insert.papers.map(paper => [#within(paper.key, paper.name), page #str(paper.page)]))
  ] else [
    #v(3cm)
    #small[#insert.above]
    = #insert.name
    #note[
      *This paper is not in the pack.* #insert.why

      #if insert.url != "" [You find it here: #link(insert.url, insert.url)]
    ]
  ]
]
"""
# One page for each number, as large as what is written on it.
NUMBERS = """
#let facts = json(bytes(sys.inputs.facts))
#set page(width: auto, height: auto, margin: (x: 3pt, y: 2pt), fill: white)
#set text(size: 8pt, font: "Libertinus Serif", fill: rgb("#212b32"))
#for number in range(1, facts.pages + 1) [
  Pack page #number of #facts.pages
  #pagebreak(weak: true)
]
"""


def made_pages(facts: dict) -> bytes:
    """A tagged PDF of the cover, the contents and the inserts."""
    return typst.compile(
        TEMPLATE.encode(), sys_inputs={"facts": json.dumps(facts)}, pdf_standards=["ua-1"], timestamp=0
    )


def page_numbers(pages: int) -> bytes:
    """A PDF with a small page for each number of a pack's pages, without tags."""
    return typst.compile(
        NUMBERS.encode(), sys_inputs={"facts": json.dumps({"pages": pages})}, pdf_tags=False, timestamp=0
    )


def beginnings(made: pikepdf.Pdf) -> list[int]:
    """The page on which each of the made parts begins: the cover, the contents, then every insert."""
    places = {page.objgen: number for number, page in enumerate(made.pages)}
    return [places[item.destination[0].objgen] for item in made.open_outline().root]
