"""The meetings app."""

from importlib import import_module

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Committees and their meetings."""

    name = "meetings"
    label = "meetings"
    verbose_name = "Committees and meetings"

    def ready(self):
        import_module("meetings.actions.answering")
        import_module("meetings.actions.staying")
        import_module("meetings.agenda.files")
        import_module("meetings.committee_files")
        import_module("meetings.agenda.signals")
        import_module("meetings.agenda.staying")
        import_module("meetings.minutes.scheme")
        import_module("meetings.minutes.signals")
        import_module("meetings.calendars.keeping")
        import_module("meetings.members_page.minutes")
        import_module("meetings.members_page.packs")
        import_module("meetings.packs.signals")
