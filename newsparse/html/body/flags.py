"""Flags of elements: tags, class names and attributes in; one integer of bits an element out."""

import functools
import itertools
import re
from collections.abc import Sequence

from newsparse.html.reading.tree import Tree
from newsparse.package_data import read_lists

NAME_WORD_RE = re.compile(r"[A-Z]?[a-z]++|[A-Z]++(?![a-z])")
"""A word of a class or the like, however its words are joined."""
_VALUE_RE = re.compile(
    r"""\s(?:class|id|role|itemprop|data-(?:testid|component|type|module|name|qa))=("[^"]*+"|'[^']*+'|[^\s>"']++)"""
)
_LETTERS = bytes([code if chr(code).isalpha() and code < 128 else 32 for code in range(256)])
"""Turns whatever is no letter into a blank."""
_HIDDEN_RE = re.compile(r"""display:\s*+none|aria-hidden=["']true|(?<![\w-])hidden(?=[\s=]|\Z)""", re.IGNORECASE)
_TAGS = [
    "article",
    "main",
    "aside",
    "nav",
    "footer",
    "header",
    "form",
    "figure",
    "ul",
    "ol",
    "table",
    "blockquote",
    "section",
    "a",
    "dl",
    "button",
    "figcaption",
]
_SHORTEST, _LONGEST, _KNOWN = 4, 600, 8192
_CUE_WORDS = 16


@functools.cache
def words_of(name: str) -> tuple[tuple[str, ...], dict[str, int]]:
    """Return the kinds of a word list of this package, and for each of its words the bits of its kinds."""
    bits: dict[str, int] = {}
    kinds: list[str] = []
    for kind, entries in read_lists(__file__, name):
        for entry in entries.split(", ") if ", " in entries else entries.split():
            bits[entry] = bits.get(entry, 0) | 1 << len(kinds)
        kinds.append(kind)
    return tuple(kinds), bits


@functools.cache
def flag_names() -> tuple[str, ...]:
    """Return what each bit of an element's flags stands for."""
    return (*broad_names(), *words_of("narrow_words.txt")[0])


@functools.cache
def broad_names() -> tuple[str, ...]:
    """Return what the first bits stand for: those that do for who learns from few pages."""
    return (*words_of("class_words.txt")[0], *(f"<{tag}>" for tag in _TAGS), "hidden")


@functools.cache
def mask(*names: str) -> int:
    """Return the bits of some flags of elements."""
    known = flag_names()
    return sum(1 << known.index(name) for name in names)


@functools.cache
def cue_mask(*names: str) -> int:
    """Return the bits of some kinds of cues."""
    known = words_of("cues.txt")[0]
    return sum(1 << known.index(name) for name in names)


def element_flags(tree: Tree, filled: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return for each element its own flags, and those of itself and everything around it up to ``body``.

    Elements that are not ``filled`` with any text are not looked at.
    """
    tag_bits = _tag_bits()
    source, tags, parents, attributes = tree.source, tree.tags, tree.parents, tree.attributes
    own, above = [0] * len(tags), [0] * len(tags)
    for element in itertools.compress(range(1, len(tags)), filled[1:]):
        tag, (start, end) = tags[element], attributes[element]
        flags = tag_bits.get(tag, 0)
        if end - start > _SHORTEST:
            flags |= _attribute_flags(source[start : end if end - start < _LONGEST else start + _LONGEST])
        own[element] = flags
        if tag != "body":
            above[element] = flags | above[parents[element]]
    return own, above


@functools.cache
def _tag_bits() -> dict[str, int]:
    return {tag: mask(f"<{tag}>") for tag in _TAGS}


class _Names(dict[bytes, int]):
    """The bits of names of classes and the like; worked out once a name, since sites use few over and over."""

    def __init__(self) -> None:
        super().__init__()
        self._words, first = dict(words_of("class_words.txt")[1]), len(broad_names())
        for word, bits in words_of("narrow_words.txt")[1].items():
            self._words[word] = self._words.get(word, 0) | bits << first

    def __missing__(self, name: bytes) -> int:
        if len(self) >= _KNOWN:
            self.clear()
        bits = 0
        for word in NAME_WORD_RE.findall(name.decode("ascii")):
            bits |= self._words.get(word.lower(), 0)
        self[name] = bits
        return bits


_names = functools.cache(_Names)


@functools.lru_cache(maxsize=_KNOWN)
def _attribute_flags(text: str) -> int:
    """Return the flags of an element by its attributes; many recur, on a page and from page to page of a site."""
    hidden = ("none" in text or "hidden" in text) and _HIDDEN_RE.search(text)
    flags = mask("hidden") if hidden else 0
    names = _names()
    for name in " ".join(_VALUE_RE.findall(text)).encode("ascii", "replace").translate(_LETTERS).split():
        flags |= names[name]
    return flags


_PUNCTUATION = ".,:;!?()[]\"'“”„»«…|–—-•→›>"


@functools.cache
def _openings() -> frozenset[str]:
    """Return the first words of the cues of two words."""
    return frozenset([cue.partition(" ")[0] for cue in words_of("cues.txt")[1] if " " in cue])


@functools.lru_cache(maxsize=_KNOWN)
def cue_flags(text: str) -> int:
    """Return the kinds of furniture that a short text's first words hint at, as bits."""
    cues, openings = words_of("cues.txt")[1], _openings()
    found, before = 0, ""
    for word in text.lower().split(None, _CUE_WORDS)[:_CUE_WORDS]:
        bare = word if word.isalnum() else word.strip(_PUNCTUATION)
        found |= cues.get(bare, 0)
        if before in openings:
            found |= cues.get(f"{before} {bare}", 0)
        if bare != word:
            found |= cues.get(word, 0)
        before = bare
    return found
