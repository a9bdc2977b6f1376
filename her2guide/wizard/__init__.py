"""Which page comes next, and what stands on it: a pure layer, without a window."""
