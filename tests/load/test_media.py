"""What lies in media/ is what its name says, can be shown, and says nothing about place, device and owner."""

from __future__ import annotations

import io
import os
import struct
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from macros.errors import DataError
from macros.load import load, media
from macros.load.captions import captions_text, captions_trouble
from macros.load.media import Media
from macros.load.pictures import LONGEST_SIDE
from macros.publish.media import published
from tests.films import VTT, box, mp4, picture, sound

PLACE = b"+31.5258+121.7537/"
TOLD = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(PLACE), 0x15C7), PLACE))


def trouble(folder: Path, name: str, content: bytes) -> str:
    (folder / "media").mkdir(exist_ok=True)
    (folder / "media" / name).write_bytes(content)
    return Media(folder)[f"media/{name}"]


def phone_photo(size: tuple[int, int] = (40, 30)) -> bytes:
    """A photo as a phone writes it: lying on its side, with place, device, comment and thumbnail."""
    exif = Image.Exif()
    exif[0x0110] = "PhoneModel"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (31.0, 31.0, 33.0)
    return picture(size=size, exif=exif, comment=b"secret", xmp=b"<x:xmpmeta>secret</x:xmpmeta>")


def seen(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("name", ["a.jpg", "a.JPG", "a.png", "a.webp", "a.mp4", "a.vtt"])
def test_a_sound_file_is_taken(tmp_path: Path, name: str) -> None:
    assert trouble(tmp_path, name, sound(name.lower())) == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jpg", b"", "文件是空的"),
        ("a.jpg", b"hello", "这不是图片"),
        ("a.jpg", b"GIF89a" + bytes(50), "这不是图片"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "这不是图片"),
        ("a.jpg", picture("PNG"), "里面其实是 .png 图片"),
        ("a.webp", picture("JPEG"), "里面其实是 .jpg 图片"),
        ("a.png", picture("WEBP"), "里面其实是 .webp 图片"),
        ("a.jpg", picture(size=(400, 300))[:-400], "没有传完"),
        ("a.png", picture("PNG", size=(400, 300))[:-30], "没有传完"),
        ("a.webp", picture("WEBP", size=(400, 300))[:-30], "没有传完"),
        ("a.png", picture("PNG", (10_000, 7_000), "1"), "超过 6000 万像素"),
        ("a.jpg", b"x" * 26_000_000, "文件太大（26 MB）"),
        ("a.mp4", b"", "文件是空的"),
        ("a.mp4", b"hello, this is no film", "这不是 MP4 影片"),
        ("a.mp4", mp4(brand=b"qt  "), "苹果手机的 MOV"),
        ("a.mp4", mp4()[:-4], "没有传完"),
        ("a.mp4", box(b"ftyp", b"isom", bytes(8)) + box(b"mdat", b"x"), "没有传完"),
        ("a.mp4", mp4(box(b"trak", struct.pack(">I4s", 999, b"udta"))), "没有传完"),
        ("a.mp4", mp4(box(b"trak", b"gpmd")), "走过的路线"),
        ("a.webm", b"\x1a\x45\xdf\xa3 matroska", "这不是 WebM 影片"),
        ("a.vtt", b"", "文件是空的"),
        ("a.vtt", b"\n\n", "字幕文件是空的"),
        ("a.vtt", b"1\n00:00:01,000 --> 00:00:02,000\n", "不是 WebVTT"),
        ("a.vtt", b"WEBVTT\n", "一句字幕也没有"),
        ("a.vtt", VTT.encode("gbk"), "不是 UTF-8"),
        ("a.vtt", VTT.replace(".000", ",000").encode(), "字幕第 3 行的时间写得不对"),
        ("a.vtt", VTT.replace("05.000", "00.000").encode(), "字幕第 3 行的结束时间不晚于开始时间"),
        ("a.vtt", VTT.replace("信", "\u202e").encode(), "字幕第 4 行有看不见的字符（U+202E）"),
        (
            "a.vtt",
            f"{VTT}00:00:05.000 --> 00:00:06.000\n再看\n".encode(),
            "有一段写得不对（在 00:00:05.000 附近）",
        ),
    ],
)
def test_an_empty_broken_or_renamed_file_is_refused(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    assert said in trouble(tmp_path, name, content)


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("a.jpg", 25_000_001, "文件太大（25 MB），请压缩到 25 MB 以内"),
        ("a.jpg", 25_000_000, "这不是图片"),
        ("a.mp4", 50_000_001, "文件太大（50 MB），请压缩到 50 MB 以内"),
        ("a.mp4", 50_000_000, "这不是 MP4 影片"),
        ("a.vtt", 1_000_001, "文件太大（1 MB），请压缩到 1 MB 以内"),
        ("a.vtt", 1_000_000, "字幕文件不是 WebVTT：第一行应是 WEBVTT，.srt 的字幕要先转换"),
        ("a.vtt", 26_500_010, "文件太大（27 MB），请压缩到 1 MB 以内"),
        ("a.jpg", 0, "文件是空的，可能没有传完，请重新放一次"),
    ],
)
def test_a_file_may_be_as_large_as_its_kind(tmp_path: Path, name: str, size: int, said: str) -> None:
    trouble(tmp_path, name, b"")
    with (tmp_path / "media" / name).open("wb") as file:
        file.truncate(size)
    assert Media(tmp_path)[f"media/{name}"].startswith(said)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError("[Errno 13]")

    monkeypatch.setattr(media, "film_trouble", refused)
    assert trouble(tmp_path, "a.mp4", b"x") == "文件打不开"
    assert captions_trouble(tmp_path) == "字幕文件打不开"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("WEBVTT\r\n\r\n59:59.000 --> 01:00:00.000\r\n甲\r\n", ""),
        ("WEBVTT\r\r00:00:01.000 --> 00:02.000\r甲\r", ""),
        ("WEBVTT\n\n00:59.000 --> 01:00.000\n甲\n", ""),
        ("WEBVTT\n\n01:00.000 --> 00:59.000\n甲\n", "字幕第 3 行的结束时间不晚于开始时间"),
        ("\n \n", "字幕文件是空的"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "字幕文件里一句字幕也没有"),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\n甲\n00:03.000 --> 00:04.000\n乙\n",
            "字幕文件里有一段写得不对（在 00:03.000 附近）：每段先空一行，再写时间，下一行写文字",
        ),
    ],
)
def test_captions_are_read_line_by_line(tmp_path: Path, text: str, said: str) -> None:
    assert trouble(tmp_path, "a.vtt", text.encode()) == said
    if not said:
        assert captions_text(tmp_path / "media" / "a.vtt").splitlines()[0] == "WEBVTT"
        assert "\r" not in captions_text(tmp_path / "media" / "a.vtt")


