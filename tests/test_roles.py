"""Line roles of invented pages."""

import time
from collections.abc import Sequence
from itertools import pairwise, product
from random import Random
from struct import Struct

import pytest

from newsparse.roles import label_lines
from newsparse.roles.bars import bar_of, bars_of
from newsparse.roles.blocks import whole_blocks
from newsparse.roles.groups import page_groups
from newsparse.roles.headline import one_headline
from newsparse.roles.islands import one_place
from newsparse.roles.markers import line_prefix, whole_line
from newsparse.roles.model import load_model, score_lines, unpack
from newsparse.roles.page import look_at
from newsparse.roles.path import best_path, path_score, steps_of
from newsparse.roles.repeats import beats, echoes
from newsparse.roles.shape import Shape, shape_of
from newsparse.roles.surroundings import dense
from newsparse.roles.topic import share_of, topic_of
from newsparse.roles.value import value_range

BODY = [
    "The harbour of Porto Verde was closed on Monday after a storm tore three ships from their moorings, the mayor "
    "said. No one was hurt, but two of the ships ran aground on the northern pier and will have to be towed away.",
    "“We have never seen waves like these in October,” said Mayor Ana Ruiz, who has run the town for twelve years. "
    "She said that the port would stay shut for a week while divers looked for damage below the waterline.",
    "Fishermen, who sell most of their catch at the harbour market, fear for their income. The cooperative asked the "
    "government for help on Tuesday morning and expects an answer before the end of the week.",
    "The weather service expects more wind from Thursday on. It has warned sailors along the whole coast, from the "
    "lighthouse at Cabo Frio to the border, and asked them to stay ashore until the weekend.",
]
TITLES = [
    "Ferry runs aground off the southern coast",
    "Ministers agree on new rules for trawlers",
    "Lighthouse keeper retires after forty years",
]


def roles(texts: list[str]) -> list[str]:
    return [label.role for label in label_lines(texts)]


def test_an_empty_page() -> None:
    assert label_lines([]) == []


def test_the_parts_of_a_page() -> None:
    page = ["Home", "News", "Storm closes the harbour of Porto Verde", "By Mei Tan", "October 14, 2025 9:40 am", *BODY]
    assert roles(page) == ["nav", "nav", "headline", "byline", "timestamp", *["body"] * 4]


def test_a_page_that_begins_with_its_body_has_no_headline() -> None:
    assert roles(BODY) == ["body"] * 4


@pytest.mark.parametrize(
    "banner", ["Related stories", "READ MORE", "Lesen Sie auch", "Más información", "関連記事", "Читайте также"]
)
def test_related_stories_after_the_body(banner: str) -> None:
    assert roles([*BODY, banner, *TITLES]) == ["body"] * 4 + ["banner"] + ["related_item"] * 3


def test_the_body_resumes_after_related_stories() -> None:
    page = [*BODY[:2], "Related stories", *TITLES, *BODY[2:]]
    found = roles(page)  # the last title could be a heading of what follows
    assert found[:5] + found[6:] == ["body"] * 2 + ["banner"] + ["related_item"] * 2 + ["body"] * 2


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("READ ALSO: Ferry runs aground off the southern coast", "Ferry runs aground off the southern coast"),
        ("Lea también: Un ferry encalla en la costa sur", "Un ferry encalla en la costa sur"),
        ("[Mehr zum Thema: Fähre läuft vor der Küste auf Grund]", "Fähre läuft vor der Küste auf Grund"),
        ("Читайте также: Паром сел на мель у южного берега", "Паром сел на мель у южного берега"),
        ("À lire aussi » Un ferry s’échoue sur la côte sud", "Un ferry s’échoue sur la côte sud"),
    ],
)
def test_an_announced_story_between_paragraphs(line: str, value: str) -> None:
    label = label_lines([*BODY[:2], line, *BODY[2:]])[2]
    assert label.role == "related_item"
    assert label.rule == "inline/vocabulary"
    assert line[label.start : label.end] == value


@pytest.mark.parametrize("advert", ["Advertisement", "Anzeige", "Publicidad", "Story continues below", "広告"])
def test_an_advert_is_no_boundary(advert: str) -> None:
    page = [BODY[0], advert, BODY[1], advert, BODY[2], advert, BODY[3]]
    assert roles(page) == ["body", "promo"] * 3 + ["body"]


