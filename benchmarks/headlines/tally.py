"""Tally: outcomes of the cut counted for one language of one data set, and printed as a Markdown table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

BINS = 10


@dataclass
class Tally:
    """Counts of glued lines, of whole lines, and of confidence by tenths."""

    glued: int = 0
    right: int = 0
    left_whole: int = 0
    headlines: int = 0
    headlines_cut: int = 0
    summaries: int = 0
    summaries_cut: int = 0
    bins: list[list[float]] = field(default_factory=lambda: [[0, 0.0, 0] for _ in range(BINS)])
    """For each tenth of confidence: lines, sum of confidence, lines that are right."""

    def see(self, confidence: float, right: bool) -> None:
        """Count the confidence of one line."""
        seen = self.bins[min(BINS - 1, int(confidence * BINS))]
        seen[0] += 1
        seen[1] += confidence
        seen[2] += right

    def error(self) -> float:
        """Return the expected calibration error."""
        return sum(abs(total - right) for _, total, right in self.bins) / max(1, sum(n for n, _, _ in self.bins))


def table(tallies: Mapping[tuple[str, str], Tally]) -> list[str]:
    """Return the lines of a Markdown table."""
    rows = [
        "| data set | language | lines | exact | left whole | calibration error | headline cut | summary cut |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for (data_set, language), t in sorted(tallies.items()):
        wrong = [_share(t.headlines_cut, t.headlines), _share(t.summaries_cut, t.summaries)]
        figures = [str(t.glued), _share(t.right, t.glued), _share(t.left_whole, t.glued), f"{t.error():.4f}", *wrong]
        rows.append(f"| {data_set} | {language} | {' | '.join(figures)} |")
    return rows


def reliability(tallies: Mapping[tuple[str, str], Tally]) -> list[str]:
    """Return the lines of a Markdown table: of all lines, confidence by tenths against truth."""
    rows = ["| confidence | lines | mean confidence | exactly right |", "|---|---|---|---|"]
    for k in range(BINS):
        n, total, right = (sum(tally.bins[k][part] for tally in tallies.values()) for part in range(3))
        if n:
            rows.append(f"| {k / BINS:.1f}–{(k + 1) / BINS:.1f} | {n:.0f} | {total / n:.4f} | {right / n:.4f} |")
    return rows


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "–"
