"""Organisations in the words of schema.org."""

from partnership.content.public_address import public_address
from partnership.content.structured_data import thing

TYPES = {
    "voluntary": "NGO",
    "healthwatch": "NGO",
    "independent": "Organization",
    "academic": "EducationalOrganization",
    "other": "Organization",
    "partnership": "Organization",
}


def organisation_data(organisation, path: str) -> dict:
    """An organisation as its page shows it; `path` is its page. What it was called before is told as well."""
    return thing(
        TYPES.get(organisation.kind, "GovernmentOrganization"),
        name=organisation.name,
        alternateName=[
            *filter(None, [organisation.short_name]),
            *(former.name for former in organisation.former_names.all()),
        ],
        description=organisation.description,
        url=public_address(path),
        sameAs=organisation.website,
        identifier=thing("PropertyValue", propertyID="ODS", value=organisation.ods_code)
        if organisation.ods_code
        else None,
        areaServed=[place.name for place in organisation.places.all()],
        foundingDate=organisation.active_from,
        dissolutionDate=organisation.active_until,
    )
