"""A meeting does not go public with a paper that the inspection warned of."""

from tests.factories.pages import MeetingPageFactory


def test_a_paper_with_a_warning_holds_the_meeting_back(tree):
    meeting = MeetingPageFactory(papers=["Findings"])
    rows = {"papers": list(meeting.papers.all())}
    assert "papers" not in meeting.publishing_problems(rows)
    rows["papers"][0].document.open_warnings = 1
    assert "The inspection warned of something in “Findings”" in meeting.publishing_problems(rows)["papers"]
