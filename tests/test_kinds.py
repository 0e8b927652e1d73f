"""What the schemas say, as plain values."""

import pytest

from pipeline.kinds import Edition, editions, kinds
from pipeline.spelling import key


def named(kind: str, layout: str = "") -> Edition:
    return next(edition for edition in kinds()[kind].editions if edition.layout.name == layout)


@pytest.mark.parametrize(
    ("kind", "layout", "required"),
    [
        ("dpa", "", {"name", "budget"}),
        ("dppa", "", {"name", "before", "after"}),
        ("realization", "", {"name", "budget", "realization"}),
        ("realization", "revised", {"name", "budget", "realization"}),
        ("agreement", "", {"goal", "indicator", "target", "program", "amount"}),
        ("profile", "", set()),
    ],
)
def test_the_columns_without_which_a_sheet_is_not_of_a_kind(kind: str, layout: str, required: set[str]) -> None:
    assert named(kind, layout).required == required


def test_headers_compare_by_letters_and_digits() -> None:
    assert kinds()["dppa"].fields["change"].keys >= {key("BERTAMBAH/(BERKURANG)"), key("Selisih (Rp)")}


def test_an_edition_heads_a_column_by_its_own_headers_alone() -> None:
    plain, revised = named("realization").fields["budget"], named("realization", "revised").fields["budget"]
    assert plain.keys.isdisjoint(revised.keys)
    assert (plain.parser, plain.required) == (revised.parser, revised.required)


@pytest.mark.parametrize("edition", editions(), ids=lambda edition: f"{edition.kind} {edition.layout.name}".strip())
def test_no_header_means_two_columns_of_one_edition(edition: Edition) -> None:
    seen: dict[str, str] = {}
    for name, field in edition.fields.items():
        for header in field.keys:
            assert seen.setdefault(header, name) == name, header


@pytest.mark.parametrize("edition", editions(), ids=lambda edition: f"{edition.kind} {edition.layout.name}".strip())
def test_columns_that_a_column_speaks_of_are_columns_of_its_kind(edition: Edition) -> None:
    fields = edition.fields
    spoken = {
        other
        for field in fields.values()
        for other in (*(field.difference or ()), *(field.quotient or ()), field.period_of, field.below)
        if other
    }
    assert spoken <= fields.keys()


@pytest.mark.parametrize("edition", editions(), ids=lambda edition: f"{edition.kind} {edition.layout.name}".strip())
def test_a_table_needs_more_than_headers_that_any_list_has(edition: Edition) -> None:
    required = [field for field in edition.fields.values() if field.required]
    assert edition.layout.labels or (len(required) > 1 and any(field.telling for field in required))
