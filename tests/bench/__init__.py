"""Times that can be compared on any machine: each is a ratio to a plain way of doing the same, in the same run."""
