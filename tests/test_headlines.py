"""The cut between headline and summary; every event here is invented."""

import random
import subprocess
import sys
import time
from itertools import pairwise

import pytest

from newsparse.headlines import UNCERTAIN, HeadlineCut, cut_items

GLUED = [
    ("Ferry service to resume next week", "The operator said on Tuesday that tests had gone well."),
    ("Minister meets envoys during visit", "SEOUL — Senior officials held talks on Friday."),
    ("Ministers to hold talks on shared lane for ships", "SEOUL: Northern ports will open to cargo ships in May."),
    ("Allies sign pact on trade", "SEOUL/TOKYO — Two neighbours signed a pact on Monday."),
    ("Harbour plan rejected by the UN", "The council said that it would appeal the decision."),
    ("Record rain fell in 2024", "Ten people were hurt when a bridge gave way on Sunday."),
    ("Will the old bridge hold?", "Engineers say that they cannot be sure before the spring."),
    ("Mayor calls the plan “a mistake”", "“We did not listen,” she told reporters on Friday."),
    ("New video app takes on YouTube", "YouTube said that it welcomed the competition."),
    ("Repairs to old pier begin | Harbour Post", "Workers began to lift the first planks on Monday morning."),
    ("Lake levels fall for third year (Reuters)", "Reuters - Water in the northern lakes fell again this year."),
    ("Old ferry will sail again", "'The repairs took a year,' the operator told reporters on Monday."),
    ("Mayor calls the plan 'a mistake'", "The council said on Friday that it would vote in the spring."),
    ("New phone goes on sale today", "iPhone buyers queued in the rain, and the old pier was closed for an hour."),
    ("Harbour app to cost $5K", "That is what the town pays each month, the council was told on Monday."),
    ("Bürgermeister: „Das war ein Fehler“", "Die Stadt will im Frühjahr mit dem Bau beginnen, sagte sie."),
    ("Bürgermeister: »Das war ein Fehler«", "Die Stadt will im Frühjahr mit dem Bau beginnen, sagte sie."),
    ("Un pont fermé après la crue", "Les habitants devront attendre le printemps pour traverser."),
    ("Brücke nach Hochwasser gesperrt", "Die Stadt will im Frühjahr mit dem Bau beginnen."),
    ("Мост закрыли после паводка", "Жители смогут пользоваться им только весной, сообщили власти."),
    ("बाढ़ के बाद पुल बंद", "प्रशासन ने कहा है कि मरम्मत का काम अगले महीने शुरू होगा।"),
]
FILLER = [
    ("Town library opens new reading room", "The room has space for forty readers and will open every day."),
    ("Farmers expect a late harvest", "Cold nights have slowed the wheat, a growers' group said on Monday."),
]


def glued(rows: list[tuple[str, str]]) -> list[str]:
    return [headline + summary for headline, summary in rows]


@pytest.mark.parametrize(("headline", "summary"), GLUED)
def test_cuts_where_headline_and_summary_touch(headline: str, summary: str) -> None:
    cut = cut_items([headline + summary, *glued(FILLER)])[0]
    assert (headline + summary)[: cut.headline[1] if cut.headline else 0] == headline
    assert cut.summary == (len(headline), len(headline + summary))


def test_offsets_leave_out_white_space_at_the_edges() -> None:
    headline, summary = GLUED[0]
    cut = cut_items([f" \ufeff{headline}{summary} \n"])[0]
    assert cut.headline == (2, 2 + len(headline))
    assert cut.summary == (2 + len(headline), 2 + len(headline + summary))


TITLE = "Ferry service to resume next week"


@pytest.mark.parametrize(
    ("line", "headline", "repeat", "summary"),
    [
        (f"{TITLE}{TITLE}The operator said so.", (0, 33), (33, 66), (66, 87)),
        (f"{TITLE}{TITLE}", (0, 33), (33, 66), None),
        (f"  {TITLE}{TITLE} ", (2, 35), (35, 68), None),
    ],
)
def test_title_printed_twice_is_a_repeat(line: str, headline: object, repeat: object, summary: object) -> None:
    cut = cut_items([line])[0]
    assert (cut.headline, cut.repeat, cut.summary) == (headline, repeat, summary)


def test_summary_that_opens_with_the_title_is_no_repeat() -> None:
    cut = cut_items([f"{TITLE}{TITLE} and all tickets will be free, the operator said."])[0]
    assert cut.repeat is None
    assert cut.headline == (0, len(TITLE))


@pytest.mark.parametrize(
    "lines",
    [
        [headline for headline, _ in GLUED],
        [summary for _, summary in GLUED],
        [f"{headline}. {summary}" for headline, summary in GLUED],
    ],
)
def test_lines_that_are_not_glued_stay_whole(lines: list[str]) -> None:
    for cut in cut_items(lines):
        assert cut.headline is None or cut.summary is None


