"""The editors' screens for recommendations."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.views.generic import FormView
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from partnership.content.keys import is_key

from ..models import Progress, PublicationPage, Recommendation
from .announcing import announce_reports
from .forms import RecommendationForm, SeveralForm
from .history import evidence_of, record_reports, register_evidence
from .rewording import keep_wording


class RecommendationFilterSet(WagtailFilterSet):
    """Narrows the list by publication and progress."""

    publication = ModelChoiceFilter(queryset=PublicationPage.objects.none())
    progress = ChoiceFilter(choices=Progress.choices, label="Progress")

    class Meta:
        model = Recommendation
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        with_some = PublicationPage.objects.filter(recommendations__isnull=False).distinct()
        self.filters["publication"].queryset = with_some.order_by("title").defer("body")


class RecommendationIndexView(IndexView):
    """The list of recommendations, in the order of their numbers."""

    add_item_label = "Add a recommendation"
    default_ordering = ["publication__title", "place"]

    def get_base_queryset(self):
        counted = Recommendation.objects.with_progress(timezone.localdate()).select_related("publication")
        return counted.defer("publication__body").annotate(
            responses_number=Count("responses", distinct=True), actions_number=Count("actions", distinct=True)
        )

    @cached_property
    def header_buttons(self):
        buttons = super().header_buttons
        if self.user_has_permission("add"):
            several = reverse("recommendations:several")
            buttons.append(HeaderButton(label="Add several", url=several, icon_name="list-ol"))
        return buttons


class KeepsHistoryMixin:
    """Records what a saved form reports about actions."""

    def save_instance(self):
        earlier = evidence_of(self.form.instance)
        with transaction.atomic():
            recommendation = super().save_instance()
            now = timezone.now()
            self.keep_wordings(recommendation, now)
            announce_reports(recommendation, record_reports(recommendation, self.request.user, now), now)
            register_evidence(recommendation, earlier, now)
        return recommendation

    def keep_wordings(self, recommendation, now):
        """Keep the wording that the public knew, and hide what the form says must not be read."""
        if self.form.is_reworded:
            note = self.form.cleaned_data["rewording_note"]
            keep_wording(recommendation, self.form.initial["text"], note, self.request.user, now)
        if self.form.cleaned_data.get("hide_wordings"):
            recommendation.earlier_wordings.update(is_hidden=True)


class RecommendationCreateView(KeepsHistoryMixin, CreateView):
    """Adds one recommendation; the publication may be named in the address."""

    page_title = "Add a recommendation"

    def get_initial(self):
        return publication_asked_for(self.request)

    def get_success_url(self):
        return list_of(self.object.publication)


class RecommendationEditView(KeepsHistoryMixin, EditView):
    """Changes one recommendation, and leads to the next of the same publication."""

    template_name = "documents/edit_recommendation.html"
    actions = ["edit", "next"]

    def get_object(self, queryset=None):
        recommendation = super().get_object(queryset)
        if not self.user_has_permission_for_instance("change", recommendation):
            raise PermissionDenied("It is public, so only somebody who may publish it can change it.")
        return recommendation

    @cached_property
    def next_one(self):
        """The recommendation after this one in its publication, or None."""
        behind = Q(place__gt=self.object.place) | Q(place=self.object.place, pk__gt=self.object.pk)
        return self.object.publication.recommendations.filter(behind).first()

    def get_success_url(self):
        if self.action == "next" and self.next_one:
            return reverse(self.edit_url_name, args=[self.next_one.pk])
        return list_of(self.object.publication)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"next_one": self.next_one}


class RecommendationDeleteView(DeleteView):
    """Deletes one that never was public."""

    def get_object(self, queryset=None):
        recommendation = super().get_object(queryset)
        if not self.user_has_permission_for_instance("delete", recommendation):
            raise PermissionDenied("It was public, so it stays.")
        return recommendation


class SeveralView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Adds many recommendations from one text."""

    model = Recommendation
    permission_required = "add"
    form_class = SeveralForm
    template_name = "documents/add_recommendations.html"
    page_title = "Add several recommendations"
    header_icon = "list-ol"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("recommendations:index"), "label": "Recommendations"},
            {"url": "", "label": self.page_title},
        ]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_initial(self):
        return publication_asked_for(self.request)

    def get_context_data(self, **kwargs):
        labels = {"submit_button_label": "Add them", "submit_button_active_label": "Adding…"}
        return super().get_context_data(**kwargs) | labels

    def form_valid(self, form):
        with transaction.atomic():
            added = form.save()
        messages.success(self.request, f"{len(added)} added. Open each to write its responses and actions.")
        return redirect(list_of(form.cleaned_data["publication"]))

    def form_invalid(self, form):
        messages.error(self.request, "Nothing was added. Please see what is said beside the fields.")
        return super().form_invalid(form)


def publication_asked_for(request) -> dict[str, int]:
    """The publication that the address names, as a form's first value."""
    asked = request.GET.get("publication", "")
    return {"publication": int(asked)} if is_key(asked) else {}


def list_of(publication: PublicationPage) -> str:
    """The address of the list of one publication's recommendations."""
    return f"{reverse('recommendations:index')}?publication={publication.pk}"


class RecommendationViewSet(ModelViewSet):
    """Recommendations of all publications."""

    model = Recommendation
    name = "recommendations"
    url_prefix = "recommendations"
    icon = "list-ol"
    menu_label = "Recommendations"
    menu_order = 125
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = RecommendationIndexView
    add_view_class = RecommendationCreateView
    edit_view_class = RecommendationEditView
    delete_view_class = RecommendationDeleteView
    edit_template_name = "documents/edit_recommendation.html"
    filterset_class = RecommendationFilterSet
    search_fields = ["label", "text"]
    list_per_page = 50
    list_display = [
        TitleColumn("label", label="Number", url_name="recommendations:edit", sort_key="place"),
        Column("text", label="Recommendation", accessor=lambda row: Truncator(row.text).words(24)),
        Column("publication", label="Publication", sort_key="publication__title"),
        Column("responses_number", label="Responses"),
        Column("actions_number", label="Actions"),
        Column("progress", label="Progress", accessor=lambda row: Progress(row.progress).label),
    ]

    def get_edit_handler(self):
        panels = Recommendation.panels
        return ObjectList(panels, base_form_class=RecommendationForm).bind_to_model(Recommendation)

    def get_urlpatterns(self):
        several = path("add-several/", SeveralView.as_view(), name="several")
        return [several, *super().get_urlpatterns()]
