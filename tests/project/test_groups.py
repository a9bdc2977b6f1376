"""Tests that share a costly value run in one process, or each process makes it anew and a run takes twice as long."""

import pytest


def test_each_test_knows_the_group_that_it_runs_with(request: pytest.FixtureRequest) -> None:
    if not hasattr(request.config, "workerinput"):
        pytest.skip("all tests run in one process here")
    assert request.node.nodeid.endswith("@project/test_groups.py")
