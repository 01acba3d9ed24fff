"""Chinese, Japanese and Korean dates: numbers with 年月日 / 년월일, weekdays, today and its neighbours.

In: a text. Out: ``FoundDate`` values; a day may stand alone ("27日"), then its month is open.
"""

import re

from msgspec.structs import replace

from newsparse.dates.found import YEARS, FoundDate
from newsparse.dates.numeric import is_day
from newsparse.lazy import pattern

_RELATIVE = {
    "今天": 0,
    "今日": 0,
    "昨天": -1,
    "昨日": -1,
    "明天": 1,
    "明日": 1,
    "前天": -2,
    "后天": 2,
    "後天": 2,
    "오늘": 0,
    "어제": -1,
    "내일": 1,
    "きょう": 0,
    "きのう": -1,
    "あす": 1,
}
_BRACKET = r"(?:\s?[（(](?:星期|周|週)?(?P<{}>[一二三四五六日天月火水木金土월화수목금토일])(?:曜日?|요일)?[)）])?"
_COUNTS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "两": 2, "兩": 2}
_COUNTS |= {digit: count for count, digit in enumerate("一二三四五六七八九十", 1)}
_AGO = (
    r"(?P<ago>(?<![\d月월])\d{1,3}|(?<!月)[一二三四五六七八九十两兩])(?:[天日]前|\s?일\s?전)(?![半期後后])"
    r"|(?P<days>이틀|사흘|나흘|닷새)\s?전"
)
_RANGE = (
    r"(?P<range>\s?(?:[至到~〜～∼\-－–—]|(?:から|부터\s?)(?=\d{1,2}[日일]))"
    r"(?:(?P<m2>\d{1,2})\s?[月월]\s?)?(?P<d2>\d{1,2})\s?[日号號일])?(?!間|间|연속)"
)
_DAY = (
    r"(?<![每毎매])(?<![每毎매][月년年])(?<![每毎매]\s[月년])(?:(?P<y>\d{4})\s?[年년]\s?)?"
    r"(?:(?P<m>\d{1,2})\s?[月월]|(?P<last>上月|先月|지난달))\s?(?P<d>\d{1,2})\s?[日号號일]"
    + _BRACKET.format("beside")
    + _RANGE
)
_DAY_ALONE = (
    r"(?<![\d每毎])(?<![每毎매][月월])(?P<day>\d{1,2})(?:日|일)"
    r"(?!間|间|간|本|連|连|連続|연속|目|째|均|齢|[~〜～以])(?!之?内|內|以|後|后|수)" + _BRACKET.format("behind")
)
_WEEKDAY = (
    r"(?<!每)(?P<wd>(?P<week>[上下])?(?:本?周|本?週|星期|礼拜|禮拜)(?P<w>[一二三四五六日天])(?![-至到年]))"
    r"|(?<!毎週)(?<!毎)(?P<wj>[月火水木金土日])曜日?(?!ごと|毎)|(?<!매주\s)(?P<wk>[월화수목금토일])요일(?!마다)"
)
_FIRST = (
    r"(?=[\d一二三四五六七八九十两兩이사나닷上先지下本周週星礼禮月火水木金土日월화수목금토일"
    + "".join(dict.fromkeys([word[0] for word in _RELATIVE]))
    + "])"
)
"""What any of them begins with: one look at a letter where there is none, instead of one for each form."""
_SCAN_RE = pattern(
    f"{_FIRST}(?:{_AGO}|{_DAY}|{_DAY_ALONE}|{_WEEKDAY}|(?P<r>" + "|".join(_RELATIVE) + ")(?!头條|頭條|新聞網))"
)
_WEEKDAYS = "一二三四五六日月火水木金土日월화수목금토일"
"""Three weeks from Monday on, as Chinese, Japanese and Korean begin their names."""


def find_cjk(text: str) -> list[FoundDate]:
    """Return the dates of a Chinese, Japanese or Korean text; "45日" and "13月1日" are none."""
    return [date for match in _SCAN_RE.finditer(text) if (date := _found(match))]


def _found(match: re.Match[str]) -> FoundDate | None:
    start, end = match.span()
    if match["r"]:
        return FoundDate(start, end, "relative", offset=_RELATIVE[match["r"]])
    if match["ago"] or match["days"]:
        count = match["ago"] or match["days"]
        return FoundDate(start, end, "relative", offset=-(_COUNTS.get(count) or int(count)))
    if match["m"]:
        return _numbered(match)
    if match["day"] or match["d"]:
        day = int(match["day"] or match["d"])
        found = FoundDate(start, end, "no_year", day=day, weekday=_number(match["behind"]))
        return replace(found, offset=-1 if match["last"] else None) if 1 <= day <= 31 else None
    weekday, offset = _weekday(match)
    return FoundDate(start, end, "weekday", weekday=weekday, offset=offset)


def _number(sign: str | None) -> int | None:
    """Return the weekday that one sign stands for."""
    return _WEEKDAYS.index(sign.replace("天", "日")) % 7 if sign else None


def _weekday(match: re.Match[str]) -> tuple[int, int | None]:
    """Return the weekday, and for "上周五" the days to its week."""
    if match["w"]:
        return _number(match["w"]) or 0, {"上": -7, "下": 7}.get(match["week"] or "")
    return _number(match["wj"] or match["wk"]) or 0, None


def _numbered(match: re.Match[str]) -> FoundDate | None:
    """Return a day of a month, or a range that begins with it; its end may lie in the year after the printed one."""
    year = int(match["y"]) if match["y"] else None
    month, day, weekday = int(match["m"]), int(match["d"]), _number(match["beside"])
    start, end = match.span()
    if (year is not None and year not in YEARS) or not is_day(year, month, day):
        return None
    if match["range"]:
        last = int(match["m2"] or month), int(match["d2"])
        over = last < (month, day)
        until = (year + over if year else None, *last)
        if is_day(*until) and last != (month, day) and (match["m2"] or not over):
            return FoundDate(start, end, "range", year, month, day, weekday, until=until)
        end = match.start("range")
    return FoundDate(start, end, "full" if year else "no_year", year, month, day, weekday)
