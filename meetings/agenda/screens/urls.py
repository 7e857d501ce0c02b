"""The addresses of an agenda's screens, below the admin's own."""

from django.urls import path

from ...records.screens.urls import urlpatterns as record_screens
from .files import ChoosePaperView, DeletePaperView, EditPaperView, FilesView
from .items import AddItemView, AgendaView, DeleteItemView, EditItemView, MoveItemView
from .publishing import PublishAgendaView, PublishPapersView, ReleaseItemView, ReleasePaperView

app_name = "meeting_agenda"
urlpatterns = [
    path("<int:meeting>/", AgendaView.as_view(), name="agenda"),
    path("<int:meeting>/add/", AddItemView.as_view(), name="add"),
    path("<int:meeting>/files/", FilesView.as_view(), name="files"),
    path("<int:meeting>/publish/", PublishAgendaView.as_view(), name="publish"),
    path("<int:meeting>/publish-papers/", PublishPapersView.as_view(), name="publish_papers"),
    *record_screens,
    path("items/<int:pk>/", EditItemView.as_view(), name="item"),
    path("items/<int:pk>/move/", MoveItemView.as_view(), name="move"),
    path("items/<int:pk>/delete/", DeleteItemView.as_view(), name="delete_item"),
    path("items/<int:pk>/release/", ReleaseItemView.as_view(), name="release_item"),
    path("items/<int:pk>/choose/", ChoosePaperView.as_view(), name="choose"),
    path("papers/<int:pk>/", EditPaperView.as_view(), name="paper"),
    path("papers/<int:pk>/delete/", DeletePaperView.as_view(), name="delete_paper"),
    path("papers/<int:pk>/release/", ReleasePaperView.as_view(), name="release_paper"),
]
