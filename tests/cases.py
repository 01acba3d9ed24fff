"""The cases that tests share: fixtures with their golden records, and the development data where it is at hand."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"
REFERENCE_DATE = "2024-06-19"
"""Golden records are read with this reference, so that years are settled as they are for most users."""

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the development data (../shared) is not beside the project"
)


def dumps() -> list[Path]:
    """Return every dump among the fixtures, sorted."""
    return sorted(path for path in FIXTURES.rglob("*") if path.suffix in (".txt", ".html"))


def golden_path(dump: Path) -> Path:
    """Return where the golden record of a dump stands."""
    return dump.with_name(f"{dump.name}.json")


def case_id(path: Path) -> str:
    """Return the name of a case in test reports."""
    return path.relative_to(FIXTURES).as_posix()
