"""The window: it shows views and says what the person did. The only layer that knows Qt, beside `app`."""
