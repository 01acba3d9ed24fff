"""Related stories that a page prints more than once."""

from newsparse import parse
from newsparse.check import check
from newsparse.options import Options
from newsparse.pipeline import run
from newsparse.stories import number_stories
from tests.test_html_related import page

TITLES = ["Ferry crews work double shifts until May", "Council votes for a second bridge", "Storm closes coastal road"]
PROSE = "The crews have been short of hands since the bridge was closed, their union said on Monday morning."


def slug(title: str) -> str:
    return title.lower().replace(" ", "-")


def links(*titles: str, to: str = "") -> str:
    return "".join(f'<li><a href="/2031/05/04/{to or slug(title)}">{title}</a></li>' for title in titles)


def lists(*rows: str) -> str:
    return "".join(f"<section><h2>Latest</h2><ul>{row}</ul></section>" for row in rows)


def test_a_story_printed_twice_is_one_item_and_its_second_printing_is_furniture() -> None:
    reading = run(page(after=lists(links(*TITLES), links(*TITLES))), "-", Options())
    assert [item.headline for item in reading.record.similar] == TITLES
    assert [piece.text for piece in reading.record.furniture if piece.role == "headline"][-3:] == TITLES
    assert check(reading.record, reading.document).broken == []


def test_a_second_printing_adds_what_the_first_does_not_say() -> None:
    cards = "".join(
        f'<li><a href="/2031/05/04/{slug(title)}#more">{title}</a><time>2031-05-04</time><p>{PROSE}</p></li>'
        for title in TITLES
    )
    record = parse(page(after=lists(links(*TITLES), cards)))
    found = [(item.headline, item.summary, item.published) for item in record.similar]
    assert found == [(title, PROSE, "2031-05-04") for title in TITLES]
    assert [item.url for item in record.similar] == [f"https://t.example/2031/05/04/{slug(title)}" for title in TITLES]


def test_a_headline_cut_short_gives_way_to_the_whole_one() -> None:
    short = f'<li><a href="/2031/05/04/{slug(TITLES[0])}">Ferry crews work double…</a></li>'
    record = parse(page(after=lists(short + links(*TITLES[1:]), links(*TITLES))))
    assert sorted(item.headline or "" for item in record.similar) == sorted(TITLES)


def test_one_address_under_two_headlines_is_one_story_in_two_items() -> None:
    other = links("Night boats: why the crews are tired", to=slug(TITLES[0]))
    record = parse(page(after=lists(links(*TITLES), other + links(*TITLES[1:]))))
    stories = {item.headline: item.story for item in record.similar}
    assert stories["Night boats: why the crews are tired"] == stories[TITLES[0]]
    assert len(record.similar) == 4


def test_equal_headlines_of_other_pages_stay_items_of_their_own() -> None:
    record = parse(
        page(after=lists(links(*TITLES), links(TITLES[0], to="an-older-story-of-ferry-crews") + links(*TITLES[1:])))
    )
    assert [item.headline for item in record.similar].count(TITLES[0]) == 2


def test_a_query_behind_the_name_of_a_story_makes_no_other_page() -> None:
    again = "".join(f'<li><a href="/2031/05/04/{slug(title)}?from=most-read">{title}</a></li>' for title in TITLES)
    other = "".join(f'<li><a href="/show.php?story={number}">{TITLES[0]}</a></li>' for number in (5118, 5119))
    assert [item.headline for item in parse(page(after=lists(links(*TITLES), again))).similar] == TITLES
    assert [item.headline for item in parse(page(after=lists(links(*TITLES), other))).similar].count(TITLES[0]) == 3


def test_stories_are_numbered_by_their_addresses_too() -> None:
    assert number_stories(["Storm", "Rain at last", "Storm"], ["/a", "/a", None]) == [1, 1, 1]
    assert number_stories(["Storm", "Rain at last"], ["/a", "/b"]) == [1, 2]
