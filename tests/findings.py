"""One row for each kind of finding: the data that cause it, with ▶ where it must be told.

A row is a piece of the message and the files that differ from those of a small town without
any finding. The day is Monday 2026-11-23.
"""

from __future__ import annotations

Files = dict[str, str]
Row = tuple[str, Files]

MARK = "▶"
EAST = "from: 2026-01-07, when: 每周三 13:30-16:00, people: [zhang, li, wang], places: [aiguo]"
OTHER = EAST.replace("aiguo", "qixiao")
SENT = "from: 2026-11-23, when: 每周三 13:30-16:00, people: [suo, zhang, li, wang], places: [aiguo]"
ONE_WEEK = "from: 2026-11-23, when: 每周三 13:30-16:00, places: [qixiao]"
LAW = "law: {name: 人民调解法, article: 4, checked_on: 2026-11-01}"
OLD_LAW = LAW.replace("2026-11", "2025-11")
OFFICE = "{number: 0500-5550001}"
MOBILE = "number: 13800138000, consent: {scope: [phone], until: "
CHOICES = "category: 防骗, choices: [等等, 报警], answer: 报警, reason: 越早越好"
BREAK = "id: chunjie, name: 节后安排"
MEETING = "id: b, title: 另一场, date: 2026-12-04, category: 讲座, summary: 讲法"


def rota(*segments: str, name: str = "east", kind: str = "point") -> str:
    """An entry of the list of rotations."""
    written = ", ".join(f"{{{segment}}}" for segment in segments or (EAST,))
    return f"id: {name}, name: {name}轮值, kind: {kind}, segments: [{written}]"


def listed(**lists: list[str]) -> str:
    """A file of lists, an entry a line."""
    return "".join(
        f"{key}:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries) for key, entries in lists.items()
    ).replace(f"{{{MARK}", f"{MARK}{{")


def duty(*rotations: str, **lists: list[str]) -> Files:
    """A duty file of some rotations, the usual one where none is named, and of other lists."""
    return {"duty": listed(rotations=list(rotations or (rota(),)), **lists)}


def override(text: str, *more: str) -> Files:
    """The usual duty file with overrides of the usual rotation."""
    return duty(overrides=[f"rotation: east, {one}" for one in (text, *more)])


def swap(a: str, b: str, *more: str, rotation: str = "") -> Files:
    """The usual duty file, or one of another rotation, with a swap in it."""
    first = f"a: {{{a}, rotation: east}}, b: {{{b}, rotation: east}}"
    return duty(rotation or rota(), swaps=[first, *more])


def site(more: str = "", phones: str = OFFICE, hotlines: tuple[str, ...] = ()) -> Files:
    """A site file; `more` is added at its end."""
    lines = ("number: 12348, name: 法律服务热线, use: 什么都能问", *hotlines)
    head = "name: 样板镇\ntown: 样板镇\nmark: 法\nheadline: 先问一问\ntagline: 就在您村里\n"
    groups = "".join(
        f"  {tier}: {{name: {tier}, plain: 这里, mark: 法, about: 在镇上。}}\n"
        for tier in ("station", "room", "point")
    )
    office = f"office: {{name: 样板镇司法所, phones: [{phones}]}}\n"
    return {"site": f"{head}{office}{listed(hotlines=list(lines))}groups:\n{groups}{more}"}


def place(text: str, *more: str) -> Files:
    """The places file; `text` is added to the first one, `more` are further ones."""
    first = f"id: aiguo, name: 爱国村服务室, tier: room, villages: [爱国村]{text and ', '}{text}"
    second = "id: qixiao, name: 七滧村服务室, tier: room"
    return {"places": listed(places=[first, second, *more])}


def people(zhang: str = "", *more: str) -> Files:
    """The people file; `zhang` is added to the first one, `more` are further ones."""
    names = (("zhang", "张律师"), ("li", "李律师"), ("wang", "王律师"))
    rows = [f"id: {one}, name: {name}, role: adviser" for one, name in names]
    return {"people": listed(people=[rows[0] + (zhang and f", {zhang}"), *rows[1:], *more])}


TEAM: Files = {
    "people": people()["people"]
    + "teams:\n  - {id: zu, name: 调解组, role: mediator, members: [zhang, li], head: li}\n"
    + "firms:\n  - {id: suo, name: 华信所}\n"
}


