#!/usr/bin/env python3
"""The work plan of the sample city: its 68 numbers, what departments reported, and the answer key.

  python3 build_plan.py [--check]

Numbers, dates, strengths and departments are facts of the city's published work plan of 2024; titles are ours.
What was reported is invented. The answers are worked out here with fractions, apart from the program they test.
"""

import csv
import io
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

from written import put

HERE = Path(__file__).parent
CITY = "370900"
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
AS_OF = date(2024, 3, 31)
RATE_FROM_PERCENT = 10
ABOUT_PERCENT = 10

PROJECTS = {
    "goal": ("总体目标", "Goals"),
    "party": ("党的建设", "Party building"),
    "air": ("大气污染防治", "Air"),
    "water": ("水生态环境", "Water"),
    "soil": ("土壤与固体废物", "Soil and waste"),
    "rural": ("农村生态环境", "Countryside"),
    "nature": ("生态保护与示范创建", "Nature and model areas"),
    "eia": ("环评管理", "Environmental assessment"),
    "cut": ("总量减排", "Reductions"),
    "green": ("科技与绿色发展", "Technology and green industry"),
    "letters": ("信访与督察整改", "Letters and inspections"),
    "enforce": ("执法监管", "Enforcement"),
    "office": ("调度与宣传", "Reporting and publicity"),
    "monitor": ("监测能力", "Monitoring"),
}
AIR, WATER, SOIL = "大气环境科", "水生态环境科", "土壤与固废生态环境科"
NATURE = "生态保护科、水生态环境科、法制与宣传科"
TEAM = "综合执法支队"
TECH, BOTH = "科技与监测科", "科技与监测科、总量减排科"
OFFICE = "办公室(督查办)"


def t(table, aggregate, column="", where="", of=""):
    return ("table", table, where, column, of, aggregate)


ENTRY = ("entry", "", "", "", "", "")
NOWHERE = ("not_in_plan", "", "", "", "", "")
OF_CITY = f"area_kind=city;area_code={CITY}"


def certified(pollutant):
    return t("pool.entry", "sum", "certified_change_t", f"reduction_year={FIRST.year};pollutant_code={pollutant}")


