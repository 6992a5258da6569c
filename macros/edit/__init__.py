"""Changes to a clerk's YAML files that leave every other line as it was.

entries    an entry as YAML
inserted   the text of a file with an entry more, or one in the place of another
migrations files in the shape of an earlier version, as they are written now
changed    the text of a file in which keys of an entry say something else
draft      a folder as it would be with the changed texts, and what that does to its duty
"""