IDLE: Files = {
    "people": people()["people"]
    + "teams:\n  - {id: ▶xian, name: 闲组, role: mediator, members: [zhang, li], head: li}\n"
}


def events(*rows: str) -> Files:
    """The events file."""
    return {"events": "categories: [讲座]\n" + listed(events=list(rows))}


def event(date: str, more: str = "", name: str = "a") -> str:
    """An event of the list."""
    return f"id: {name}, title: 讲座, date: {date}, category: 讲座, summary: 讲法{more and ', '}{more}"


def quiz(*rows: str) -> Files:
    """The quiz file."""
    return {"quiz": "categories: [防骗]\n" + listed(questions=list(rows))}


def question(name: str, ask: str) -> str:
    """A question of the quiz."""
    return f"id: {name}, ask: {ask}, {CHOICES}, {LAW}"


def tips(*rows: str) -> Files:
    """The file of tips."""
    return {"tips": listed(tips=list(rows))}


def tip(name: str, day: str) -> str:
    """A tip from a day on."""
    return f"id: {name}, title: 别转账, from: {day}, text: 先问家里人。, script: 先问家里人。"


def again(when: str, more: str = "") -> str:
    """An event that is held again and again up to the middle of January."""
    days = f"when: {when}, from: 2026-11-30, to: 2027-01-15"
    return event("", more).replace("date: ", days, 1)


def at(number: int, position: str, longitude: str, latitude: str = "31.5") -> str:
    """A place with a position."""
    where = f"longitude: {longitude}, latitude: {latitude}"
    spot = f"{where}, system: wgs84, precision: approximate, source: 地图"
    return f"id: p{number}, name: 第{number}点, tier: point, position: {position}{{{spot}}}"


TOWN: Files = {"videos": "categories: [动画]\n"} | site() | place("") | people() | duty() | events()

GROUND = "system: wgs84, source: 在地图上描的"
BOUNDS = site("bounds: {west: 121.6, east: 121.8, south: 31, north: 32}\n")

_CONTACTS: list[Row] = [
    (
        "还有 1 处是示例，页脚却没有提醒",
        people("sample: true") | {"site": MARK + site()["site"]},
    ),
    ("没有示例了", site("sample_notice: ▶试用\n")),
    (
        "标着示例，号码却是真的",
        place("phones: [{number: 0500-5550002}], sample: ▶[phones]") | site("sample_notice: 试用\n"),
    ),
    ("这里有两个不同的号码", site(phones=f"{OFFICE}, {{number: ▶0500-5550002}}")),
    (
        "这里有两个不同的号码",
        place("phones: [{number: 0500-5550002}, {number: ▶0500-5550003}]"),
    ),
    ("和 site.yml 里的号码却不同", place("phones: [{label: 样板镇司法所电话, number: ▶0500-5550002}]")),
    ("和第 1 条是同一个号码", site(hotlines=('number: ▶"12348", name: 又一条, use: 也能问',))),
    ("和第 1 条同名，号码却不同", site(hotlines=("number: 12345, name: ▶法律服务热线, use: 也能问",))),
]

_EFFECTS: list[Row] = [
    ("同意公开到 2062-12-31", people("phone: 13800138000, consent: {scope: [phone], until: ▶2062-12-31}")),
    ("同意公开到 2062-12-31", place(f"phones: [{{{MOBILE}▶2062-12-31}}}}]")),
    (
        "同意公开到 2062-12-31",
        place("phones: office") | site(phones=f"{OFFICE}, {{label: 手机, {MOBILE}▶2062-12-31}}}}"),
    ),
    ("这一条碰上", duty(leave=["person: li, from: 2026-12-01, to: ▶2027-03-31"])),
    ("这一条停掉", duty(closures=["place: aiguo, from: 2026-12-01, to: ▶2027-03-31"])),
    ("这一条停掉", duty(temporary=[f"{BREAK}, from: 2026-12-01, to: ▶2027-03-31"])),
    ("这一条要到 2028-02-07 才开始", duty(closures=["place: aiguo, from: ▶2028-02-07, to: 2028-02-20"])),
    ("这一条要到 2028-02-09 才开始", duty(closures=["place: aiguo, from: ▶2028-02-09"])),
    ("还有 373 天", override("date: ▶2027-12-01, cancel: true")),
    ("还有 373 天", swap("date: ▶2027-12-01", "date: 2027-06-02")),
    ("还有 373 天", swap("date: 2027-06-02", "date: ▶2027-12-01")),
    ("还有 464 天", duty(rota(EAST, EAST.replace("2026-01-07", "▶2028-03-01")))),
    ("从 2016-01-06 排起", duty(rota(EAST.replace("2026-01-07", "▶2016-01-06")), rota(OTHER, name="west"))),
]