# id, measure, Chinese, English, project, departments, strength, comparator, value, unit, course, source, and what differs
# from the usual: end of a range, decimals, judged each, start value, whether the date is stated.
TARGETS = [
    ("T001", "目标0", "全省工作位次，底线前八", "Provincial rank of the work, at least eighth", "goal", "", "floor", "<=", 8, "位", "level", ENTRY, {}),
    ("T002", "目标0", "全省工作位次，争前五", "Provincial rank of the work, fifth aimed at", "goal", "", "aim", "<=", 5, "位", "level", ENTRY, {}),
    ("T003", "目标0", "全省工作位次，力争前三", "Provincial rank of the work, third striven for", "goal", "", "strive", "<=", 3, "位", "level", ENTRY, {}),
    ("T004", "目标1", "PM2.5年均浓度", "PM2.5, mean of the year", "goal", "", "must", "<=", 40, "µg/m³", "level", t("air.area_day", "mean", "pm2_5_ug_m3", OF_CITY), {"decimals": 0}),
    ("T005", "目标1", "优良天数比例", "Share of good days", "goal", "", "must", ">=", "", "%", "level", t("air.area_month", "latest", "good_day_percent", OF_CITY + ";period_kind=year;dust=included"), {"decimals": 1}),
    ("T006", "目标1", "重污染天数", "Days of heavy pollution", "goal", "", "must", "<=", "", "天", "limit", t("air.area_day", "count", "", OF_CITY + ";class_name=重度污染|严重污染"), {}),
    ("T007", "目标1", "空气综合指数全省位次", "Provincial rank by the composite air index", "goal", "", "must", "<=", 8, "位", "level", t("air.ranking_month", "latest", "rank_no", OF_CITY + ";period_kind=year;dust=included"), {}),
    ("T008", "目标1", "高质量发展考核组内位次", "Rank in the assessment group", "goal", "", "must", "<=", 3, "位", "level", ENTRY, {}),
    ("T009", "目标2", "国控断面优良比例", "National sections of class I to III", "goal", "", "must", ">=", 100, "%", "level", t("water.area_year", "latest", "good_share_unrounded_percent", OF_CITY + ";section_scope=national"), {"decimals": 1}),
    ("T010", "目标2", "水质指数全省位次", "Provincial rank by the water quality index", "goal", "", "must", "<=", 5, "位", "level", t("water.area_year", "latest", "cwqi_rank", OF_CITY + ";section_scope=national"), {}),
    ("T011", "目标3", "重点建设用地安全利用率", "Safe use of key building land", "goal", "", "must", ">=", 100, "%", "level", t("ground.plot_year", "latest", "safe_count", OF_CITY + ";list_kind=construction_land", "plot_count"), {}),
    ("T012", "目标3", "国控地下水点位稳中向好", "National groundwater points no worse", "goal", "", "must", ">=", "", "个", "level", t("ground.point_year", "count", "", "level=national;trend=better|stable"), {}),
    ("T013", "目标4", "氮氧化物减排量", "Certified reduction of NOx", "goal", "", "must", ">=", "", "t", "rises", certified("NOx"), {}),
    ("T014", "目标4", "挥发性有机物减排量", "Certified reduction of VOCs", "goal", "", "must", ">=", "", "t", "rises", certified("VOCs"), {}),
    ("T015", "目标4", "化学需氧量减排量", "Certified reduction of COD", "goal", "", "must", ">=", "", "t", "rises", certified("COD"), {}),
    ("T016", "目标4", "氨氮减排量", "Certified reduction of NH3-N", "goal", "", "must", ">=", "", "t", "rises", certified("NH3-N"), {}),
    ("T017", "目标5", "执法练兵全省位次，前八", "Provincial rank in enforcement training, eighth", "goal", "", "must", "<=", 8, "位", "level", ENTRY, {}),
    ("T018", "目标5", "执法练兵全省位次，力争前五", "Provincial rank in enforcement training, fifth striven for", "goal", "", "strive", "<=", 5, "位", "level", ENTRY, {}),
    ("T019", "目标5", "秸秆禁烧考核失分", "Points lost over straw burning", "goal", "", "must", "=", 0, "分", "limit", ENTRY, {}),
    ("T020", "3", "五星党支部", "Five-star branches", "party", "机关党委", "strive", ">=", 5, "个", "rises", ENTRY, {"stated": True}),
    ("T021", "3", "党建督查覆盖率", "Branches inspected", "party", "机关党委", "must", ">=", 100, "%", "rises", ENTRY, {}),
    ("T022", "7", "标志性战役开展数", "Campaigns against air pollution under way", "air", "大气环境科、区域空气质量控制科", "must", "=", 3, "个", "rises", ENTRY, {}),
    ("T023", "8", "创A企业", "Enterprises on the way to grade A", "air", AIR, "must", ">=", 6, "家", "rises", ENTRY, {}),
    ("T024", "8", "B级升A企业", "Enterprises of grade B rising to A", "air", AIR, "must", ">=", 6, "家", "rises", ENTRY, {}),
    ("T025", "12", "淘汰国一及以下非道路机械", "Non-road machines up to stage I retired", "air", AIR, "basically", ">=", 1147, "台", "rises", t("diesel.retirement_month", "latest", "retired_to_date_count", OF_CITY + ";subject_kind=machine"), {"stated": True}),
    ("T026", "12", "淘汰国三及以下柴油货车", "Diesel trucks up to stage III retired", "air", AIR, "must", ">=", "", "辆", "rises", t("diesel.retirement_month", "latest", "retired_to_date_count", OF_CITY + ";subject_kind=truck"), {}),
    ("T027", "15", "建成区黑臭水体", "Black-odorous water bodies in the built-up area", "water", WATER, "must", "=", 0, "条", "every_day", ENTRY, {}),
    ("T028", "15", "污水处理厂提标改造率", "Sewage plants upgraded", "water", WATER, "must", ">=", 54, "%", "rises", ENTRY, {}),
    ("T029", "15", "新泰市剩余合流管网", "Combined sewers left in Xintai", "water", WATER, "must", "=", 0, "km", "falls", ENTRY, {"start": "12.6"}),
    ("T030", "15", "两个清零一个提标完成项", "Of the two zeroes and one upgrade, done", "water", WATER, "must", "=", 3, "项", "rises", ENTRY, {}),
    ("T031", "16", "乡镇污水处理厂达标率", "Compliance of township sewage plants", "water", "水生态环境科、综合执法支队", "must", ">", "", "%", "level", t("source.compliance_month", "latest", "compliance_rate_percent", f"plant_group=sewage_plant;area_level=city;area_code={CITY}"), {}),
    ("T032", "18", "入河排污口溯源率", "Outfalls traced", "water", WATER, "must", ">=", 100, "%", "rises", ENTRY, {}),
    ("T033", "18", "入河排污口整治率", "Outfalls put right", "water", WATER, "must", ">=", 70, "%", "rises", ENTRY, {}),
    ("T034", "21", "省名录地块管理", "Plots of the provincial list under control", "soil", SOIL, "must", "=", 3, "个", "rises", t("ground.plot_year", "latest", "done_count", OF_CITY + ";list_kind=risk_control"), {}),
    ("T035", "21", "隐患排查回头看企业", "Enterprises looked at again for hidden hazards", "soil", SOIL, "must", ">=", 2, "家", "rises", ENTRY, {}),
    ("T036", "21", "隐患排查质量提升企业", "Enterprises that better their hazard surveys", "soil", SOIL, "must", ">=", 51, "家", "rises", ENTRY, {}),
    ("T037", "21", "优先监管地块监测", "Priority plots monitored", "soil", SOIL, "must", ">=", 7, "个", "rises", t("ground.plot_year", "latest", "done_count", OF_CITY + ";list_kind=priority"), {}),
    ("T038", "21", "关闭搬迁地块管控完成率", "Plots of closed enterprises under control", "soil", SOIL, "must", ">=", 75, "%", "rises", t("ground.plot_year", "latest", "done_percent", OF_CITY + ";list_kind=closed_enterprise"), {}),
    ("T039", "21", "行业调查报告复核", "Industries whose survey reports are re-examined", "soil", SOIL, "must", "=", 7, "个", "rises", ENTRY, {}),
    ("T040", "22", "腾跃公司危险废物库存", "Hazardous waste in stock at Tengyue", "soil", SOIL, "must", "=", 0, "t", "falls", t("waste.stock_day", "sum", "stock_t", "unit_code=WU005"), {"start": 3000}),
    ("T041", "22", "腾跃公司危险废物清运量", "Hazardous waste cleared from Tengyue", "soil", SOIL, "must", ">", 3000, "t", "rises", t("waste.manifest", "sum", "received_t", "unit_code=WU005"), {}),
    ("T042", "23", "无废细胞", "Zero-waste cells", "soil", SOIL, "must", ">=", 200, "个", "rises", ENTRY, {}),
    ("T043", "25", "行政村回头看", "Villages looked at again", "rural", "乡村生态振兴工作专班", "must", ">=", 3339, "个", "rises", ENTRY, {}),
    ("T044", "29", "黄河流域行动开展数", "Actions in the Yellow River basin under way", "nature", "生态保护科", "must", "=", 10, "个", "rises", ENTRY, {}),
    ("T045", "30", "两山基地复核", "Practice bases re-assessed", "nature", NATURE, "must", "=", 4, "个", "rises", ENTRY, {}),
    ("T046", "30", "生态文明示范区复核", "Model areas re-assessed", "nature", NATURE, "must", "=", 2, "个", "rises", ENTRY, {}),
    ("T047", "30", "省级美丽河湖", "Provincial beautiful rivers", "nature", NATURE, "must", ">=", 1, "条", "rises", ENTRY, {"stated": True}),
    ("T048", "30", "环保小卫士", "Young guards of the environment", "nature", NATURE, "about", "≈", 200, "名", "rises", ENTRY, {}),
    ("T049", "34", "环评单位现场检查轮次", "Rounds of checks of assessment firms", "eia", "生态保护科", "must", ">=", 2, "轮", "rises", ENTRY, {}),
    ("T050", "34", "每季度抽取环评文件", "Assessment files drawn each quarter", "eia", "生态保护科", "must", ">=", 15, "个", "rises", t("enforce.draw", "distinct", "drawn_code", "list_name=eia_files;period=2024Q1|2024Q2|2024Q3|2024Q4"), {"each": "quarter", "stated": True}),
    ("T051", "35", "减排量市级统筹比例", "Share of certified reductions pooled by the city", "cut", "总量减排科", "must", "=", 30, "%", "every_day", t("pool.entry", "percent_true", "is_city_share", f"reduction_year={FIRST.year}", "certified_change_t"), {"decimals": 1}),
    ("T052", "35", "年度减排任务完成率", "Reduction tasks done", "cut", "总量减排科", "must", ">=", 100, "%", "rises", ENTRY, {}),
    ("T053", "36", "环保金融项目入库", "Projects admitted to the finance register", "green", TECH, "strive", ">=", 2, "个", "rises", ENTRY, {}),
    ("T054", "36", "新增EOD项目", "New EOD projects", "green", TECH, "strive", ">=", 2, "个", "rises", ENTRY, {}),
    ("T055", "37", "清洁生产审核企业", "Enterprises under clean-production audit", "green", BOTH, "strive", ">=", 50, "家", "rises", ENTRY, {}),
    ("T056", "37", "创建生态工业园区", "Eco-industrial parks begun", "green", BOTH, "actively", ">=", 2, "个", "rises", ENTRY, {}),
    ("T057", "39", "未销号信访件", "Letters still open", "letters", OFFICE, "must", "=", 0, "件", "falls", t("enforce.letter_day", "latest", "open_count", "county_code=*;batch=*"), {"start": 7}),
    ("T058", "39", "信访件办结", "Letters closed", "letters", OFFICE, "must", "=", 1843, "件", "rises", t("enforce.letter_day", "latest", "settled_count", "county_code=*;batch=*"), {"start": 1836}),
    ("T059", "40", "专项执法行动", "Special enforcement campaigns", "enforce", TEAM, "must", ">=", 10, "次", "rises", ENTRY, {}),
    ("T060", "40", "两打行动开展数", "Joint campaigns under way", "enforce", TEAM, "must", "=", 2, "个", "rises", ENTRY, {}),
    ("T061", "41", "执法机构规范化达标", "Enforcement bodies at standard", "enforce", TEAM, "strive", "between", 2, "个", "rises", ENTRY, {"max": 3}),
    ("T062", "41", "排污许可清单式执法检查覆盖率", "Permit holders checked", "enforce", TEAM, "must", ">=", 100, "%", "rises", ENTRY, {}),
    ("T063", "41", "每月非现场执法占比", "Off-site share of enforcement each month", "enforce", TEAM, "strive", ">=", 40, "%", "level", t("lead.county_month", "latest", "off_site_percent", "county_code=*"), {"each": "month", "stated": True}),
    ("T064", "41", "每季度案卷评查", "Reviews of case files each quarter", "enforce", TEAM, "must", ">=", 1, "次", "rises", ENTRY, {"each": "quarter", "stated": True}),
    ("T065", "43", "每季度调度通报", "Bulletins each quarter", "office", "办公室(督查办)、人事科", "must", ">=", 1, "次", "rises", ENTRY, {"each": "quarter", "stated": True}),
    ("T066", "45", "自动监测三率全省位次，居前列", "Provincial rank of the three rates of monitoring, among the first", "monitor", TECH, "must", "<=", "", "位", "level", NOWHERE, {}),
    ("T067", "45", "功能区声环境自动站联网率", "Noise stations connected", "monitor", TECH, "must", ">=", 100, "%", "rises", t("noise.zone_month", "latest", "reporting_point_count", f"area_kind=city;area_code={CITY};zone=all", "registered_point_count"), {}),
    ("T068", "46", "政务信息全省位次", "Provincial rank of government information", "office", "法制与宣传科、办公室(督查办)", "must", "<=", 3, "位", "level", ENTRY, {}),
]

