"""What the search finds of actions and of chair's actions."""

from django.utils import timezone

from partnership.search.registry import Offer, Source, register_kind, register_source

from ..models import Action, AgendaItem, ChairsAction, ChairsActionNote, DecisionsRegisterPage


@register_source
class Actions(Source):
    """What somebody is to do because a meeting said so; found on its meeting's page."""

    kind = "action"
    watches = (Action, AgendaItem)
    # The page of a thing says more than one action about it.
    WEIGHT = 0.7

    def keys(self):
        return Action.objects.order_by("pk").values_list("pk", flat=True)

    def stale_keys(self, instance):
        if isinstance(instance, AgendaItem):
            return Action.objects.filter(item=instance.pk).values_list("pk", flat=True)
        return [instance.pk]

    def keys_on(self, page_keys):
        return Action.objects.filter(meeting__in=page_keys).values_list("pk", flat=True)

    def visible(self, keys, audience):
        return set(Action.objects.shown_to(audience).filter(pk__in=keys).values_list("pk", flat=True))

    def offers(self, keys, audience):
        found = Action.objects.shown_to(audience).filter(pk__in=keys)
        for action in found.select_related("committee", "meeting", "organisation"):
            yield Offer(
                key=action.pk,
                page_id=action.meeting_id,
                address=f"#{action.anchor}",
                title=f"Action: {action.text}"[:200],
                text="\n".join(filter(None, [action.text, action.owner, action.status_note])),
                facets={
                    "kind": ["action"],
                    "committee": [action.committee.slug],
                    "organisation": [action.organisation.slug] if action.organisation else [],
                },
                dated_on=timezone.localdate(action.meeting.starts_at) if action.meeting.starts_at else None,
                weight=self.WEIGHT,
            )


@register_source
class ChairsActions(Source):
    """What chairs decided between two meetings; found in the register."""

    kind = "chairs-action"
    watches = (ChairsAction, ChairsActionNote)

    def keys(self):
        return ChairsAction.objects.order_by("pk").values_list("pk", flat=True)

    def stale_keys(self, instance):
        return [instance.chairs_action_id if isinstance(instance, ChairsActionNote) else instance.pk]

    def keys_on(self, page_keys):
        return self.keys() if DecisionsRegisterPage.objects.filter(pk__in=page_keys).exists() else []

    def visible(self, keys, audience):
        return set(ChairsAction.objects.shown_to(audience).filter(pk__in=keys).values_list("pk", flat=True))

    def offers(self, keys, audience):
        register = audience.visible(DecisionsRegisterPage.objects.all()).first()
        found = ChairsAction.objects.shown_to(audience).filter(pk__in=keys) if register else []
        for row in found:
            yield Offer(
                key=row.pk,
                page_id=register.pk,
                address=f"chairs-actions/{row.pk}/",
                title=str(row)[:200],
                text="\n".join(
                    [row.decided, row.urgency, row.power, *(note.note for note in row.notes.all())]
                ),
                facets={
                    "kind": ["chairs-action"],
                    "committee": [row.committee.slug],
                    "organisation": [body.slug for body in row.organisations.all()],
                },
                dated_on=row.taken_on,
            )


register_kind("action", "Action of a committee", "Actions of committees")
register_kind("chairs-action", "Chair’s action", "Chair’s actions")
