"""The screen on which somebody sees where they are signed in."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import TemplateView

from .keeping import end, sign_ins_of


class SignInsView(LoginRequiredMixin, TemplateView):
    """Lists where somebody is signed in, and ends one of them or all others."""

    template_name = "accounts/sign_ins.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            sign_ins=sign_ins_of(self.request.user, timezone.now()),
            here=self.request.session.session_key,
            **kwargs,
        )

    def post(self, request):
        others = [
            sign_in
            for sign_in in sign_ins_of(request.user, timezone.now())
            if sign_in.session_key != request.session.session_key
        ]
        chosen = request.POST.get("end", "")
        end([sign_in for sign_in in others if chosen in ("others", str(sign_in.pk))])
        return redirect("sign_ins")
