"""Films of title cards for the videos that are marked as samples: `python -m tools.sample_videos data`.

A player can be tried out only with something to play. A film says what the video's title and
transcript say, one card a paragraph, so that film, captions and transcript can't disagree.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.load.tree import plain
from macros.load.yamltext import read
from macros.models.videos import Video, Videos

SECONDS = 5
WIDTH, HEIGHT, RATE = 960, 540, 12
NAVY, PAPER, WARM = "0x12355b", "0xf6f4ef", "0xe8a07f"
FONT = "Noto Sans CJK SC"
SAMPLE = "示例短片"
LONGEST_LINE = 10
# A soft bell at each card; silence would leave open whether the sound works.
BELL = f"0.09*exp(-3*mod(t\\,{SECONDS}))*(sin(2*PI*523.25*t)+0.5*sin(2*PI*784*t))"
# The same bytes from the same machine: no encoder names, no dates, one thread.
EXACT = "-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1 -threads 1"
H264 = "-c:v libx264 -profile:v baseline -level 3.1 -pix_fmt yuv420p -preset slow -tune stillimage -crf 26"
AAC = "-c:a aac -ac 1 -ar 44100 -b:a 48k"


@dataclass(frozen=True)
class Card:
    """A line in big type and smaller ones below it."""

    big: str
    small: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything on it, from the top."""
        return (self.big, *self.small)


def cards(video: Video) -> tuple[Card, ...]:
    """The title's card and one for each paragraph of the transcript."""
    paragraphs = (video.transcript or "").strip().split("\n\n")
    texts = (paragraph.strip().split("\n") for paragraph in paragraphs if paragraph.strip())
    return (Card(video.title, (SAMPLE,)), *(Card(first, tuple(rest)) for first, *rest in texts))


def captions(video: Video) -> str:
    """The cards as WebVTT."""
    cues = (
        f"{_stamp(n * SECONDS)} --> {_stamp((n + 1) * SECONDS)}\n" + "\n".join(card.lines)
        for n, card in enumerate(cards(video))
    )
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def _stamp(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"


def _fold(text: str) -> tuple[str, ...]:
    """The text in lines of big type, broken after a space or punctuation near the middle."""
    if len(text) <= LONGEST_LINE and " " not in text:
        return (text,)
    ends = [n + 1 for n, letter in enumerate(text[:-1]) if letter in " ，。、：；！？"] or [len(text) // 2]
    middle = min(ends, key=lambda end: abs(end - len(text) / 2))
    return text[:middle].strip(), text[middle:].strip()


def _drawn(card: Card, start: int, folder: Path) -> Iterator[str]:
    """Filters that show a card in its stretch of the film; texts go by file, which needs no escaping.

    A border in the letter's colour makes it bold: drawtext finds the family, but not its bold face.
    """
    big = _fold(card.big)
    sizes = [(text, 72, "white", 1) for text in big] + [(text, 38, PAPER, 0) for text in card.small]
    y = (HEIGHT - len(big) * 96 - len(card.small) * 60) // 2 - 12
    shown = f"enable='gte(t,{start})*lt(t,{start + SECONDS})'"
    for row, (text, size, colour, border) in enumerate(sizes):
        file = folder / f"{start}-{row}.txt"
        file.write_text(text, encoding="utf-8")
        step = 96 if row < len(big) else 60
        y += 24 if row == len(big) else 0
        yield (
            f"drawtext=textfile={file}:font='{FONT}':fontsize={size}:fontcolor={colour}"
            f":borderw={border}:bordercolor={colour}:x=(w-text_w)/2:y={y}+({step}-{size})/2:{shown}"
        )
        y += step


def _picture(video: Video, folder: Path) -> str:
    every = [f"drawbox=x=0:y={HEIGHT - 12}:w={WIDTH}:h=12:color={WARM}:t=fill"]
    for n, card in enumerate(cards(video)):
        every.extend(_drawn(card, n * SECONDS, folder))
    return ",".join(every)


def _run(*arguments: str | Path) -> None:
    subprocess.run(("ffmpeg", "-hide_banner", "-loglevel", "error", "-y", *arguments), check=True)


def make(video: Video, data: Path) -> None:
    """Writes the film, its captions and its poster where the video says they are."""
    length = len(cards(video)) * SECONDS
    ground = f"color=c={NAVY}:s={WIDTH}x{HEIGHT}:r={RATE}:d={length}"
    with tempfile.TemporaryDirectory() as folder:
        picture = _picture(video, Path(folder))
        for file in (source.file for source in video.sources if source.file):
            sound = ("-f", "lavfi", "-i", f"aevalsrc={BELL}:s=44100:d={length}")
            key = ("-force_key_frames", f"expr:gte(t,n_forced*{SECONDS})", "-movflags", "+faststart")
            _run(
                "-f",
                "lavfi",
                "-i",
                ground,
                *sound,
                "-vf",
                picture,
                *H264.split(),
                *key,
                *AAC.split(),
                *EXACT.split(),
                data / file,
            )
        if video.poster:
            frame = ("-frames:v", "1", "-q:v", "3", "-update", "1", *EXACT.split())
            _run("-f", "lavfi", "-i", ground, "-vf", picture, *frame, data / video.poster)
    if video.captions:
        (data / video.captions).write_text(captions(video), encoding="utf-8")


def samples(data: Path) -> tuple[Video, ...]:
    """The sample videos of a town that have a file of their own; the file needn't exist yet."""
    parsed = read((data / "videos.yml").read_bytes(), "videos.yml")
    videos = Videos.model_validate(plain(parsed.root) if parsed.root else {})
    return tuple(video for video in videos.videos if video.sample and any(s.file for s in video.sources))


def main() -> None:
    """Makes every sample film of the data folder named on the command line."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "data")
    for video in samples(data):
        make(video, data)
        print(f"{video.id}: {len(cards(video))} cards")


if __name__ == "__main__":
    main()
