"""The section of a page's article: what it declares, or the breadcrumb trail that leads to it."""

import json

import pytest

from newsparse import parse
from newsparse.check import check
from newsparse.options import Options
from newsparse.pipeline import run

STORY = "".join(
    f"<p>The ferry reached Port Salvo on day {day}, eleven hours late, with all its pianos.</p>" for day in range(8)
)


def page(head: str = "", trail: str = "") -> str:
    return (
        f"<html lang=en><head><title>Ferry reaches Port Salvo - Port Post</title><meta property=og:site_name content='Port Post'>"
        f"<link rel=canonical href=https://t.example/sea/ferries/ferry-reaches-port-salvo>{head}</head>"
        f"<body>{trail}<article><h1>Ferry reaches Port Salvo</h1>{STORY}</article></body></html>"
    )


def crumbs(*steps: tuple[str, str]) -> str:
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": url} for at, (name, url) in enumerate(steps, 1)
    ]
    return f'<script type="application/ld+json">{json.dumps({"@type": "BreadcrumbList", "itemListElement": items})}</script>'


HOME, SEA, OWN = (
    ("Port Post", "https://t.example/"),
    ("Ships & Sea", "https://t.example/sea"),
    ("Ferry", "https://t.example/sea/ferries/ferry-reaches-port-salvo"),
)
TRAIL = "<div class='page-breadcrumb'><span>You are here:</span> <a href='/'>Home</a> <a href='/sea'>» Ships &amp; Sea</a> <a href='#'>Ferry reaches…</a></div>"

CASES = [
    (page("<meta property='article:section' content='Harbour'>", TRAIL), "Harbour"),
    (page("<meta name='parsely-section' content='Harbour'>"), "Harbour"),
    (page("<meta property='article:section' content='Harbour,Ferries,Pianos'>"), "Harbour"),
    (page("<meta property='article:section' content='Boats, Ferries'>"), "Boats, Ferries"),
    (page(f"<meta property='article:section' content='{'A ferry with many pianos has reached the port, eleven hours late. ' * 3}'>"), None),
    (page(trail="<p><span itemprop='articleSection'>Harbour</span></p>"), "Harbour"),
    (page("<meta property='article:section' content='News'><meta name='parsely-section' content='Harbour'>"), "Harbour"),
    (page("<meta property='article:section' content='News'>", TRAIL), "Ships & Sea"),
    (page("<meta property='article:section' content='News'>"), "News"),
    (page("<meta property='article:section' content='Uncategorized'>"), None),
    (page(crumbs(HOME, SEA, ("‹ Zurück", "/back"))), "Ships & Sea"),
    (page(crumbs(HOME, SEA, OWN)), "Ships & Sea"),
    (page(crumbs(HOME, ("Ferry reaches Port Salvo", ""))), None),
    (page('<script type="application/ld+json">{"@type": "WebPage", "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "item": {"@id": "/sea", "name": "Sea"}}]}}</script>'), "Sea"),
    (page(trail=TRAIL), "Ships & Sea"),
    (page(trail="<nav class='breadcrumbs'><a href='/'>Home</a></nav>"), None),
    (page(trail="<nav class='menu'><a href='/sea'>Ships &amp; Sea</a></nav>"), None),
    (page("<meta property='article:section' content='ships-sea'>", "<nav><a href='/sea'>Ships &amp; Sea</a></nav>"), "Ships & Sea"),
    (page("<meta property='article:section' content='ships-sea'>", "<nav><a href='/sea'>SHIPS &amp; SEA</a></nav>"), "ships-sea"),
    (page("<meta property='article:section' content='Ships & sea'>", "<nav><a href='/sea'>Ships &amp; Sea</a></nav>"), "Ships & sea"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "section"), CASES)
def test_the_section_of_an_article(source: str, section: str | None) -> None:
    reading = run(source, "-", Options())
    assert reading.record.lead.section == section
    assert check(reading.record, reading.document).broken == []


def test_a_section_that_a_trail_shows_has_its_place_there() -> None:
    source = page(trail=TRAIL)
    start, end = parse(source).lead.spans["section"]
    assert source[start:end] == "Ships &amp; Sea"