_EVENTS: list[Row] = [
    ("编号里是 2026 年", events(event("▶2025-12-04", name="law-2026"))),
    (
        "比前后几条早了一年",
        events(event("2026-12-01", name="a"), event("▶2025-12-04", name="b"), event("2026-12-08", name="c")),
    ),
    ("日子太远了，请检查年份", events(event("▶2062-12-04"))),
    (
        "12月2日 星期三等 4 天，场所暂停服务",
        events(again("▶每周三 9:00-10:00", "place: aiguo"))
        | duty(closures=["place: aiguo, from: 2026-12-02, to: 2026-12-24"]),
    ),
    ("1月1日 星期五放假（元旦）", events(again("▶每月1日 9:00-10:00"))),
    (
        "还没办，怎么有结果",
        events(again("每月1日 9:00-10:00", "dates: [{date: ▶2026-12-01, figures: {present: 9}}]")),
    ),
    (
        "公开电话的同意到 2026-12-01 为止",
        events(
            event(
                "2026-12-04", "contact: {number: 13800138000, consent: {scope: [phone], until: ▶2026-12-01}}"
            )
        ),
    ),
    ("示例活动的日子已经过去", events(event("2026-11-20", "sample: ▶true"))),
    ("还没办的活动，怎么有数字", events(event("2026-12-04", "figures: ▶{present: 30}"))),
    (
        "场所那天暂停服务，请核对",
        events(event("2026-12-04", "place: ▶aiguo")) | duty(closures=["place: aiguo, from: 2026-12-04"]),
    ),
    (
        "延期的活动，怎么有数字",
        events(event("2026-11-04", "postponed: ▶场地维修, figures: {present: 30}")),
    ),
    ("延期已经超过两个月", events(event("2026-09-04", "postponed: ▶场地维修"))),
    (
        "和第 1 条（a）是同一场",
        events(event("2026-12-04"), event("2026-12-04", name="b").replace("讲座, date", "▶讲座, date")),
    ),
    (
        "和第 1 条（a）同一时间、同一地点",
        events(
            event("2026-12-04", "place: aiguo, hours: 9:00-11:00"),
            f"{MEETING}, place: ▶aiguo, hours: 10:00-12:00",
        ),
    ),
]

TWICE = rota(EAST.replace("16:00", "14:30、15:00-16:00"))

