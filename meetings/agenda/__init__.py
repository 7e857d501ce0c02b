"""The agenda as it is read, published and kept."""
