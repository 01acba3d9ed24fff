"""Made-up layouts from real pages: a labelled page in, variants of it out, labels known by construction.

The labelled pages are few, and each shows one of many layouts. A variant takes a page, leaves parts of it out and puts
blocks in: related stories in the layouts that news sites use (titles and summaries come from the headline pairs beside
the project), banners with nothing below, menus, adverts, comment forms. Seeded by the page's name: the same variants
on every run.
"""

import json
import random
import textwrap
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

MARKERS = Path(__file__).resolve().parents[2] / "newsparse" / "roles" / "data" / "markers.txt"
FILES = (
    "babel_briefings_sample",
    "detik_id_2025",
    "frontpages_de_2026",
    "fundus_testdata",
    "globalvoices_2022",
    "jawikinews",
    "mocks_es_pt",
    "navya_pt_2012",
    "news_ag_2021",
    "top_headlines_2023",
    "wire_pool_2026",
)
PER_LANGUAGE = 1500
ALONE, LEAST_ALONE = 0.15, 2
"""Share of variants that are the beginning of a story alone, and the paragraphs that it has at least."""
Row = tuple[str, str]
Story = tuple[str, str]


class Source(Protocol):
    """What a variant is made from: a page with a state for each line."""

    @property
    def name(self) -> str:
        """What seeds the choices."""

    @property
    def texts(self) -> Sequence[str]:
        """The lines."""

    @property
    def states(self) -> Sequence[str]:
        """The state of each line."""


@cache
def stories(folder: Path) -> dict[str, list[Story]]:
    """Return titles and summaries by language."""
    found: dict[str, list[Story]] = {}
    for name in FILES:
        with (folder / f"{name}.jsonl").open(encoding="utf-8") as rows:
            for row in rows:
                pair = json.loads(row)
                known = found.setdefault(pair["lang"], [])
                if len(known) < PER_LANGUAGE and pair["headline"] and len(pair.get("summary") or "") > 30:
                    known.append((" ".join(pair["headline"].split()), " ".join(pair["summary"].split())))
    return found


@cache
def phrases() -> dict[tuple[str, str], list[str]]:
    """Return the marker phrases by class and language."""
    found = {}
    for row in MARKERS.read_text("utf-8").splitlines():
        name, _, listed = row.partition(": ")
        kind, _, language = name.partition(" ")
        if listed and not kind.endswith("~") and not row.startswith("#"):
            found[kind, language] = listed.split(" | ")
    return found