_EXCEPTIONS: list[Row] = [
    ("没有命中任何值班：11月26日", override("date: ▶2026-11-26, cancel: true")),
    ("没有命中任何值班：2062-11-25 太远了", override("date: ▶2062-11-25, cancel: true")),
    ("11月25日 星期三的班次是", override("date: ▶2026-11-25, hours: 9:00-11:00, cancel: true")),
    ("没有命中任何值班：11月26日", swap("date: ▶2026-11-26", "date: 2026-12-02")),
    ("没有命中任何值班：12月3日", swap("date: 2026-11-25", "date: ▶2026-12-03")),
    (
        "和第 1 条改的是同一个班次",
        override("date: 2026-11-25, cancel: true", "date: ▶2026-11-25, replace: [li]"),
    ),
    (
        "不知道移动哪一个",
        duty(
            TWICE,
            overrides=["date: 2026-11-25, rotation: east, move: ▶{hours: 9:00-10:00}"],
        ),
    ),
    ("已经过去了，如果是刚写的", override("date: 2026-11-25, move: {date: ▶2026-11-20}")),
    ("移了 91 天", override("date: 2026-11-25, move: {date: ▶2027-02-24}")),
    ("每次要 1 人，这里写了 2 人", override("date: 2026-11-25, replace: ▶[li, wang]")),
    ("每次要 1 人，这里写了 2 人", override("date: 2026-11-26, hours: 9:00-10:00, add: ▶[li, wang]")),
    ("替换后还是原来的人", override("date: 2026-11-25, replace: ▶[wang]")),
    (
        "的日子里，照样值班",
        duty(
            temporary=[f"{BREAK}, from: 2026-12-08, to: 2026-12-08"],
            overrides=["date: 2026-11-25, rotation: east, move: ▶{date: 2026-12-08}"],
        ),
    ),
    ("超出了这个班次的时间", override("date: 2026-11-25, split: ▶[{hours: 15:00-17:00, people: [li]}]")),
    (
        "有 2 个场所，请写 place",
        duty(
            rota(EAST.replace("[aiguo]", "[aiguo, qixiao]")),
            overrides=["date: 2026-11-26, rotation: east, hours: 9:00-10:00, add: ▶[li]"],
        ),
    ),
    ("这个时间已经有班次", override("date: 2027-10-13, hours: 14:00-15:00, add: ▶[wang]")),
    (
        "请用 hours 写明是哪一个",
        swap("date: ▶2026-11-25", "date: 2026-12-02, hours: 15:00-16:00", rotation=TWICE),
    ),
    (
        "请用 hours 写明是哪一个",
        swap("date: 2026-12-02, hours: 15:00-16:00", "date: ▶2026-11-25", rotation=TWICE),
    ),
    ("对调的是同一个班次", swap("date: 2026-11-25", "place: aiguo, date: ▶2026-11-25")),
    (
        "两个班次是同一个人",
        duty(
            rota(EAST.replace("[zhang, li, wang]", "[zhang]")),
            swaps=["▶a: {date: 2026-11-25, rotation: east}, b: {date: 2026-12-02, rotation: east}"],
        ),
    ),
    (
        "和第 1 条改的是同一个班次",
        swap(
            "date: 2026-11-25",
            "date: 2026-12-02",
            "a: ▶{date: 2026-12-02, rotation: east}, b: {date: 2026-12-09, rotation: east}",
        ),
    ),
    (
        "和“节后安排”",
        duty(
            temporary=[
                f"{BREAK}, from: 2026-12-07, to: 2026-12-11",
                "id: b, name: 又一个, from: ▶2026-12-10",
            ]
        ),
    ),
]

_LAW: list[Row] = [
    ("要写明依据", site("doors:\n  - {title: 起纠纷, hint: ▶调解不收费, to: duty}\n")),
    ("要写明依据", site("about:\n  - 先问一问。\n  - ▶调解不收费。\n")),
    ("要写明依据", site("about: [▶{text: 调解不收费。}]\n")),
    ("要写明依据", place("services: [咨询, ▶免费调解]")),
    ("要写明依据", place("phones: office") | site(phones="{number: 0500-5550001, label: ▶免费热线}")),
    ("要写明依据", events(event("2026-12-04").replace("讲法", "▶不收费"))),
    (
        "查对的日子还没有到",
        site(f"about: [{{text: 不收费, {LAW.replace('2026-11-01', '▶2026-11-24')}}}]\n"),
    ),
    (
        "查对已经超过一年，请再查一遍，改 checked_on，一共 2 处",
        site(f"about: [{{text: 不收费, {OLD_LAW.replace('2025', '▶2025')}}}]\n")
        | events(event("2026-12-04", OLD_LAW)),
    ),
]

_LEAVE: list[Row] = [
    ("2062-11-25 太远了", duty(leave=["person: li, from: ▶2062-11-25"])),
    ("请假的时间里没有值班", duty(leave=["person: zhang, from: ▶2026-11-26"])),
    (
        "代班人却不同",
        duty(
            leave=[
                "person: wang, from: 2026-11-25, substitute: li",
                "person: wang, from: ▶2026-11-25, substitute: zhang",
            ]
        ),
    ),
    (
        "和请假第 1 条的日子重叠",
        duty(leave=["person: wang, from: 2026-11-25", "person: wang, from: ▶2026-11-25"]),
    ),
    (
        "那时有班或请假，不能代班",
        duty(
            rota(),
            rota(OTHER.replace("[zhang, li, wang]", "[li]"), name="west"),
            leave=["person: wang, from: 2026-11-25, substitute: ▶li"],
        ),
    ),
]

