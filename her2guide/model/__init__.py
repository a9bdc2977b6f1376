"""The words of the field, a person's answers, and the rules over them. Standard library only."""
