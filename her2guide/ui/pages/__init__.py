"""The pages of the window. A page shows a view and says what the person did; it makes no choice of its own."""
