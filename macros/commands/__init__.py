"""The commands of fahu, one module each.

check, roster, diff, stats, next_year   what each command asks and does
roster_formats, diff_report             what two of them print
arguments, choosing, loading, revision  options and mistakes in them; who is meant; the data, now and in git
output                                  tables, CSV and JSON
"""
