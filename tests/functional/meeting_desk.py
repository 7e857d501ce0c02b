"""What a governance officer does for a meeting in the admin, step by step."""

from django.urls import reverse
from playwright.sync_api import expect

from meetings.models import AgendaItem, CommitteePage, MeetingPage

from .publishing import press
from .window import press_and_wait


class MeetingDesk:
    """The admin as the officer of one meeting's committee has it open."""

    def __init__(self, page, site):
        self.page, self.site = page, site

    def open(self, name, *keys, **kwargs):
        """Go to one of the admin's screens."""
        self.page.goto(self.site + reverse(name, args=keys, kwargs=kwargs))

    def send(self, name):
        """Press a button, and wait for what comes of it."""
        press_and_wait(self.page, name)

    def says(self, words):
        """Wait until the screen says something."""
        expect(self.page.get_by_text(words).first).to_be_visible()

    def fill(self, **typed):
        """Type into fields by their names."""
        calendar = self.page.locator(".xdsoft_datetimepicker:visible")
        for name, words in typed.items():
            self.page.locator(f"#id_{name}").fill(words)
            if name.endswith("_at"):
                # A calendar comes a moment after, and lies over the buttons until somebody turns to something else.
                expect(calendar).to_have_count(1)
                self.page.mouse.click(640, 4)
                expect(calendar).to_have_count(0)

    def plan(self, committee: CommitteePage, title: str, day, **typed) -> MeetingPage:
        """Announce a meeting with a private part on a day."""
        self.open("wagtailadmin_pages:add", "meetings", "meetingpage", committee.pk)
        on = f"{day:%d/%m/%Y}"
        times = {"starts_at": "09:30", "ends_at": "11:00"}
        parts = {"part_ends_at": "10:30", "private_starts_at": "10:35"}
        self.fill(title=title, **{name: f"{on} {at}" for name, at in (times | parts).items()}, **typed)
        press(self.page, "Publish")
        return MeetingPage.objects.get(title=title)

    def add_item(self, part: str, **typed):
        """Put an item on the agenda that is open."""
        purpose = typed.pop("purpose", "")
        self.page.get_by_role("link", name=f"Add an item to Part {part}").click()
        self.fill(**typed)
        self.page.locator("#id_purpose").select_option(purpose)
        self.send("Add the item")

    def drop_papers(self, files: dict[str, bytes]):
        """Drop several files on a meeting, see to which items they belong, name and attach them."""
        self.page.get_by_role("link", name="Add papers: drop many files").click()
        self.page.locator("#files").set_input_files(
            [{"name": n, "mimeType": "application/pdf", "buffer": content} for n, content in files.items()]
        )
        self.send("Upload and match")
        for name in files:
            number, title = name.removesuffix(".pdf").split(" ", 1)
            row = self.page.get_by_role("group", name=name)
            expect(row.get_by_text("Matched by its")).to_be_visible()
            expect(row.get_by_label("Item").locator("option:checked")).to_contain_text(f"{number} ")
            # What the file says of itself is no title for a reader.
            row.get_by_label("Title").fill(title)
        self.send("Attach the files")
        self.says(f"{len(files)} papers attached.")

    def publish_agenda_and_papers(self):
        """Publish what is on the agenda that is open, then its papers."""
        self.page.get_by_role("link", name="Publish the agenda").click()
        self.send("Publish the agenda")
        self.page.get_by_role("link", name="Publish papers").click()
        self.send("Publish the papers that are ticked")
        self.says("papers.")

    def run(self, meeting: MeetingPage, action: str, **typed):
        """Do one of the things that can be done with a meeting."""
        self.open("run_meeting", meeting.pk)
        self.page.locator(".app-run__actions").get_by_role("link", name=action, exact=True).click()
        self.fill(**typed)

    def record_attendance(self, meeting: MeetingPage, kinds: dict[int, str]):
        """Say of each member whether they were there."""
        self.open("meeting_agenda:attendance", meeting.pk)
        for member, kind in kinds.items():
            self.page.locator(f"#id_member-{member}-kind").select_option(kind)
        self.send("Save the draft")

    def record_decisions(self, meeting: MeetingPage, item: AgendaItem, decisions: dict[int, tuple[str, str]]):
        """Say what each organisation's committee decided on an item."""
        self.open("meeting_agenda:decisions", meeting.pk)
        for organisation, (decision, words) in decisions.items():
            field = f"#id_{item.pk}-{organisation}-decision"
            self.page.locator(field).select_option(decision)
            self.page.locator(f"{field}_text").fill(words)
        self.send("Save the draft")

    def carry_motion(self, meeting: MeetingPage, organisations: list[int]):
        """Record that each committee carried the motion to exclude the public."""
        self.open("meeting_agenda:motion", meeting.pk)
        for organisation in organisations:
            self.page.locator(f"#id_vote-{organisation}-carried").select_option("yes")
        self.send("Save")

    def write_minutes(self, meeting: MeetingPage, field: str, words: str):
        """Write a field of the minutes of Part A, and save."""
        self.open("meeting_minutes:minutes", meeting.pk, "A")
        text = self.page.get_by_role("textbox", name=field)
        text.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)
        # The editor hands over what was typed a moment after the last key.
        self.page.wait_for_function(
            "words => [...document.querySelectorAll('[name^=item-]')].some(field => field.value.includes(words))",
            arg=words,
        )
        self.send("Save")

    def answer_question(self, question, answer: str):
        """Answer a question from the public, and publish it."""
        self.open("questions:edit", question.pk)
        self.page.get_by_label("No", exact=True).check()
        self.fill(answer=answer)
        self.page.locator("#id_state").select_option("answered")
        self.page.locator("#id_publish").check()
        self.send("Save the decision")
        self.says("saved and recorded")
