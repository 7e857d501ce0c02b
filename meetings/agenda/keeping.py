"""Who keeps the agenda of a meeting: its public part, and its private one."""

from partnership.accounts.grants import may_read_private


def may_keep(user, meeting) -> bool:
    """Whether somebody keeps Part A: those who may publish the committee's meetings."""
    return meeting.permissions_for_user(user).can_publish()


def may_keep_part_b(user, meeting) -> bool:
    """Whether somebody keeps Part B as well: only with a recorded grant, which no administrator has by being one."""
    return may_keep(user, meeting) and may_read_private(user, meeting)
