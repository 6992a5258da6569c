"""YAML text to models, with file, line and column for every mistake.

text_files, rawtext   the files of a folder, and their bytes as text
yamltext, yamlslips   text to a tree, from PyYAML's events; the slips that break YAML, in plain words
tree, locate          the tree, and the way from an error's path to its line
references            what entries are called, so that others can be checked against them
complaints            pydantic's errors in Chinese
folder                all of it together
"""

from macros.load.folder import Loaded, build, load

__all__ = ["Loaded", "build", "load"]
