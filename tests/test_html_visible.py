"""What a reader sees of a fragment, wherever it starts and ends."""

import pytest

from newsparse.html.reading.places import edges, fold
from newsparse.html.reading.visible import visible_text
from newsparse.span import INVISIBLE

ROWS = [
    ("plain", "Storm hits coast", "Storm hits coast"),
    ("white space folds", "  Storm\n\t hits&nbsp; coast ", "Storm hits coast"),
    ("inline tags are nothing", "S<b>tor</b>m", "Storm"),
    ("blocks are spaces", "Storm<p>coast", "Storm coast"),
    ("line break", "Storm<br>coast", "Storm coast"),
    ("custom elements are blocks", "Storm<my-box>coast", "Storm coast"),
    ("entities", "Rock &amp; roll &lt;live&gt; &#8211; &#x2013;", "Rock & roll <live> – –"),
    ("reference without semicolon", "AT&ampT", "AT&T"),
    ("no reference at all", "R&D & more", "R&D & more"),
    ("entities do not join over tags", "&am<b>p;</b>", "&amp;"),
    ("comment", "a<!-- b > c -->d", "ad"),
    ("comment that closes at once", "a<!-->b", "ab"),
    ("comment without end", "a<!-- b", "a"),
    ("script", "a<script>if (a < b) '<p>'</script>b", "ab"),
    ("script in capitals", "a<SCRIPT>x</Script >b", "ab"),
    ("script without end", "a<script>b", "a"),
    ("style, template, noscript", "a<style>b</style><template>c</template><noscript>d</noscript>e", "ae"),
    ("a name that only begins like a hidden one", "a<scripture>b</scripture>c", "abc"),
    ("quoted bracket", '<a title="x > y">b</a>', "b"),
    ("stray quote", '<a class="x"">b</a> "c"', 'b "c"'),
    ("quote that never closes", '<a href="x>b', "b"),
    ("bracket that is no tag", "1 < 2 and 3 <4", "1 < 2 and 3 <4"),
    ("tag without end", "a <b", "a"),
    ("unmatched end tags", "one</b></div> two", "one two"),
    ("declaration", "<!DOCTYPE html><?xml ?>a", "a"),
    ("invisible edges", "\u200b Storm \ufeff", "Storm"),
    ("joiners at edges", "\u200d Storm\u200c hits \u200c", "Storm\u200c hits"),
    ("a number too long for a character", "a&#" + "9" * 5000 + ";b", "a\ufffdb"),
    ("empty", "", ""),
]


@pytest.mark.parametrize(("fragment", "text"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_visible_text(fragment: str, text: str) -> None:
    assert visible_text(fragment) == text


@pytest.mark.parametrize("fragment", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
def test_places_fold_to_the_same_text(fragment: str) -> None:
    text, places = fold(fragment, 0, len(fragment))
    assert text.strip(f" {INVISIBLE}") == visible_text(fragment)
    assert len(text) == len(places)
    assert places == sorted(places)


EDGES = [
    ("&nbsp;<b>Storm</b> hits &amp; coast&nbsp;<br>&#8203;", "Storm</b> hits &amp; coast"),
    ("\u200b Storm\u200b", "Storm"),
    ("<p>\u200d</p>", ""),
    ("&amp; Storm &lt;", "&amp; Storm &lt;"),
    ("<!-- x -->Storm", "Storm"),
    ("&nbsp;<br>\ufeff ", ""),
    ("", ""),
]


@pytest.mark.parametrize(("source", "shown"), EDGES)
def test_edges_are_the_first_and_the_last_character_that_shows(source: str, shown: str) -> None:
    start, end = edges(source, 0, len(source))
    assert source[start:end] == shown
