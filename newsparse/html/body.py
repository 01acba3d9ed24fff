"""Labels of a page that no text layout knows: its lines in, what each of them is out."""

from newsparse.html.headline import same
from newsparse.html.page import HtmlPage
from newsparse.html.tree import Tree
from newsparse.labels import LineRole, Piece

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def label_html(page: HtmlPage) -> list[Piece]:
    """Label every line of a page; together the pieces cover all of its visible text."""
    container = _container(page.tree)
    headline = same(str(page.fields["headline"][0])) if "headline" in page.fields else ""
    pieces = []
    for index, line in enumerate(page.lines):
        role, rule = _role(page, index, container)
        if headline and same(line.text) == headline:
            role, rule = "headline", "the headline, printed"
        pieces.append(Piece(index, 0, len(line.text), role, rule))
    return pieces


def _role(page: HtmlPage, index: int, container: int) -> tuple[LineRole, str]:
    tree, block = page.tree, page.tree.blocks[index]
    inside = tree.first[container] <= index < tree.last[container]
    if inside and block.linked * 2 < block.size:
        tag = tree.tags[block.element]
        if block.size >= 60 or tag == "p":
            return "body", "text in the densest element"
        if tag in _HEADINGS:
            return "heading", "heading in the densest element"
    if block.linked * 2 >= block.size:
        return "nav", "mostly links"
    return "other", "no rule knows it"


def _container(tree: Tree) -> int:
    scores: dict[int, float] = {}
    for block in tree.blocks:
        if block.size < 80 or block.linked * 3 > block.size:
            continue
        element, weight = block.element, 1.0
        for _ in range(4):
            element = tree.parents[element]
            if element < 0:
                break
            scores[element] = scores.get(element, 0.0) + weight * block.size
            weight *= 0.8
    return max(scores, key=lambda element: scores[element], default=0)
