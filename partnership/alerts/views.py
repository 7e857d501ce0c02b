"""The screens of e-mail alerts. They set no cookie: what they do is guarded by keys that only an e-mail holds."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from partnership.content.out_of_sight import out_of_sight
from partnership.content.visibility import audience_of

from . import signing_up
from .floods import may_sign_up
from .forms import FollowForm
from .mails import can_be_sent
from .models import SignUp, Subscription
from .registry import kind_of
from .tasks import deliver

TOO_MANY = "Too many people are signing up from where you are. Try again in an hour"


def topic_or_404(request, kind: str, object_id: str) -> dict:
    """The thing of an address and its kind; the same 404 for what is not there and for what is not public.

    404 for everything while the site has no mail server.
    """
    registered = kind_of(kind)
    topic = registered and registered.topic(object_id, audience_of(request))
    if topic is None or not can_be_sent():
        raise Http404
    return {"topic": topic, "kind": registered, "object_id": object_id}


@csrf_exempt
@out_of_sight
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request, kind, object_id):
    """The sign-up form for one thing. Answers every well-formed address alike."""
    found = topic_or_404(request, kind, object_id)
    if request.method != "POST":
        return render(request, "alerts/follow.html", {**found, "form": FollowForm()})
    form = FollowForm(request.POST)
    if not form.is_valid():
        return render(request, "alerts/follow.html", {**found, "form": form}, status=400)
    if not form.by_a_program:
        now = timezone.now()
        if not may_sign_up(request, now):
            form.refuse(TOO_MANY)
            return render(request, "alerts/follow.html", {**found, "form": form}, status=429)
        SignUp.objects.create(
            kind=kind, object_id=object_id, address=form.cleaned_data["address"], asked_at=now
        )
        deliver.enqueue()
    return redirect("alerts:asked", kind, object_id)


@out_of_sight
@require_safe
def asked(request, kind, object_id):
    """What everybody who sent the form is told."""
    return render(request, "alerts/asked.html", topic_or_404(request, kind, object_id))


@out_of_sight
@require_safe
def confirmed(request, kind, object_id):
    """What somebody who confirmed is told."""
    return render(request, "alerts/confirmed.html", topic_or_404(request, kind, object_id))


@csrf_exempt
@out_of_sight
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, key):
    """The button that confirms: mail filters open every link in a mail, and press no button."""
    now = timezone.now()
    subscription = Subscription.objects.pending(now).filter(key=key).first()
    topic = subscription and subscription.topic(audience_of(request))
    if topic is None:
        # Used, run out, never given: all the same.
        return render(request, "alerts/link_used.html", status=410)
    if request.method != "POST":
        return render(request, "alerts/confirm.html", {"topic": topic, "kind": subscription.topic_kind})
    if signing_up.confirm(key, now):
        deliver.enqueue()
    return redirect("alerts:confirmed", subscription.kind, subscription.object_id)


@csrf_exempt
@out_of_sight
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request, key):
    """The button that ends a subscription; mail programmes press it themselves (RFC 8058), so it never redirects."""
    if request.method == "POST":
        signing_up.leave(key)
        return render(request, "alerts/left.html")
    subscription = Subscription.objects.filter(key=key).first()
    topic = subscription and subscription.topic(audience_of(request))
    return render(request, "alerts/leave.html", {"topic": topic})
