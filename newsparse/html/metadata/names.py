"""Names of authors: the text of a byline or a metadata value in, the names out."""

import re

_LEAD_RE = re.compile(
    r"(?:(?:(?:written|story|posts?|articles?|more\s(?:stories|articles|posts)|posted|published|text|words|report|opinion"
    r"|created|submitted|author|eingestellt|erstellt|geschrieben|verfasst|veröffentlicht|publié|rédigé|escrito|publicado"
    r"|scritto|pubblicato)\s++)?(?:(?:by)+|von|vom|par|por|di|door|av|af)|autor(?:in|es|a)?|auteurs?|authors?|text|texte?"
    r"|redaktion|yazar|autore|©)(?:\s(?:und|and|et|y|e|&)\s[^\W\d_]{4,12}(?:\s(?:by|von|par|por|di)(?=\s)|(?=\s*+:)))?"
    r"(?:\s*+:\s*+|\s++|\Z|(?-i:(?:(?<=[Bb]y)|(?<=[Vv]on)|(?<=[Pp]ar)|(?<=[Pp]or))(?=[A-ZÀ-Þ])))",
    re.IGNORECASE,
)
_SPLIT_RE = re.compile(r"\s*[,;|/&\n•·]\s*|\s(?:and|und|et|y|e|og|och|en|with|mit)\s", re.IGNORECASE)
_BRACKETED_RE = re.compile(r"\s*+[(\[（][^()\[\]（）]{0,60}[)\]）]")
_ROLE_RE = re.compile(r"\s*+(?:기자|記者|记者)\Z|\A[^\W\d_]{3,14}(?:\s(?:by|von|par))?\s?[:：]\s*+")
"""What a name is labelled with: ``NAME 기자``, ``Autor: NAME``."""
_ADDRESS_RE = re.compile(r"https?:|www\.|@|\[at\]|\w\.(?:com|org|net)/\w", re.IGNORECASE)
_TAIL_RE = re.compile(
    r"\s+(?:(?:am|at|in|le|on|um|[|·•])\s[^\d]{0,80}\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+\.?\s\d|\d|[–—-]\s).*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""When and where a text was published, behind the name."""
_FIGURES_RE = re.compile(r"\d{2}|_")
_NO_LETTERS_RE = re.compile(r"\A[\W\d_]*+\Z|\d[./:]\d|\S\s+\d{1,2}\b")
_NOT_A_NAME_RE = re.compile(
    r"[{}<>=#?!*()\[\]]|\b(?:javascript|undefined|null|anonymous|admin|posted|published|publiziert|veröffentlicht"
    r"|view (?:all|more)|alle beiträge|says|sagt|edit|uhr|updated|redaktionsteam|illustrations?|foto|фото"
    r"|photo(?:s|graphs?|graphy)?|edited|translated|reviewed|minutes?|minuten|read more|menu|show all|all posts"
    r"|(?:alles|mehr) von|more from|css)\b"
    r"|\A(?:name|author(?:in)?|autor(?:en|in)?|著者|作者|by(?:line)?|home|artikel|article|interview|kommentar|share|here|about"
    r"|(?:mon|tues?|wed|thu|thurs|fri|sat|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|feb|apr|jul|aug|sept?|okt|oct|nov|de[cz]|am|um|on|at|le"
    r"|comments?|written by|eingestellt von|publié par|no author|name pflichtfeld"
    r"|(?:about |über )?(?:the|den|die|der) (?:authors?|autor(?:en|in)?)|zeige alle artikel)\Z",
    re.IGNORECASE,
)
_PARTICLE_RE = re.compile(
    r"v[oa]n|vom|zur?|de[rnl]?|dell[ao]|l[aei]|d[aiou]|dos|el|al|bin|ibn|te[rn]|y|e|und|a[fv]", re.IGNORECASE
)
_LONGEST, _LONGEST_PERSON = 60, 40
_MOST_WORDS, _MOST_OF_A_PERSON = 6, 5
_WIDE = "\u2e80"


def has_lead(text: str) -> bool:
    """Tell whether a text opens as a byline does: ``By``, ``Von``, ``Text:``."""
    return bool(_LEAD_RE.match(text.strip()))


def is_lead(text: str) -> bool:
    """Tell whether a text is nothing but the opening of a byline."""
    return bool(_LEAD_RE.fullmatch(text.strip()))


def split_names(text: str, *, is_declared: bool = False) -> list[str]:
    """Return the names in a text; none when it does not look like names at all.

    Where a page declares its authors, a name may hold figures and underscores, as names of users do.
    """
    text = _BRACKETED_RE.sub("", text.strip())
    opening = _LEAD_RE.match(text)
    text = _TAIL_RE.sub("", text[opening.end() :]) if opening else text
    if len(text) > 4 * _LONGEST or _ADDRESS_RE.search(text):
        return []
    parts = (
        _ROLE_RE.sub("", part if not _NOT_A_NAME_RE.search(part) else "").strip(" .:~●-–—\u200b")
        for part in _SPLIT_RE.split(text)
    )
    odd = _NO_LETTERS_RE if is_declared else _FIGURES_RE
    return [name for name in parts if name and not odd.search(name) and _is_name(name)]


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and not _NOT_A_NAME_RE.search(text)


def is_person(name: str) -> bool:
    """Tell whether a name has the form of a person's: two words or more, their initials capital, or a few wide letters.

    For places where all sorts of things are printed; where only authors are, a single word may be one.
    """
    if name[:1] >= _WIDE:
        return len(name) <= _MOST_WORDS
    words = name.split()
    if not 2 <= len(words) <= _MOST_OF_A_PERSON or len(name) > _LONGEST_PERSON or any(map(str.isdigit, name)):
        return False
    return all(word[0].isupper() or _PARTICLE_RE.fullmatch(word) or not word[0].isalpha() for word in words)
