"""Spreadsheets as offices keep them: read by what stands in a cell, written to be printed and changed.

cells     a workbook's cells, and what is wrong at one of them
values    a cell as a day, hours, people, a place
headings  where a roster's table begins, and which column says what
roster    a roster's rows, whether there is a line a duty or a column a place
entries   people and events, a row each
workbook  tables as a styled workbook
"""
