from django.db import migrations


def keep_private(apps, schema_editor):
    """What lies on the desk of somebody who reads a committee's private papers stays between those who may."""
    role_grants = apps.get_model("accounts", "RoleGrant").objects.filter(page__isnull=False, user__isnull=False)
    for user in set(role_grants.values_list("user", flat=True)):
        pages = role_grants.filter(user=user, role__in=["governance_officers", "committee_members"])
        uploads = apps.get_model("documents", "Upload").objects.filter(uploaded_by=user, version=None)
        uploads.update(private_pages=sorted(set(pages.values_list("page", flat=True))))


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_roles_for_a_branch'),
        ('documents', '0018_desks_taken_over'),
    ]

    operations = [
        migrations.RunPython(keep_private, migrations.RunPython.noop),
    ]
