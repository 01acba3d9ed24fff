"""The command as a user meets it: a process with pipes, files, folders and bad input."""

import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.batches import COMMAND, ENVIRONMENT, lines, read_terminal, run
from tests.cases import FIXTURES

DUMP = FIXTURES / "headtopics" / "short-philippines.txt"


def said(result: subprocess.CompletedProcess[bytes]) -> str:
    return result.stderr.decode()


def records(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return lines(result.stdout)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "deep/c.html"):
        (tmp_path / "in" / name).write_bytes(DUMP.read_bytes() if name != "deep/c.html" else b"<p>A short page.</p>")
    (tmp_path / "in" / "notes.rst").write_text("not a dump")
    return tmp_path


# ---- one input


def test_one_file_is_one_compact_line() -> None:
    result = run(DUMP)
    assert (result.returncode, said(result)) == (0, "")
    (record,) = records(result)
    assert record["source"]["name"] == str(DUMP)
    assert record["schema"] == "newsparse/1"


def test_standard_input_named_or_not() -> None:
    named, unnamed = run("-", stdin=DUMP.read_bytes()), run(stdin=DUMP.read_bytes())
    assert named.returncode == unnamed.returncode == 0
    assert named.stdout == unnamed.stdout
    assert records(named)[0]["source"]["name"] == "-"


def test_indent_and_array() -> None:
    indented = run("--indent", DUMP)
    assert indented.stdout.startswith(b'{\n  "schema"')
    assert json.loads(indented.stdout) == records(run(DUMP))[0]
    array = json.loads(run("--array", DUMP, DUMP).stdout)
    assert [record["schema"] for record in array] == ["newsparse/1"] * 2


def test_terminal_gets_indented_coloured_json() -> None:
    shown = on_terminal([DUMP], {})
    assert '\x1b[34m"schema"\x1b[0m' in shown
    assert "\r\n  " in shown
    plain = on_terminal([DUMP], {"NO_COLOR": "1"})
    assert "\x1b" not in plain
    assert json.loads(plain) == records(run(DUMP))[0]


def on_terminal(arguments: list[Path], environment: dict[str, str]) -> str:
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stdin=child, stdout=child, stderr=child, env={**ENVIRONMENT, **environment}
    )
    os.close(child)
    return read_terminal(parent, process)


def test_nothing_given_on_a_terminal_is_a_short_help() -> None:
    shown = on_terminal([], {})
    assert shown.startswith("Usage: newsparse")
    assert "Examples:" in shown


def test_reference_date_settles_the_year() -> None:
    text = b"The harbour board met on Friday (June 14) and voted."
    dates = [
        records(run(*more, stdin=text))[0]["lead"]["dates"][0]["date"]
        for more in ([], ["--reference-date", "2024-06-19"])
    ]
    assert dates == ["XXXX-06-14", "2024-06-14"]


def test_encoding_and_format_are_the_users_word() -> None:
    record = records(run("-e", "latin-1", "--from", "text", stdin=b"<p>Caf\xe9</p>"))[0]
    assert record["source"]["encoding"] == "iso8859-1"
    assert record["lead"]["body"][0]["text"] == "<p>Café</p>"


# ---- folders and outputs


def test_a_folder_is_walked_in_order(folder: Path) -> None:
    result = run("in", cwd=folder)
    assert (result.returncode, said(result)) == (0, "")
    assert [record["source"]["name"] for record in records(result)] == ["a.txt", "b.txt", "deep/c.html"]


def test_glob_narrows_and_widens(folder: Path) -> None:
    names = [record["source"]["name"] for record in records(run("in", "--glob", "a.*", "--glob", "*.rst", cwd=folder))]
    assert names == ["a.txt", "notes.rst"]


def test_links_are_not_followed(folder: Path) -> None:
    (folder / "in" / "loop").symlink_to(folder / "in", target_is_directory=True)
    (folder / "in" / "link.txt").symlink_to(DUMP)
    assert len(records(run("in", cwd=folder))) == 3


def test_output_dir_mirrors_the_tree(folder: Path) -> None:
    result = run("in", "-O", "out", cwd=folder)
    assert (result.returncode, result.stdout) == (0, b"")
    found = sorted(
        path.relative_to(folder / "out").as_posix() for path in (folder / "out").rglob("*") if path.is_file()
    )
    assert found == ["a.txt.json", "b.txt.json", "deep/c.html.json"]
    assert json.loads((folder / "out" / "a.txt.json").read_bytes())["source"]["name"] == "a.txt"


