"""The lexical grammar of HTML: what is a tag, a comment, a hidden element, and which tags break a line.

Patterns follow the tokenizer of the HTML standard. Every one is possessive and runs to the end of the source when its
end is missing, as a browser does, so that no input is scanned twice.
"""

from newsparse.lazy import pattern

# Quoted values may hold ``>``; a quote that never closes is no quote.
_QUOTED = r"""\"[^\"]*+\"|'[^']*+'"""
ATTRIBUTES = rf"[^>=]*+(?:=(?:{_QUOTED}|\s*+(?:{_QUOTED}|[^\s>]*+))[^>=]*+)*+"
NAME = r"[a-zA-Z][^\s/>]*+"
_LONE = r"<(?![a-zA-Z/!?])[^<]*+"
TEXT = rf"[^<]++(?:{_LONE})*+|(?:{_LONE})++"
COMMENT = r"!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))"
DECLARATION = r"[!?/][^>]*+(?:>|\Z)"
HIDDEN = "script|style|noscript|template|iframe|noembed|noframes"
_NO_TEXT_TAG = rf"<(?!/?(?i:svg|{HIDDEN})[\s/>])/?{NAME}{ATTRIBUTES}>"
DRAWING = rf"svg(?=[\s>]){ATTRIBUTES}>(?:\s*+{_NO_TEXT_TAG}){{0,200}}+\s*+</svg>"
"""A drawing without any text: nothing to see, nothing to open."""
_HIDDEN_START = r"(?=[sntiSNTI])"


def hidden(name_group: str, before: str = "", after: str = "") -> str:
    """Return the pattern of a hidden element up to its end tag, which is left to be read as any other tag."""
    name = rf"{_HIDDEN_START}(?P<{name_group}>(?i:{HIDDEN}))(?=[\s/>])"
    body = rf"[^<]*+(?:<(?!/(?i:(?P={name_group}))[\s/>])[^<]*+)*+"
    return rf"{name}{before}{ATTRIBUTES}{after}(?:>{body}|\Z)"


BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "audio",
        "blockquote",
        "body",
        "button",
        "canvas",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "link",
        "main",
        "menu",
        "meta",
        "nav",
        "object",
        "ol",
        "optgroup",
        "option",
        "p",
        "param",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
    ]
)
SPACING = BLOCK | {"br"}
"""Tags that show as white space; every other tag shows as nothing. Custom elements are blocks by custom."""

REFERENCE = r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[^\t\n\f <&#;]{1,32}+;?)"
CHARACTER_RE = pattern(rf"{REFERENCE}|\s|[^\s&]|&")


def breaks(name: str) -> bool:
    """Tell whether a tag of this lower-case name ends a word."""
    return name in SPACING or "-" in name
