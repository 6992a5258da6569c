"""Topics (遇事找法): what to do first, which roads there are, until when, and who knows about it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Https, Id, Line, Model, Whole
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

    name: Line
    address: Https | None = None


class Topic(Model):
    """A trouble in people's words, with everything that helps; `says` are the words it is found by."""

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

    text: Line
    hint: Line | None = None
    to: Line


class Question(Model):
    """One question on the way to a topic; the first of the file is asked first."""

    id: Id
    ask: Line
    answers: tuple[Answer, ...] = Field(min_length=2)


class Step(Model):
    """One step of a mediation: a few words for the picture, and what happens."""

    title: Line = Field(max_length=8)
    text: Said


class Mediation(Model):
    """人民调解 in a town's own words."""

    lead: Said
    ask: tuple[Said, ...] = ()
    steps: tuple[Step, ...] = ()
    worth: tuple[Said, ...] = ()
    limits: tuple[Limit, ...] = ()


class Complaint(Model):
    """Whom to tell when something went wrong with those who should help."""

    title: Line
    steps: tuple[Said, ...] = Field(min_length=1)
    numbers: tuple[PhoneNumber, ...] = ()


class Topics(Model):
    """The file topics.yml; `counting` says how a term is counted."""

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