def test_output_dir_never_leaves_itself(folder: Path) -> None:
    (folder / "sub").mkdir()
    result = run("../in/a.txt", "-O", "out", cwd=folder / "sub")
    assert result.returncode == 0
    assert (folder / "sub" / "out" / "in" / "a.txt.json").is_file()


def test_collisions_are_refused_before_anything_is_written(folder: Path) -> None:
    (folder / "in" / "A.TXT").write_bytes(DUMP.read_bytes())
    result = run("in", "-O", "out", cwd=folder)
    assert result.returncode == 4
    assert said(result).count("\n") == 1
    assert "would both be written to" in said(result)
    assert not (folder / "out").exists()


def test_output_file_is_whole_or_absent(folder: Path) -> None:
    result = run("in", "-o", "all.jsonl", cwd=folder)
    assert (result.returncode, result.stdout) == (0, b"")
    assert len((folder / "all.jsonl").read_bytes().splitlines()) == 3
    assert sorted(path.name for path in folder.iterdir()) == ["all.jsonl", "in"]


def test_files_from(folder: Path) -> None:
    (folder / "list").write_bytes(b"in/b.txt\nin/a.txt\n")
    (folder / "list0").write_bytes(b"in/b.txt\0in/a.txt\0")
    for more in (["--files-from", "list"], ["--files-from", "list0", "-0"]):
        assert [record["source"]["name"] for record in records(run(*more, cwd=folder))] == ["in/b.txt", "in/a.txt"]


# ---- checking, explaining, printing


def test_check_says_what_has_which_role() -> None:
    result = run("--check", DUMP)
    assert result.returncode == 0
    assert "every law holds" in result.stdout.decode()
    assert "lead paragraph" in result.stdout.decode()


def test_check_exits_5_where_a_law_is_broken() -> None:
    child = "import newsparse.account as a; a.list_furniture = lambda *_: []; a.fill_gaps = lambda *_: []\n"
    child += "import newsparse.assemble as s; s.list_furniture = a.list_furniture; s.fill_gaps = a.fill_gaps\n"
    child += f"from newsparse.cli import main; main(['--check', {str(DUMP)!r}])"
    result = subprocess.run([sys.executable, "-c", child], env=ENVIRONMENT, capture_output=True, check=False)
    assert result.returncode == 5
    assert "account: characters" in result.stdout.decode()


def test_explain_names_line_role_and_rule() -> None:
    lines = run("--explain", DUMP).stdout.decode().splitlines()
    assert "layout headtopics" in lines[0]
    assert any("headtopics/banner" in line for line in lines)


def test_print_schema_is_a_2020_12_schema() -> None:
    schema = json.loads(run("--print-schema").stdout)
    assert schema["$schema"].endswith("2020-12/schema")


def test_list_layouts_and_version() -> None:
    names = [line.split()[0] for line in run("--list-layouts").stdout.decode().splitlines()]
    assert names == ["headtopics", "generic"]
    assert run("--version").stdout.decode().startswith("newsparse ")


def test_help_shows_examples_first() -> None:
    shown = run("--help").stdout.decode()
    assert shown.index("Examples:") < shown.index("Options:")


# ---- what goes wrong: one line each, and the exit code

