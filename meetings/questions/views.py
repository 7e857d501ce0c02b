"""Where the form is sent, and what somebody is told who sent it.

Nothing here asks for a cookie: there is no session that another site could misuse.
"""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from partnership.content.out_of_sight import out_of_sight
from partnership.content.visibility import may_open

from ..models import MeetingPage, Question
from .asking import ask
from .floods import may_ask
from .form_screen import ASK_SLUG, form_screen
from .forms import QuestionForm
from .opening import opening_of

TOO_MANY = "Too many questions have come from where you are. Try again in an hour, or ask us another way"


@csrf_exempt
@out_of_sight
@require_http_methods(["GET", "HEAD", "POST"])
def take_question(request, pk):
    """Where the form is sent; whoever comes here otherwise is led to it."""
    meeting = MeetingPage.objects.filter(pk=pk).first()
    if meeting is None or not may_open(request, meeting):
        raise Http404("There is no such page.")
    if request.method != "POST":
        return redirect(f"{meeting.url}{ASK_SLUG}/")
    form = QuestionForm(request.POST, meeting=meeting)
    now = timezone.now()
    is_open = opening_of(meeting, meeting.get_parent(), now).is_open
    if not is_open or not form.is_valid():
        return form_screen(request, meeting, form, status=400)
    if not may_ask(request, now):
        form.add_error(None, TOO_MANY)
        return form_screen(request, meeting, form, status=429)
    return redirect("question_asked", ask(meeting, form.cleaned_data, form.key, now).reference)


@out_of_sight
@require_safe
def question_asked(request, reference):
    """What somebody is told who sent the form: the case number, and nothing of what was written."""
    question = Question.objects.filter(reference=reference).select_related("meeting").first()
    if question is None or not may_open(request, question.meeting):
        raise Http404("There is no such page.")
    context = {"question": question, "page": question.meeting}
    return render(request, "meetings/questions/asked.html", context)
