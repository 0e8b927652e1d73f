"""A name that is written in very many ways, as a register may, is one note that can be read."""

import transcripts

from pipeline.messages import sentence

BUDGET = """# DPA.xlsx!DPA
| Kode | Uraian | Jumlah (Rp) |
| 2.17.01.15 | Program Pengembangan Budaya Baca | 100000000 |
| 2.17.01.15.01 | Lomba bercerita tingkat SD | 100000000 |
"""
HEAD = "# SP2D.xlsx!R\n| Tanggal SP2D | No. SP2D | Kode Kegiatan | Kegiatan | Nilai SP2D |\n"


def test_a_thousand_spellings() -> None:
    rows = "".join(f"| @2018-02-05 | {n} | 2.17.01.15.01 | Lomba ke{n} | 1000 |\n" for n in range(1, 1201))
    (note,) = (
        finding
        for finding in transcripts.outcome(BUDGET + HEAD + rows).findings
        if (finding.rule, finding.facts.get("name")) == ("names_agree", "Lomba bercerita tingkat SD")
    )
    told = sentence(note)
    assert ("1201 cara" in told.replace(".", ""), "Lomba ke1200" in told, len(told) < 700) == (True, False, True)
