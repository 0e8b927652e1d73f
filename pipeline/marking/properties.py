"""The custom document property by which a workbook of this program is recognised, so that it is never an input."""

from __future__ import annotations

from pipeline.marking.parts import STRICT, Parts, declared
from pipeline.marking.splice import appended, elements, spliced
from pipeline.model import OWN_PROPERTY

KIND = "salinan bertanda"
_PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def own(parts: Parts) -> None:
    """Mark the workbook as one of this program; the properties that it has stay."""
    strict = parts.space == STRICT
    kind = "customProperties" if strict else "custom-properties"
    types = f"{parts.space}/docPropsVTypes"
    path = parts.target("", kind)
    if path is None or path not in parts:
        path = _PART
        parts.write(path, declared(f'<Properties xmlns="{parts.space}/{kind}"></Properties>'))
        parts.declare(path, _TYPE)
        parts.refer("", kind, path)
    data = parts.read(path)
    found = elements(data)
    if any(entry.attributes.get("name") == OWN_PROPERTY for entry in found):
        return
    number = max([1, *(int(entry.attributes["pid"]) for entry in found if "pid" in entry.attributes)]) + 1
    value = f'<vt:lpwstr xmlns:vt="{types}">{KIND}</vt:lpwstr>'
    head = f'<{found[0].prefix}property fmtid="{_SET}" pid="{number}" name="{OWN_PROPERTY}">'
    content = f"{head}{value}</{found[0].prefix}property>".encode("ascii")
    parts.write(path, spliced(data, appended(data, found[0], content)))