def test_a_paragraph_that_begins_like_a_marker_stays_body() -> None:
    line = "Sponsored walks along the pier have long been a way for the town to raise money, and this year 400 people came."
    assert roles([*BODY[:2], line, *BODY[2:]])[2] == "body"


def test_a_copyright_line_is_no_part_of_the_story() -> None:
    assert roles([*BODY, "© 2025 The Porto Verde Times. All rights reserved."])[-1] not in (
        "body",
        "heading",
        "related_item",
    )


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Advertisement", "ad"),
        ("  • Anzeige •", "ad"),
        ("12 Kommentare", "comments"),
        ("Storm closes the harbour", None),
    ],
)
def test_marker_lines(text: str, classes: str | None) -> None:
    assert whole_line(text) == classes


def test_a_prefix_is_the_longest_phrase() -> None:
    prefix = line_prefix("Lesen Sie auch: Fähre läuft auf Grund")
    assert prefix is not None
    assert prefix.end == len("Lesen Sie auch")
    assert line_prefix("Readers of this paper know the pier") is None


@pytest.mark.parametrize("text", ["READ ALSO:", "READ ALSO: ", "[Mehr zum Thema:]", "Storm closes the harbour"])
def test_a_value_is_never_empty(text: str) -> None:
    assert value_range(text, "related_item") == (0, len(text))


@pytest.mark.parametrize(
    "page",
    [
        ["Related stories"] * 5_000,
        ["a" * 5_000_000],
        ["Read more: " * 200_000],
        [". " * 1_000_000, "((((" * 200_000, "1:2" * 200_000],
        ["- " + title for title in TITLES] * 1_000,
        ["a_" * 100_000 + "!", "_" * 200_000, "a-" * 29 + "!"] * 20,
    ],
)
def test_hostile_pages_are_linear(page: list[str]) -> None:
    started = time.process_time()
    assert len(label_lines(page)) == len(page)
    assert time.process_time() - started < 5


def test_the_same_page_gets_the_same_labels() -> None:
    page = ["Home", TITLES[0], *BODY, "Related stories", *TITLES]
    assert label_lines(page) == label_lines(page)


def shapes(texts: list[str]) -> list[Shape]:
    return [shape_of(text) for text in texts]


def test_a_block_of_related_stories_goes_on_to_its_end() -> None:
    texts = ["Related stories", *TITLES, "Contact us"]
    states = ["banner", "related_item", "nav", "other", "nav"]
    assert whole_blocks(shapes(texts), states) == ["banner", *["related_item"] * 3, "nav"]


def test_a_block_keeps_its_pairs() -> None:
    summary = "The ship had left Porto Verde at noon and struck a reef in thick fog, and then..."
    texts = ["Related stories", TITLES[0], summary, TITLES[1], summary, TITLES[2], summary]
    states = ["banner", "related_headline", "related_summary", *["nav"] * 4]
    assert whole_blocks(shapes(texts), states) == ["banner", *["related_headline", "related_summary"] * 3]


def test_a_notice_below_a_block_is_none_of_it() -> None:
    texts = ["Related stories", *TITLES[:2], "The Porto Verde Times has no other stories today"]
    states = ["banner", "related_item", "related_item", "other"]
    assert whole_blocks(shapes(texts), states) == states
    assert whole_blocks(shapes(texts), ["banner", "related_item", "other", "related_item"])[2] == "related_item"


def test_titles_under_a_banner_are_no_share_bar() -> None:
    texts = ["Most read", *[f"{number} {title}" for number, title in enumerate(TITLES, 1)]]
    assert whole_blocks(shapes(texts), ["banner", *["share"] * 3]) == ["banner", *["related_item"] * 3]


def test_a_ticker_keeps_its_short_titles() -> None:
    texts = ["Related stories", "14:02 " + TITLES[0], "13:40 Lighthouse keeper retires", "13:20"]
    states = ["banner", "related_item", "related_timestamp", "related_timestamp"]
    assert whole_blocks(shapes(texts), states) == ["banner", "related_item", "related_item", "related_timestamp"]


def test_a_block_ends_where_the_body_resumes() -> None:
    texts = ["Related stories", TITLES[0], BODY[0], TITLES[1]]
    states = ["banner", "related_item", "body", "nav"]
    assert whole_blocks(shapes(texts), states) == states