class Maker:
    """Makes the blocks of one variant: a source of chance, the page's language, and the stories to draw from."""

    def __init__(self, chance: random.Random, language: str, drawn: Sequence[Story]) -> None:
        """Keep what the blocks are made from."""
        self.chance, self.language, self.drawn = chance, language, drawn

    def phrase(self, kind: str, early: float = 2.0) -> str:
        """Draw a marker phrase, the first of each list more often, written as sites write them."""
        known = phrases().get((kind, self.language)) or phrases()[kind, "en"]
        if self.chance.random() < 0.08:
            known = phrases()[kind, "en"]
        text = known[int(len(known) * self.chance.random() ** early)]
        return self.chance.choice((str.capitalize, str.capitalize, str.capitalize, str.upper, str.title))(text)

    def bullets(self, text: str) -> list[Row]:
        """A list of facts inside the story, made from a paragraph's own words."""
        words = text.split() if " " in text else [text[at : at + 6] for at in range(0, len(text), 6)]
        mark, rows = self.chance.choice(("• ", "• ", "- ", "* ", "")), []
        for _ in range(self.chance.randint(2, 8)):
            at, many = self.chance.randrange(max(1, len(words) - 3)), self.chance.randint(2, 12)
            part = " ".join(words[at : at + many]).strip(' ,.;:–-"”“')
            form = self.chance.choice(("{}", "{}", "{}.", "{0[0]}: {0}"))
            rows += [(mark + (form.format(part) if part else "–"), "body")]
        return rows

    def story(self) -> Story:
        """Draw a title and its summary."""
        title, summary = self.chance.choice(self.drawn)
        return title, summary[: self.chance.choice((110, 140, 180, 260))]

    def banner(self) -> Row:
        """A line that announces other stories, one in four in words that no vocabulary has."""
        if self.chance.random() < 0.25:
            words = self.story()[0].split()
            at = self.chance.randrange(len(words))
            name = " ".join(words[at : at + self.chance.choice((1, 2, 2, 3))])[:40].strip(" ,.;:–-\"”“'")
            return self.chance.choice((str.upper, str.title, str.capitalize))(name) or name or "…", "banner"
        return self.phrase("related") + self.chance.choice(("", "", "", ":", " »")), "banner"

    def when(self) -> str:
        """A date, a time of day or an age, as tickers print them."""
        day, month, hour = self.chance.randint(1, 28), self.chance.randint(1, 12), self.chance.randint(0, 23)
        minute, year = self.chance.randint(10, 59), self.chance.randint(2012, 2026)
        return self.chance.choice(
            (
                f"{day:02}.{month:02}.{year}",
                f"{hour:02}:{minute}",
                f"{year}-{month:02}-{day:02}",
                f"{hour:02}.{minute}",
                f"{day}/{month}/{year} {hour}:{minute}",
                f"{hour}h ago",
            )
        )

    def items(self) -> list[Row]:
        """A run of related stories in one layout."""
        shape = self.chance.choice(
            (
                "plain",
                "plain",
                "plain",
                "pair",
                "kicker",
                "dated",
                "dated2",
                "rank",
                "glued",
                "more",
                "tail",
                "named",
                "long",
                "card",
            )
        )
        bullet = self.chance.choice(("", "", "", "", "• ", "- "))
        many = self.chance.choice((1, 2, 3, 3, 4, 5, 6, 8))
        rows: list[Row] = []
        for at in range(1, many + 1):
            title, summary = self.story()
            if shape == "pair":
                rows += [(bullet + title, "related_headline"), (summary, "related_summary")]
            elif shape == "card":
                kicker, when = (self.phrase("nav"), "related_nav"), (self.when(), "related_timestamp")
                pair = [(title, "related_headline"), (summary, "related_summary")]
                rows += self.chance.choice(([kicker, *pair], [*pair, when], [kicker, *pair, when], [when, *pair]))
            elif shape == "glued":
                rows.append((title + summary, "related_item"))
            elif shape == "tail":
                rows.append((f"{bullet}{title} {self.when()}", "related_item"))
            elif shape == "named":
                rows += [self.banner(), (self.chance.choice(("", "", self.when())) + title, "related_item")]
            elif shape == "long":
                rows += [(bullet + self.when(), "related_timestamp"), (bullet + summary, "related_item")]
            else:
                before = {
                    "kicker": (self.phrase("nav"), "related_nav"),
                    "dated": (self.when(), "related_timestamp"),
                    "rank": (f"{at}", "related_other"),
                }
                after = {"dated2": (self.when(), "related_timestamp"), "more": (self.phrase("more"), "read_more")}
                rows += [before[shape]] if shape in before else []
                rows.append((bullet + title, "related_item"))
                rows += [after[shape]] if shape in after else []
        return rows

    def inline(self) -> list[Row]:
        """One related story announced on its own line, between paragraphs."""
        title, words = self.story()[0], self.phrase("related", 3.0)
        form = self.chance.choice(
            ("{0}: {1}", "{0}: {1}", "{0}: {1}", "{0} » {1}", "[{0}: {1}]", "({0}: {1})", "{0} - {1}")
        )
        return [(form.format(words, title), "related_item")]

    def block(self) -> list[Row]:
        """A banner or several, mostly with stories below."""
        kind = self.chance.random()
        if kind < 0.25:
            return [self.banner() for _ in range(self.chance.choice((1, 1, 2, 3, 4)))]
        rows = [self.banner(), *self.items()]
        return rows + [self.banner(), *self.items()] if kind > 0.85 else rows

    def menu(self) -> list[Row]:
        """A run of menu entries."""
        bullet = self.chance.choice(("", "", "• ", "- "))
        return [(bullet + self.phrase("nav", 1.0), "nav") for _ in range(self.chance.randint(2, 9))]

    def marked(self, kind: str, most: int) -> list[Row]:
        """A few lines of one class of marker."""
        return [(self.phrase(kind), "promo" if kind == "ad" else kind) for _ in range(self.chance.randint(1, most))]


def _gaps(rows: Sequence[Row]) -> list[int]:
    """Return the places between two body paragraphs."""
    return [at for at in range(1, len(rows)) if rows[at - 1][1] == rows[at][1] == "body"]


def _thin(rows: list[Row], chance: random.Random) -> list[Row]:
    """Leave out parts that other extractors or sites do not have."""

    def without(dropped: Callable[[str], bool]) -> list[Row]:
        return [row for row in rows if not dropped(row[1])]

    if chance.random() < 0.25:
        rows = without(lambda state: state == "headline")
    if chance.random() < 0.5:
        rows = without(lambda state: state.startswith("related") or state in ("banner", "read_more"))
    if chance.random() < 0.2:
        rows = without(lambda state: state == "standfirst")
    bodies = [at for at, row in enumerate(rows) if row[1] == "body"]
    if bodies and chance.random() < 0.15:
        rows = rows[bodies[0] :]
    bodies = [at for at, row in enumerate(rows) if row[1] == "body"]
    if bodies and chance.random() < 0.2:
        rows = rows[: bodies[-1] + 1]
    return rows


