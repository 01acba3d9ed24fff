"""Authors of a byline."""

import time

import pytest

from newsparse.bylines import read_authors

CASES = [
    ("By Ana Ruiz", ("Ana Ruiz",)),
    ("BY ANA RUIZ", ("ANA RUIZ",)),
    ("By Ana Ruiz and Tom Field", ("Ana Ruiz", "Tom Field")),
    ("Ana Ruiz, Tom Field & Mei Tan", ("Ana Ruiz", "Tom Field", "Mei Tan")),
    ("Von Jörg Müller-Lang", ("Jörg Müller-Lang",)),
    ("von Lena Graf und Ali Can, MDR", ("Lena Graf", "Ali Can")),
    ("Par Léa Roux avec AFP", ("Léa Roux",)),
    ("Por Inês da Silva e João Prado | 03/05/2022 20:36", ("Inês da Silva", "João Prado")),
    ("di Marta De Luca", ("Marta De Luca",)),
    ("Автор: Иван Петров", ("Иван Петров",)),
    ("Oleh: Budi Santoso", ("Budi Santoso",)),
    ("Tekst: Kari Nordmann", ("Kari Nordmann",)),
    ("Thabo Nkosi Parliamentary editor", ("Thabo Nkosi",)),
    ("By Ana Ruiz, Senior Reporter", ("Ana Ruiz",)),
    ("Ana Ruiz Published on May 3, 2024", ("Ana Ruiz",)),
    ("Ana Ruiz | 05.04.2025 - Update : 05.04.2025", ("Ana Ruiz",)),
    ("Ana Ruiz / ana@paper.test", ("Ana Ruiz",)),
    ("(Reporting by Mei Tan; Editing by Tom Field)", ("Mei Tan",)),
    ("By Ana Ruiz (Harbour City)", ("Ana Ruiz",)),
    ("By Euronews with Agencies", ("Euronews",)),
    ("Reuters", ("Reuters",)),
    ("(dpa/rt)", ("dpa",)),
    ("By AFP", ("AFP",)),
    ("By The Associated Press", ("The Associated Press",)),
    ("Redacción", ("Redacción",)),
    ("By Ana Ruiz, AFP", ("Ana Ruiz",)),
    ("AFP, MANILA", ("AFP",)),
    ("Von Lena Graf, Köln", ("Lena Graf",)),
    ("By Ana Ruiz and Mei Tan The Associated Press", ("Ana Ruiz", "Mei Tan")),
    ("Ana Ruiz / HARBOURPOST.COM", ("Ana Ruiz",)),
    ("By Florence", ("Florence",)),
    ("박준석 기자", ("박준석",)),
    ("記者 王小明", ("王小明",)),
    ("By Ana Ruiz@anaruiz", ("Ana Ruiz",)),
    ("By Ana Ruiz For Harbourpost.Com", ("Ana Ruiz",)),
    ("Par Ana Ruiz pour The Harbour Post", ("Ana Ruiz",)),
    ("Reporting by Mei Tan in Florence, Tom Field in The Hague", ("Mei Tan", "Tom Field")),
    ("Corresponsal en Florencia", ()),
    ("Ana Ruiz, PhD", ("Ana Ruiz",)),
    ("Von Lena Graf, Online-Redakteurin", ("Lena Graf",)),
    ("Tom Field Education editor", ("Tom Field",)),
    ("Tom Field Deputy Digital Content Director", ("Tom Field",)),
    ("Mei Tan / Harbour Shimbun Staff Writers", ("Mei Tan",)),
    ("Harbour Day Editorial Team", ("Harbour Day Editorial Team",)),
    ("By HBR Staff", ("HBR Staff",)),
    ("von Lena Graf, MDR NORDKÜSTE", ("Lena Graf",)),
    ("Ana Ruiz and Tom Field The Harbour Post", ("Ana Ruiz", "Tom Field")),
    ("MDR (Lena Graf, Ali Can)", ("Lena Graf", "Ali Can")),
    ("Text: Tom Field Fotos: Mei Tan", ("Tom Field",)),
    ("Text und Fotos: Tom Field", ("Tom Field",)),
    ("Bild: Mei Tan", ()),
    ("Redaktion: Lena Graf, Ali Can", ("Lena Graf", "Ali Can")),
    ("Topics: Harbour, North Coast", ()),
    ("Tom Field: Redakteur", ("Tom Field",)),
    ("Kolumne von Lena Graf", ("Lena Graf",)),
    ("Picture of Ana Ruiz", ("Ana Ruiz",)),
    ("by Ana Ruiz Ana Ruiz", ("Ana Ruiz",)),
    ("Par Léa Roux C.", ("Léa Roux C.",)),
    ("by marlon | Leave a comment", ()),
    ("항구, 북항 박준석 기자", ("항구", "박준석")),
    ("ByAna Ruiz", ("Ana Ruiz",)),
    ("Ana RuizNews Reporter", ("Ana Ruiz",)),
    ("Lena GrafRedakteurin", ("Lena Graf",)),
    ("Ana RuizTom Field, The Associated Press", ("Ana Ruiz", "Tom Field")),
    ("By Ana RuizTwitter", ("Ana Ruiz",)),
    ("By Ronald McDonald", ("Ronald McDonald",)),
    ("By Angela DeVito Ruiz", ("Angela DeVito Ruiz",)),
    ("By HarbourNews", ("HarbourNews",)),
    ("By", ()),
    ("Freelance sports writer", ()),
    ("", ()),
    ("By on May 3, 2024", ()),
    ("The harbour was closed on Monday after the storm had passed over the town", ()),
]


@pytest.mark.parametrize(("byline", "authors"), CASES)
def test_names(byline: str, authors: tuple[str, ...]) -> None:
    assert read_authors(byline) == authors


@pytest.mark.parametrize("text", ["a@" * 500_000, "By " * 500_000, "(" * 1_000_000, "1." * 500_000, "A, " * 500_000])
def test_hostile_text_is_quick(text: str) -> None:
    started = time.process_time()
    read_authors(text)
    assert time.process_time() - started < 0.5
