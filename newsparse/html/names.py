"""Names of authors: the text of a byline or a metadata value in, the names out."""

import re

_LEAD_RE = re.compile(
    r"(?:(?:written|story|posted|published|text|words|report|opinion)\s++by|by|von|par|por|di|door|av|af|autor(?:in|es)?"
    r"|auteurs?|authors?|text|texte?|redaktion|yazar|autore)(?:\s*+:\s*+|\s++)",
    re.IGNORECASE,
)
_SPLIT_RE = re.compile(r"\s*[,;|/&\n•·]\s*|\s(?:and|und|et|y|e|og|och|en|with|mit)\s", re.IGNORECASE)
_ADDRESS_RE = re.compile(r"https?:|www\.|@|\[at\]", re.IGNORECASE)
_NOT_A_NAME_RE = re.compile(
    r"\d{2}|[{}<>=_#?!*()\[\]]|\b(?:javascript|undefined|null|anonymous|admin|posted|published|publiziert|veröffentlicht"
    r"|view all|alle beiträge|says|sagt|edit|uhr|updated|redaktionsteam)\b",
    re.IGNORECASE,
)
_LONGEST = 60
_MOST_WORDS = 6


def split_names(text: str) -> list[str]:
    """Return the names in a text; none when it does not look like names at all."""
    text = _LEAD_RE.sub("", text.strip(), count=1)
    if len(text) > 4 * _LONGEST or _ADDRESS_RE.search(text):
        return []
    return [name for part in _SPLIT_RE.split(text) if (name := part.strip(" .:-–—\u200b")) and _is_name(name)]


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and not _NOT_A_NAME_RE.search(text)
