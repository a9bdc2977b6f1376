"""The scorecard: outside instruments, two scorers, the lower score stands; and what people read when it was scored."""
