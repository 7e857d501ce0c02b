"""Figures as readers see them."""

from datetime import timedelta

from bs4 import BeautifulSoup
from django.utils import timezone

from programmes.models import ImpactFigure
from tests.factories.records import ImpactFigureFactory


def home_figures(client):
    """The figures of the home page, as words."""
    page = BeautifulSoup(client.get("/").content, "html.parser")
    return [" ".join(figure.get_text(" ").split()) for figure in page.select(".app-figure")]


def test_words_stand_in_place_of_a_number_that_reads_oddly(home, client):
    ImpactFigureFactory(
        success=True, value=2, unit="times", in_words="Doubled", counts="intensive care capacity"
    )
    (figure,) = home_figures(client)
    assert "Doubled" in figure
    assert "times" not in figure
    assert "<svg" not in str(BeautifulSoup(client.get("/").content, "html.parser").select_one(".app-figure"))
    assert str(ImpactFigure.objects.get()) == "Doubled intensive care capacity"


def test_the_demonstration_shows_what_was_done_and_not_how_many_there_are(client, demonstration_site):
    figures = home_figures(client)
    assert [figure for figure in figures if "3 trusts" in figure or "3 provider" in figure] == []
    assert any("Doubled" in figure and "intensive care (ITU) capacity" in figure for figure in figures)
    assert all("check" not in figure.lower() and "review" not in figure.lower() for figure in figures)


def test_one_figure_of_the_demonstration_is_due_to_be_checked_and_each_has_a_date(demonstration_site):
    today = timezone.localdate() + timedelta(days=1)
    assert ImpactFigure.objects.due_review(today).count() == 1
    assert not ImpactFigure.objects.filter(review_on=None).exists()
