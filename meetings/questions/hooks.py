"""What questions add to the editors' side of the site."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from ..models import Question
from .permissions import QuestionPolicy
from .screens import QuestionViewSet

register_permission_policy(Question, QuestionPolicy(Question))


@hooks.register("register_admin_viewset")
def questions():
    """The list of questions from the public."""
    return QuestionViewSet()
