"""Small wrong changes to the rules, one at a time, to see whether the tests notice each: `make mutants`."""