def test_a_banner_alone_makes_no_block_of_a_menu() -> None:
    texts = ["Related stories", "Home", "News", "Contact us"]
    states = ["banner", "nav", "nav", "nav"]
    assert whole_blocks(shapes(texts), states) == states


def test_only_repeats_of_the_headline_stay_headlines() -> None:
    texts = [TITLES[0], "Rescuers reach the ship at night", TITLES[0] + " | The Porto Verde Times"]
    assert one_headline(texts, ["headline"] * 3, dict.fromkeys(range(3), 0)) == ["headline", "standfirst", "headline"]


def test_an_entry_of_a_list_is_no_headline_beside_one_on_its_own_line() -> None:
    texts = ["• " + TITLES[0], "News > Coast > " + TITLES[0], TITLES[0]]
    assert one_headline(texts, ["headline"] * 3, dict.fromkeys(range(3), 0)) == ["nav", "nav", "headline"]
    assert one_headline(texts[:1], ["headline"], {0: 0}) == ["headline"]


@pytest.mark.parametrize(
    ("worth", "states"),
    [
        ({0: 30, 2: 40}, ["nav", "byline", "headline"]),
        ({0: 40, 2: 40}, ["headline", "byline", "standfirst"]),
    ],
)
def test_a_better_headline_further_down_wins(worth: dict[int, float], states: list[str]) -> None:
    texts = ["All about the coast and its people", "By Mei Tan", TITLES[0]]
    assert one_headline(texts, ["headline", "byline", "headline"], worth) == states


def test_a_line_right_under_the_headline_is_its_standfirst_however_good() -> None:
    texts = [TITLES[0], "Rescuers reach the ship at night"]
    assert one_headline(texts, ["headline", "headline"], {0: 0, 1: 90}) == ["headline", "standfirst"]


def test_a_title_below_the_story_is_no_better_headline() -> None:
    texts = [TITLES[0], "By Mei Tan", BODY[0], "All about the coast and its people"]
    states = ["headline", "byline", "body", "headline"]
    assert one_headline(texts, states, {0: 0, 3: 90}) == ["headline", "byline", "body", "standfirst"]
    assert one_headline(texts[2:], ["body", "headline"], {1: 0}) == ["body", "headline"]


def test_a_title_between_two_paragraphs_is_a_heading_unless_announced() -> None:
    texts = [BODY[0], TITLES[0], BODY[1], "Read also: " + TITLES[1], BODY[2]]
    states = ["body", "related_item", "body", "related_item", "body"]
    assert whole_blocks(shapes(texts), states) == ["body", "heading", "body", "related_item", "body"]


def test_a_title_behind_arrows_is_another_story() -> None:
    texts = [BODY[0], ">> " + TITLES[0], BODY[1]]
    states = ["body", "related_item", "body"]
    assert whole_blocks(shapes(texts), states) == states


def test_a_sentence_between_the_story_and_a_banner_is_of_the_story() -> None:
    texts = [BODY[0], "Nobody knows how long that will take, said the mayor.", "Related stories", TITLES[0]]
    states = ["body", "related_item", "banner", "related_item"]
    assert whole_blocks(shapes(texts), states) == ["body", "body", "banner", "related_item"]


def test_a_title_with_read_more_below_is_another_story() -> None:
    texts = [BODY[0], TITLES[0], "Read more", BODY[1]]
    states = ["body", "heading", "read_more", "body"]
    assert whole_blocks(shapes(texts), states) == ["body", "related_item", "read_more", "body"]


def test_a_title_printed_twice_above_its_byline_is_the_headline() -> None:
    texts = [TITLES[1], TITLES[0] + " - The Porto Verde Times", TITLES[0], "By Mei Tan", BODY[0]]
    states = ["related_item", "related_item", "related_item", "byline", "body"]
    assert one_headline(texts, states, {}) == ["related_item", "headline", "headline", "byline", "body"]
    assert one_headline(texts[:3] + texts[4:], states[:3] + states[4:], {}) == states[:3] + states[4:]


NOTICE = "You can change your choice in the settings at any time."


def test_text_far_below_the_story_is_none_of_it() -> None:
    texts = [*BODY, *["Contact"] * 7, NOTICE]
    states = ["body"] * 4 + ["nav"] * 7 + ["body"]
    assert one_place(texts, shapes(texts), states) == ["body"] * 4 + ["nav"] * 7 + ["other"]


