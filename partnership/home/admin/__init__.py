"""What editors see of the home app: the banner, and what there is to check."""
