"""Law: what a sentence for residents rests on, and when somebody last looked it up."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator

from macros.errors import wrong
from macros.models.base import Labels, Line, Model, Text, narrow
from macros.models.dates import Day


def _name(value: str) -> str:
    if not (name := value.strip("《》 ")):
        raise wrong("这里写法律的名称", right="例如 人民调解法")
    return name


def _article(value: str) -> str:
    numbers = re.sub(r"[第条\s]", "", narrow(value)).replace("-", "至").replace("和", "、").replace(",", "、")
    if not re.fullmatch(r"[1-9]\d{0,3}([、至][1-9]\d{0,3})*", numbers):
        raise wrong("这里写第几条，用阿拉伯数字", right="例如 20；有两条写 20、87")
    return f"第{numbers}条"


LawName = Annotated[Line, AfterValidator(_name)]


class Law(Model):
    """A law, the articles of it that are meant, and the day on which they were looked up."""

    labels: ClassVar[Labels] = {
        "name": "哪部法律",
        "article": "第几条",
        "checked_on": "哪天查对的",
    }

    name: LawName
    article: Annotated[Line, AfterValidator(_article)]
    checked_on: Day


class Statement(Model):
    """A sentence or paragraph for residents, with the law behind it where it states one."""

    labels: ClassVar[Labels] = {
        "text": "一句话",
        "law": "依据",
    }

    text: Text
    law: Law | None = None


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        raise wrong("这里只写一句，不写成列表", right="几句话接着写成一句")
    return {"text": value} if isinstance(value, str) else value


Said = Annotated[Statement, BeforeValidator(_plain, json_schema_input_type=Text | Statement)]
