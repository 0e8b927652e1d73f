"""The page of rules for staff, made from the rules themselves: ``python -m pipeline.handbook > docs/rules.md``."""

from __future__ import annotations

import io
import sys

from pipeline.messages import Explanation, explanation, schema_checks, text
from pipeline.rules import rules

HEAD = """# Aturan yang diperiksa

Halaman ini dibuat dari aturannya sendiri; jangan diubah dengan tangan. Buat ulang dengan
`python -m pipeline.handbook > docs/rules.md`.

Nama aturan adalah kebenaran yang diperiksa. Tingkatnya: *galat* berarti angkanya bertentangan atau tidak mungkin benar,
*peringatan* berarti barangkali keliru, *catatan* berarti patut diketahui. `pipeline explain NAMA` menampilkan
penjelasan yang sama di layar."""

CHECKS = """## Pemeriksaan isi kolom

Diperiksa untuk setiap sel pada saat buku kerja dibaca; semuanya galat.

| Nama | Yang dikatakan | Pada |
|---|---|---|"""


def rules_page() -> str:
    """Return the page in Markdown: a list of the rules, each rule, the checks of columns."""
    told = [found for name in rules() if (found := explanation(name)) is not None]
    index = [f"| [`{rule.name}`](#{rule.name}) | {_severity(rule)} | {rule.title} |" for rule in told]
    table = "\n".join(["| Aturan | Tingkat | Yang diperiksa |", "|---|---|---|", *index])
    checks = [
        f"| `{name}` | {words.format(value='...')} | {kinds} |"
        for name, (words, kinds) in sorted(schema_checks().items())
    ]
    return "\n\n".join([HEAD, table, *map(_section, told), "\n".join([CHECKS, *checks])]) + "\n"


def _section(rule: Explanation) -> str:
    return f"## {rule.name}\n\n**{rule.title}** ({_severity(rule)})\n\n{rule.text}\n\nDasar: {rule.law}."


def _severity(rule: Explanation) -> str:
    return text(f"severity.{rule.severity}")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # the same bytes on every platform
    sys.stdout.write(rules_page())
