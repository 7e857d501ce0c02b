"""The screens on which somebody sees all that they follow.

They set no cookie: the key in somebody's e-mails opens them. They never show the address, for letters are passed on.
"""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from partnership.content.out_of_sight import out_of_sight
from partnership.content.visibility import Audience

from .forms import FrequencyForm
from .managing import change_frequency, stop, stop_everything
from .models import Follower
from .tasks import deliver

DONE = {
    "saved": "Your choice of how often we write is saved.",
    "stopped": "We have stopped that. You still follow what stands below.",
}


@csrf_exempt
@out_of_sight
@require_http_methods(["GET", "HEAD", "POST"])
def manage(request, key):
    """What somebody follows and how often they are told, with the buttons that change it."""
    follower = Follower.objects.of_link(key).first()
    if follower is None:
        # Used, erased, never given: all the same.
        return render(request, "alerts/manage_unknown.html", status=410)
    form = FrequencyForm({"frequency": follower.frequency})
    if request.method == "POST":
        if "stop" in request.POST:
            return _stop(request, follower)
        form = FrequencyForm(request.POST)
        if form.is_valid():
            change_frequency(follower, form.cleaned_data["frequency"])
            deliver.enqueue()
            return _shown_again(key, "saved")
    done = DONE.get(request.GET.get("done", ""), "")
    context = {"follower": follower, "followed": _followed(follower), "form": form, "done": done}
    return render(request, "alerts/manage.html", context, status=400 if form.problem else 200)


def _shown_again(key: str, done: str):
    return redirect(f"{reverse('alerts:manage', args=[key])}?done={done}")


def _followed(follower: Follower) -> list[dict]:
    """Each thing that somebody follows; without its title and address where the public may not see it now."""
    audience = Audience(timezone.now())
    return [
        {"subscription": subscription, "topic": subscription.topic(audience)}
        for subscription in follower.subscriptions.confirmed().order_by("confirmed_at", "pk")
    ]


def _stop(request, follower: Follower):
    theirs = {subscription.key: subscription for subscription in follower.subscriptions.confirmed()}
    if subscription := theirs.get(request.POST["stop"]):
        stop(subscription)
    if Follower.objects.of_link(follower.key).exists():
        return _shown_again(follower.key, "stopped")
    return render(request, "alerts/left_all.html")


@csrf_exempt
@out_of_sight
@require_http_methods(["GET", "HEAD", "POST"])
def leave_all(request, key):
    """The button that ends all; mail programmes press it themselves (RFC 8058), so it never redirects."""
    if request.method == "POST":
        stop_everything(key)
        return render(request, "alerts/left_all.html")
    return render(request, "alerts/leave_all.html")
