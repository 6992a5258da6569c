"""Pictures as they are published: upright, small, without a word about where and by what they were taken."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from macros.load.unfit import KINDS, UnfitError

LONGEST_SIDE = 1600
MOST_PIXELS = 60_000_000
# What a village's network still loads.
MOST_PUBLISHED = 1_000_000
_HOW: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "WEBP": {"quality": 82, "method": 4},
    "PNG": {"optimize": True},
}
_BROKEN = "图片打不开，可能没有传完，请重新放一次"


def clean_picture(path: Path) -> bytes:
    """The picture without metadata, in the kind that its name says; raises UnfitError."""
    about = path.stat()
    return _cleaned(path, about.st_mtime_ns, about.st_size)


# The loader asks whether a picture can be shown, the build then for the same bytes.
@lru_cache(maxsize=64)
def _cleaned(path: Path, _changed: int, _size: int) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as picture:
                return _saved(picture, path.suffix.lower())
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnfitError(_too_large()) from None
    except UnidentifiedImageError:
        raise UnfitError("这不是图片，或者是换了名字的别种图片，请另存为 .jpg") from None
    # What a broken file makes Pillow's readers stumble over is of many kinds.
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, AttributeError):
        raise UnfitError(_BROKEN) from None


def _saved(picture: Image.Image, suffix: str) -> bytes:
    kind = str(picture.format)
    if kind not in KINDS[suffix]:
        right = ".jpg" if kind == "MPO" else f".{kind.lower().replace('jpeg', 'jpg')}"
        raise UnfitError(f"文件名是 {suffix}，里面其实是 {right} 图片，请把文件名改成 {right} 结尾")
    if picture.width * picture.height > MOST_PIXELS:
        raise UnfitError(_too_large())
    kind = KINDS[suffix][0]
    # A JPEG can be read at a fraction of its size, which saves time and memory.
    picture.draft(None, (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
    clean = _plain(picture)
    clean.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    content = io.BytesIO()
    clean.save(content, kind, **_HOW[kind])
    if content.tell() > MOST_PUBLISHED:
        raise UnfitError("图片太大，缩小以后村里网慢还是打不开，请另存为 .jpg")
    return content.getvalue()


def _plain(picture: Image.Image) -> Image.Image:
    """The picture upright in the colours that every screen knows, with nothing beside its pixels."""
    profile = picture.info.get("icc_profile")
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith("I"):
        # 65,536 greys, which a plain conversion would cut off at the 256th.
        upright = upright.point(lambda grey: grey * (1 / 257)).convert("L")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    plain = _in_srgb(upright, profile, mode) if profile else upright.convert(mode)
    # Savers take comments, profiles and the like from here.
    plain.info.clear()
    return plain


def _in_srgb(picture: Image.Image, profile: bytes, mode: str) -> Image.Image:
    # Greys and printers' colours have profiles of their own, which fit no other mode.
    if mode == "RGBA" or picture.mode not in ("CMYK", "L"):
        picture = picture.convert(mode)
    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        change = ImageCms.buildTransform(given, ImageCms.createProfile("sRGB"), picture.mode, mode)
        return change.apply(picture)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert(mode)


def _too_large() -> str:
    return f"图片的长乘宽超过 {MOST_PIXELS // 10_000} 万像素，请缩小以后再放"
