"""Timestamps: the lines that say when a story was published or modified."""

import pytest

from newsparse.dates.timestamps import read_timestamps
from tests.days import WEDNESDAY

STAMPS = [
    ("Updated: June 14, 2024, 09:30 AM SGT", "en", "2024-06-14T09:30:00", "modified"),
    ("Updated: June 14, 2024 09:30 AM (GMT +08:00)", "en", "2024-06-14T09:30:00+08:00", "modified"),
    ("2024-06-14T09:30:00+08:00", "en", "2024-06-14T09:30:00+08:00", "published"),
    ("2024-06-14T09:30:00Z", "en", "2024-06-14T09:30:00Z", "published"),
    ("Published 14 Jun 2024", "en", "2024-06-14", "published"),
    ("PUBLISHED: 03:39 EST, 8 May 2012", "en", "2012-05-08T03:39:00", "published"),
    ("Fri, 14 Jun 2024 09:30:00 GMT", "en", "2024-06-14T09:30:00Z", "published"),
    ("21.05.2024, 10:15 Uhr", "de", "2024-05-21T10:15:00", "published"),
    ("Zuletzt aktualisiert am 21. Mai 2024 um 10:15 Uhr", "de", "2024-05-21T10:15:00", "modified"),
    ("mis à jour le 15 juin 2024 à 08h15", "fr", "2024-06-15T08:15:00", "modified"),
    ("2024年6月14日 10:30", "zh", "2024-06-14T10:30:00", "published"),
    ("입력 2024.06.14. 오후 3:30", "ko", "2024-06-14T15:30:00", "published"),
    ("June 14 at 9:30 p.m.", "en", "2024-06-14T21:30:00", "published"),
    ("11:43AM December 19, 2017", "en", "2017-12-19T11:43:00", "published"),
    ("14 июня 2024, 10:30", "ru", "2024-06-14T10:30:00", "published"),
]


@pytest.mark.parametrize(("line", "language", "value", "label"), STAMPS, ids=[row[0] for row in STAMPS])
def test_timestamp(line: str, language: str, value: str, label: str) -> None:
    [stamp] = read_timestamps(line, language, WEDNESDAY)
    assert (stamp.value, stamp.label) == (value, label)
    assert line[stamp.start : stamp.end].strip() == line[stamp.start : stamp.end]


@pytest.mark.parametrize("line", ["Score 3-1", "5 hours ago", "12:30", "June 14", ""])
def test_no_timestamp_without_a_day_and_its_year(line: str) -> None:
    assert read_timestamps(line, "en", None) == []


def test_two_timestamps_of_one_line() -> None:
    stamps = read_timestamps("Published: 3:39 EST, 8 May 2012 | Updated: 10:02 EST, 9 May 2012", "en", None)
    assert [(stamp.value, stamp.label) for stamp in stamps] == [
        ("2012-05-08T03:39:00", "published"),
        ("2012-05-09T10:02:00", "modified"),
    ]
