"""The screens on which administrators keep accounts and roles."""
