"""Plain text: from a decoded source to its lines."""

from newsparse.document import Line
from newsparse.span import INVISIBLE, count_line_ends, trim, with_line_feeds


def read_text(source: str) -> list[Line]:
    """Return the lines of a text that show something, cut at LF, CRLF or CR alone, as Python's files cut them.

    What stands outside them (white space, a byte order mark, zero-width characters at a line's edge) is no line's.
    """
    lines: list[Line] = []
    start = 0
    for raw in with_line_feeds(source).split("\n"):
        text = raw.strip()
        if text:
            begin = start + raw.index(text[0])  # only white space stands before the first character of text
            end = begin + len(text)
            if text[0] in INVISIBLE or text[-1] in INVISIBLE:
                begin, end = trim(source, begin, end)
                text = source[begin:end]
            if text:
                lines.append(Line(text, begin, end))
        start += len(raw) + 1
    return lines


def adjoin(source: str, one: Line, two: Line, most: int) -> bool:
    """Tell whether one line end parts two lines, no line of white space, and ``most`` characters at most."""
    return two.start - one.end <= most and count_line_ends(source, one.end, two.start) == 1
