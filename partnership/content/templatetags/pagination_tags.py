"""The way through a long list, with the filters of its address kept."""

from django import template

register = template.Library()


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context, page, label="Pages"):
    """Links to the other pages of a list; nothing where there is one page only."""
    paginator = page.paginator
    items = [
        {"ellipsis": True}
        if number == paginator.ELLIPSIS
        else {"number": number, "href": address(context, number), "current": number == page.number}
        for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    return {
        "several": paginator.num_pages > 1,
        "items": items,
        "previous": {"href": address(context, page.number - 1)} if page.has_previous() else {},
        "next": {"href": address(context, page.number + 1)} if page.has_next() else {},
        "label": label,
    }


def address(context, number: int) -> str:
    """The address of one page of the list, everything else asked for unchanged."""
    request = context.get("request")
    query = request.GET.copy() if request else None
    if query is None:
        return f"?page={number}"
    query["page"] = number
    return f"?{query.urlencode()}"
