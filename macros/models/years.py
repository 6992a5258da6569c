"""Years: what the report of a year says, beside what events, duty and visits add up to."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from macros.errors import wrong
from macros.models.base import Flag, Https, Labels, Line, Model, Text, Whole
from macros.models.data_file import DataFile, PageAt
from macros.models.events import Count, Figures


def _year(value: Any) -> Any:
    return value.strip().removesuffix("年") if isinstance(value, str) else value


YearNumber = Annotated[Whole, BeforeValidator(_year), Field(ge=1980, le=2100)]


class YearFigures(Figures):
    """What a whole year came to; `lectures` are those held in villages."""

    labels: ClassVar[Labels] = {
        "lectures": "讲座场数",
        "reviews": "法治审核件数",
        "reconsiderations": "行政复议件数",
        "lawsuits": "诉讼件数",
    }

    lectures: Count | None = None
    reviews: Count | None = None
    reconsiderations: Count | None = None
    lawsuits: Count | None = None

    @property
    def named(self) -> tuple[tuple[str, Count, str], ...]:
        """Label, count and unit of each figure that is known."""
        more = (
            ("到村里讲法律", self.lectures, "场"),
            ("重大决定先审查合不合法", self.reviews, "件"),
            ("镇里的决定被申请重新查（行政复议）", self.reconsiderations, "件"),
            ("镇里被告上法院（行政诉讼）", self.lawsuits, "件"),
        )
        known = tuple((label, count, unit) for label, count, unit in more if count is not None)
        return (*super().named, *known)


class Year(Model):
    """What a year's report says; `report` is the address where its public text stands."""

    labels: ClassVar[Labels] = {
        "year": "哪一年",
        "summary": "说明",
        "figures": "数字",
        "source": "数字哪里来的",
        "report": "报告文件",
        "sample": "是示例",
    }

    year: YearNumber
    summary: Text | None = None
    figures: YearFigures = YearFigures()
    source: Line | None = None
    report: Https | None = None
    sample: Flag = False

    @model_validator(mode="after")
    def _figures_have_a_source(self) -> Year:
        if self.figures.named and not self.source:
            raise wrong(
                "写了数字，就要写明数字从哪里来", right="例如 source: 2026 年法治建设工作报告", at="figures"
            )
        return self


class Years(Model):
    """The file years.yml, or the files of the folder years, one for each year."""

    labels: ClassVar[Labels] = {
        "years": "年度",
    }

    years: tuple[Year, ...] = ()

    @model_validator(mode="after")
    def _once_each(self) -> Years:
        first: dict[int, int] = {}
        for number, one in enumerate(self.years):
            if (before := first.setdefault(one.year, number)) != number:
                raise wrong(f"{one.year} 年写了两次，第 {before + 1} 条已经有了", at=f"years.{number}.year")
        return self


YEARS = DataFile(
    "years",
    "年度",
    Years,
    optional=True,
    counted=("years", "个年度"),
    pages=(PageAt("open", "公开", "open.html"),),
)
