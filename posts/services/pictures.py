"""Making a picture harmless: its real type, its real pixels, and nothing of where it came from."""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MOST_PIXELS = 40_000_000
SUFFIXES = {"JPEG": {"jpg", "jpeg", "jpe", "jfif"}, "PNG": {"png"}, "WEBP": {"webp"}, "GIF": {"gif"}}
NAMES = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "WebP", "GIF": "GIF"}
TOO_MANY = f"This picture has more than {MOST_PIXELS // 1_000_000} million pixels. Make it smaller, then choose it."
TAKEN = "Use a JPEG, PNG, WebP or GIF picture."


class MediaRefused(Exception):
    """Why a file was not taken, in words for the person who chose it."""


@dataclass(frozen=True, slots=True)
class Master:
    """A re-encoded picture: its bytes and what they are."""

    data: bytes
    content_type: str
    suffix: str
    width: int
    height: int


def make_master(data: bytes, name: str) -> Master:
    """Return the picture encoded anew from its pixels alone, upright and in sRGB. Raises MediaRefused."""
    if not data:
        raise MediaRefused("The file is empty.")
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        picture = _open(data)
        _refuse_what_we_do_not_show(picture, name)
        pixels = _bare_pixels(_loaded(picture))
    return _encode(pixels)


def _open(data: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=tuple(SUFFIXES))
    except UnidentifiedImageError:
        raise MediaRefused(f"This file is not a picture that we can read. {TAKEN}") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise MediaRefused(TOO_MANY) from None
    except (OSError, ValueError, SyntaxError):
        raise MediaRefused("This picture is damaged. Save it again, then choose it.") from None


def _refuse_what_we_do_not_show(picture: Image.Image, name: str) -> None:
    kind = picture.format or ""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if suffix and suffix not in SUFFIXES[kind]:
        raise MediaRefused(f"“{name}” is really a {NAMES[kind]} picture. Give it the right ending, or choose another.")
    if picture.width * picture.height > MOST_PIXELS:
        raise MediaRefused(TOO_MANY)
    if getattr(picture, "n_frames", 1) > 1:
        raise MediaRefused("Moving pictures are not taken. Choose a still picture.")


def _loaded(picture: Image.Image) -> Image.Image:
    try:
        picture.load()
        return ImageOps.exif_transpose(picture)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        raise MediaRefused("This picture is damaged. Save it again, then choose it.") from None


def _bare_pixels(picture: Image.Image) -> Image.Image:
    """Copy the pixels onto a new picture, which has no comments, profiles or places in it."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    converted = _in_srgb(picture, mode)
    bare = Image.new(mode, converted.size)
    bare.paste(converted)
    return bare


def _in_srgb(picture: Image.Image, mode: str) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            shown = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            return (shown or picture).convert(mode)
        except (ImageCms.PyCMSError, OSError):
            return picture.convert(mode)
    return picture.convert(mode)


def _encode(pixels: Image.Image) -> Master:
    written = io.BytesIO()
    if pixels.mode == "RGBA":
        pixels.save(written, "PNG", optimize=True)
        kind = ("image/png", "png")
    else:
        pixels.save(written, "JPEG", quality=90, optimize=True, progressive=True)
        kind = ("image/jpeg", "jpg")
    return Master(written.getvalue(), *kind, pixels.width, pixels.height)
