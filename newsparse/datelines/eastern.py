"""Datelines of Korean, Chinese and Japanese agencies, whose brackets and verbs mark them.

In: the opening of a story. Out: the dateline, or None.
"""

import re

from newsparse.datelines.found import FoundDateline
from newsparse.lazy import pattern

_DATE = r"(?P<date>(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)"
_KOREAN_RE = pattern(
    r"[(\[【](?P<places>[^()=\[\]]{1,30})=(?P<agency>[^()=\[\]]{2,20})[)\]】]\s?(?:(?P<byline>[^=\n]{2,40}?)\s?=)?"
)
_JAPANESE_RE = pattern(
    r"[\[【［](?:(?P<places>[^\[\]【】\d\s]{1,20})[\s　])?"
    rf"(?:{_DATE}[\s　])?(?P<agency>[^\[\]【】\d\s]{{2,20}})[\]】］]"
    r"(?:\s?[-－—=＝])?"
)
_JAPANESE_AGENCIES = r"ロイター|共同|時事|聯合ニュース|ＡＦＰ|AFP|CNN|ＣＮＮ|新華社|Reuters|ブルームバーグ"
_JAPANESE_AGENCIES_RE = pattern(_JAPANESE_AGENCIES)
_SIGNED_RE = pattern(rf"(?P<place>.+?)(?P<agency>{_JAPANESE_AGENCIES})")
_HANGUL_RE = pattern("[가-힣]")
_FILED_RE = pattern(
    r"【(?P<places>(?!本[报報台刊])[^【】\d\s]{1,8}?)?(?:(?P<agency>本[报報台刊]|综合|綜合))?"
    r"(?:(?P<date>(?:\d{1,2}月)?\d{1,2}日)[电電]|[讯訊])】"
)
_REPORTED_RE = pattern(r"【(?P<places>[^【】=＝]{1,12})[=＝](?P<byline>[^【】=＝]{2,14})】")
_BULLETIN_RE = pattern(rf"\s*(?P<agency>[^\d\s，。！？：“”]{{2,8}}?){_DATE}[讯訊电電](?!号|號)")
_NAGARI = "[\u0900-\u0963\u0970-\u097f]"
_HINDI_RE = pattern(rf"(?P<places>{_NAGARI}{{2,20}})(?:,\s(?P<agency>(?:{_NAGARI}|\s){{2,20}}))?।(?=\s)")
_CHINESE_RE = pattern(
    r"[（(【]?(?P<agency>新华社|新華社|中新社|中新网|中新網|中国新闻网|中央社|人民网|央视网|法新社|路透社|美联社|国际在线|环球网)"
    r"(?P<front>记者[^\d\s，。]{2,3}|記者[^\d\s，。]{2,3})?(?P<places>[^\d\s，。：（()）]{2,8})\s?"
    rf"{_DATE}(?:[专專]?[电電](?P<close>[)）】])?)?(?:\s?[（(](?P<byline>[^（()）]{{2,30}})[)）])?"
)


def find_eastern(opening: str) -> FoundDateline | None:
    """Return the dateline of a Korean, Chinese, Japanese or Hindi opening."""
    match = _korean(opening) or _chinese(opening) or _japanese(opening)
    if not match and "【" in opening:
        match = _FILED_RE.search(opening) or _REPORTED_RE.search(opening)
    match = match or _BULLETIN_RE.match(opening) or _HINDI_RE.match(opening)
    return _found(match) if match else None


def _korean(opening: str) -> re.Match[str] | None:
    match = _KOREAN_RE.search(opening) if "=" in opening else None
    return match if match and _HANGUL_RE.search(match[0]) else None


def _chinese(opening: str) -> re.Match[str] | None:
    """Return a Chinese agency's dateline; without its verb (电) only a reporter makes it one."""
    match = _CHINESE_RE.search(opening) if "日" in opening else None
    return match if match and ("电" in match[0] or "電" in match[0] or match["byline"]) else None


def _japanese(opening: str) -> re.Match[str] | None:
    match = _JAPANESE_RE.search(opening) if "【" in opening or "[" in opening or "［" in opening else None
    return match if match and _JAPANESE_AGENCIES_RE.search(match["agency"]) else None


def _found(match: re.Match[str]) -> FoundDateline:
    groups = match.groupdict()
    places = tuple(place for place in re.split("[·・/]", groups.get("places") or "") if place)
    agency = groups.get("agency")
    if agency and not places and (signed := _SIGNED_RE.fullmatch(agency)):
        places, agency = (signed["place"].rstrip("=＝"),), signed["agency"]
    byline = groups.get("byline") or groups.get("front")
    date = match.span("date") if groups.get("date") else None
    end = match.start() + len(match[0].rstrip())
    return FoundDateline(match.start(), end, places, agency, byline, date)
