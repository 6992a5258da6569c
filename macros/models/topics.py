"""Topics (遇事找法): what to do first, which roads there are, until when, and who knows about it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Https, Id, Labels, Line, Model, Whole
from macros.models.contacts import PhoneNumber
from macros.models.data_file import DataFile, PageAt
from macros.models.law import Law, Said

RoadKind = Literal[
    "mediation",
    "arbitration",
    "lawsuit",
    "reconsideration",
    "petition",
    "police",
    "inspection",
    "agency",
    "notary",
    "court_order",
]
ROAD_NAMES: dict[RoadKind, str] = {
    "mediation": "调解",
    "arbitration": "仲裁",
    "lawsuit": "去法院",
    "reconsideration": "行政复议",
    "petition": "信访",
    "police": "报警",
    "inspection": "劳动监察",
    "agency": "找主管部门",
    "notary": "公证",
    "court_order": "保护令",
}
ASK = "ask-"
# A longer one is a slip of the pen.
_MOST = {"years": 20, "months": 24, "days": 366}


class Road(Model):
    """One way to go: what it is good for, what it costs, how long it takes, when it is the wrong one."""

    labels: ClassVar[Labels] = {
        "kind": "哪条路",
        "name": "叫什么",
        "good": "什么时候走这条路",
        "cost": "要多少钱",
        "takes": "要多久",
        "wrong": "什么时候不合适",
        "law": "依据",
        "first": "先走这条",
    }

    kind: RoadKind
    name: Line | None = None
    good: Said
    cost: Said
    takes: Said
    wrong: Said
    law: Law | None = None
    first: Flag = False

    @property
    def called(self) -> str:
        """What residents call it."""
        return self.name or ROAD_NAMES[self.kind]


class Limit(Model):
    """A term that is counted from a day which only the reader knows: years, months or days."""

    labels: ClassVar[Labels] = {
        "from": ("从哪一天算", "例如 收到决定书那天"),
        "until": "做什么",
        "years": "几年",
        "months": "几个月",
        "days": "几天",
        "note": "说明",
        "law": "依据",
    }

    from_: Line = Field(alias="from")
    until: Line
    years: Whole | None = None
    months: Whole | None = None
    days: Whole | None = None
    note: Line | None = None
    law: Law

    @model_validator(mode="after")
    def _one_length(self) -> Limit:
        written = {key: length for key in _MOST if (length := getattr(self, key)) is not None}
        if len(written) != 1:
            raise wrong("years（年）、months（月）、days（天）要写一个，也只能写一个", right="例如 days: 60")
        for key, length in written.items():
            if not 1 <= length <= _MOST[key]:
                raise wrong("期限的长短不对", right=f"从 1 到 {_MOST[key]}", at=key)
        return self


class Form(Model):
    """A form to fill in, and where it is."""

    labels: ClassVar[Labels] = {
        "name": "名称",
        "address": "网址",
    }

    name: Line
    address: Https | None = None


class Topic(Model):
    """A trouble in people's words, with everything that helps; `says` are the words it is found by."""

    labels: ClassVar[Labels] = {
        "id": "编号",
        "title": ("标题", "乡亲的说法"),
        "hint": "说明",
        "law": "依据",
        "says": "乡亲会怎么说",
        "danger": "有危险",
        "first": "先做什么",
        "avoid": "不要做什么",
        "roads": "走哪条路",
        "limits": "期限",
        "rights": "有什么权利",
        "specialities": "找懂什么的人",
        "numbers": "打哪些号码",
        "bring": "要带什么",
        "call_words": "打电话怎么说",
        "forms": "表格",
    }

    id: Id
    title: Line
    hint: Line
    law: Law | None = None
    says: tuple[Line, ...] = ()
    danger: Flag = False
    first: tuple[Said, ...] = Field(min_length=1)
    avoid: tuple[Said, ...] = ()
    roads: tuple[Road, ...] = ()
    limits: tuple[Limit, ...] = ()
    rights: tuple[Said, ...] = ()
    specialities: tuple[Line, ...] = ()
    numbers: tuple[PhoneNumber, ...] = Field(min_length=1)
    bring: tuple[Line, ...] = ()
    call_words: Line | None = None
    forms: tuple[Form, ...] = ()


class Answer(Model):
    """What a reader may answer, and the topic or the next question it leads to."""

    labels: ClassVar[Labels] = {
        "text": "回答",
        "hint": "说明",
        "to": "接着到哪里",
    }

    text: Line
    hint: Line | None = None
    to: Line


class Question(Model):
    """One question on the way to a topic; the first of the file is asked first."""

    labels: ClassVar[Labels] = {
        "id": "编号",
        "ask": "问题",
        "answers": "回答",
    }

    id: Id
    ask: Line
    answers: tuple[Answer, ...] = Field(min_length=2)


class Step(Model):
    """One step of a mediation: a few words for the picture, and what happens."""

    labels: ClassVar[Labels] = {
        "title": "标题",
        "text": "怎么做",
    }

    title: Line = Field(max_length=8)
    text: Said


class Mediation(Model):
    """人民调解 in a town's own words."""

    labels: ClassVar[Labels] = {
        "lead": "开头一句",
        "ask": "怎么申请",
        "steps": "怎么调解",
        "worth": "调解书有什么用",
        "limits": "期限",
    }

    lead: Said
    ask: tuple[Said, ...] = ()
    steps: tuple[Step, ...] = ()
    worth: tuple[Said, ...] = ()
    limits: tuple[Limit, ...] = ()


class Complaint(Model):
    """Whom to tell when something went wrong with those who should help."""

    labels: ClassVar[Labels] = {
        "title": "投诉什么",
        "steps": "怎么做",
        "numbers": "打哪些号码",
    }

    title: Line
    steps: tuple[Said, ...] = Field(min_length=1)
    numbers: tuple[PhoneNumber, ...] = ()


class Topics(Model):
    """The file topics.yml; `counting` says how a term is counted."""

    labels: ClassVar[Labels] = {
        "counting": "期限怎么算",
        "questions": "问题",
        "topics": "遇事找法",
        "mediation": "人民调解",
        "complaints": "投诉",
    }

    counting: Said | None = None
    questions: tuple[Question, ...] = ()
    topics: tuple[Topic, ...] = ()
    mediation: Mediation | None = None
    complaints: tuple[Complaint, ...] = ()

    @model_validator(mode="after")
    def _pages_have_names_of_their_own(self) -> Topics:
        for number, topic in enumerate(self.topics):
            if topic.id.startswith(ASK):
                raise wrong(f"编号不能用 {ASK} 开头", right="那是问题的页面", at=f"topics.{number}.id")
        return self


TOPICS = DataFile(
    "topics",
    "遇事找法",
    Topics,
    optional=True,
    counted=("topics", "件事"),
    pages=(
        PageAt("topics", "遇事找法", "topics.html"),
        PageAt("mediation", "人民调解", "mediation.html"),
        PageAt("complain", "投诉", "complain.html"),
    ),
    page_of="topics/{}.html",
)
