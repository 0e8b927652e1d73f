"""The text of a formula -> its parts, ready to be worked out; what those parts give is known in ``formulas``.

A recursive-descent parser over the tokens of openpyxl, which of the whole program only the readers of workbooks import:
``grids``, ``survey`` and ``formula_parser``.


It is imported only when a formula is taken apart: most packages have none without a stored value, and it is the slowest
import of the reading group.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from pipeline.model import Area

_REFERENCE = re.compile(r"\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?")

Value = Fraction | str | bool | None  # ``None`` is a blank


@dataclass(frozen=True, slots=True)
class Call:
    """An operator or a function over its arguments.

    ``name`` is one of ``+ - * / = <> < > <= >=`` with two arguments, ``-`` with one, ``SUM`` with one or more,
    ``SUBTOTAL`` with two or more, ``IF`` with two or three.
    """

    name: str
    arguments: tuple[Node, ...]


Node = Value | Area | Call  # a literal, a reference, or what is to be worked out


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was understood, and the areas that it refers to in the order in which they stand."""

    root: Node
    areas: tuple[Area, ...]


def parse(formula: str, sheet: str) -> Formula | None:
    """Return the parts of a formula of the worksheet titled ``sheet``, or ``None`` if any of it is not understood.

    References to other worksheets, names, and functions other than those of ``Call`` are not.
    """
    try:
        parser = _Parser(formula, sheet)
        return Formula(parser.whole(), tuple(parser.areas))
    except (_UnsupportedError, RecursionError):
        return None


_LITERAL = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d{1,3})?")


class _UnsupportedError(Exception):
    """The formula has a part that this module does not understand."""


class _Parser:
    """Reads the tokens of a formula, from the weakest binding (comparison) to the strongest (per cent)."""

    def __init__(self, formula: str, sheet: str) -> None:
        from openpyxl.formula import Tokenizer
        from openpyxl.formula.tokenizer import Token

        self.sheet = sheet
        self.areas: list[Area] = []
        try:
            tokens: list[Token] = Tokenizer(formula).items
        except Exception as error:  # the tokenizer has many ways to fail on what is no formula
            raise _UnsupportedError from error
        self.tokens = [token for token in tokens if token.type != Token.WSPACE]

    def whole(self) -> Node:
        """Return the formula; every token of it must have been understood."""
        node = self._comparison()
        if self.tokens:
            raise _UnsupportedError
        return node

    def _take(self, kind: str, texts: str) -> str | None:
        """Take the next token if it is of this kind and one of these texts, and return its text."""
        if self.tokens and self.tokens[0].type == kind and self.tokens[0].value in texts.split():
            return str(self.tokens.pop(0).value)
        return None

    def _chain(self, below: Callable[[], Node], signs: str) -> Node:
        """Return operators of one strength, which work from the left."""
        from openpyxl.formula.tokenizer import Token

        node = below()
        while sign := self._take(Token.OP_IN, signs):
            node = Call(sign, (node, below()))
        return node

    def _comparison(self) -> Node:
        return self._chain(self._sum, "= <> < > <= >=")

    def _sum(self) -> Node:
        return self._chain(self._product, "+ -")

    def _product(self) -> Node:
        return self._chain(self._signed, "* /")

    def _signed(self) -> Node:
        from openpyxl.formula.tokenizer import Token

        sign = self._take(Token.OP_PRE, "+ -")
        if sign is None:
            return self._percent()
        node = self._signed()
        return node if sign == "+" else Call("-", (node,))

    def _percent(self) -> Node:
        from openpyxl.formula.tokenizer import Token

        node = self._single()
        while self._take(Token.OP_POST, "%"):
            node = Call("/", (node, Fraction(100)))
        return node

    def _single(self) -> Node:
        """Return a literal, a reference, a call or a formula in parentheses."""
        from openpyxl.formula.tokenizer import Token

        if not self.tokens:
            raise _UnsupportedError
        token = self.tokens.pop(0)
        text = str(token.value)
        match token.type, token.subtype:
            case Token.OPERAND, Token.NUMBER:
                if _LITERAL.fullmatch(text) is None:  # NAN is a name; 1E99999999 would take for ever
                    raise _UnsupportedError
                return Fraction(text)
            case Token.OPERAND, Token.TEXT:
                return text[1:-1].replace('""', '"')
            case Token.OPERAND, Token.LOGICAL:
                return text.upper() == "TRUE"
            case Token.OPERAND, Token.RANGE:
                return self._reference(text)
            case Token.PAREN, Token.OPEN:
                node = self._comparison()
                if self._take(Token.PAREN, ")"):
                    return node
            case Token.FUNC, Token.OPEN:
                return self._call(text.upper().removesuffix("("))
        raise _UnsupportedError

    def _reference(self, text: str) -> Area:
        """Return the area of a reference to cells of the same sheet."""
        from openpyxl.utils.cell import range_boundaries

        title, _, cells = text.rpartition("!")
        if title and title.strip("'").replace("''", "'") != self.sheet:
            raise _UnsupportedError
        if not _REFERENCE.fullmatch(cells.upper()):
            raise _UnsupportedError
        left, top, right, bottom = range_boundaries(cells.upper())
        area = (min(top, bottom), min(left, right), max(top, bottom), max(left, right))
        self.areas.append(area)
        return area

    def _call(self, name: str) -> Call:
        """Return a call of one of the known functions; the opening parenthesis was part of the token of the name."""
        from openpyxl.formula.tokenizer import Token

        arguments = [self._argument()]
        while self._take(Token.SEP, ","):
            arguments.append(self._argument())
        if not self._take(Token.FUNC, ")"):
            raise _UnsupportedError
        match name, arguments:
            case ("SUM", [_, *_]) | ("SUBTOTAL", [_, _, *_]) | ("IF", [_, _] | [_, _, _]):
                return Call(name, tuple(arguments))
        raise _UnsupportedError

    def _argument(self) -> Node:
        """Return an argument; one that is left out is a blank."""
        from openpyxl.formula.tokenizer import Token

        ends = not self.tokens or (self.tokens[0].type, self.tokens[0].value) in ((Token.SEP, ","), (Token.FUNC, ")"))
        return None if ends else self._comparison()
