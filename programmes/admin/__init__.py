"""What editors see of our work: the listings and the data behind the pages."""
