"""What follows from meetings: the register of decisions and actions, and what a chair decides between two of them."""
