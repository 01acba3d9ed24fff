"""Markdown: links, signs, and what they make of a text."""

import time

import pytest

from newsparse import parse
from newsparse.check import check
from newsparse.document import Line
from newsparse.elements import find_elements
from newsparse.layouts.profile import Layout, Rule, Similar
from newsparse.markup.markdown import find_links, mark_lines
from newsparse.markup.markdown.lines import Marked
from newsparse.markup.markdown.sniff import is_markdown
from newsparse.options import Options
from newsparse.pipeline import run
from newsparse.readers.text import read_text
from tests.cases import FIXTURES

SITE = "https://gazette.example/2025/"
STORY = (
    "The harbour was closed on Monday after the storm had passed over the town, and the mayor said it would stay shut."
)


def mark(text: str) -> Marked:
    return mark_lines(text, [Line(text, 0, len(text))], find_links(text, (0, len(text))))[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[Ferry](https://a.test/1)", [("Ferry", "https://a.test/1", False)]),
        ("[Ferry](<https://a.test/1> 'The ferry')", [("Ferry", "https://a.test/1", False)]),
        ("[Ferry](/a_(b)) and ![x](y.jpg)", [("Ferry", "/a_(b)", False), ("x", "y.jpg", True)]),
        ("[![x](y.jpg)](/z)", [("![x](y.jpg)", "/z", False), ("x", "y.jpg", True)]),
        (r"\[Ferry](/a)", []),
        (r"[A \] b](/a)", [(r"A \] b", "/a", False)]),
        ("[Ferry](/a-\n  b)", [("Ferry", "/a-\n  b", False)]),
        ("[Ferry](/a\n  b)", []),
        ("[Ferry] (/a)", []),
        ("[Ferry](a b)", []),
        ("[Ferry\n\nbridge](/a)", []),
        ("[Ferry\n**bridge**](/a)", [("Ferry\n**bridge**", "/a", False)]),
        ("[one [two](/a)](/b)", [("two", "/a", False)]),
        ("[Ferry][1]\n[1]: /a", [("Ferry", "/a", False)]),
        ("[Ferry][]\n[ferry]: /a", [("Ferry", "/a", False)]),
        ("[Ferry][2]\n[1]: /a", []),
    ],
)
def test_links(text: str, found: list[tuple[str, str, bool]]) -> None:
    links = find_links(text, (0, len(text)))
    assert [(text[slice(*link.text)], text[slice(*link.address)], link.is_image) for link in links] == found


@pytest.mark.parametrize(
    ("text", "shown", "kind", "bare"),
    [
        ("# Ferry is back #", "Ferry is back", "heading", "Ferry is back"),
        ("#ferry is back", "#ferry is back", "text", "#ferry is back"),
        ("> **Ferry** is back", "Ferry is back", "quote", "**Ferry** is back"),
        ("* [Ferry is back](/a)", "Ferry is back", "list_item", "Ferry is back"),
        ("**[Ferry is back](/a)**", "Ferry is back", "text", "Ferry is back"),
        ("[Ferry](/a) is back", "Ferry is back", "text", "[Ferry](/a) is back"),
        ("The [ferry](/a)", "The ferry", "text", "The [ferry](/a)"),
        ("14. Mai 2024", "14. Mai 2024", "text", "14. Mai 2024"),
        ("1. [Ferry](/a)", "Ferry", "list_item", "Ferry"),
        ("snake_case_word", "snake_case_word", "text", "snake_case_word"),
        ("2 * 3 * 4 ferries", "2 * 3 * 4 ferries", "text", "2 * 3 * 4 ferries"),
        (r"\[Photo\]", "[Photo]", "text", r"[Photo\]"),
    ],
)
def test_signs_are_parted_from_words(text: str, shown: str, kind: str, bare: str) -> None:
    marked = mark(text)
    assert (marked.text, marked.kind) == (shown, kind)
    assert text[slice(*marked.bare(0, len(shown)))] == bare


@pytest.mark.parametrize(
    "text", ["***", "* * *", "![x](y.jpg)", "[![x](y.jpg)](/z)", "```", "| --- | --- |", "[1]: /a"]
)
def test_a_line_without_words_shows_none(text: str) -> None:
    assert mark(text).text == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ferry is back\n---", ("Ferry is back", "heading")),
        ("Ferry is back\r===", ("Ferry is back", "heading")),
        ("3. Ferry is back\r\n   =====", ("Ferry is back", "heading")),
        ("It sails.\n\n---", ("It sails.", "text")),
        ("Fares  \n---", ("Fares", "text")),
    ],
)
def test_only_the_line_above_an_underline_is_a_heading(text: str, shown: tuple[str, str]) -> None:
    first = mark_lines(text, read_text(text), [])[0]
    assert (first.text, first.kind) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Ferry is back\nIt sails.", True),
        ("Ferry is back\n## More\nIt sails.", False),
        ("## More\n[Ferry](/a)", True),
        ("See [1](2) and #3", False),
        ("#1 Ferry is back\n#2 Bridge is shut", False),
        ("He wrote a[0](x) and [b](c)", False),
        ("It sails [sic](again).", False),
    ],
)
def test_sniffing(text: str, expected: bool) -> None:
    assert is_markdown(text, read_text(text), find_links(text, (0, len(text)))) is expected