BAD_ARGUMENTS = [  # the lines are long because they are what the user reads
    (["nowhere.txt"], 3, "nowhere.txt: no such file or folder; check the path\n"),
    (["empty.txt"], 3, "empty.txt: holds no text; the download may have failed\n"),
    (["blank.txt"], 3, "blank.txt: holds no text; the download may have failed\n"),
    (["feed.xml"], 3, "feed.xml: is a news feed, not a page; save the pages that it lists, or try --from text\n"),
    (["picture.txt"], 3, "picture.txt: is not text; give the text or the HTML of a page\n"),
    (["paper.txt"], 3, "paper.txt: is a PDF, not text; convert it to text, as pdftotext does\n"),
    (["export.txt"], 3, "export.txt: is RTF, not text; save it as plain text\n"),
    ([""], 3, "'': no such file or folder; check the path\n"),
    (["good.txt", "-0"], 2, "newsparse: -0 needs --files-from (see newsparse --help)\n"),
    (["--files-from", "nowhere"], 2, "newsparse: --files-from: nowhere: no such file or folder; check the path\n"),
    (["good.txt", "--language", "English"], 2, "newsparse: no language 'English'; give a BCP 47 tag, as en or pt-BR (see newsparse --help)\n"),
    (["empty-folder"], 3, "empty-folder: holds no dumps (*.txt, *.text, *.md, *.markdown, *.html, *.htm, *.xhtml); see --glob\n"),
    (["pipe"], 3, "pipe: is not a regular file; pipe it in and give -\n"),
    (["socket"], 3, "socket: cannot be read: No such device or address; check the path\n"),
    (["good.txt", "--max-size", "\u00b2K"], 2, "newsparse: Invalid value for '--max-size': '\u00b2K' is no size; try 500K or 20M (see newsparse --help)\n"),
    (["good.txt", "--timeout", "nan"], 2, "newsparse: --timeout: at most 1000000 s; 0 is any time (see newsparse --help)\n"),
    (["good.txt", "-O", ""], 2, "newsparse: Invalid value for '-O' / '--output-dir': the name is empty (see newsparse --help)\n"),
    (["--files-from", "empty.txt"], 2, "newsparse: --files-from: empty.txt lists no files (see newsparse --help)\n"),
    (["good.txt", "--max-size", "10"], 3, "good.txt: is larger than 10 bytes; raise --max-size\n"),
    (["good.txt", "nowhere.txt"], 1, "nowhere.txt: no such file or folder; check the path\n"),
    (["good.txt", "-o", "good.txt"], 2, "newsparse: -o: good.txt is an input; write elsewhere (see newsparse --help)\n"),
    ([".", "-o", "good.txt"], 2, "newsparse: -o: good.txt is an input; write elsewhere (see newsparse --help)\n"),
    (["good.txt", "-o", "new", "--manifest", "./new"], 2, "newsparse: --manifest: ./new is the output; write elsewhere (see newsparse --help)\n"),
    (["good.txt", "--manifest", "empty-folder/../good.txt"], 2, "newsparse: --manifest: empty-folder/../good.txt is an input; write elsewhere (see newsparse --help)\n"),
    (["good.txt", "-o", "empty-folder"], 2, "newsparse: -o: empty-folder is a folder; use -O for one file per input (see newsparse --help)\n"),
    (["good.txt", "-O", "good.txt"], 2, "newsparse: -O: good.txt is a file; use -o for one output file (see newsparse --help)\n"),
    (["good.txt", "-o", "a", "-O", "b"], 2, "newsparse: -o and -O exclude each other (see newsparse --help)\n"),
    (["good.txt", "--reference-date", "19.6.2024"], 2, "newsparse: no reference date '19.6.2024'; give YYYY-MM-DD (see newsparse --help)\n"),
    (["good.txt", "--layout", "nowhere"], 2, "newsparse: unknown layout 'nowhere'; see --list-layouts, or give a file ending in .toml\n"),
    (["good.txt", "--layout", "broken.toml"], 2, "newsparse: broken.toml:4: rule[0].rolle: Object contains unknown field `rolle`; see the README on layouts\n"),
    (["good.txt", "-e", "utf-99"], 3, "good.txt: unknown encoding 'utf-99'; try utf-8 or windows-1252\n"),
    (["good.txt", "-o", "empty-folder/none/x"], 4, "newsparse: empty-folder/none/x: cannot be written: No such file or directory; make its folder or write elsewhere\n"),
    (["good.txt", "-o", "/dev/full"], 4, "newsparse: /dev/full: cannot be written: No space left on device; free space or write elsewhere\n"),
]  # fmt: skip


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text("The harbour board met and voted.\n")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\xef\xbb\xbf\r\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "feed.xml").write_text(
        "<?xml version='1.0'?>\n<rss version='2.0'><channel><item><title>Storm</title></item></channel></rss>"
    )
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.4\n1 0 obj\n")
    (tmp_path / "export.txt").write_bytes(rb"{\rtf1\ansi The harbour board met and voted.\par}")
    (tmp_path / "empty-folder").mkdir()
    (tmp_path / "broken.toml").write_text('name = "broken"\n[[rule]]\nrole = "banner"\nrolle = "x"\npattern = "x"\n')
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket")) if len(str(tmp_path / "socket")) < 100 else (tmp_path / "socket").touch()
    return tmp_path


@pytest.mark.parametrize(("arguments", "code", "message"), BAD_ARGUMENTS, ids=lambda value: str(value)[:50])
def test_bad_input_is_one_line_and_a_code(bad: Path, arguments: list[str], code: int, message: str) -> None:
    result = run(*arguments, cwd=bad)
    assert (said(result), result.returncode) == (message, code)


@pytest.mark.parametrize("option", ["--help", "--version", "--print-schema", "--list-layouts"])
def test_what_is_only_printed_needs_space_too(option: str) -> None:
    with open("/dev/full", "wb") as full:
        result = subprocess.run([*COMMAND, option], stdout=full, stderr=subprocess.PIPE, check=False)
    wanted = b"newsparse: standard output: cannot be written: No space left on device; free space or write elsewhere\n"
    assert (result.returncode, result.stderr) == (4, wanted)


