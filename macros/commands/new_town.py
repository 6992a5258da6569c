"""fahu new-town: a folder of data for another town, with its villages where they are known."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from pathlib import Path

import macros
from macros.checked import checked
from macros.commands.arguments import Command, Parser, UsageError
from macros.commands.ask import NotUsableError, StoppedError, ask, choose, text
from macros.models.base import narrow
from macros.newtown.register import KnownTown, Village, towns
from macros.newtown.repository import Generator, repository
from macros.newtown.town import NewTown, files

# The town that came with the generator.
FIRST = Path(macros.__file__).parents[1] / "data"
MORE = """\
问镇名、区名、统计用区划代码（国家统计局网站上查得到，9 位）；上海的镇，村居从名单里带出来。
写好的文件夹马上能用：FAHU_DATA=文件夹 make serve。还要填什么，运行 fahu todo --data 文件夹。
--repository 再写一个只放数据的仓库要用的工作流和说明，生成器写成 所有者/仓库@提交编号。"""


def _options(parser: Parser) -> None:
    parser.add_argument("folder", type=Path, metavar="文件夹", help="新的文件夹，例如 data-gangyan")
    add = parser.options.add_argument
    add("--name", metavar="镇名", help="例如 港沿镇")
    add("--district", metavar="区名", help="例如 崇明区")
    add("--code", metavar="代码", help="统计用区划代码，9 位，例如 310151109")
    add("--villages", metavar="村居", help="用顿号隔开；名单里有的镇不用写")
    add("--repository", type=_generator, metavar="生成器", help="例如 owner/fahu@1a2b3c…")


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    folder: Path = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} 已经有东西了，请换一个名字")
    try:
        town = _asked(arguments)
    except StoppedError:
        print("\n没有写")
        return 1
    data = folder / "data" if arguments.repository else folder
    written = {data / name: content for name, content in files(town, _topics(town.district), today).items()}
    if arguments.repository:
        around = repository(town.name, arguments.repository)
        written |= {folder / name: content for name, content in around.items()}
    for path, content in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="\n")
    checked(data, today)
    print(f"写好了：{folder}，{town.name}，{len(town.villages)} 个村居")
    print(f"还要填什么：fahu todo --data {data}")
    return 0


def _generator(text: str) -> Generator:
    try:
        return Generator.parse(text)
    except ValueError as why:
        raise argparse.ArgumentTypeError(str(why)) from None


def _asked(arguments: argparse.Namespace) -> NewTown:
    known = _known(arguments.code, arguments.name, arguments.district)
    name = arguments.name or (known and known.name) or ask("镇名？（例如 港沿镇）", text)
    known = known or _known(None, name, arguments.district)
    district = arguments.district or (known and known.district) or ask("哪个区、县？", text)
    code = arguments.code or (known and known.code) or ask("统计用区划代码？（9 位）", _code)
    villages = known.villages if known else ()
    if arguments.villages or not villages:
        words = arguments.villages or ask("有哪些村居？（用顿号隔开）", text)
        villages = _villages(words, _code(code))
    return NewTown(name, district, _code(code), villages)


def _topics(district: str) -> str:
    """What to do in each trouble, from the town that came with the generator, for another district."""
    site, topics = FIRST / "site.yml", FIRST / "topics.yml"
    if not (site.is_file() and topics.is_file()):
        return ""
    here = re.search(r"^district: (\S+)$", site.read_text("utf-8"), re.MULTILINE)
    text = re.sub(r"^# yaml-language-server.*\n", "", topics.read_text("utf-8"))
    return text.replace(here[1], district) if here else text


def _known(code: str | None, name: str | None, district: str | None) -> KnownTown | None:
    found = [
        town
        for town in towns()
        if (town.code == code if code else town.name == name) and district in (None, town.district)
    ]
    if len(found) > 1:
        return choose("哪一个？", [(f"{town.district} {town.name}", town) for town in found])
    return found[0] if found else None


def _code(answer: str) -> str:
    answer = narrow(answer)
    if not re.fullmatch(r"\d{9}|\d{12}", answer):
        raise NotUsableError(f"代码是 9 位数字（写的是 {answer}），到国家统计局网站上查“统计用区划代码”")
    return answer[:9]


def _villages(words: str, code: str) -> tuple[Village, ...]:
    names = [name for name in re.split(r"[、,，;；\s]+", words) if name]
    # Villages from 201 on, as the register counts them; a clerk puts in the real ones.
    return tuple(Village(f"{code}{number}", name) for number, name in enumerate(dict.fromkeys(names), 201))


COMMAND = Command("new-town", "给另一个镇写好一个数据文件夹", _options, _run, MORE)
