"""Layouts: the packaged ones load, a user's is read or refused with file, line and key, and zones are found."""

from pathlib import Path

import pytest

from newsparse import parse
from newsparse.errors import NewsparseError
from newsparse.layouts.apply import find_hashtags
from newsparse.layouts.profile import COMPILED, compile_layouts, load, names
from newsparse.layouts.shapes import ends_in_guillemet, find_place_twice
from tests.cases import ROOT

BROKEN = [
    ('name = "x"\nrule = [', "x.toml: not valid TOML: Invalid value"),
    ('name = "x"\n', "x.toml:1: layout: Object missing required field `rule`"),
    ('name = "x"\n[[rule]]\nrole = "advert"\npattern = "x"\n', "x.toml:3: rule[0].role: Invalid enum value 'advert'"),
    ('name = "x"\n[[rule]]\nrole = "nav"\npattern = "x"\n[[rule]]\nrole = "nav"\npattern = "("\n', "x.toml:7: rule[1].pattern: is no regular expression"),
    ('name = "x"\n[[rule]]\nrole = "nav"\npattern = "(?P<who>x)"\n', "x.toml:4: rule[0].pattern: has a group 'who' that is no role"),
    ('name = "x"\n[[rule]]\nrole = "nav"\n', "x.toml:3: rule[0]: needs a pattern, contains or shape"),
    ('name = "x"\nrule = []\n[similar]\nitem = "pairs"\n', "x.toml:4: similar.item: Invalid enum value 'pairs'"),
    ('name = "x"\nrule = []\n[similar]\nende = "x"\n', "x.toml:4: similar.ende: Object contains unknown field `ende`"),
    ('name = "x"\n\n[[rule]]\nrole = "nav"\npattern = "x"\nweight = "much"\n', "x.toml:6: rule[0].weight: Expected `float`, got `str`"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_broken_layout_names_file_line_and_key(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.toml").write_text(text)
    with pytest.raises(NewsparseError) as caught:
        load("x.toml")
    assert caught.value.kind == "layout"
    assert caught.value.message.startswith(message)


def test_compiled_layouts_are_those_of_the_toml_files() -> None:
    assert (ROOT / "newsparse" / "layouts" / COMPILED).read_bytes() == compile_layouts(), "run python -m tests.golden"


@pytest.mark.parametrize("name", names())
def test_packaged_layouts_are_what_users_may_write(name: str, tmp_path: Path) -> None:
    source = Path(load.__code__.co_filename).with_name(f"{name}.toml")
    copy = tmp_path / f"{name}.toml"
    copy.write_bytes(source.read_bytes())
    assert load(str(copy)) == load(name)


DIGEST = """
name = "digest"
[similar]
start = "banner"
item = "headline+summary"
stop = "heading"
[[rule]]
role = "banner"
pattern = "^More from the coast$"
[[rule]]
role = "heading"
pattern = "^Back to our story$"
[[rule]]
role = "promo"
contains = "Subscribe"
"""


def test_users_layout_splits_its_pages(tmp_path: Path) -> None:
    layout = tmp_path / "digest.toml"
    layout.write_text(DIGEST)
    text = (
        "The ferry is back.\nSubscribe to our letter\nMore from the coast\nHarbour closed\nIt reopens on Monday.\n"
        "Lighthouse sold\nThe buyer is not known.\nBack to our story\nTickets are on sale.\n"
    )
    record = parse(text, layout=str(layout)).to_dict()
    assert record["source"]["layout"] == "digest"
    assert [p["text"] for p in record["lead"]["body"]] == [
        "The ferry is back.",
        "Back to our story",
        "Tickets are on sale.",
    ]
    assert [(item["headline"], item["summary"]) for item in record["similar"]] == [
        ("Harbour closed", "It reopens on Monday."),
        ("Lighthouse sold", "The buyer is not known."),
    ]
    assert [piece["role"] for piece in record["furniture"]] == ["promo", "banner"]


def test_users_layout_may_leave_the_lead_to_the_evidence(tmp_path: Path) -> None:
    layout = tmp_path / "digest.toml"
    text = (
        "Ferry line reopens after a week of storms\nBy Ana Vörös\nJune 3, 2024\n"
        "The ferry sailed on Monday after a week of storms that had shut the port, the harbour master said.\n"
        "Nobody was hurt, he added, though two boats sank and the quay gave way in two places on Friday.\n"
        "Subscribe to our letter\nMore from the coast\nHarbour closed\nIt reopens on Monday.\n"
    )
    layout.write_text(DIGEST)
    assert parse(text, layout=str(layout)).lead.headline is None
    layout.write_text(f'lead = "evidence"\n{DIGEST}')
    record = parse(text, layout=str(layout))
    assert record.lead.headline == "Ferry line reopens after a week of storms"
    assert (record.lead.authors, record.lead.published) == (("Ana Vörös",), "2024-06-03")
    assert len(record.lead.body) == 2
    assert [(item.headline, item.summary) for item in record.similar] == [("Harbour closed", "It reopens on Monday.")]
    assert [piece.role for piece in record.furniture] == ["promo", "banner"]
    marked = text.replace("Ferry", "# Ferry", 1).replace("By Ana Vörös", "By [Ana Vörös](https://a.test/ana)")
    lead = parse(marked, layout=str(layout)).lead
    assert (lead.headline, lead.authors) == (record.lead.headline, ("Ana Vörös",))


BESIDE = """
name = "beside"
[similar]
item = "headline+summary"
[[rule]]
role = "banner"
pattern = "^More from the coast$"
[[rule]]
role = "read_more"
pattern = "^Go on$"
before = ["banner"]
[[rule]]
role = "promo"
pattern = "^Letter$"
after = ["banner"]
"""


def test_a_rule_may_ask_for_its_neighbours(tmp_path: Path) -> None:
    layout = tmp_path / "beside.toml"
    layout.write_text(BESIDE)
    record = parse("The ferry is back.\nGo on\nMore from the coast\nLetter\nGo on\nLetter\n", layout=layout)
    assert [(piece.role, piece.text) for piece in record.furniture] == [
        ("read_more", "Go on"),
        ("banner", "More from the coast"),
        ("promo", "Letter"),
    ]
    assert [(item.headline, item.summary) for item in record.similar] == [("Go on", "Letter")]


def test_glued_items_need_no_closing_line(tmp_path: Path) -> None:
    layout = tmp_path / "glued.toml"
    layout.write_text('name = "glued"\n[[rule]]\nrole = "banner"\npattern = "^More from the coast$"\n')
    items = [
        ("Harbour closed for repairs this week", "The board said on Monday that it will open again in May."),
        ("Lighthouse sold to a buyer from abroad", "The buyer is not known to anyone in town."),
    ]
    text = "The ferry is back.\nMore from the coast\n" + "\n".join(map("".join, items))
    assert [(item.headline, item.summary) for item in parse(text, layout=layout).similar] == items


def test_an_address_inside_a_value_of_a_layout_is_part_of_that_value(tmp_path: Path) -> None:
    layout = tmp_path / "cards.toml"
    layout.write_text(
        'name = "cards"\n[similar]\nitem = "headline"\n[[rule]]\nrole = "banner"\npattern = "^# More"\n'
        "[[rule]]\nrole = \"other\"\npattern = '^- (?P<related_headline>.*) by (?P<related_source>.*)$'\n"
    )
    text = "# Ferry is back\n\nIt sailed.\n\n# More\n\n- [Harbour closed for repairs](https://a.test/1) by Coast Post\n"
    (item,) = parse(text, layout=layout).similar
    assert (item.headline, item.source) == ("[Harbour closed for repairs](https://a.test/1)", "Coast Post")
    assert item.url is None


LABELS = [
    ("Philippines Latest News, Philippines Headlines", "Philippines"),
    ("Malaysia Latest News,Malaysia Headlines", "Malaysia"),
    ("Property Property Latest News, Property Property Headlines", "Property Property"),
    ("South Africa Latest News, South Africa Headlines", "South Africa"),
    ("Últimas noticias de Nueva Zelanda, Titulares de Nueva Zelanda", "Nueva Zelanda"),
    ("フィリピン最新ニュース、フィリピンヘッドライン", "フィリピン"),
    ("أخبار الأردن، عناوين الأردن", "الأردن"),
    ("日本の最新ニュース、日本のヘッドライン", "日本"),
    ("Berita Terbaru Indonesia, Berita Utama Indonesia", "Indonesia"),
    ("Kelda is cautious in harbour rowUntil this weekend, Kelda was keen to stay out of it", None),
    ("New York, New York", None),
    ("He came, he saw", None),
    ("Canada Latest News, Canada Headlines.", None),
    ("Rome, Paris, Rome", None),
    ("the more, the merrier", None),
]


@pytest.mark.parametrize(("text", "place"), LABELS)
def test_place_named_twice(text: str, place: str | None) -> None:
    assert find_place_twice(text) == place


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Read more »", True),
        ("Lire la suite »", True),
        ("続きを読む»", True),
        ("Er sagte «ja»", False),
        ("More", False),
    ],
)
def test_guillemet(text: str, ends: bool) -> None:
    assert ends_in_guillemet(text) is ends


HASHTAGS = [
    ("Police have sealed the ward after the arrest. WardNews Malaysia Quarantine", "WardNews Malaysia Quarantine"),
    ("The strait is closed. #Ferry #Storm", "#Ferry #Storm"),
    ("The strait is closed, said Ana Reyes", None),
    ("He met the Prime Minister. Jane Doe", "Jane Doe"),
    ("The strait is closed.", None),
]


@pytest.mark.parametrize(("text", "tags"), HASHTAGS)
def test_hashtags_glued_to_a_line(text: str, tags: str | None) -> None:
    start = find_hashtags(text)
    assert (None if start is None else text[start:]) == tags


LONG_STYLE = """Bridge reopens after storm
Malta News News
Bridge reopens after storm
Malta Latest News,Malta Headlines
• 📰 Coast Post
• ⏱ Reading Time:
• 2 min. at publisher
• News: 4%
The bridge is open again.
Traffic was light on the first day, engineers said.
We have summarized this news so that you can read it quickly. If you are interested in the news, you can read the full text here. Read more:
Coast Post /  🏆 2. in MT
Malta Latest News, Malta Headlines
Similar News:You can also read news stories similar to this one that we have collected from other news sources.
Engineers check second bridgeThe inspection will take three days.
Source: Island Times - 🏆 6. / 66 Read more »
Thank you for your comment. Your comment will be published after being reviewed.
"""


def test_long_style_header_site_and_source() -> None:
    record = parse(LONG_STYLE).to_dict()
    lead = record["lead"]
    assert (lead["headline"], lead["site"]) == ("Bridge reopens after storm", "Coast Post")
    assert [p["text"] for p in lead["body"]] == [
        "The bridge is open again.",
        "Traffic was light on the first day, engineers said.",
    ]
    assert record["edition"]["label"] == "Malta Latest News, Malta Headlines"
    (item,) = record["similar"]
    assert (item["headline"], item["source"]) == ("Engineers check second bridge", "Island Times")
    roles = [piece["role"] for piece in record["furniture"]]
    assert roles.count("score") == 6
    for role in ("headline", "nav", "edition_label", "source", "banner", "read_more", "comments"):
        assert role in roles