def test_headline_alone_is_a_headline_and_long_text_alone_a_summary() -> None:
    text = "The room has space for forty readers. It will open every day, and on Sundays until noon, the town said."
    headline, summary = cut_items(["Town library opens new reading room", text])
    assert (headline.headline, headline.summary) == ((0, 35), None)
    assert (summary.headline, summary.summary) == (None, (0, len(text)))


def test_empty_lines_are_nothing() -> None:
    assert cut_items([]) == []
    assert cut_items([" \ufeff"]) == [HeadlineCut(None, None, None, 1.0, ())]


def test_doubt_comes_with_other_cuts() -> None:
    titles = ("Harbour talks end", "Port opens again", "City council meets", "Boats sail on Friday", "Old pier reopens")
    cuts = [cut_items(["".join(titles[k:] + titles[:k])])[0] for k in range(len(titles))]
    assert any(cut.alternatives for cut in cuts)
    for cut in cuts:
        assert not cut.alternatives or cut.confidence < UNCERTAIN
        chances = [chance for *_, chance in cut.alternatives]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) + cut.confidence <= 1.001


@pytest.mark.parametrize("hint", [None, True, False])
def test_hostile_lines_lose_nothing(hint: bool | None) -> None:
    choose = random.Random(5)
    signs = "aA1 .,'\"“”„»(—|\u094d\u0915\u200dあ漢ก\ufeff\u00ad\n\U0001f600"
    lines = ["".join(choose.choice(signs) for _ in range(choose.randrange(400))) for _ in range(100)]
    for line, cut in zip(lines, cut_items(lines, glued=hint), strict=True):
        spans = [span for span in (cut.headline, cut.repeat, cut.summary) if span]
        assert spans == sorted(spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        kept = "".join(line[start:end] for start, end in spans)
        assert [c for c in line if c.isalnum()] == [c for c in kept if c.isalnum()]
        assert 0 <= cut.confidence <= 1


@pytest.mark.parametrize("piece", ["a", "aB", "A", "9-", "“", "あ", "ก", "क", "word "])
def test_a_megabyte_on_one_line_is_no_trouble(piece: str) -> None:
    line = piece * (1_000_000 // len(piece))
    start = time.process_time()
    cut_items([line])
    assert time.process_time() - start < 1


def test_same_lines_give_the_same_cuts_under_any_hash_seed() -> None:
    code = f"from newsparse.headlines import cut_items; print(cut_items({glued(GLUED)!r}))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize(
    "line",
    [
        "항구 도시에서 다리 공사 시작내년 봄까지 계속될 예정이라고 시가 밝혔다.",
        "港口大桥今日封闭市政府表示维修将持续到明年春天。",
    ],
)
def test_a_script_hardly_seen_in_training_is_left_whole_without_claiming_to_know(line: str) -> None:
    for cut in cut_items([line] * 6):
        assert cut.headline == (0, len(line))
        assert cut.summary is None
        assert cut.confidence < 0.5


def test_a_layout_that_knows_its_items_are_glued_has_doubtful_ones_cut() -> None:
    line = "港口大桥今日封闭市政府表示，维修将持续到明年春天。"
    for cut in cut_items([line] * 6, glued=True):
        assert cut.headline is not None
        assert cut.summary is not None
        assert cut.confidence < UNCERTAIN
        assert cut.alternatives


@pytest.mark.parametrize("hint", [None, True, False])
def test_headlines_alone_stay_whole_whatever_the_layout_says(hint: bool | None) -> None:
    for cut in cut_items([headline for headline, _ in GLUED], glued=hint):
        assert cut.summary is None


@pytest.mark.parametrize("hint", [None, True])
def test_glued_items_are_cut_unless_the_layout_denies_it(hint: bool | None) -> None:
    for (headline, _), cut in zip(GLUED, cut_items(glued(GLUED), glued=hint), strict=True):
        assert cut.headline == (0, len(headline))


def test_japanese_items_of_such_a_layout_are_cut() -> None:
    rows = [
        (
            "港の古い橋、来月から通行止めに",
            "市は12日、橋の修理が来年の春まで続くと発表した。歩いて渡ることはできるが、車は北の新しい橋へ回るよう求めている。",
        ),
        (
            "渡し船の運賃、秋から値上げへ",
            "運航会社は燃料の高騰を理由に挙げている。島に住む人の回数券は来年の3月まで今の値段のままだという。",
        ),
        (
            "山の駅の売店、20年ぶりに開く",
            "地元の高校生が土曜と日曜に店番をする。開店の日には隣の村からも人が訪れ、用意したおにぎりは昼前に売り切れた。",
        ),
    ]
    cuts = cut_items(glued(rows), glued=True)
    assert all(cut.summary and cut.confidence < UNCERTAIN for cut in cuts)
    ends = [{cut.headline, *(other[0] for other in cut.alternatives)} for cut in cuts]
    assert sum((0, len(headline)) in each for (headline, _), each in zip(rows, ends, strict=True)) >= 2
    assert not any(cut.summary for cut in cut_items([headline for headline, _ in rows], glued=True))
