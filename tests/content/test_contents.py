"""“On this page”: the list of the sections that a page is put together of."""

from django.template import Context, Template

PAGE = "{% load contents_tags %}{% on_this_page %}{{ sections }}{% endon_this_page %}"


def section(anchor, words):
    return f'<section><h2 class="app-section-heading" id="{anchor}">{words}</h2></section>'


def drawn(*sections):
    template = Template(PAGE.replace("{{ sections }}", "".join(sections)))
    return template.render(Context({}))


def test_each_section_is_listed_in_the_order_of_the_page():
    html = drawn(
        section("s-a", "Agenda"), section("s-b", "Terms &amp; rules"), section("s-c", "Who was there")
    )
    assert html.index("On this page") < html.index('href="#s-a"') < html.index('href="#s-b"')
    assert '<a href="#s-b">Terms &amp; rules</a>' in html
    assert html.index('href="#s-c"') < html.index("<section>")


def test_a_page_of_few_sections_has_no_list():
    html = drawn(section("s-a", "Agenda"), section("s-b", "Terms"))
    assert "On this page" not in html
    assert "Agenda" in html
