"""The parts of the cut, each by itself; every event here is invented."""

import pytest

from newsparse.headlines.alone import is_plain_summary
from newsparse.headlines.candidates import candidates
from newsparse.headlines.classes import classes
from newsparse.headlines.doubled import printed_twice
from newsparse.headlines.dump import judged_together, softened
from newsparse.headlines.lexicon import CAPITAL, CAPITALS, SMALL, core, known, named, word_of
from newsparse.headlines.line import read_line, with_all_places
from newsparse.headlines.marks import quoted
from newsparse.headlines.store import load


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("iPhone 15: “Wow”", "lUllll dd, (Ull'".replace("'", ")")),
        ("Été\u00a0—…?!", "Ull -~!!"),
        ("мост МИД", "llll UUU"),
        ("漢あア한की ا", "KHTGDm A"),
        ("€5 | a/b", "$d | l|l"),
        ("ǅ№\U0001f600", "Uxx"),
    ],
)
def test_classes(text: str, looks: str) -> None:
    assert classes(text) == looks


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("visitSeoul today", 5),
        ("in 2024Ten people", 7),
        ("the UNThe council", 6),
        ("what now?We ask", 9),
        ("“no”“Yes”", 4),
        ("he said (Reuters)Reuters - a", 17),
        ("newsiPhone sales", 4),
        ("won 3-2The side", 7),
        ("in 202410 people", 7),
        ("the UNWASHINGTON — a", 6),
        ("समाप्तप्रशासन ने", 6),
        ("rules in the USA driver", 15),
        ("on oldmacOS again", 6),
        ("a cancerif you", 8),
        ("a wordthat “x”", 6),
        ("say /PRNewswire/ wellAs", 21),
        ("on PS52K Games", 6),
        ("Wie lange......und doch", 12),
    ],
)
def test_place_of_a_true_cut_is_proposed(text: str, place: int) -> None:
    assert place in [found.at for found in candidates(text, classes(text))]


@pytest.mark.parametrize("text", ["a plain headline of common words", "Talks, at last, end. Good", "It's 5 o'clock"])
def test_plain_words_hold_no_place(text: str) -> None:
    assert candidates(text, classes(text)) == []


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Er sagt „nein“Die Stadt", "Ul llll (llll)Ull Ullll"),
        ("Der »Pont« istDie", "Ull (Ulll) lllUll"),
        ("Le «pont» ferméLa ville", "Ul (llll) lllllUl lllll"),
        ("‚Ja‘ sagt erDie Stadt", "(Ul) llll llUll Ullll"),
        ("a “yes”“No” b", "l (lll)(Ul) l"),
    ],
)
def test_quotation_marks_open_or_close_as_the_line_uses_them(text: str, looks: str) -> None:
    assert with_all_places(read_line(text)).looks == looks


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("The fix is fast¦'The old one had 3 flaws,' he said", "0c"),
        ("He calls it 'a mistake¦'The town said so", "1n"),
        ("He calls it 'a mistake'¦The town has a 'plan'", "1on"),
        ("The fix is fast¦'The workers' rights", "0p"),
        ('He calls it "a mistake¦"The town', "1n"),
        ("No mark here¦The town", ""),
    ],
)
def test_what_is_quoted_around_a_place(text: str, around: str) -> None:
    at, line = text.index("¦"), with_all_places(read_line(text.replace("¦", "")))
    assert quoted(line.text, line.looks, at) == around


def test_lexicon_knows_words_names_and_how_they_are_written() -> None:
    assert known("The") == known("“the”") == 7
    assert known("zxqvj") == 0
    assert named("YouTube") > 0
    assert core("(2024)") == core("99") == "0"
    assert [word_of(word).manner for word in ("because", "London", "FBI")] == [SMALL, CAPITAL, CAPITALS]


def test_places_lie_inside_tokens() -> None:
    text = "A line: withSome “odd”Tokens 2024Ten — and漢字 more?Yes"
    for place in with_all_places(read_line(text)).places:
        assert place.start < place.at < place.end
        assert " " not in text[place.start : place.end]


@pytest.mark.parametrize(
    ("text", "repeat"),
    [
        ("Ferry back soonFerry back soonThe boat sails.", (15, 30)),
        ("Ferry back soonFerry back soon", (15, 30)),
        ("Ferry back soonFerry back soon, said the operator.", None),
        ("Ferry back soon Ferry back soon", None),
        ("Short oneShort one", None),
        ("Ferry back soonFerry back later", None),
    ],
)
def test_printed_twice(text: str, repeat: tuple[int, int] | None) -> None:
    assert printed_twice(text, 0, len(text)) == repeat


def test_the_other_items_decide_a_doubtful_one() -> None:
    assert judged_together([0.6, 0.01, 0.01, 0.01])[0] < 0.1
    assert judged_together([0.4, 0.99, 0.99, 0.99])[0] > 0.9
    assert judged_together([0.99999, 0.01, 0.01, 0.01])[0] > 0.5
    assert judged_together([]) == []


def test_what_the_layout_says_decides_where_items_do_not() -> None:
    doubtful = [0.5] * 4
    assert max(judged_together(doubtful, True)) < 0.1 < min(judged_together(doubtful))
    assert min(judged_together(doubtful, False)) > 0.9
    assert judged_together([0.01] * 4, False)[0] < 0.5
    assert min(judged_together([0.999] * 4, True)) > 0.9


def test_a_place_that_stands_out_speaks_against_a_whole_line() -> None:
    assert softened(0.9, 0.95) < 0.5 < softened(0.9, 0.3)
    assert softened(1.0, 0.0) <= 1.0


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Ferry back soon, operator says", False),
        ("It will hold. Or will it?", False),
        ("Engineers looked at the bridge for a week. They found nothing, the town said on Monday.", True),
        ("word " * 60, True),
    ],
)
def test_plainly_summary(text: str, summary: bool) -> None:
    assert is_plain_summary(text) is summary


def test_data_file_is_small_and_read_once() -> None:
    store = load()
    assert store is load()
    assert len(store.marks) + len(store.levels) + len(store.first.steps) + len(store.second.steps) < 500_000
