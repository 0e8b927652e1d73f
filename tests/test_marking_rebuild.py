"""Files that cannot be changed in place are built anew."""

from __future__ import annotations

def test_a_file_that_is_no_zip_of_xml_is_built_anew(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(
        saved(lambda book: [book["DPA"].append(row) for row in (["Uraian", "Jumlah"], ["1.01", 90], ["=x", 1.5])])
    )
    recalculation.converted(tmp_path / "a.xlsx", tmp_path, "ods")
    made = marked("DPA.ods", (tmp_path / "a.ods").read_bytes(), [mark("B2", "B3")])
    assert isinstance(made, Copy)
    assert made.name == "DPA.ods.xlsx"
    reading = read(tmp_path, made.data)
    assert reading.ours
    assert [raw.value for raw in reading.grids[1].cells.values()][:4] == ["Uraian", "Jumlah", "1.01", 90]
    assert fills(made.data) == {"B2": ERROR, "B3": PALE_ERROR}
    assert "bentuk aslinya .ods" in str(opened(made.data)["PERIKSA"]["A3"].value)
