"""Hypothesis profiles: the same examples on every run; more of them in CI."""

import os

from hypothesis import HealthCheck, settings

_COMMON = {"deadline": None, "derandomize": True, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("ci", max_examples=2000, **_COMMON)
settings.register_profile("quick", max_examples=200, **_COMMON)
settings.load_profile("ci" if os.environ.get("CI") else "quick")