_PLACES: list[Row] = [
    ("同名，乡亲分不清", place("", "id: b, name: ▶爱国村服务室, tier: point")),
    ("第 1 条（aiguo）也服务爱国村", place("", "id: b, name: 乙室, tier: room, villages: [七滧村, ▶爱国村]")),
    (
        "离其他场所有 94 公里",
        place("", *(at(number, "", f"121.7{number}") for number in range(6)), at(7, MARK, "122.72")),
    ),
    ("不在本镇范围内", BOUNDS | place("", at(1, "", f"{MARK}121.90"))),
    ("不在本镇范围内", BOUNDS | place("", at(1, "", "121.70", latitude=f"{MARK}30.5"))),
    (
        "是经度 121.6 到 121.8、纬度 31 到 32",
        BOUNDS
        | {"lines": f'lines:\n  - {{kind: road, {GROUND}, points: ["121.7,31.5", {MARK}"121.9,31.5"]}}\n'},
    ),
    (
        "是经度 121.6 到 121.8、纬度 31 到 32",
        BOUNDS | {"lines": f'points:\n  - {{name: 塔, {GROUND}, at: {MARK}"121.7,32.5"}}\n'},
    ),
    (
        "从高德抄来的位置，system 应写 gcj02",
        {
            "lines": "lines:\n  - {kind: road, source: 高德地图, "
            f'system: {MARK}wgs84, points: ["121.7,31.5", "121.7,31.6"]}}\n'
        },
    ),
    ("和第 3 条（p1）的位置一模一样", place("", at(1, "", "121.70"), at(2, MARK, "121.70"))),
    (
        "从百度抄来的位置，system 应写 bd09",
        place("", at(1, "", "121.70").replace("system: ", f"system: {MARK}").replace("地图", "百度地图")),
    ),
    ("值班却在这以外", place("hours: [每周三 8:30-15:00]") | duty(MARK + rota())),
    (
        "值班却在这以外",
        place("hours: [每周三 8:30-17:00]")
        | duty(
            overrides=[
                "rotation: east, date: 2026-12-02, cancel: true",
                "▶rotation: east, date: 2026-11-25, move: {date: 2026-11-26}",
            ]
        ),
    ),
    ("从哪一周数起，这里没有说", place("hours: [每周一 9:00-11:00, ▶每两周的周三 9:00-17:00]")),
    (
        "请假后没有人代班",
        duty(rota(EAST.replace("[zhang, li, wang]", "[li]")), leave=["▶person: li, from: 2026-11-25"]),
    ),
    (
        "没有人代，页面写“暂缺”",
        duty(
            overrides=["▶rotation: east, date: 2026-11-25, replace: [li]"],
            leave=["person: li, from: 2026-11-25"],
        ),
    ),
    (
        "可是场所那天暂停服务",
        duty(
            overrides=["▶rotation: east, date: 2026-11-25, replace: [li]"],
            closures=["place: aiguo, from: 2026-11-25"],
        ),
    ),
    (
        "同一时间有两个班次（east轮值、west轮值）",
        duty(
            rota(EAST.replace("[zhang, li, wang]", "[zhang, li]")),
            MARK + rota(EAST.replace("[zhang, li, wang]", "[wang]"), name="west"),
        ),
    ),
    (
        "要让乡亲分得清，各写上 for（办什么）",
        duty(
            rota(EAST.replace("[zhang, li, wang]", "[zhang, li]") + ", for: 公证"),
            MARK + rota(EAST.replace("[zhang, li, wang]", "[wang]") + ", for: 公证", name="west"),
        ),
    ),
    (
        "爱国村服务室同一时间有两个班次（east轮值）",
        duty(overrides=["▶rotation: east, date: 2026-11-25, hours: 14:00-15:00, add: [li]"]),
    ),
    ("可是没有任何轮值", place("", "id: b, name: 乙室, tier: room, cover: ▶{visits: 1, per: month}")),
    ("没有做到", place("cover: ▶{visits: 9, per: month}")),
    ("2026年第4季度办了和排了 0 场", place("cover: ▶{lectures: 1}")),
]

