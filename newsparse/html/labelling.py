"""Labels of a page that no text layout knows: its lines in, what each of them is out."""

from newsparse.html.flags import cue_flags, flag_names, words_of
from newsparse.html.forest import load_forest, log_odds
from newsparse.html.headline import same
from newsparse.html.page import HtmlPage
from newsparse.html.related import find_related
from newsparse.html.rows import BITS, HEADINGS, NUMBERS, Rows, rows_of
from newsparse.labels import LineRole, Piece

_BODY_ODDS = 0.2
"""Log-odds above which a line is body: chosen on one half of the sites, checked on the other."""
_SHORT = 200

_BY_FLAG: tuple[tuple[str, LineRole], ...] = (
    ("comment", "comments"), ("share", "share"), ("promo", "promo"), ("<nav>", "nav"), ("nav", "nav"),
    ("<footer>", "legal"), ("foot", "legal"), ("ad", "promo"),
)  # fmt: skip
_BY_CUE: tuple[tuple[str, LineRole], ...] = (
    ("legal", "legal"), ("share", "share"), ("promo", "promo"), ("comment", "comments"), ("byline", "byline"),
)  # fmt: skip


def label_html(page: HtmlPage) -> list[Piece]:
    """Label every line of a page; together the pieces cover all of its visible text, line by line."""
    headline = str(page.fields["headline"][0]) if "headline" in page.fields else ""
    texts = [line.text for line in page.lines]
    if not texts:
        return []
    rows = rows_of(page.tree, texts, headline, page.is_article)
    body = _body_lines(rows)
    related = find_related(page, rows, body)
    wanted, reach = same(headline), 8 + len(headline) // 4
    pieces = []
    for index, text in enumerate(texts):
        if wanted and abs(len(text) - len(headline)) <= reach and same(text) == wanted:
            role, rule = "headline", "printed headline"
        elif index in related:
            role, rule = related[index]
        elif index in body:
            role, rule = _kind(page, rows, index), "body model"
        else:
            role, rule = _furniture(page, rows, index)
        pieces.append(Piece(index, 0, len(text), role, rule))
    return pieces


def _body_lines(rows: Rows) -> set[int]:
    forest = load_forest("body_model.json", len(NUMBERS) + len(BITS))
    described = zip(rows.candidates, rows.rows, rows.flags, strict=True)
    return {index for index, row, flags in described if log_odds(forest, row, flags) > _BODY_ODDS}


def _kind(page: HtmlPage, rows: Rows, index: int) -> LineRole:
    tags, parents = page.tree.tags, page.tree.parents
    element = rows.hosts[index]
    for _ in range(3):
        tag = tags[element]
        if tag in HEADINGS:
            return "heading"
        if tag == "blockquote":
            return "quote"
        if tag in {"li", "dd", "dt"}:
            return "list_item"
        if tag in {"figcaption", "figure"}:
            return "caption"
        element = parents[element]
        if element <= 0:
            break
    return "body"


def _furniture(page: HtmlPage, rows: Rows, index: int) -> tuple[LineRole, str]:
    host = rows.hosts[index]
    tag = page.tree.tags[host]
    element = page.tree.blocks[index].element
    if page.tree.tags[element] == "title" and page.tree.tags[page.tree.parents[element]] != "svg":
        return "headline", "title of the page"
    if tag in {"figcaption", "caption"}:
        return "caption", f"<{tag}>"
    flags = rows.above[host]
    names = flag_names()
    for name, role in _BY_FLAG:
        if flags >> names.index(name) & 1:
            return role, f"inside {name}"
    block = page.tree.blocks[index]
    if block.size < _SHORT:
        cues = cue_flags(page.lines[index].text)
        kinds = words_of("cues.txt")[0]
        for name, role in _BY_CUE:
            if cues >> kinds.index(name) & 1:
                return role, f"words of {name}"
    if block.linked * 2 > block.size:
        return "nav", "mostly links"
    return "other", "no rule knows it"
