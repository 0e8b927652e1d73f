"""One module per kind of workbook: all that we know of that workbook. ``words`` holds what stands in all of them."""
