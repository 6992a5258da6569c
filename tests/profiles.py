"""Colour profiles that tell colours so wrongly that anybody sees whether they were heeded."""

from __future__ import annotations

import struct

from PIL import ImageCms

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
_GAMMA = struct.pack(">I", 0x00026666)


def swapped() -> bytes:
    """A profile by which red is blue, and blue red."""
    return _SRGB.replace(b"rXYZ", b"....", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"....", b"bXYZ", 1)


def bright() -> bytes:
    """A profile for greys by which all are lighter than they seem."""
    curve = _SRGB.replace(_GAMMA, struct.pack(">I", 0x00010000))
    return curve.replace(b"RGB ", b"GRAY", 1).replace(b"rTRC", b"kTRC", 1)


def printed() -> bytes:
    """A profile for printers' colours by which every ink is a light grey."""
    table = b"mft2" + bytes(4) + bytes((4, 3, 2, 0))
    table += struct.pack(">9i", *(0x10000 * (place % 4 == 0) for place in range(9)))
    table += struct.pack(">2H", 2, 2) + struct.pack(">2H", 0, 0xFFFF) * 4
    # Lightness, and no colour, at each corner of the four inks.
    table += struct.pack(">3H", 0xC000, 0x8000, 0x8000) * 2**4 + struct.pack(">2H", 0, 0xFFFF) * 3
    white = b"XYZ " + bytes(4) + struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D)
    start = 128 + 4 + 2 * 12
    tags = struct.pack(">I4sII", 2, b"A2B0", start, len(table))
    tags += struct.pack(">4sII", b"wtpt", start + len(table), len(white))
    header = _SRGB[:128].replace(b"mntrRGB XYZ ", b"prtrCMYKLab ").replace(b"\x04\x40", b"\x02\x40", 1)
    profile = header[4:] + tags + table + white
    return struct.pack(">I", len(profile) + 4) + profile
