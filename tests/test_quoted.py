"""Quoted lines: mails that quote a newsletter or an article line by line."""

from newsparse import parse
from newsparse.check import check
from newsparse.options import Options
from newsparse.pipeline import run
from tests.cases import FIXTURES

SITE = "https://courier.example/2025/03/"
MAIL = (FIXTURES / "messages" / "quoted-forward.txt").read_text(encoding="utf-8")


def test_what_a_mail_quotes_is_read_without_the_signs() -> None:
    record = parse(MAIL)
    assert record.lead.headline == "Ferry strike at Tarvik ends after eleven days"
    assert (record.lead.byline, record.lead.authors) == ("By Sunniva Aldergate", ("Sunniva Aldergate",))
    assert [paragraph.text[-10:] for paragraph in record.lead.body] == ["e morning.", "y\n> radio.", "on a year."]
    assert ("Thursday, March\n> 13", "2025-03-13") in [(date.text, date.date) for date in record.lead.dates]
    assert [(item.headline, item.url) for item in record.similar] == [
        ("Island school opens with nine pupils", f"{SITE}12/island-school-opens/"),
        ("Storm takes the roof off Tarvik fish market", f"{SITE}10/storm-takes-the-roof/"),
        ("County buys second electric ferry", f"{SITE}02/second-electric-ferry/"),
    ]


def test_a_quote_of_a_quote_is_read_too() -> None:
    quoted = MAIL[: MAIL.index("> ")] + "".join(f"> {line}\n" for line in MAIL[MAIL.index("> ") :].splitlines())
    reading = run(quoted, "-", Options())
    assert check(reading.record, reading.document).broken == []
    assert reading.record.lead.headline == "Ferry strike at Tarvik ends after eleven days"
    assert len(reading.record.lead.body) == 3


def test_one_quote_in_a_story_stays_as_it_is() -> None:
    text = "Ferry is back\n\nThe ferry sails again on Friday, said the county.\n\n> We slept.\n\nThe strike is over, it said."
    assert "> We slept." in [paragraph.text for paragraph in parse(text).lead.body] + [
        piece.text for piece in parse(text).furniture
    ]
