"""“My committees”: what somebody on a committee, or who keeps one, comes here for."""
