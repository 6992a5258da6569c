"""map/lines.yml on the site: what is drawn below the places of the map."""

from __future__ import annotations

from macros.subjects.subject import Subject
from macros.views.map_ground import ground_files

LINES = Subject("lines", files=ground_files)