_PEOPLE: list[Row] = [
    (
        "同一时间有两个班次",
        duty(
            rota(EAST.replace("[zhang, li, wang]", "[zhang]")),
            MARK + rota(OTHER.replace("[zhang, li, wang]", "[zhang]"), name="west"),
        ),
    ),
    (
        "李律师同一时间有两个班次",
        duty(
            rota(),
            rota(OTHER.replace("[zhang, li, wang]", "[wang]"), name="west"),
            overrides=["▶rotation: west, date: 2026-12-09, replace: [li]"],
        ),
    ),
    (
        "张律师同一时间有两个班次",
        duty(
            rota(),
            rota(ONE_WEEK + ", to: 2026-11-30, people: [zhang]", name="west"),
            swaps=["a: ▶{date: 2026-11-25, rotation: east}, b: {date: 2026-12-02, rotation: east}"],
        ),
    ),
    (
        "张律师同一时间有两个班次",
        duty(
            rota(),
            rota(ONE_WEEK + ", to: 2026-11-30, people: [zhang]", name="west"),
            swaps=["a: {date: 2026-12-02, rotation: east}, b: ▶{date: 2026-11-25, rotation: east}"],
        ),
    ),
    (
        "离得太远，赶不到",
        place("", at(1, "", "121.7"), at(2, "", "121.9"))
        | duty(
            rota(
                EAST.replace("[zhang, li, wang]", "[zhang]").replace("aiguo", "p1").replace("16:00", "14:30")
            ),
            MARK
            + rota("from: 2026-01-07, when: 每周三 14:40-16:00, people: [zhang], places: [p2]", name="west"),
        ),
    ),
    (
        "只到 2026-12-08 为止",
        people("until: 2026-12-08") | duty(MARK + rota(EAST.replace("[zhang, li, wang]", "[zhang]"))),
    ),
    (
        "李律师只到 2026-11-24 为止",
        {
            "people": people()["people"].replace(
                "李律师, role: adviser", "李律师, role: adviser, until: 2026-11-24"
            )
        }
        | duty(
            rota(EAST.replace("[zhang, li, wang]", "[zhang]")),
            leave=["person: zhang, from: 2026-11-25, substitute: ▶li"],
        ),
    ),
    (
        "公开电话的同意到 2026-12-08 为止",
        people("phone: 13800138000, consent: {scope: [phone], until: ▶2026-12-08}"),
    ),
    (
        "公开照片的同意到 2026-12-08 为止，到期照片自己撤下",
        people("portrait: media/a.jpg, consent: {scope: [photo], until: ▶2026-12-08}"),
    ),
    (
        "公开照片的同意到 2026-11-01 为止，照片已经撤下",
        people("portrait: media/a.jpg, consent: {scope: [photo], until: ▶2026-11-01}"),
    ),
    ("和第 1 条（zhang）同名", people("", "id: sun, name: ▶张律师, role: adviser")),
    ("调解组不是一个人，请写人员编号", TEAM | duty(leave=["person: ▶zu, from: 2026-11-25"])),
    ("调解组不是一个人，请写人员编号", TEAM | duty(leave=["person: li, from: 2026-11-25, substitute: ▶zu"])),
    ("候补要写人，华信所（律师姓名待定）不是一个人", TEAM | duty(rota(f"{EAST}, standby: [▶suo]"))),
    ("11月25日 星期三 13:30–16:00 华信所（律师姓名待定），定了就在", TEAM | duty(f"▶{rota(SENT)}")),
    ("闲组没有排任何值班", IDLE),
    ("孙律师没有排任何值班", people("", "id: ▶sun, name: 孙律师, role: adviser")),
    (
        "一次也轮不到",
        duty(
            rota(
                "from: 2026-11-23, to: 2026-12-15, when: 每周一、二 9:00-11:00, holidays: forfeit,"
                " people: ▶[zhang, li], places: [aiguo]"
            )
        )
        | {
            "holidays": listed(
                days=[
                    f"date: {day}, kind: off, name: 开会, notice: 镇里通知"
                    for day in ("2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14")
                ]
            )
        },
    ),
]

_ROTATIONS: list[Row] = [
    ("个班次先按平常的日子排", {"duty": duty()["duty"].replace("  -", f"  {MARK}-", 1)}),
    (
        "个班次先按平常的日子排",
        {
            "duty": "temporary:\n  ▶- {id: a, name: 年初, from: 2027-01-04, shifts:"
            " [{date: 2027-01-04, hours: 9:00-10:00, place: aiguo, people: [li]}]}\n"
        },
    ),
    (
        "次值班没有做成",
        duty(
            MARK
            + rota(
                "from: 2026-09-01, when: 每周一、五 9:00-11:00, holidays: postpone,"
                " people: [zhang], places: [aiguo]"
            )
        ),
    ),
    (
        "这一次就没有了",
        duty(
            rota(EAST.replace("周三", "周五") + ", holidays: postpone"),
            temporary=[f"▶{BREAK}, from: 2027-01-02, to: 2027-01-05"],
        ),
    ),
    ("法定节假日也有值班", duty(MARK + rota(EAST.replace("周三", "周五") + ", holidays: keep"))),
    ("到 2026-12-31 结束", duty(rota(EAST + ", to: ▶2026-12-31"))),
    ("不存在，跳过", duty(rota(EAST.replace("每周三", "▶每月31日")))),
    (
        "一起往下轮",
        duty(rota(EAST.replace("[zhang, li, wang]", "▶[zhang, li]").replace("[aiguo]", "[aiguo, qixiao]"))),
    ),
]

