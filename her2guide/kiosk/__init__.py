"""What a shared screen needs of the system around the window. The standard library alone, and no Qt."""
