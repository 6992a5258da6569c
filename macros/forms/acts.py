"""What clerks do every day, each a form of its own that writes one small file and touches no other.

Two forms on one file would each drop what the other doesn't show, and two clerks would meet in
it. A small file in the folder beside the large one, which the loader joins, can't lose anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Act:
    """An act: the list of a subject that it adds one entry to, and which keys of the entry it asks for.

    `name` begins the names of its files, `always` is what every entry of it says besides, `day` the
    key that its entries are sorted by. `needed` are keys that the model can do without and the act can't.
    """

    name: str
    label: str
    hint: str
    icon: str
    subject: str
    key: str
    fields: tuple[str, ...]
    slug: str
    summary: str
    day: str
    always: Mapping[str, str] = field(default_factory=dict)
    needed: tuple[str, ...] = ()


ACTS = (
    Act(
        "leave",
        "请假",
        "谁哪几天不在。找谁代班可以不写，系统按顺序找人。",
        "event_busy",
        "duty",
        "leave",
        ("person", "from", "to", "half", "hours", "substitute", "rotation", "reason"),
        "{{from}}-{{person}}",
        "{{person}} {{from}} {{to}}",
        "from",
    ),
    Act(
        "cancel",
        "停一次",
        "哪一次值班不办了。原因乡亲看得到。",
        "cancel",
        "duty",
        "overrides",
        ("date", "rotation", "reason", "place", "hours"),
        "{{date}}-{{rotation}}",
        "{{date}} {{rotation}} {{reason}}",
        "date",
        always={"cancel": "true"},
    ),
    Act(
        "replace",
        "换人",
        "哪一次值班换成谁。",
        "swap_horiz",
        "duty",
        "overrides",
        ("date", "rotation", "replace", "reason", "place", "hours"),
        "{{date}}-{{rotation}}",
        "{{date}} {{rotation}}",
        "date",
        needed=("replace",),
    ),
    Act(
        "event",
        "加一场活动",
        "只办一次的活动。每个月都办的，到“所有内容 › 活动”里写。",
        "event",
        "events",
        "events",
        (
            "id",
            "title",
            "date",
            "hours",
            "place",
            "venue",
            "category",
            "summary",
            "organisers",
            "audience",
            "bring",
            "contact",
        ),
        "{{id}}",
        "{{date}} {{title}}",
        "date",
        needed=("date",),
    ),
    Act(
        "notice",
        "发一条通知",
        "登在网页最上面的一句话，过了那天自己消失。",
        "campaign",
        "site",
        "notices",
        ("text", "from", "until", "places", "urgent"),
        "{{from}}",
        "{{from}} {{text}}",
        "from",
    ),
)