def test_related_stories_have_addresses_that_stand_in_the_source() -> None:
    text = f"# Storm closes the harbour\n\n{STORY}\n\n## Related stories\n\n"
    text += "- [Ferry line reopens after the storm](https://a.test/2024/06/03/ferry)\n"
    text += "- [Is the old bridge safe to cross?](/bridge 'Bridge')\n"
    record = parse(text)
    assert record.lead.headline == "Storm closes the harbour"
    assert [paragraph.text for paragraph in record.lead.body] == [STORY]
    assert [(item.headline, item.url) for item in record.similar] == [
        ("Ferry line reopens after the storm", "https://a.test/2024/06/03/ferry"),
        ("Is the old bridge safe to cross?", "/bridge"),
    ]
    for item in record.similar:
        assert text[slice(*item.spans["url"])] == item.url
    assert {piece.role for piece in record.furniture} == {"banner", "markup"}


@pytest.mark.parametrize("pattern", [r"^- \[(?P<related_headline>[^\]]+)\]", "^- "])
def test_a_layout_of_ones_own_need_not_know_of_signs(pattern: str) -> None:
    rule = Rule(role="related_headline", pattern=pattern)
    layout = Layout(name="own", similar=Similar(item="headline"), rule=(rule,))
    text = f"# Storm\n{STORY}\n- [Ferry line reopens](/ferry)\n---\n- [Is the bridge safe?](/bridge)"
    reading = run(text, "-", Options(layout=layout))
    assert check(reading.record, reading.document).broken == []
    assert [paragraph.text for paragraph in reading.record.lead.body] == ["Storm", STORY]
    assert [(item.headline, item.url) for item in reading.record.similar] == [
        ("Ferry line reopens", "/ferry"),
        ("Is the bridge safe?", "/bridge"),
    ]


@pytest.mark.parametrize(
    "part",
    ["[", "![", "](", "[](a", "[a](b", "[a](b '", "[a][", "**", "_", "*a ", "> ", "# ", "\\", "[a](b(", "|", "- "],
)
def test_long_runs_of_signs_take_linear_time(part: str) -> None:
    text = "# Ferry\n" + part * (200_000 // len(part))
    start = time.process_time()
    lines = read_text(text)
    mark_lines(text, lines, find_links(text, (0, len(text))))
    assert time.process_time() - start < 5


def test_a_link_over_several_lines_stays_inside_of_each() -> None:
    text = "# Storm\n[**Ferry line\nreopens after\nthe storm](https://a.test/1) today"
    lines = read_text(text)
    for line, marked in zip(lines, mark_lines(text, lines, find_links(text, (0, len(text)))), strict=True):
        start, end = marked.bare(0, len(marked.text))
        assert 0 <= start < end <= len(line.text)


def test_an_address_that_another_value_holds_is_no_story_s() -> None:
    card = "[**Ferry line reopens after the storm**\n{0}\nand sails on Monday](https://a.test/1)\n{0}"
    text = "# Storm closes the harbour\n\n{1}\n\n## Related stories\n\n" + card
    reading = run(text.format("The port is open again for all ships", STORY), "-", Options())
    assert check(reading.record, reading.document).broken == []


@pytest.mark.parametrize(
    ("text", "shown", "kind"),
    [
        ("# Ferry is back {#ferry .title}", "Ferry is back", "heading"),
        ("The [ferry]{.name} is back", "The ferry is back", "text"),
        ('[[**Ferry**](/a){.b rel="c d"}]{.e}', "Ferry", "text"),
        ('<div class="a">Ferry <b>is</b> back</div>', "Ferry is back", "text"),
        ("<style>b { margin: 0 }</style><!-- <b> -->Ferry", "Ferry", "text"),
        ("<style>", "", "sign"),
        ("The set {a, b} and [x] and 1 < 2 stay", "The set {a, b} and [x] and 1 < 2 stay", "text"),
        ("[Ferry](/a){b}", "Ferry{b}", "text"),
        ("::: {.a .b}", "", "sign"),
        ("::: related", "", "sign"),
        (":::", "", "sign"),
        ('<div id="a">', "", "sign"),
    ],
)
def test_attributes_and_tags_are_signs(text: str, shown: str, kind: str) -> None:
    marked = mark(text)
    assert (marked.text, marked.kind) == (shown, kind)


def test_an_element_over_several_lines_is_a_sign_on_each() -> None:
    text = '<img\nalt="the quay"\n/>Ferry is <a\nhref="/a">back</a>'
    marked = mark_lines(text, read_text(text), [])
    assert [(mark.text, mark.kind) for mark in marked] == [
        ("", "sign"), ("", "sign"), ("Ferry is", "text"), ("back", "text")
    ]  # fmt: skip


@pytest.mark.parametrize("part", ["<script", "<!--", "<svg x ", "</style>", "<a b", "<style></style"])
def test_long_runs_of_elements_take_linear_time(part: str) -> None:
    text = part * 100_000
    list(find_elements(text, (0, len(text))))


@pytest.mark.parametrize("name", ["markdown-wrapped.txt", "markdown-attributes.txt"])
def test_wrapped_markdown_is_read_as_if_it_were_not(name: str) -> None:
    text = (FIXTURES / "tools" / name).read_text(encoding="utf-8")
    reading = run(text, "-", Options())
    assert check(reading.record, reading.document).broken == []
    assert [(" ".join((item.headline or "").split())[:12], item.url) for item in reading.record.similar] == [
        ("Storm tears ", f"{SITE}01/13/storm-tears-forty-metres-out-of-the-quay-wall/"),
        ("Ferry compan", f"{SITE}02/21/ferry-company-threatens-to-leave/"),
        ("Fish pier cl", f"{SITE}02/26/fish-pier-closed-to-lorries/"),
    ]
    assert len(reading.record.lead.body) == 4
    assert reading.record.lead.headline == "Quay at Lennick to be rebuilt after the January storm"
