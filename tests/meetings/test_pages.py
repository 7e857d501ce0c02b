"""What a reader finds on the pages of meetings and committees."""

from meetings.models import MeetingPage


class MeetingPageTests:
    def test_says_when_in_london_and_how_to_join(self, client, site):
        html = client.get(site.coming.url).content.decode()
        assert 'datetime="2090-09-27T09:00:00+01:00"' in html
        assert "9am to 9.45am" in html
        assert "Join Common Part A online" in html
        assert f'href="{site.coming.url}join/"' in html
        assert site.coming.join_url not in html

    def test_lists_its_papers(self, client, site):
        html = client.get(site.coming.url).content.decode().replace("\xa0", " ")
        assert "Paper 2" in html
        assert "PDF, 24 kB, 2 pages, English" in html

    def test_shows_no_way_to_join_once_it_is_over(self, client, site):
        site.past.join_url = "https://meet.example/over"
        site.past.save()
        html = client.get(site.past.url).content.decode()
        assert "meet.example" not in html
        assert "Awaiting confirmation" in html

    def test_a_cancelled_one_says_so_and_why_and_shows_no_way_to_join(self, client, site):
        MeetingPage.objects.filter(pk=site.coming.pk).update(status="cancelled", status_reason="Not quorate.")
        html = client.get(site.coming.url).content.decode()
        assert "This meeting is cancelled" in html
        assert "Not quorate." in html
        assert "meet.example" not in html

    def test_hides_a_draft(self, client, site):
        site.coming.unpublish()
        assert client.get(site.coming.url).status_code == 404


class CommitteePageTests:
    def test_says_what_its_kind_means(self, client, site):
        assert "each decides for its own organisation only" in client.get(site.committee.url).content.decode()

    def test_shows_members_what_it_oversees_and_its_meetings(self, client, site):
        html = client.get(site.committee.url).content.decode()
        assert 'href="/about/partners/oxleas/"' in html
        for page in (site.collaborative, site.past, site.coming):
            assert f'href="{page.url}"' in html


class MeetingsIndexPageTests:
    def test_lists_the_coming_before_the_past_and_the_committees(self, client, site):
        html = client.get(site.meetings.url).content.decode()
        main = html[html.index("<main") :]
        places = [main.index(f'href="{page.url}"') for page in (site.coming, site.past, site.committee)]
        assert places == sorted(places)

    def test_says_plainly_that_none_is_planned(self, client, site):
        site.coming.unpublish()
        assert "No meeting is planned" in client.get(site.meetings.url).content.decode()