def test_a_paragraph_behind_a_block_of_stories_is_still_of_the_story() -> None:
    texts = [*BODY, "Related stories", *TITLES, NOTICE]
    states = ["body"] * 4 + ["banner"] + ["related_item"] * 3 + ["body"]
    assert one_place(texts, shapes(texts), states) == states


def test_a_second_half_of_the_story_is_kept_however_far() -> None:
    texts = [*BODY[:2], *["Contact"] * 9, *BODY[2:]]
    states = ["body"] * 2 + ["nav"] * 9 + ["body"] * 2
    assert one_place(texts, shapes(texts), states) == states


def test_a_page_left_without_a_story_has_it_in_its_running_text() -> None:
    texts = ["Sport", *BODY[:2], "© 2025"]
    states = ["nav", "promo", "other", "legal"]
    assert one_place(texts, shapes(texts), states) == ["nav", "body", "body", "legal"]


def test_notices_and_captions_that_say_so_are_no_story() -> None:
    texts = [BODY[0], BODY[1], "All rights reserved by the publisher of this page, whose terms apply to every reader."]
    assert one_place(texts, shapes(texts), ["legal", "caption", "legal"]) == ["body", "body", "legal"]


def test_what_readers_say_is_none_of_the_story() -> None:
    said = "I have never seen the sea like this. My boat is gone, and so is the pier that my father built."
    texts = [*BODY, "3 comments", "Ana R.", said, "Related stories", TITLES[0]]
    states = ["body"] * 4 + ["comments", "related_item", "body", "banner", "related_item"]
    expected = ["body"] * 4 + ["comments"] * 3 + ["banner", "related_item"]
    assert one_place(texts, shapes(texts), states) == expected


def test_a_count_of_comments_above_the_story_opens_none() -> None:
    texts = [BODY[0][:80], "3 comments", *BODY]
    states = ["body", "comments", *["body"] * 4]
    assert one_place(texts, shapes(texts), states) == states


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("READ ALSO: Ferry runs aground off the southern coast", "inline/vocabulary"),
        ("Lea:\u00a0Un ferry encalla en la costa sur del país", "inline/vocabulary"),
        ("Lire aussi Le port rouvre après la tempête", "inline/vocabulary"),
        ("Lire aussi le reportage de notre envoyé au port", None),
        ("Advertisement", "marker/vocabulary"),
        ("© 2025 The Porto Verde Times", "notice/copyright"),
        ("Copyright 2025 The Porto Verde Times", "opening/vocabulary"),
        ("Topics: Harbours, Storms, Porto Verde", "opening/tags"),
        ("[If you want to know more, get our app for free]", "notice/brackets"),
        ("Write to Mei Tan at mei@paper.test", "form/address"),
        ("* * *", "form/signs"),
        ("Storm closes the harbour of Porto Verde", None),
        ('<meta charset="utf-8"> <br/>', "form/markup"),
        ("記事・写真の無断転載を禁じます。", "notice/copyright"),
        (BODY[0], "form/running"),
        ("https://paper.test/coast/ferry-runs-aground", "form/address"),
        (">> Ferry runs aground off the southern coast", "form/arrows"),
        ("> The waves were as high as houses", None),
        ("Mar 16, 2020 at 3:44 AM", "form/no headline"),
        ("» 2025年10月14日 14時30分 公開", "form/no headline"),
        ("By Mei Tan - The Porto Verde Times - Tuesday, October 14, 2025", "form/no headline"),
        ("By October 2025, the port of Porto Verde will have no more cranes", None),
        ("By: Mei Tan", "form/no headline"),
        ("Share this story on Facebook and Twitter", "form/no headline"),
        ("Share market update: shipping lines gain 2%", None),
        ("Storm closes the harbour at 3:44 am, 16 years after the last one", None),
    ],
)
def test_rules_that_come_first(text: str, rule: str | None) -> None:
    bar = bar_of(text, shape_of(text))
    assert (bar.rule if bar else None) == rule


@pytest.mark.parametrize(
    ("text", "may_be"),
    [("The sea rises in Porto Verde. Who pays for the new wall?", True), (BODY[0], False)],
)
def test_two_short_sentences_may_be_a_title(text: str, may_be: bool) -> None:
    bar = bar_of(text, shape_of(text))
    assert bar is not None
    assert bar.rule == "form/running"
    assert bar.leaves("headline") is may_be


