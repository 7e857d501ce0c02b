"""The addresses of questions from the public that are below no page."""

from django.urls import re_path

from .views import question_asked, take_question

urlpatterns = [
    # Neither a longer number than a key can be, nor anything but a case number, gets as far as the database.
    re_path(r"^(?P<pk>\d{1,18})/$", take_question, name="take_question"),
    re_path(r"^asked/(?P<reference>Q-[2-9A-Z]{4}-[2-9A-Z]{4})/$", question_asked, name="question_asked"),
]
