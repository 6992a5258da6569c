"""The small types that every model is made of; each accepts the text a clerk typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
)
from pydantic_core import CoreSchema, core_schema

from macros.errors import wrong
from macros.models.hidden import hidden
from macros.models.private import ADDRESS
from macros.models.reference import MEDIA, VILLAGES, Ref

LONGEST_TEXT = 5000
LONGEST_LINE = 200
# What YAML takes for nothing.
_NOTHING = ("null", "Null", "NULL", "~")
# Names of devices, which an old Windows can't write or fetch as a file or folder.
_DEVICE = re.compile(r"con|nul|aux|prn|com[0-9]|lpt[0-9]")
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
YES, _NO = ("true", "yes", "是"), ("false", "no", "否")


# What clerks call each key, with a hint where one helps: the words of forms, of the schema and of tables.
Labels = Mapping[str, "str | tuple[str, str]"]


class Model(BaseModel):
    """One entry of a file in data/: frozen, and refusing keys it doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    labels: ClassVar[Labels] = {}


def label_of(model: type[Model], key: str) -> tuple[str, str]:
    """What a key of a model is called, and the hint, which may be empty."""
    for kind in model.__mro__:
        if found := vars(kind).get("labels", {}).get(key):
            return (found, "") if isinstance(found, str) else found
    raise KeyError(f"{model.__name__} has no label for {key}")


def narrow(text: str) -> str:
    """The text with full-width digits, letters, colons and spaces made half-width."""
    return unicodedata.normalize("NFKC", text).strip()


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if found := hidden(value):
        raise wrong(found.message, right=found.right)
    if not (value := unicodedata.normalize("NFC", value).strip()):
        raise wrong("这里还空着", right="请填写，或者删掉这一行")
    if value in _NOTHING:
        raise wrong("这里还空着", right=f"{value} 会原样登出去，请填写，或者删掉这一行")
    if len(value) > LONGEST_TEXT:
        raise wrong(f"文字太长，超过 {LONGEST_TEXT} 字")
    return value


def _line(value: str) -> str:
    if "\n" in value:
        raise wrong("这里只能写一行")
    return value


def _id(value: str) -> str:
    if not re.fullmatch(_ID, value) or len(value) > 60:
        raise wrong("编号只能用小写字母、数字和短横线", right="例如 aiguo-room")
    if _DEVICE.fullmatch(value):
        raise wrong("Windows 电脑不许文件叫这个名字", right=f"例如 {value}-1")
    return value


def _flag(value: Any) -> Any:
    word = narrow(value).lower() if isinstance(value, str) else value
    if word in YES or word in _NO:
        return word in YES
    if isinstance(word, str):
        raise wrong("这里只能写 true（是）或 false（否）")
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{1,9}", text := narrow(value).replace(",", "")):
            raise wrong("这里要写一个整数", right="例如 12")
        return int(text)
    return value


def _degrees(value: Any) -> Any:
    if isinstance(value, str):
        text = narrow(value)
        if re.fullmatch(r"[\d.]+[,、 ]+[\d.]+", text):
            raise wrong("经度和纬度要分两行写", right="大的写在 longitude，小的写在 latitude")
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,15})?", text):
            raise wrong("经纬度要写成小数", right="例如 121.75369 或 31.52580，不要带度、分、秒和字母")
        return float(text)
    return value


Text = Annotated[str, BeforeValidator(_text)]
Line = Annotated[Text, AfterValidator(_line), Field(max_length=LONGEST_LINE)]
Id = Annotated[Line, AfterValidator(_id), Field(json_schema_extra={"pattern": f"^{_ID}$"})]
Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool | Literal["是", "否"])]
Whole = Annotated[int, BeforeValidator(_whole)]
Degrees = Annotated[float, BeforeValidator(_degrees)]
VillageRef = Annotated[Line, Ref(VILLAGES, "村居")]


def _https(value: str) -> str:
    if not re.fullmatch(r"https://[A-Za-z0-9.-]+\.[a-z]{2,}(/[^\s\"'<>\\]*)?", value):
        raise wrong("网址应以 https:// 开头")
    return value


def _media(value: str) -> str:
    if not re.fullmatch(r"media/[A-Za-z0-9_][A-Za-z0-9_./-]*", value) or ".." in value:
        raise wrong("文件应放在 media 文件夹里，文件名用字母和数字", right="例如 media/yaoyan.mp4")
    if any(_DEVICE.fullmatch(part.split(".")[0].lower()) for part in value.split("/")):
        raise wrong("Windows 电脑不许文件叫这个名字", right="请改名")
    return value


Https = Annotated[Line, AfterValidator(_https), ADDRESS]


_FILE = Ref(MEDIA, "文件")


def _ends(called: str, *ends: str) -> AfterValidator:
    def check(value: str) -> str:
        if not value.lower().endswith(ends):
            raise wrong(f"{called}不能用这种文件", right=f"请转成 {' 或 '.join(ends)}")
        return value

    return AfterValidator(check)


VideoFile = Annotated[Line, AfterValidator(_media), _ends("影片", ".mp4", ".webm"), _FILE]
ImageFile = Annotated[Line, AfterValidator(_media), _ends("图片", ".jpg", ".jpeg", ".png", ".webp"), _FILE]
AudioFile = Annotated[Line, AfterValidator(_media), _ends("录音", ".mp3", ".m4a"), _FILE]
CaptionsFile = Annotated[Line, AfterValidator(_media), _ends("字幕", ".vtt"), _FILE]


def parsed(kind: type, parse: Any, pattern: str | None = None) -> CoreSchema:
    """A schema that parses a line of text into `kind` and takes a ready one as it is.

    `pattern` is what forms and editors hold the text against while it is typed.
    """
    return core_schema.no_info_before_validator_function(
        lambda value: parse(value) if isinstance(value, str) else value,
        core_schema.is_instance_schema(kind),
        json_schema_input_schema=core_schema.str_schema(max_length=LONGEST_LINE, pattern=pattern),
    )
