"""The README tells the truth: every command in it is run, every list in it is complete.

``python -m tests.test_docs`` rewrites what the commands print; read the change before committing it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import click
import pytest

from newsparse.errors import ErrorKind
from newsparse.record import NoticeCode, ParagraphKind, Role
from tests.cases import ROOT

README = ROOT / "README.md"
CONSOLE_RE = re.compile(r"```console\n(.*?)```", re.DOTALL)
COAST = "The ferry is back.\nMore from the coast\nHarbour closed\nIt reopens on Monday.\n"


def run_console(block: str, folder: Path) -> str:
    """Return a console block as it reads when its commands are run."""
    shown = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        result = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=folder,
            env=environment(folder),
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, f"{command}: {result.stderr}"
        shown.append(f"$ {command}\n{result.stdout}")
    return "".join(shown)


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def lay_out(folder: Path) -> None:
    """Make a folder in which the README's commands find what they name."""
    (folder / "fixtures").symlink_to(ROOT / "fixtures")
    (folder / "coast.txt").write_text(COAST)
    toml = re.search(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert toml
    (folder / "coast-digest.toml").write_text(toml[1])
    (folder / "bin").mkdir()
    (folder / "bin" / "newsparse").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m newsparse "$@"\n')
    (folder / "bin" / "newsparse").chmod(0o755)


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
@pytest.mark.parametrize("block", CONSOLE_RE.findall(README.read_text(encoding="utf-8")), ids=lambda text: text[:40])
def test_console(block: str, tmp_path: Path) -> None:
    lay_out(tmp_path)
    assert run_console(block, tmp_path) == block


def test_python_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    code = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert code
    script = code[1].replace('open("', 'Path("').replace('", "rb").read()', '").read_bytes()')
    names: dict[str, object] = {"Path": Path}
    for line in script.splitlines():
        expression, _, promised = line.partition("  #")
        if promised.strip().startswith('"'):
            assert eval(expression, names) == eval(promised, {})
        else:
            exec(line, names)


@pytest.mark.parametrize("names", [Role, NoticeCode, ErrorKind, ParagraphKind], ids=["role", "notice", "error", "kind"])
def test_closed_lists_are_documented(names: object) -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in get_args(names) if f"`{name}`" not in text] == []


def test_every_option_that_the_readme_shows_exists() -> None:
    from newsparse.cli import command

    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README.read_text(encoding="utf-8")))
    assert shown - known - {"--help", "--rawfile", "--version"} == set()


def test_every_option_has_its_line_in_the_help() -> None:
    from newsparse.cli import command

    silent = [option.name for option in command.params if isinstance(option, click.Option) and not option.help]
    assert silent == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = "pip install -e '.[dev]' && python -m pytest -n auto"
    assert f"```sh\n{command}\n```" in README.read_text(encoding="utf-8")
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").replace("pip install -q", "pip install")


def main() -> None:
    """Rewrite what the README's commands print."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        lay_out(Path(name))
        text = CONSOLE_RE.sub(
            lambda match: f"```console\n{run_console(match[1], Path(name))}```", README.read_text(encoding="utf-8")
        )
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
