"""Questions from the public: asked before a meeting, looked at by its governance officer, answered on its page."""