def _alone(rows: Sequence[Row], chance: random.Random) -> list[Row]:
    """Return the beginning of a story and nothing else: a few paragraphs, as a rule with what stands above them."""
    bodies = [at for at, row in enumerate(rows) if row[1] == "body"]
    if len(bodies) < LEAST_ALONE:
        return []
    above = frozenset(chance.choice((("headline",), ("headline",), ("headline", "byline", "timestamp"), ())))
    kept = bodies[: chance.randint(LEAST_ALONE, 6)]
    return [*[row for row in rows[: kept[0]] if row[1] in above], *[rows[at] for at in kept]]


def _wrapped(row: Row, width: int) -> list[Row]:
    """Break a paragraph as mail programs and terminals do."""
    text, state = row
    return [(part, state) for part in textwrap.wrap(text, width)] if state in ("body", "standfirst") else [row]


def _tail(rows: Sequence[Row]) -> list[Row]:
    """Return what stands below the last paragraph."""
    bodies = [at for at, row in enumerate(rows) if row[1] in ("body", "heading")]
    return list(rows[bodies[-1] + 1 :]) if bodies else []


def _doubled(rows: list[Row], chance: random.Random) -> list[Row]:
    """Print the headline once more, with the site's name, at the page's top or right above."""
    at = next((at for at, row in enumerate(rows) if row[1] == "headline"), -1)
    if at < 0:
        return rows
    site = " ".join(chance.choice(rows)[0].split()[:2])[:20]
    row = (rows[at][0] + chance.choice(("", f" - {site}", f" | {site}", f" – {site}")), "headline")
    place = chance.choice((0, at))
    return [*rows[:place], row, *rows[place:]]


def variant(
    page: Source, language: str, number: int, folder: Path, donors: Sequence[Source]
) -> tuple[list[str], list[str]]:
    """Return the lines and states of one variant of a page."""
    chance = random.Random(f"{page.name}/{number}")
    rows = list(zip(page.texts, page.states, strict=True))
    if chance.random() < ALONE:
        rows = _alone(rows, chance) or rows
    else:
        drawn = stories(folder).get(language) or stories(folder)["en"]
        rows = _laid_out(rows, Maker(chance, language, drawn), donors) or [("", "other")]
    return [row[0] for row in rows], [row[1] for row in rows]


def _laid_out(rows: list[Row], maker: Maker, donors: Sequence[Source]) -> list[Row]:
    """Leave parts of a page out and put blocks of other stories, menus and adverts in."""
    chance = maker.chance
    rows = _thin(rows, chance)
    if chance.random() < 0.4:
        donor = chance.choice(donors)
        tail = _tail(list(zip(donor.texts, donor.states, strict=True)))
        rows = rows[: len(rows) - len(_tail(rows))] + tail
    bodies = [row[0] for row in rows if row[1] == "body"]
    if bodies and chance.random() < 0.25:
        text = chance.choice(bodies)
        at = 1 + max(at for at, row in enumerate(rows) if row == (text, "body"))
        rows = rows[:at] + maker.bullets(text) + rows[at:]
    if chance.random() < 0.5:
        rows = rows + maker.block()
    if chance.random() < 0.12:
        rows = _doubled(rows, chance)
    if chance.random() < 0.15:
        rows = [*maker.block(), *rows]
    if chance.random() < 0.2:
        rows = [*maker.menu(), *rows]
    for kind, most, odds in (
        ("share", 4, 0.15),
        ("tags", 1, 0.1),
        ("comments", 4, 0.15),
        ("legal", 2, 0.15),
        ("nav", 6, 0.15),
    ):
        if chance.random() < odds:
            rows = rows + maker.marked(kind, most)
    for make, odds in (
        (maker.inline, 0.4),
        (maker.inline, 0.2),
        (maker.block, 0.3),
        (lambda: maker.marked("ad", 1), 0.25),
    ):
        for _ in range(chance.choice((1, 1, 2, 4)) if make is not maker.block else 1):
            gaps = _gaps(rows)
            if gaps and chance.random() < odds:
                at = chance.choice(gaps)
                rows = rows[:at] + make() + rows[at:]
    if chance.random() < 0.08:
        rows = [part for row in rows for part in _wrapped(row, chance.randint(55, 90))]
    return rows
