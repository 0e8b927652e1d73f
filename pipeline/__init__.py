"""Tables of the LKjIP from an office's own workbooks, every figure with the cell it came from."""

__version__ = "0.1.0"
