"""The addresses of the screens of minutes and recordings, beside those of the agenda."""

from django.urls import path, register_converter

from .recordings import PublishRecordingView, RecordingView, WithdrawRecordingView
from .statements import ApproveView, PublishView, ReleaseView, WithdrawView
from .writing import EditionView, MinutesView, PreviewView


class PartConverter:
    """A part of a meeting in an address."""

    regex = "[AB]"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return str(value)


register_converter(PartConverter, "part_of_meeting")

app_name = "meeting_minutes"
urlpatterns = [
    path("<int:meeting>/recording/", RecordingView.as_view(), name="recording"),
    path("<int:meeting>/recording/publish/", PublishRecordingView.as_view(), name="publish_recording"),
    path("<int:meeting>/recording/withdraw/", WithdrawRecordingView.as_view(), name="withdraw_recording"),
    path("<int:meeting>/minutes/<part_of_meeting:part>/", MinutesView.as_view(), name="minutes"),
    path("<int:meeting>/minutes/<part_of_meeting:part>/preview/", PreviewView.as_view(), name="preview"),
    path(
        "<int:meeting>/minutes/<part_of_meeting:part>/editions/<int:number>/",
        EditionView.as_view(),
        name="edition",
    ),
    path("<int:meeting>/minutes/<part_of_meeting:part>/publish/", PublishView.as_view(), name="publish"),
    path("<int:meeting>/minutes/<part_of_meeting:part>/approve/", ApproveView.as_view(), name="approve"),
    path("<int:meeting>/minutes/<part_of_meeting:part>/withdraw/", WithdrawView.as_view(), name="withdraw"),
    path("<int:meeting>/minutes/<part_of_meeting:part>/release/", ReleaseView.as_view(), name="release"),
]
