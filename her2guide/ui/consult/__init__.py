"""The counselor's own window, beside the one a person reads in."""
