"""The screens on which actions and chair's actions are kept."""
