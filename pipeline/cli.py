"""The commands. Nothing heavy is imported before a command needs it, so that help answers at once."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from pipeline.packages import Package

app = typer.Typer(
    help="Tabel LKjIP dari buku kerja anggaran dan realisasi, tiap angka dengan sel asalnya.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)

USAGE, FAILED, FINDINGS = 2, 3, 1


class Language(StrEnum):
    """Languages of messages."""

    id = "id"
    en = "en"


class Format(StrEnum):
    """Forms of what is printed."""

    text = "text"
    json = "json"


Lang = Annotated[Language, typer.Option("--lang", help="Bahasa pesan (language of messages).")]
Form = Annotated[Format, typer.Option("--format", help="Bentuk keluaran.")]
Input = Annotated[Path, typer.Argument(help="Map masukan.", show_default=True)]


@app.command()
def run(
    source: Input = Path("input"),
    target: Annotated[Path, typer.Argument(help="Map hasil.", show_default=True)] = Path("output"),
    strict: Annotated[bool, typer.Option("--strict", help="Keluar dengan status 1 bila ada galat.")] = False,
    lang: Lang = Language.id,
) -> None:
    """Baca semua buku kerja, periksa, dan buat buku kerja LKjIP di map hasil."""
    if source.resolve() == target.resolve():
        _leave("same_folder", lang, folder=source)
    found = _packages(source, lang, without=target)
    from pipeline import run as pipeline
    from pipeline.summary import run_summary

    options = {"strict": strict, "lang": lang.value}
    with _progress(found) as tell:
        done = list(pipeline.run(source, target, options=options, language=lang, tell=tell))
    for package in done:
        typer.echo(run_summary(package, lang))
    if not all(package.produced for package in done):
        raise typer.Exit(FAILED)
    if strict and any(package.outcome and package.outcome.count("error") for package in done):
        raise typer.Exit(FINDINGS)


@app.command()
def check(source: Input = Path("input"), form: Form = Format.text, lang: Lang = Language.id) -> None:
    """Baca, periksa, dan cocokkan; tidak menulis apa-apa. Status 1 bila ada galat."""
    found = _packages(source, lang)
    from pipeline import run as pipeline
    from pipeline.summary import as_json, check_summary

    with _progress(found) as tell:
        done = list(pipeline.check(source, language=lang, tell=tell))
    typer.echo(as_json(done) if form is Format.json else "\n".join(check_summary(package, lang) for package in done))
    if not all(package.produced for package in done):
        raise typer.Exit(FAILED)
    if any(package.outcome and package.outcome.count("error") for package in done):
        raise typer.Exit(FINDINGS)


@app.command()
def inspect(
    files: Annotated[list[Path], typer.Argument(help="Buku kerja.", metavar="FILE...")],
    form: Form = Format.text,
    lang: Lang = Language.id,
) -> None:
    """Tunjukkan bagaimana tiap lembar dipahami: jenis, baris judul, kolom, yang kurang, yang tidak dikenal."""
    from pipeline.inspection import as_json, as_text, inspected

    done = [inspected(file) for file in files]
    typer.echo(as_json(done, lang) if form is Format.json else "\n".join(as_text(file, lang) for file in done))
    if any(file.problem for file in done):
        raise typer.Exit(FAILED)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="Nama aturan; tanpa nama: daftar semuanya.")] = "",
    lang: Lang = Language.id,
) -> None:
    """Jelaskan satu aturan: apa yang diperiksa, dasarnya, contoh, dan yang perlu dilakukan."""
    from pipeline.explaining import explained, no_such_rule, rule_list

    if not rule:
        typer.echo(rule_list(lang), err=True)
        raise typer.Exit(USAGE)
    told = explained(rule, lang)
    if told is None:
        typer.echo(no_such_rule(rule, lang), err=True)
        raise typer.Exit(USAGE)
    typer.echo(told)


def _packages(source: Path, lang: Language, without: Path | None = None) -> list[Package]:
    """Return the packages of the input folder; without any, say so and leave."""
    from pipeline.packages import find

    if source.is_file():
        _leave("file_no_folder", lang, folder=source)
    if not source.is_dir():
        _leave("no_folder", lang, folder=source)
    found = find(source, without)
    if not found:
        _leave("no_package", lang, folder=source)
    return found


def _leave(code: str, lang: Language, **facts: object) -> NoReturn:
    """Say why a call cannot be carried out, and leave as after wrong use."""
    from pipeline.messages import text

    typer.echo(text(f"screen.{code}", lang).format(**facts), err=True)
    raise typer.Exit(USAGE)


@contextmanager
def _progress(found: list[Package]) -> Iterator[Callable[[str], None]]:
    """Give what shows the file that is being read, on a terminal; elsewhere nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    names = [name for package in found for name in (*(file.name for file in package.files), package.name)]
    room = max(shutil.get_terminal_size().columns - 40, 0)  # what is left beside the bar
    with typer.progressbar(
        names,
        label="Membaca",
        file=sys.stderr,
        width=16,
        show_eta=False,
        item_show_func=lambda name: (name or "")[:room],
    ) as bar:

        def tell(name: str) -> None:
            bar.current_item = name
            bar.update(1)

        yield tell


def main() -> None:
    """Run the command line; a console that cannot show a sign shows another instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except OSError as error:
        typer.echo(f"Tidak dapat dibaca atau ditulis: {error.filename or ''} ({error.strerror or error})", err=True)
        sys.exit(FAILED)
    except Exception as error:
        typer.echo(f"Gagal karena cacat program ({type(error).__name__}: {error}). Berkas Anda tidak diubah.", err=True)
        sys.exit(FAILED)