# id, day, value. T027: a black-odorous water body is found and put right within March. T059: no campaign since 10 March,
# so its rate ends short from the report of the 31st on. T065: the bulletin of the quarter is missing.
ENTRIES = """
T001 2024-03-29 7|T002 2024-03-29 7|T003 2024-03-29 7|T008 2024-03-29 2|T017 2024-03-29 9
T019 2024-03-29 0|T020 2024-03-29 1|T021 2024-03-29 30|T022 2024-03-29 3|T023 2024-03-29 6|T024 2024-03-29 1
T027 2024-03-01 0|T027 2024-03-15 1|T027 2024-03-20 0|T028 2024-03-29 10|T029 2024-03-29 9.1|T030 2024-03-29 0
T032 2024-03-29 62|T033 2024-03-29 12|T036 2024-03-29 51
T039 2024-03-29 1|T042 2024-03-29 45|T043 2024-03-29 900
T044 2024-03-29 10|T045 2024-03-29 0|T047 2024-03-29 0|T048 2024-03-29 55|T049 2024-03-29 1
T052 2024-03-29 21|T053 2024-03-29 1|T054 2024-03-29 0|T055 2024-03-29 14|T056 2024-03-29 1
T059 2024-03-10 2|T059 2024-03-31 2|T060 2024-03-29 2|T061 2024-03-29 0
T062 2024-03-29 40|T064 2024-03-20 1|T068 2024-03-29 2
"""