def test_captions_of_another_encoding_are_told_the_way_out(tmp_path: Path) -> None:
    said = "字幕文件不是 UTF-8 编码，请用记事本另存为 UTF-8"
    assert trouble(tmp_path, "a.vtt", VTT.encode("gbk")) == said


def test_a_photo_is_published_upright_and_without_a_word(tmp_path: Path) -> None:
    given = phone_photo()
    assert b"PhoneModel" in given
    assert trouble(tmp_path, "a.jpg", given) == ""
    clean = published(tmp_path / "media" / "a.jpg")
    assert clean is not None
    made = seen(clean)
    assert (made.format, made.size, dict(made.getexif())) == ("JPEG", (30, 40), {})
    assert set(made.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert b"PhoneModel" not in clean
    assert b"secret" not in clean
    # What was left in the file is on top now.
    assert made.getpixel((15, 2))[0] > 200  # type: ignore[index] # three colours


def test_a_large_photo_is_published_small_and_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(picture(size=(4000, 3000)))
    (tmp_path / "b.jpg").write_bytes(picture(size=(4000, 3000)))
    first, second = published(tmp_path / "a.jpg"), published(tmp_path / "b.jpg")
    assert first is not None
    assert first == second
    assert seen(first).size == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


@pytest.mark.parametrize(("kind", "name"), [("PNG", "a.png"), ("WEBP", "a.webp")])
def test_a_picture_one_can_look_through_stays_so(tmp_path: Path, kind: str, name: str) -> None:
    drawn = Image.new("RGBA", (8, 6), (255, 0, 0, 0))
    drawn.save(tmp_path / name, kind)
    content = published(tmp_path / name)
    assert content is not None
    assert seen(content).convert("RGBA").getpixel((3, 3))[3] == 0  # type: ignore[index] # four channels


@pytest.mark.parametrize(
    ("drawn", "kind", "name"),
    [
        (Image.new("CMYK", (8, 6), (0, 255, 255, 0)), "JPEG", "a.jpg"),
        (Image.new("RGB", (8, 6), (255, 0, 0)), "MPO", "a.jpg"),
        (Image.new("RGB", (8, 6), (255, 0, 0)).convert("P"), "PNG", "a.png"),
        (Image.new("RGBA", (8, 6), (255, 0, 0, 255)), "WEBP", "a.webp"),
    ],
)
def test_a_picture_of_any_mode_keeps_its_colour(
    tmp_path: Path, drawn: Image.Image, kind: str, name: str
) -> None:
    drawn.save(tmp_path / name, kind)
    content = published(tmp_path / name)
    assert content is not None
    red, green, blue = seen(content).convert("RGB").getpixel((3, 3))  # type: ignore[misc] # three colours
    assert (red > 240, green < 15, blue < 15) == (True, True, True)


def test_a_png_of_many_greys_is_not_blown_out(tmp_path: Path) -> None:
    Image.new("I;16", (8, 6), 40_000).save(tmp_path / "a.png")
    content = published(tmp_path / "a.png")
    assert content is not None
    assert seen(content).convert("L").getpixel((3, 3)) in (155, 156)


def test_what_a_png_says_beside_its_pixels_is_left_out(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0110] = "PhoneModel"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (tmp_path / "a.png").write_bytes(picture("PNG", exif=exif, icc_profile=profile, dpi=(300, 300)))
    content = published(tmp_path / "a.png")
    assert content is not None
    assert seen(content).info == {}


def test_a_film_is_published_without_its_place(tmp_path: Path) -> None:
    apple = box(b"meta", b"com.apple.quicktime.location.ISO6709", PLACE)
    given = mp4(TOLD, box(b"trak", apple)) + box(b"uuid", b"xmp")
    assert trouble(tmp_path, "a.mp4", given) == ""
    clean = published(tmp_path / "media" / "a.mp4")
    assert clean is not None
    assert PLACE in given
    assert PLACE not in clean
    assert b"apple" not in clean
    assert b"xmp" not in clean
    # Players find pictures by their distance from the start.
    assert (len(clean), clean.find(b"pictures")) == (len(given), given.find(b"pictures"))
    assert trouble(tmp_path, "b.mp4", clean) == ""


def test_a_film_that_says_nothing_is_published_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(mp4())
    assert published(tmp_path / "a.mp4") is None


def refused(data: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(data)
    return str(caught.value).splitlines()


def test_a_link_in_media_is_refused_and_not_followed(data: Path, tmp_path: Path) -> None:
    (data / "media").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.jpg").write_bytes(picture())
    (data / "media" / "a.jpg").symlink_to(tmp_path / "elsewhere" / "secret.jpg")
    (data / "media" / "b").symlink_to(tmp_path / "elsewhere")
    link = "这是快捷方式（符号链接），请换成文件本身"
    assert refused(data) == [f"data/media/{name}:1:1: {link}" for name in ("a.jpg", "b")]
    assert list(Media(data)) == []


def test_media_that_is_itself_a_link_is_refused(data: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (data / "media").symlink_to(tmp_path / "elsewhere")
    assert refused(data) == ["data/media:1:1: 这是快捷方式（符号链接），请换成文件本身"]


def test_a_special_file_in_media_is_refused(data: Path) -> None:
    (data / "media").mkdir()
    os.mkfifo(data / "media" / "a.jpg")
    assert refused(data) == ["data/media/a.jpg:1:1: 这不是普通的文件，请移走"]


@pytest.mark.parametrize("name", ["duty.yml", "holidays.yml"])
def test_a_linked_file_of_data_is_refused(data: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere.yml").write_text("days: []\n", "utf-8")
    (data / name).unlink(missing_ok=True)
    (data / name).symlink_to(tmp_path / "elsewhere.yml")
    assert refused(data) == [f"data/{name}:1:1: 这是快捷方式（符号链接），请换成文件本身"]


def test_a_pipe_among_the_data_is_refused_and_not_waited_for(data: Path) -> None:
    (data / "duty.yml").unlink()
    os.mkfifo(data / "duty.yml")
    assert refused(data) == ["data/duty.yml:1:1: 这不是普通的文件，请移走"]


def test_a_linked_folder_of_data_is_refused(data: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (data / "duty.yml").rename(tmp_path / "elsewhere" / "a.yml")
    (data / "duty").symlink_to(tmp_path / "elsewhere")
    assert refused(data) == ["data/duty:1:1: 值班: 这是快捷方式（符号链接），请换成文件本身"]


def test_names_that_differ_only_in_case_are_refused(data: Path) -> None:
    (data / "media").mkdir()
    for name in ("A.jpg", "a.jpg"):
        (data / "media" / name).write_bytes(picture())
    assert refused(data) == ["data/media/a.jpg:1:1: 和 A.jpg 只差大小写，有的电脑分不清，请改名"]
