"""Writing files so that nothing is ever torn or lost."""
