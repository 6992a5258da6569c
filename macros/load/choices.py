"""What clerks call the values of a choice; the first word is the one that forms and messages use."""

from __future__ import annotations

from collections.abc import Iterable

VALUES: dict[str, tuple[str, ...]] = {
    "station": ("站", "服务站"),
    "room": ("室", "服务室"),
    "point": ("点", "服务点", "点位轮值"),
    "area": ("分片轮值", "分片"),
    "stationed": ("定期驻点", "驻点"),
    "culture_venue": ("法治文化阵地",),
    "reconsideration_point": ("行政复议受理点",),
    "adviser": ("村居法律顾问", "法律顾问", "律师"),
    "mediator": ("专职调解员", "调解员"),
    "judge": ("驻村法官", "法官"),
    "public_lawyer": ("镇公职律师", "公职律师"),
    "skip": ("放假不值，人顺到下一次", "跳过", "不值班"),
    "forfeit": ("放假不值，这一轮作废", "作废"),
    "postpone": ("顺延", "延后", "推迟"),
    "advance": ("提前",),
    "keep": ("照常值班", "照常"),
    "road": ("路", "公路", "马路", "街"),
    "river": ("河", "河道", "江"),
    "bridge": ("桥",),
    "market": ("市场", "集市"),
    "tianditu": ("天地图",),
    "wgs84": ("GPS 仪器", "GPS"),
    "gcj02": ("高德、腾讯", "高德", "腾讯"),
    "bd09": ("百度",),
    "surveyed": ("到门口量过", "准确", "精确"),
    "approximate": ("大概", "大约"),
    "off": ("放假", "休息"),
    "work": ("调休上班", "上班", "补班"),
    "phone": ("电话", "手机", "电话值班"),
    "video": ("视频", "视频值班"),
    "place": ("到场", "现场"),
    "photo": ("照片",),
    "address": ("地址",),
    "directions": ("怎么走",),
    "phones": ("电话",),
    "hours": ("开放时间",),
    "position": ("位置",),
    "services": ("服务内容",),
    "bring": ("要带什么",),
    "featured": ("特色介绍",),
    "name": ("名称",),
    "organiser": ("主办单位",),
    "supporter": ("协办单位",),
    "week": ("每周",),
    "month": ("每月",),
    "quarter": ("每季度",),
    "duty": ("值班",),
    "map": ("地图",),
    "villages": ("村居", "找我的村"),
    "hotlines": ("热线",),
    "events": ("活动",),
    "videos": ("视频",),
    "mediation": ("调解", "人民调解"),
    "arbitration": ("仲裁",),
    "lawsuit": ("起诉", "诉讼", "打官司", "去法院"),
    "reconsideration": ("复议", "行政复议"),
    "petition": ("信访",),
    "police": ("报警",),
    "inspection": ("劳动监察",),
    "agency": ("找部门", "主管部门"),
    "notary": ("公证",),
    "court_order": ("保护令", "人身安全保护令"),
    "topics": ("遇事找法",),
    "complain": ("投诉",),
    "cost": ("收费", "收不收费"),
    "booking": ("预约",),
    "confidential": ("保密",),
    "home_visits": ("上门",),
    "dialect": ("方言",),
    "quiz": ("答题", "普法问答"),
    "tips": ("每周一条",),
}


def values_called(word: str, allowed: Iterable[str]) -> list[str]:
    """The values that a Chinese word stands for, of those that are allowed."""
    return [value for value in allowed if word in VALUES.get(value, ())]


def explained(value: str) -> str:
    """The value with its meaning, such as `off（放假）`; itself where there is none."""
    return f"{value}（{VALUES[value][0]}）" if value in VALUES else value