def test_a_list_of_files_may_have_windows_line_ends(bad: Path) -> None:
    (bad / "list").write_bytes(b"good.txt\r\n\r\ngood.txt\r\n")
    assert len(records(run("--files-from", "list", cwd=bad))) == 2


def test_unknown_option_is_one_line(bad: Path) -> None:
    result = run("good.txt", "--no-such-option", cwd=bad)
    assert result.returncode == 2
    assert re.fullmatch(r"newsparse: .*--no-such-option.* \(see newsparse --help\)\n", said(result))


def test_a_name_that_the_system_refuses_is_said(bad: Path) -> None:
    result = run("x" * 300, "good.txt", cwd=bad)
    assert result.returncode == 1
    assert said(result).endswith(": cannot be read: File name too long; check the path\n")


def test_errors_as_json(bad: Path) -> None:
    result = run("nowhere.txt", "--errors", "json", cwd=bad)
    assert json.loads(result.stderr) == {
        "path": "nowhere.txt",
        "kind": "missing",
        "message": "no such file or folder",
        "hint": "check the path",
    }


def test_errors_as_json_are_json_whatever_the_name_and_whoever_failed(bad: Path) -> None:
    name = "\x1b\x7f\x9b\u202e.txt"
    assert json.loads(run(name, "--errors", "json", cwd=bad).stderr)["path"] == name
    result = run("good.txt", "-o", "/dev/full", "--errors", "json", cwd=bad)
    error = json.loads(result.stderr)
    assert (result.returncode, error["path"], error["kind"]) == (4, None, "output")


def test_colour_is_for_standard_output(bad: Path) -> None:
    assert b"\x1b" in run("good.txt", "--color", "always", cwd=bad).stdout
    assert run("good.txt", "--color", "always", "-o", "record.json", cwd=bad).returncode == 0
    assert b"\x1b" not in (bad / "record.json").read_bytes()


def test_fail_fast(bad: Path) -> None:
    assert run("nowhere.txt", "good.txt", "--fail-fast", cwd=bad).stdout == b""


def test_file_names_cannot_steer_the_terminal(bad: Path) -> None:
    result = run("\x1b[2Jx\n.txt", cwd=bad)
    assert said(result) == "\\x1b[2Jx\\n.txt: no such file or folder; check the path\n"


def test_name_that_is_no_utf8(bad: Path) -> None:
    name = os.fsencode(bad) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("The harbour board met.")
    result = run("caf\udce9.txt", cwd=bad)
    assert result.returncode == 0
    assert records(result)[0]["source"]["name"] == "caf\ufffd.txt"


def test_full_disk_on_standard_output() -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*COMMAND, str(DUMP)], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False
        )
    message = "newsparse: standard output: cannot be written: No space left on device; free space or write elsewhere\n"
    assert (result.stderr.decode(), result.returncode) == (message, 4)


def test_closed_pipe_is_silent(folder: Path) -> None:
    script = f"set -o pipefail; {' '.join(COMMAND)} in in in in in in | head -1"
    result = subprocess.run(["bash", "-c", script], capture_output=True, env=ENVIRONMENT, cwd=folder, check=False)
    assert (result.returncode, result.stderr) == (0, b"")
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize("option", ["--help", "--version", "--print-schema", "--list-layouts"])
def test_nobody_need_read_what_is_only_printed(option: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as closed:
        result = subprocess.run([*COMMAND, option], stdout=closed, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals(folder: Path, number: signal.Signals, code: int) -> None:
    """Interrupted while standard input is still open: the code says so, no traceback, no half-written file."""
    process = subprocess.Popen(
        [*COMMAND, "in/a.txt", "-", "-o", "all.jsonl", "-v"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        cwd=folder,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == b"in/a.txt: written\n"
    time.sleep(0.2)
    process.send_signal(number)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == code
    assert b"Traceback" not in errors
    assert [path.name for path in folder.iterdir()] == ["in"]


def test_one_line_of_100_megabytes(tmp_path: Path) -> None:
    """Time and memory grow with the size: four times the line costs about four times as much of each."""
    child = (
        "import resource, sys, time; from newsparse import parse\n"
        "text = ('word ' * (int(sys.argv[1]) // 5)); t = time.process_time(); parse(text)\n"
        "print(time.process_time() - t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    figures = [
        [
            float(x)
            for x in subprocess.run(
                [sys.executable, "-c", child, str(size)], env=ENVIRONMENT, capture_output=True, check=True
            ).stdout.split()
        ]
        for size in (25_000_000, 100_000_000)
    ]
    (small_time, small_memory), (large_time, large_memory) = figures
    assert large_time < 10 * max(small_time, 0.5)
    assert large_memory < 6 * small_memory