def test_a_title_that_looks_like_a_menu_entry_is_the_headline_where_no_line_is() -> None:
    page = ["Home", "News", "Sport", "Two more boats gone", "2025-06-03", *BODY]
    assert roles(page) == ["nav", "nav", "nav", "headline", "timestamp", *["body"] * 4]


STORIES = [
    ["港务局长就码头吊机倒塌事件致歉", "南湾港务局长林维成昨日就上月码头吊机倒塌一事公开致歉，并承诺在年内完成全部吊机的安全检查。", "林维成在记者会上说，事故造成两名工人受伤，港口停工三天，损失超过八百万元，港务局将承担全部责任。", "调查小组预计下月公布报告，届时将说明吊机在强风中倒塌的原因，以及管理层是否收到过警告。"],
    ["‘부둣가 소년’이 세운 조선소", "남항의 작은 조선소를 이끄는 박준호 대표는 열네 살에 부두에서 일을 시작했다고 월요일 기자들에게 말했다.", "그는 지난해 배 스물두 척을 진수했고, 올해는 직원 사십 명을 더 뽑을 계획이라고 밝혔다.", "시 당국은 조선소 주변의 도로를 내년까지 넓히겠다고 약속했다."],
    ["Uosto direktorius atsiprašo dėl krano griūties", "Laivų statytojas Petras Jonaitis sako, kad senieji laivai skęsta dėl prastos priežiūros, o ne dėl audrų, kaip dažnai rašoma.", "Per praėjusius metus mariose nuskendo keturi žvejų laivai, ir visi jie buvo pastatyti prieš daugiau nei penkiasdešimt metų.", "Uosto direkcija žada patikrinti visus laivus iki pavasario."],
    ["Storm closes the harbour of Porto Verde", *BODY],
]  # fmt: skip


@pytest.mark.parametrize("story", STORIES, ids=["zh", "ko", "lt", "en"])
def test_a_short_story_alone_is_story_to_its_end(story: list[str]) -> None:
    assert roles(story) == ["headline", *["body"] * (len(story) - 1)]


@pytest.mark.parametrize("seed", range(20))
def test_the_best_path_is_the_best_of_all_paths(seed: int) -> None:
    chance = Random(seed)
    rows = [[chance.randrange(12) for _ in range(3)] for _ in range(5)]
    steps = [[chance.randrange(-9, 9) for _ in range(3)] for _ in range(4)]

    def score(path: Sequence[int]) -> int:
        inner = sum(steps[one][two] for one, two in pairwise(path))
        return steps[-1][path[0]] + inner + sum(row[state] for row, state in zip(rows, path, strict=True))

    fields = Struct("<3I")

    def packed(row: list[int]) -> int:
        return int.from_bytes(fields.pack(*[9 + weight for weight in row]), "little")

    ways = steps_of(steps, list(map(packed, steps)), fields)
    lines = list(map(packed, rows))
    path = best_path(lines, ways)
    assert score(path) == max(map(score, product(range(3), repeat=5)))
    other = [chance.randrange(3) for _ in range(5)]
    assert path_score(lines, ways, path) - path_score(lines, ways, other) == score(path) - score(other)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Uosto direktorius atsiprašo dėl krano griūties", "Dėl griuvusio krano uosto direktoriaus atsiprašymas"),
        ("부두 크레인 붕괴 사과", "부두에서 크레인이 붕괴된 일을 사과했다"),
        ("码头吊机倒塌", "上月，码头吊机倒塌，两名工人受伤，港口停工三天，损失超过八百万元"),
        ("台風で港を閉鎖", "大きな台風の接近で、港が閉鎖され、船は沖へ避難した、と市は発表した"),
    ],
    ids=["lt", "ko", "zh", "ja"],
)
def test_what_a_text_is_about_is_known_whatever_its_words_end_in(title: str, body: str) -> None:
    page = look_at([title, body, BODY[0]])
    assert share_of(page.telling[0], topic_of([(body, page.shapes[1])])) > 0.3
    assert share_of(page.telling[0], topic_of([(BODY[0], page.shapes[2])])) == 0