_YEARS: list[Row] = [
    ("2062-03-01 太远了", duty(rota(EAST, EAST.replace("2026-01-07", "▶2062-03-01")))),
    ("这一段写在后面", duty(rota(EAST, EAST.replace("2026-01-07", "▶2025-03-05")))),
    ("2062-12-28 太远了", duty(closures=["place: aiguo, from: ▶2062-12-28"])),
    ("2062-12-28 太远了", duty(temporary=[f"{BREAK}, from: ▶2062-12-28"])),
    ("早于所有轮值开始的日子", duty(closures=["place: aiguo, from: ▶2025-12-28"])),
    ("早于所有轮值开始的日子", duty(temporary=[f"{BREAK}, from: ▶2025-12-28"])),
    ("2062-12-28 太远了", override("date: ▶2062-12-28, hours: 9:00-10:00, add: [li]")),
    ("早于这条轮值开始的日子", override("date: ▶2025-12-28, hours: 9:00-10:00, add: [li]")),
    (
        "2027年只写了 1 天放假",
        {"holidays": listed(days=["▶date: 2027-01-01, kind: off, name: 元旦, notice: 国办发明电"])},
    ),
    (
        "不能写成上班",
        {"holidays": listed(days=["date: 2027-02-06, kind: ▶work, name: 补班, notice: 区里通知"])},
    ),
]

_NOTICES: list[Row] = [
    ("要写 duty", site("doors:\n  - {title: 起纠纷, hint: 问一问, to: ▶值班}\n")),
    (
        "是不是想写 起纠纷",
        site("words:\n  - {say: [吵架], to: ▶起纠份}\ndoors: [{title: 起纠纷, hint: 问, to: duty}]\n"),
    ),
    ("太远了", site("notices: [{text: 停电, from: ▶2062-12-01, until: 2062-12-02}]\n")),
    ("早就过了", site("notices: [{text: 停电, from: 2026-08-01, until: ▶2026-08-02}]\n")),
    (
        "和第 1 条的文字一样",
        site(
            "notices:\n  - {text: 停电, from: 2026-12-01, until: 2026-12-02}\n"
            "  - {text: ▶停电, from: 2026-12-03, until: 2026-12-04}\n"
        ),
    ),
]

TROUBLE = "id: wages, title: 不给工钱, hint: 拖欠, first: [记下来]"


def topic(numbers: str = "12348", more: str = "", questions: str = "") -> Files:
    """The topics file with one topic, and questions before it."""
    row = f"{TROUBLE}, numbers: [{numbers}]{more and ', '}{more}"
    return {"topics": questions + listed(topics=[row])}


def asked(*targets: str) -> str:
    """Questions of which each leads to one of these, and the first of all to the second question."""
    rows = [f"id: q{n}, ask: 哪件事, answers: [{to}]" for n, to in enumerate(targets)]
    return listed(questions=rows)


def answers(*targets: str) -> str:
    """The answers of a question that lead there."""
    return ", ".join(f"{{text: 这件, to: {to}}}" for to in targets)


DEEP = asked(answers("q1", "q1"), answers("q2", "q2"), answers("q3", "q3"), answers("wages", "wages"))

