"""fahu edit: asks what has changed, shows what the pages would say, and writes the lines when told to."""

from __future__ import annotations

import argparse
import datetime as dt
from functools import partial

from macros.commands.arguments import Command, Parser, UsageError
from macros.commands.ask import StoppedError, ask, choose
from macros.commands.edit_acts import ACTS, Addition
from macros.commands.loading import loaded
from macros.commands.tell_draft import refused, tell
from macros.edit.draft import Draft, RefusedError
from macros.edit.inserted import CannotEditError, added

MORE = """\
一问一答：请假、停一次、换人、改时间、加一次、发通知、加活动。问完先显示会变什么，您说“好”才写进文件。
只在文件里加几行，别的一个字也不动。"""


def _options(parser: Parser) -> None:
    parser.add_argument("act", nargs="?", metavar="做什么", help=f"{'、'.join(ACTS)}；不写就问")


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    town = loaded(arguments.data).town
    if arguments.act is not None and arguments.act not in ACTS:
        raise UsageError(f"没有“{arguments.act}”，可以写 {'、'.join(ACTS)}")
    try:
        act = ACTS[arguments.act] if arguments.act else choose("要做什么？", tuple(ACTS.items()))
        addition = act(town, today)
        change = partial(_with, addition)
        draft = Draft.of(arguments.data, addition.subject, change, today)
        print()
        if status := tell(draft, today, write=False, hint=""):
            return status
        if not ask("写进去吗？（好/不）", lambda answer: answer in ("好", "是", "y", "yes"), usual="不"):
            print("没有写")
            return 0
        draft.write()
    except StoppedError:
        print("\n没有写")
        return 1
    except CannotEditError as error:
        raise UsageError(str(error)) from None
    except RefusedError as error:
        return refused(error)
    print(f"写好了：{draft.name}")
    return 0


def _with(addition: Addition, text: str) -> str:
    short = addition.subject == "duty"
    return added(text, addition.key, addition.entry, short=short)


COMMAND = Command("edit", "一问一答改值班、发通知、加活动", _options, _run, MORE)
