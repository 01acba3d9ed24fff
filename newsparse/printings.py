"""Printings: the related stories of a page in; each of them once, out.

Pages print one card several times, for narrow and for wide screens, or once in a list and once with its summary. Only
an address tells that two cards are one: without it, equal headlines stay two items that share a story's number. What
it says behind a path that names the story tells only where on the page its card stands (``?from=most-read``).
"""

from collections.abc import Iterator

from msgspec.structs import replace

from newsparse.document import Passage
from newsparse.items import ItemDraft, ItemDrafts
from newsparse.labels import LineRole
from newsparse.letters import letters_of

_CUT = ("…", "...")
_LEAST_OF_CUT = 12
"""Letters that a headline cut short must still have to be known by."""


def fold_printings(drafts: ItemDrafts) -> ItemDrafts:
    """Join the items that lead to one page under one headline; what a later one says again is left over."""
    pages: dict[str, list[int]] = {}
    items: list[ItemDraft] = []
    leftovers = list(drafts.leftovers)
    for draft in drafts.items:
        page = _page(draft.url[0]) if draft.url and draft.headline else ""
        known = pages.setdefault(page, []) if page else []
        at = next((at for at in known if _is_printed_again(items[at], draft)), None)
        if at is None:
            known.append(len(items))
            items.append(draft)
        else:
            items[at], again = _joined(items[at], draft)
            leftovers += again
    return replace(drafts, items=items, leftovers=leftovers)


def _page(address: str) -> str:
    """Return an address without the place on its page, and without its query where its path names a story."""
    page = address.partition("#")[0]
    path, mark, _ = page.partition("?")
    if not mark:
        return page
    from newsparse.html.related.addresses import read_address  # few texts have addresses

    read = read_address(path)
    return path if read is not None and read.is_story else page


def _is_printed_again(known: ItemDraft, draft: ItemDraft) -> bool:
    """Tell whether two headlines are the same, or one is the beginning of the other and says that it is cut."""
    one, other = known.headline, draft.headline
    return bool(one and other) and (_key(one) == _key(other) or _is_cut_from(one, other) or _is_cut_from(other, one))


def _key(headline: Passage | None) -> str:
    return letters_of(headline.text) if headline else ""


def _is_cut_from(short: Passage | None, whole: Passage | None) -> bool:
    key = _key(short)
    return bool(short and short.text.endswith(_CUT)) and len(key) >= _LEAST_OF_CUT and _key(whole).startswith(key)


def _joined(known: ItemDraft, again: ItemDraft) -> tuple[ItemDraft, list[tuple[LineRole, Passage]]]:
    """Give an item what its second printing adds, and the whole headline where the first was cut short."""
    headline, other = known.headline, again.headline
    if _is_cut_from(headline, other) and not _is_cut_from(other, headline):
        headline, other = other, headline
    joined = replace(
        known,
        headline=headline,
        summary=known.summary or again.summary,
        source=known.source or again.source,
        published=known.published or again.published,
    )
    return joined, [*_left("headline", other), *_rest(known, again)]


def _rest(known: ItemDraft, again: ItemDraft) -> Iterator[tuple[LineRole, Passage]]:
    """Yield the parts of a second printing that the first has already."""
    if known.summary:
        for passage in again.summary:
            yield from _left("related_summary", passage)
    if known.source:
        yield from _left("related_source", again.source)
    if known.published:
        yield from _left("related_timestamp", again.published[1] if again.published else None)


def _left(role: LineRole, passage: Passage | None) -> Iterator[tuple[LineRole, Passage]]:
    if passage is not None:
        yield role, passage