def entries():
    found = [e.split() for line in ENTRIES.strip().splitlines() for e in line.split("|")]
    return [(i, day, value, f"示例调度〔2024〕{n}号", "示例填报员") for n, (i, day, value) in enumerate(found, 1)]


def text(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def targets_csv():
    rows = [("target_id,measure_no,title_zh,title_en,project_zh,project_en,departments,strength,comparator,target_value,"
             "target_max_value,unit,decimals,course,judged_each,start_value,due_day,due_from,source_kind,source_table,"
             "source_filter,source_column,source_of_column,source_aggregate,document_no,valid_from,valid_to").split(",")]
    for i, measure, zh, en, project, who, strength, comparator, value, unit, course, source, more in TARGETS:
        kind, table, where, column, of, aggregate = source
        rows.append((i, measure, zh, en, *PROJECTS[project], who, strength, comparator, value, more.get("max", ""), unit,
                     more.get("decimals", ""), course, more.get("each", "year"), more.get("start", ""), LAST,
                     "stated" if more.get("stated") else "implied", kind, table, where, column, of, aggregate,
                     "泰环境发〔2024〕8号", FIRST, LAST))
    return text(rows)


def holds(comparator, value, number, most):
    value, number = Fraction(value), Fraction(number)
    return {"<=": value <= number, ">=": value >= number, "=": value == number, ">": value > number,
            "≈": abs(value - number) * 100 <= number * ABOUT_PERCENT,
            "between": number <= value <= Fraction(most or 0)}[comparator]


def state(target, told):
    """The state on the last day of March of a number that is reported."""
    i, _, _, _, _, _, _, comparator, number, _, course, _, more = target
    if number == "":
        return "no_number"
    told = [e for e in told if e[0] == i]
    if not told:
        return "no_report"
    day, value = date.fromisoformat(told[-1][1]), Fraction(told[-1][2])
    reached = holds(comparator, value, number, more.get("max"))
    if more.get("each") == "quarter":
        return "on_the_way" if reached else "missed"
    if course == "every_day":
        return "met" if reached else "missed"
    if course == "level":
        return "on_the_way" if reached else "at_risk"
    if course in ("rises", "falls") and reached:
        return "met"
    if course == "limit" and not reached:
        return "missed"
    gone, days = (day - FIRST).days + 1, (LAST - FIRST).days + 1
    assert Fraction(gone * 100, days) >= RATE_FROM_PERCENT
    start = Fraction(more.get("start", 0))
    end = start + (value - start) * days / gone
    number = Fraction(number)
    if course == "rises":
        least = number * (100 - ABOUT_PERCENT) / 100 if comparator == "≈" else number
        return "at_risk" if end < least or comparator == ">" and end == least else "on_the_way"
    return "at_risk" if end > number else "on_the_way"


def answers_csv():
    rows = [("target_id", "source_kind", "so_far_value", "state")]
    for target in TARGETS:
        if target[11][0] == "table":
            continue
        told = [e for e in entries() if e[0] == target[0]]
        rows.append((target[0], target[11][0], told[-1][2] if told else "", state(target, entries())))
    return text(rows)


def main():
    files = {
        HERE / "landing/registry/plan_targets.csv": targets_csv(),
        HERE / "landing/registry/plan_entries.csv":
            text([("target_id", "entry_day", "entered_value", "document_no", "reporter")] + entries()),
        HERE / "answers_plan.csv": answers_csv(),
    }
    put({path: content.encode() for path, content in files.items()}, "--check" in sys.argv)


if __name__ == "__main__":
    main()
