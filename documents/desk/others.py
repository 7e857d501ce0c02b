"""What lies on other people's desks: those who look after the library can take it over, so nothing is stranded."""

from wagtail.models import Collection, Page

from partnership.accounts.grants import may_read_private
from partnership.accounts.models import RoleGrant
from partnership.accounts.roles import PRIVATE_READERS

from ..models import Upload


def private_pages_of(user) -> list[int]:
    """The pages whose private papers somebody may bring in, by key."""
    grants = RoleGrant.objects.held().filter(user=user, role__in=PRIVATE_READERS, page__isnull=False)
    return sorted(set(grants.values_list("page", flat=True)))


def collections_looked_after(user) -> set[int]:
    """The collections, by key, all of whose documents somebody may work with.

    The permission itself is asked for: Wagtail also takes those for it who may delete what they added themselves.
    """
    if user.is_superuser:
        return set(Collection.objects.values_list("pk", flat=True))
    given = Collection.objects.filter(
        group_permissions__group__user=user, group_permissions__permission__codename="delete_document"
    )
    return {below.pk for collection in given for below in collection.get_descendants(inclusive=True)}


def on_other_desks(user) -> list[Upload]:
    """What this person may take over from the desks of others, oldest first.

    That is for those who may work with all documents. What somebody brought in who keeps a committee's private papers
    may be one of them: it is only for those who may read all that this person could.
    """
    collections = collections_looked_after(user)
    readable = {
        page.pk for page in Page.objects.filter(pk__in=private_pages_of(user)) if may_read_private(user, page)
    }
    uploads = Upload.objects.exclude(state=Upload.State.FILED)
    uploads = uploads.exclude(pk__in=Upload.objects.on_desk_of(user).values("pk")).order_by("pk")
    return [
        upload
        for upload in uploads.select_related("uploaded_by", "taken_over_by")
        if (
            readable.issuperset(upload.private_pages)
            if upload.private_pages
            else collections and (upload.collection_id is None or upload.collection_id in collections)
        )
    ]
