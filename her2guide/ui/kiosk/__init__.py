"""The window on a shared screen: it asks who is there, ends the session, and has no way out."""
