"""Hypothesis profiles: the same examples on every run; more of them in CI."""

import os

from hypothesis import HealthCheck, settings

_COMMON = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", _COMMON, max_examples=2000)
settings.register_profile("quick", _COMMON, max_examples=200)
settings.load_profile("ci" if os.environ.get("CI") else "quick")
