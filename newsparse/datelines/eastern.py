"""Datelines of Korean, Chinese and Japanese agencies, whose brackets and verbs mark them.

In: the opening of a story. Out: the dateline, or None.
"""

import re

from newsparse.datelines.found import FoundDateline

_DATE = r"(?P<date>(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)"
_KOREAN_RE = re.compile(
    r"[(\[【](?P<places>[^()=\[\]]{1,30})=(?P<agency>[^()=\[\]]{2,20})[)\]】]\s?(?:(?P<byline>[^=\n]{2,40}?)\s?=)?"
)
_JAPANESE_RE = re.compile(
    r"[\[【［](?:(?P<places>[^\[\]【】\d\s]{1,20})[\s　])?"
    rf"(?:{_DATE}[\s　])?(?P<agency>[^\[\]【】\d\s]{{2,20}})[\]】］]"
    r"(?:\s?[-－—=＝])?"
)
_JAPANESE_AGENCIES_RE = re.compile(
    r"ロイター|共同|時事|聯合ニュース|ＡＦＰ|AFP|CNN|ＣＮＮ|新華社|Reuters|ブルームバーグ"
)
_REPORTED_RE = re.compile(r"【(?P<places>[^【】=＝]{1,12})[=＝](?P<byline>[^【】=＝]{2,14})】")
_BULLETIN_RE = re.compile(rf"\s*(?P<agency>[^\d\s，。！？：“”]{{2,8}}?){_DATE}[讯訊电電](?!号|號)")
_NAGARI = "[\u0900-\u0963\u0970-\u097f]"
_HINDI_RE = re.compile(rf"(?P<places>{_NAGARI}{{2,20}})(?:,\s(?P<agency>(?:{_NAGARI}|\s){{2,20}}))?।(?=\s)")
_CHINESE_RE = re.compile(
    r"[（(【]?(?P<agency>新华社|新華社|中新社|中新网|中新網|中国新闻网|中央社|人民网|央视网|法新社|路透社|美联社|国际在线|环球网)"
    r"(?P<front>记者[^\d\s，。]{2,3}|記者[^\d\s，。]{2,3})?(?P<places>[^\d\s，。：（()）]{2,8})\s?"
    rf"{_DATE}(?:[专專]?[电電](?P<close>[)）】])?)?(?:\s?[（(](?P<byline>[^（()）]{{2,30}})[)）])?"
)


def find_eastern(opening: str) -> FoundDateline | None:
    """Return the dateline of a Korean, Chinese or Japanese opening."""
    for pattern in (_KOREAN_RE, _CHINESE_RE, _JAPANESE_RE):
        match = pattern.search(opening)
        if match and _is_agency_form(match):
            return _found(match)
    for pattern in (_REPORTED_RE, _BULLETIN_RE, _HINDI_RE):
        match = pattern.match(opening) if pattern is not _REPORTED_RE else pattern.search(opening)
        if match:
            return _found(match)
    return None


def _is_agency_form(match: re.Match[str]) -> bool:
    """Say whether the match is a dateline; the brackets alone also hold other things."""
    if match.re is _JAPANESE_RE:
        return bool(_JAPANESE_AGENCIES_RE.search(match["agency"]))
    if match.re is _CHINESE_RE:
        return "电" in match[0] or "電" in match[0] or bool(match["byline"])
    return bool(re.search(r"[가-힣]", match[0]))


def _found(match: re.Match[str]) -> FoundDateline:
    groups = match.groupdict()
    places = tuple(place for place in re.split("[·・/]", groups.get("places") or "") if place)
    agency = groups.get("agency")
    if agency and not places and agency.endswith("聯合ニュース"):
        places, agency = (agency.removesuffix("聯合ニュース"),), "聯合ニュース"
    byline = groups.get("byline") or groups.get("front")
    date = match.span("date") if groups.get("date") else None
    return FoundDateline(match.start(), match.end(), places, agency, byline, date)
