"""The page of rules for staff, made from the rules themselves: ``python -m pipeline.handbook > docs/rules.md``."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Sequence

from pipeline.causes import RANKS
from pipeline.messages import schema_checks, text, workbooks
from pipeline.model import SEVERITIES, Severity
from pipeline.rules import Rule, rules

HEAD = """# Aturan yang diperiksa

Halaman ini dibuat dari aturannya sendiri; jangan diubah dengan tangan. Buat ulang dengan
`python -m pipeline.handbook > docs/rules.md`.

Nama aturan adalah kebenaran yang diperiksa. `pipeline explain NAMA` menampilkan penjelasan yang sama di layar. Aturan
yang buku kerjanya tidak ada dilewati, dan lembar `Temuan` menyebut sebabnya. Dalam bunyi sebuah temuan, … berarti nama
atau angka dari buku kerja Anda."""
DOTS = "…"

MEANINGS: dict[Severity, str] = {
    "error": "Angkanya bertentangan, atau tidak mungkin benar.",
    "warning": "Barangkali keliru.",
    "note": "Patut diketahui.",
}

CHECKS = """## Pemeriksaan isi kolom

Diperiksa untuk setiap sel pada saat buku kerja dibaca; semuanya galat.

| Nama | Bunyi | Pada |
|---|---|---|"""

CAUSES = """## Penyebab yang mungkin

Disebut di samping temuan bila selisihnya dapat dijelaskan dengan persis; paling banyak tiga.

| Jenis | Bunyi |
|---|---|"""


def rules_page() -> str:
    """Return the page in Markdown: its contents, the rules by severity, the checks of columns, the causes."""
    groups = {
        severity: [rule for rule in rules().values() if rule.severity == severity and rule.explain]
        for severity in SEVERITIES
    }
    links = [
        f"- [{_heading(severity)}](#{_heading(severity).lower()}): {len(found)} aturan"
        for severity, found in groups.items()
    ]
    links += ["- [Pemeriksaan isi kolom](#pemeriksaan-isi-kolom)", "- [Penyebab yang mungkin](#penyebab-yang-mungkin)"]
    checks = [f"| `{name}` | {_said(words)} | {where} |" for name, (words, where) in sorted(schema_checks().items())]
    causes = [f"| `{kind}` | {_said(text(f'cause.{kind}'))} |" for kind in sorted(RANKS)]
    return (
        "\n\n".join(
            [
                HEAD,
                "\n".join(links),
                *(_group(severity, found) for severity, found in groups.items() if found),
                "\n".join([CHECKS, *checks]),
                "\n".join([CAUSES, *causes]),
            ]
        )
        + "\n"
    )


def _group(severity: Severity, found: Sequence[Rule]) -> str:
    index = [f"| [`{rule.name}`](#{rule.name}) | {rule.title} |" for rule in found]
    table = "\n".join(["| Aturan | Yang diperiksa |", "|---|---|", *index])
    return "\n\n".join([f"## {_heading(severity)}", MEANINGS[severity], table, *map(_section, found)])


def _section(rule: Rule) -> str:
    facts = [f"- Tingkat: {text(f'severity.{rule.severity}')}", f"- Diperiksa: {_when(rule)}", f"- Dasar: {rule.law}"]
    message = f"> {_said(f'{rule.message} {rule.action}'.strip())}"
    return "\n\n".join([f"### {rule.name}", f"**{rule.title}**", "\n".join(facts), message, rule.explain])


def _when(rule: Rule) -> str:
    """Return when a rule is examined: which workbooks it needs."""
    if rule.needs:
        return f"bila ada {workbooks(rule.needs)}"
    return "saat buku kerja dibaca" if rule.check is None else "selalu"


def _said(template: str) -> str:
    """Return a message with dots for its facts; what may follow its sentence is left out."""
    said = re.sub(r"(?<=\.)(\{\w+\})+", "", template)
    return re.sub(r"(\{\w+\})+", DOTS, said)


def _heading(severity: Severity) -> str:
    return text(f"severity.{severity}").capitalize()


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # the same bytes on every platform
    sys.stdout.write(rules_page())
