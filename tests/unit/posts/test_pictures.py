"""A picture is made anew from its pixels: nothing of where it came from gets through, nor anything that is none."""

import io

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from posts.services.pictures import MediaRefused, make_master

GPS = 0x8825


def picture(kind="JPEG", size=(40, 20), mode="RGB", colour=(200, 30, 30), **options):
    written = io.BytesIO()
    Image.new(mode, size, colour).save(written, kind, **options)
    return written.getvalue()


def with_a_place():
    exif = Image.Exif()
    exif[0x010F] = "A telephone"
    exif[0x0112] = 6
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (51.0, 32.0, 21.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return picture(exif=exif, icc_profile=profile, comment=b"taken at home")


def opened(master):
    return Image.open(io.BytesIO(master.data))


def test_place_maker_comment_and_profile_are_gone():
    master = make_master(with_a_place(), "street.jpg")
    assert not opened(master).getexif()
    assert set(opened(master).info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert b"taken at home" not in master.data
    assert b"A telephone" not in master.data


def test_a_picture_taken_sideways_is_kept_upright():
    master = make_master(with_a_place(), "street.jpg")
    assert (master.width, master.height) == (20, 40)


def test_text_hidden_in_a_png_is_gone():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "a name")
    master = make_master(picture("PNG", pnginfo=notes) + b"and a tail", "map.png")
    assert b"a name" not in master.data
    assert b"and a tail" not in master.data


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.JPG"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("GIF", "a.gif")])
def test_each_kind_we_name_is_taken(kind, name):
    assert make_master(picture(kind), name).content_type == "image/jpeg"


def test_what_is_see_through_stays_so():
    master = make_master(picture("PNG", mode="RGBA", colour=(1, 2, 3, 0)), "a.png")
    assert master.content_type == "image/png"
    assert opened(master).getpixel((0, 0))[3] == 0


def test_a_master_made_of_a_master_of_one_kind_keeps_its_size():
    first = make_master(picture(size=(300, 200)), "a.jpg")
    assert (first.width, first.height, first.suffix) == (300, 200, "jpg")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.jpg", "empty"),
        (b"<script>alert(1)</script>", "a.jpg", "not a picture"),
        (b"%PDF-1.7 ...", "a.pdf", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "not a picture"),
        (picture("BMP"), "a.bmp", "not a picture"),
        (picture("PNG"), "a.jpg", "really a PNG"),
        (picture()[:200] + b"\x00" * 10, "a.jpg", "damaged"),
        (picture(size=(8000, 6000)), "a.jpg", "40 million pixels"),
    ],
)
def test_what_is_no_harmless_picture_is_refused_in_words(data, name, words):
    with pytest.raises(MediaRefused, match=words):
        make_master(data, name)


def test_a_bomb_that_claims_to_be_small_is_refused():
    header = picture("PNG", size=(1, 1))
    bomb = header.replace(header[16:24], (60_000).to_bytes(4, "big") * 2, 1)
    with pytest.raises(MediaRefused):
        make_master(bomb, "a.png")


def test_a_moving_picture_is_refused():
    frames = [Image.new("RGB", (5, 5), colour) for colour in ("red", "blue")]
    written = io.BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(MediaRefused, match="still"):
        make_master(written.getvalue(), "a.gif")
