"""The second step of signing in: a code from an app, asked of every account."""