def test_the_groups_of_rows_that_repeat() -> None:
    title, stamp = "Ferry runs aground off the coast", "3 hours ago"
    page = look_at([title, stamp, title, stamp, title, stamp, title])
    groups = [{group[0] for group in line} for line in page_groups(page)]
    assert [at for at, names in enumerate(groups) if "alternates" in names] == [2, 3, 4]
    page = look_at([title, stamp, TITLES[0] + "?"] * 3)
    groups = [{group[0] for group in line} for line in page_groups(page)]
    assert [at for at, names in enumerate(groups) if "period" in names] == [3, 4, 5]


def test_the_groups_at_the_edges_of_a_page() -> None:
    lines = page_groups(look_at([*TITLES, *BODY]))
    assert len(lines) == len(TITLES) + len(BODY)
    sides = [{group[0] for group in line} & {"above", "below"} for line in lines]
    assert sides == [{"below"}, *[{"above", "below"}] * 5, {"above"}]


LONG_TITLE = "Ferry company pays for the nights that its passengers spent in the harbour hall"


def test_titles_right_under_a_banner_are_no_body() -> None:
    texts = [TITLES[0], BODY[0], "Read also", LONG_TITLE, TITLES[1], BODY[1], TITLES[2]]
    page = look_at(texts)
    assert [shape.kind for shape in page.shapes[2:7]] == ["m", "T", "t", "L", "t"]
    bars = bars_of(texts, page.shapes, page.first)
    assert [bar is None or bar.leaves("body") for bar in bars[3:]] == [False, False, True, True]
    assert [bar is None or bar.leaves("heading") for bar in bars[3:5]] == [False, True]
    assert bars_of(texts, page.shapes, len(texts))[3] is None


def test_the_score_of_a_line_is_that_of_its_groups_and_words() -> None:
    page = look_at([*TITLES, *BODY, "Subscribe to our newsletter and read every article in 2024"])
    model = load_model()
    for scores, groups in zip(map(unpack, score_lines(page)), page_groups(page), strict=True):
        told = [group[1] for group in groups if group[0] == "word"]
        assert not any(word[0].isdigit() for word in told)
        words = [model.words[word] for word in told if word in model.known]
        total = sum(words) + sum([model.totals[group] for group in groups if group[0] != "word"])
        assert scores == unpack(total)


def test_words_tell_what_form_does_not() -> None:
    lines = ["Subscribe to our newsletter today", "Mountains of the islands in autumn"]
    newsletter, mountains = map(unpack, score_lines(look_at(lines)))
    promo = load_model().states.index("promo")
    of_words = [sum(map(load_model().words.__getitem__, load_model().known & line)) for line in look_at(lines).telling]
    assert unpack(of_words[0])[promo] > unpack(of_words[0])[0]
    assert newsletter[promo] > mountains[promo]


def test_lines_near_each_other_that_begin_alike_are_told() -> None:
    texts = [TITLES[0], TITLES[0] + " (Photo: Mei Tan)", *BODY, TITLES[1], "Sport", TITLES[1]]
    found = echoes(texts)
    assert found[:2] == [(0, 1, "<"), (1, 0, ">")]
    assert found[2:6] == [None] * 4
    assert found[6:] == [(0, 2, "="), None, (2, 0, "=")]


def test_cards_of_one_shape_recur() -> None:
    kinds = "^^" + "LL" + "wTS" * 3 + "x" + "^^"
    found = beats(kinds)
    assert found[3:6] == [(3, 3), (2, 3), (2, 3)]
    assert found[0][0] == found[-1][0] == 1


def test_running_text_among_the_next_lines_is_counted() -> None:
    assert dense("LLtttLLLLLLLL")[2] == (2, 4)
    assert dense("t") == [(0, 0)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (f"{TITLES[0]} {TITLES[0]}", "twin"),
        (TITLES[0] + TITLES[0], "twin"),
        ("storm-over-porto-verde", "slug"),
        ("Storm over Porto Verde.jpg", "slug"),
    ],
)
def test_lines_made_for_a_picture(text: str, mark: str) -> None:
    assert mark in shape_of(text).marks
    assert mark not in shape_of(TITLES[0]).marks


def test_a_title_right_behind_an_announcing_phrase_is_the_value() -> None:
    line = "Les også Fergen gikk på grunn utenfor kysten"
    assert shape_of(line).marker == ""
    assert line[slice(*value_range(line, "related_item"))] == "Fergen gikk på grunn utenfor kysten"
    assert value_range("Read also our story on the storm", "related_item") == (0, 32)