_TOPICS: list[Row] = [
    (
        "wages 没有写 bring",
        {"site": site()["site"].replace("about: 在镇上。}", "about: 在镇上。, topics: [▶wages]}", 1)}
        | topic(),
    ),
    (
        "要写明依据",
        {"site": site()["site"].replace("在镇上。}", "在镇上。, before: {cost: ▶来问不收费}}", 1)},
    ),
    ("title 和 hint 都要写", site("doors:\n  - {title: 起纠纷, to: ▶duty}\n")),
    ("热线里没有这个号码（写的是 12333）", topic("12348, ▶12333")),
    ("没有人的 specialities 写着 工资", topic(more="specialities: [▶工资]")),
    ("没有这个去处（写的是 wage），是不是想写 wages", topic(questions=asked(answers("wages", "▶wage")))),
    (
        "没有一个回答带到这里",
        {
            "topics": asked(answers("wages", "wages"))
            + listed(topics=[f"{TROUBLE}, numbers: [12348]", TROUBLE.replace("wages", "▶fraud")]).replace(
                "first: [记下来]}", "first: [记下来], numbers: [12348]}"
            )
        },
    ),
    ("要问 4 次才到这里", {"topics": DEEP + topic()["topics"].replace("id: wages", "id: ▶wages")}),
]

TEN = quiz(*(question(f"q{n}", f"第{n}问") for n in range(10)))["quiz"]

_QUIZ: list[Row] = [
    ("和第 1 题（a）问的一样", quiz(question("a", "怎么办"), question("b", f"{MARK}怎么办"))),
    ("答案全是 乙", {"quiz": TEN.replace("  -", f"  {MARK}-", 1)}),
]

_TIPS: list[Row] = [
    ("和第 1 条（a）是同一天", tips(tip("a", "2026-12-07"), tip("b", f"{MARK}2026-12-07"))),
    ("2062-12-07 太远了", tips(tip("a", f"{MARK}2062-12-07"))),
    ("从头再轮着登", tips(tip("a", f"{MARK}2026-11-16"), tip("b", "2026-11-09"))),
]


def film(more: str, below: str = "") -> Files:
    """A file of one film, with more keys; `below` is added at its end."""
    entry = f"id: a, title: 片, date: 2022, category: 动漫, summary: 说法, {more}"
    return {"videos": f"categories: [动漫]\nvideos: [{{{entry}}}]\n{below}"}


_VIDEOS: list[Row] = [
    (
        "还写在 videos 里",
        film("length: 0:20", "taken_down: [{id: ▶a, date: 2026-11-01, reason: 授权到期}]\n"),
    ),
    ("要写明依据", film("teaches: [▶调解不收费]")),
    (
        "要比前一场晚",
        film("programme: {scenes: [{title: 一, start: 0:10}, {title: 二}, {title: 三, start: ▶0:10}]}"),
    ),
    ("已经放完了", film("length: 0:20, programme: {scenes: [{title: 一, start: ▶0:20}]}")),
]

STEP = "what: 讲法, date: 2026-10"


def units(step: str) -> Files:
    """A unit with one step, and an event of December that is linked to by `a`."""
    row = f"id: u, name: 司法所, laws: [民法典], audience: [村民], plan: [{{{step}}}]"
    return {"responsibilities": listed(responsibilities=[row])} | events(event("2026-12-02"))


_OPEN: list[Row] = [
    ("还没有关联办过的活动", units(STEP.replace("讲法", "▶讲法"))),
    ("不在这一项的时间里", units("what: 讲法, date: 2027-01, events: [▶a]")),
    (
        "还没有到",
        {"visits": listed(visits=["date: ▶2026-12-02, place: aiguo, asked: 2"])},
    ),
    (
        "这里没有排值班",
        {"visits": listed(visits=["date: ▶2026-11-19, place: aiguo, asked: 2"])},
    ),
]

_STRICT: list[Row] = [
    ("个班次还不能确定", duty(rota(EAST, EAST.replace("2026-01-07", "▶2026-12-02")))),
    (
        "个班次还不能确定",
        {
            "duty": "temporary:\n  - {id: a, name: 年初, from: ▶2027-01-04, shifts:"
            " [{date: 2027-01-04, hours: 9:00-10:00, place: aiguo, people: [li]}]}\n"
        },
    ),
]

ROWS: list[Row] = [
    *_CONTACTS,
    *_EFFECTS,
    *_EVENTS,
    *_EXCEPTIONS,
    *_LAW,
    *_LEAVE,
    *_PLACES,
    *_PEOPLE,
    *_ROTATIONS,
    *_YEARS,
    *_NOTICES,
    *_TOPICS,
    *_QUIZ,
    *_TIPS,
    *_VIDEOS,
    *_OPEN,
    *_STRICT,
]
