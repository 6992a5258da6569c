"""The commands of fahu, one module each.

check, roster, diff, stats, report, next_year, map   what each command asks and does
roster_formats, diff_report, verdict    what two of them print, and whether the past may change
report_words, report_docx               what a report says, and the same as a document for Word
published                               which revision a site was built from
arguments, choosing, loading, revision  options and mistakes in them; who is meant; the data, now and in git
output                                  tables, CSV and JSON
"""
