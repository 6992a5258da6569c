"""What media may be; here, so that a town without pictures doesn't wait for Pillow."""

from __future__ import annotations

# Phones write JPEG files of two pictures, which Pillow calls MPO.
KINDS = {".jpg": ("JPEG", "MPO"), ".jpeg": ("JPEG", "MPO"), ".png": ("PNG",), ".webp": ("WEBP",)}


class UnfitError(Exception):
    """A file can't be shown to residents; the text says why, and what to do."""
