"""Changes of a publication after it was public: the note they need, the versions they replace, and a comparison."""
