"""Generated dumps: page forms put together from parts, and texts of any kind, whole or damaged."""

from hypothesis import strategies as st

from tests.cases import FIXTURES

PLACES = ("Canada", "Malta", "Nueva Zelanda", "Österreich", "日本", "الأردن")
SENTENCES = (
    "The harbour board said on Monday (June 3) that repairs would begin at once.",
    "SEOUL — Officials of two ministries met in the port city late on Friday.",
    "A spokesman declined to comment.",
    "“We were surprised,” said Ana Vörös, who leads the council’s audit.",
    "Am Dienstag, 4. Juni, begann der Umbau.",
    "港の再開は6月4日の予定だ。",
    "قال المسؤول إن العمل سيبدأ قريبا.",
)
HEADLINES = (
    "Ferry line reopens after storm",
    "Port of Kelda to deal with the UN",
    "Is the bridge safe?",
    "Budget passed in 2024",
    "Die Brücke bleibt gesperrt",
    "港が再開",
    "iPhone maker opens lab | Coast Post",
)
MARKERS = (
    "Read more »",
    "Leer más »",
    "Advertisement",
    "Similar News:You can also read news stories similar to this one that we have collected from other news sources.",
    "READ ALSO: Ferry line reopens after storm",
    "By Ana Vörös | June 3, 2024, 10:15 AM",
    "• ⏱ Reading Time:",
    "Reuters /  🏆 2. in US",
    "Source: Coast Post - 🏆 6. / 66 Read more »",
    "Thank you for your comment. Your comment will be published after being reviewed.",
    "-----",
    "WARC/1.0",
    "# Ferry line reopens after storm",
    "## More stories",
    "=====",
    "---",
    "tags:",
    '- "harbour"',
    "> **Ana Vörös** said so.",
    '*   [Is the bridge safe?](https://port.test/2024/06/03/bridge_(old) "Bridge")',
    "[![Ferry](/f.jpg)\\\\\n**Port of Kelda** to deal](https://port.test/kelda)",
    "1. [Budget passed in 2024][1] and _more_",
    "[1]: https://port.test/budget",
    "**KELDA** — The [port](/port) opened.",
    "| Ferry | 05:10 |",
    "Title: Ferry line reopens after storm | Coast Post",
    "URL: https://port.test/ferry",
    "Published: June 3, 2024",
    "Author: Vörös, Ana; Field, Tom",
    "Source: Coast Post",
    "Full text: The ferry sailed.",
    "https://port.test/ferry",
    "▪️ Ferry line reopens after storm: https://port.test/1",
    "Is the bridge safe today? <https://port.test/2>",
    "[14/05/2024, 08:31:22] Ana Vörös: Ferry line reopens",
    "HD Budget passed in 2024",
    "PD 3 June 2024",
    "SN Coast Post",
    "LP The ferry sailed.",
    "212 words",
    "2 of 9 DOCUMENTS",
    "Copyright 2024 Coast Post",
)
ODD = "*_`~\\>\ufeff\u200b\u00ad\x00\x1b\x85\u2028\u00a0\t\r \u0301\ud800\U0001f3c6»«“”‘’\"'()[]{}/:;,.!?-–—…»|#0123456789"

places = st.sampled_from(PLACES)
labels = st.builds("{0} Latest News, {0} Headlines".format, places) | st.builds(
    "{0} Noticias, {0} Titulares".format, places
)
odd_text = st.text(st.sampled_from(ODD) | st.characters(), max_size=40)
lines = st.one_of(
    st.sampled_from(SENTENCES),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(HEADLINES),
    st.builds(str.__add__, st.sampled_from(HEADLINES), st.sampled_from(SENTENCES)),
    st.sampled_from(MARKERS),
    labels,
    odd_text,
    st.builds(str.__add__, odd_text, st.sampled_from(SENTENCES)),
)
line_ends = st.sampled_from(("\n", "\r\n", "\n\n", "\n \n"))
dumps = st.builds(lambda parts, end: end.join(parts), st.lists(lines, max_size=25), line_ends)
texts = st.one_of(dumps, st.text(max_size=300), odd_text)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Return the bytes of a dump in some encoding, some of them replaced."""
    text = draw(dumps).replace("\ud800", "")
    encoding = draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252", "shift_jis")))
    data = bytearray(text.encode(encoding, "replace"))
    for _ in range(draw(st.integers(0, 5))):
        if data:
            data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data)


SIGNS = (
    "[", "]", "](", "][", "![", "*", "**", "_", "`", "#", "# ", "> ", "- ", "|", "\\", "---", "===", "\n", "\n\n", "\r", "\t",
    "https://a.test/1", "(https://a.test/1)", "<", ">", ": ", "Title: ", "HD ", "\ufeff", "\u2028",
)  # fmt: skip
"""What texts with signs, labels and addresses are made of."""
MARKED = tuple(
    path.read_text(encoding="utf-8")
    for folder in ("headers", "markdown", "messages", "wrapped")
    for path in sorted((FIXTURES / folder).glob("*.txt"))
)


@st.composite
def disordered(draw: st.DrawFn) -> str:
    """Return a marked text whose signs are torn apart, and some of its lines out of place."""
    text = draw(st.sampled_from(MARKED))
    if draw(st.booleans()):
        lines = text.split("\n")
        for _ in range(draw(st.integers(1, 6))):
            line = lines.pop(draw(st.integers(0, len(lines) - 1)))
            lines.insert(draw(st.integers(0, len(lines))), line)
        text = "\n".join(lines)
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SIGNS)) + text[at + draw(st.integers(0, 20)) :]
    return text
