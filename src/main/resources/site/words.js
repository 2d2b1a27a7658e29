// Words of the pages: codes that the tables hold, titles of columns in English, reasons for what is missing.
'use strict';
const words = (() => {
  const own = {
    city: ['全市', 'City'], production: ['生产', 'production'], treatment: ['治污', 'treatment'], total: ['总表', 'total'], office: ['办公', 'office'],
    FLAT_LINE: ['长时间恒值', 'flat line'], FLAT_TOP: ['贴限值波动', 'flat below the limit'], COPIED_DAY: ['整日重复', 'copied day'],
    QUANTISED: ['取值过少', 'few distinct values'], DILUTION: ['疑似稀释', 'dilution'], AMMONIA_ABOVE_NITROGEN: ['氨氮大于总氮', 'ammonia above total nitrogen'],
    FLAG_COVERS_RISE: ['标记掩盖上升', 'flag covers a rise'], ZS_NOT_CONSISTENT: ['折算不一致', 'conversion inconsistent'], COU_NOT_CONSISTENT: ['排放量不一致', 'amount inconsistent'],
    REMOVAL_BELOW_DESIGN: ['去除率低于设计值', 'removal below design'], SLIP_WITH_NOX_NEAR_LIMIT: ['氨逃逸超标且NOx接近限值', 'ammonia slip, NOx near its limit'],
    TREATMENT_WITHOUT_LOAD: ['设施空转', 'treatment without load'], TREATMENT_OFF: ['产污不治污', 'treatment off during production'],
    UNDER_LOAD: ['治污低负荷', 'treatment under load'], LATE_START: ['治污晚开', 'late start of treatment'], EARLY_STOP: ['治污早停', 'early stop of treatment'],
    CONSTANT_CURRENT: ['电流恒定不变', 'constant current'], REGISTER_BACK: ['表码倒走', 'register runs back'], REGISTER_JUMP: ['表码飞走', 'register jumps'],
    UNCOVERED_ENERGY: ['无数据时段用电', 'energy without data'], IMPLAUSIBLE_POWER: ['功率超出额定', 'power above rating'], PHASE_LOSS: ['缺相', 'phase lost'],
    METER_OFFLINE: ['电表离线', 'meter offline'], PACKETS_SAY_STOPPED: ['报文报停', 'packets report a stop'], CONCENTRATION_STAYED_LOW: ['停治污时浓度未升', 'concentration stayed low'],
    EXCEEDED_MEANWHILE: ['同期超标', 'exceeded meanwhile'], CUT_NOT_MET: ['减排未达要求', 'cut not met'], EXCEEDED_DURING_ALERT: ['预警期间超标', 'exceeded during an alert'],
    SUSPECT_SERIES: ['可疑数据序列', 'suspect series'], ELECTRICITY_ANOMALY: ['用电异常', 'electricity anomaly'], OBD_ANOMALY: ['OBD异常', 'OBD anomaly'],
    SECTION_TARGET_MISSED: ['断面未达标', 'section target missed'], SECTION_TARGET_AT_RISK: ['断面有不达标风险', 'section target at risk'],
    RETIRED_BUT_SENDING: ['淘汰后仍上传', 'retired but sending'], RETIRED_TWICE: ['重复淘汰', 'retired twice'], RETIRED_WITHOUT_PROOF: ['无淘汰证明', 'retired without proof'],
    RETIRED_BEFORE_STAGE: ['早于排放阶段', 'retired before its stage existed'], RETIRED_AFTER_TARGET: ['逾期淘汰', 'retired after the target day'],
    MET: ['落实', 'met'], NOT_MET: ['未落实', 'not met'], NO_METER: ['方案未列电表', 'plan names no meter'], NO_CUT_NAMED: ['方案未列比例', 'plan names no share'],
    UNKNOWN_METER: ['电表未登记', 'meter not registered'], HOLIDAY: ['节假日不判', 'holiday, not judged'], TOO_FEW_CLEAN_DAYS: ['基线日不足', 'too few days for a baseline'],
    TOO_LITTLE_COVERAGE: ['数据不足', 'too little data'], cut: ['限产', 'cut'], stop: ['停产', 'stop'], red: ['红色预警', 'red alert'], orange: ['橙色预警', 'orange alert'], yellow: ['黄色预警', 'yellow alert'],
    booked: ['入账', 'booked'], refused: ['退回', 'refused'], BELOW_ZERO: ['余额不足', 'below zero'], BEFORE_CERTIFICATION: ['早于认定', 'before certification'],
    MULTIPLIER_NOT_ALLOWED: ['替代倍数不符', 'multiplier not allowed'], REVERSES_A_REVERSAL: ['冲销了冲销', 'reverses a reversal'], REFERS_TO_NOTHING: ['所指分录不存在', 'refers to nothing'],
    BLOCKED_BY_SHORTFALL: ['缺口未补', 'blocked by a shortfall'], UNKNOWN_POLLUTANT: ['未知指标', 'unknown pollutant'],
    CERTIFY: ['认定', 'certify'], POOL: ['入市级池', 'to the city pool'], ADJUST: ['调整', 'adjust'], ALLOCATE_COUNTY: ['县级分配', 'county allocation'],
    ALLOCATE_CITY: ['市级分配', 'city allocation'], RETURN: ['收回', 'return'], TRANSFER: ['调剂', 'transfer'], EXPIRE: ['到期', 'expire'], REVERSE: ['冲销', 'reverse'],
    retained: ['县级留存', 'county'], certified: ['认定量', 'certified'], used: ['已使用', 'used'], pool: ['市级池', 'city pool'], expired: ['已到期', 'expired'], shortfall: ['缺口', 'shortfall'],
    gas: ['废气', 'gas'], water: ['废水', 'waste water'], river: ['河流', 'river'], lake: ['湖库', 'lake'], 'level:national': ['国控', 'national'], 'level:provincial': ['省控', 'provincial'], 'level:city': ['市控', 'city'], 'item_source:none': ['未监测', 'not measured'], 'level:red': ['红色', 'red'], 'level:orange': ['橙色', 'orange'], 'level:yellow': ['黄色', 'yellow'],
    automatic: ['自动', 'automatic'], manual: ['手工', 'manual'], BODY_UNKNOWN: ['河湖类型未登记', 'river or lake not registered'], DAYS_TOO_FEW: ['天数不足', 'too few days'], ITEMS_MISSING: ['项目不足', 'items missing'],
    maintenance: ['维护', 'maintenance'], start_up: ['启炉', 'start-up'], shutdown: ['停运', 'shutdown'], calibration: ['校准', 'calibration'], manual_entry: ['手工补录', 'manual entry'],
    communication_interruption: ['通讯中断', 'communication interruption'], fault: ['故障', 'fault'],
    'data_flag:N': ['N 正常', 'N normal'], 'data_flag:F': ['F 停运', 'F stopped'], 'data_flag:M': ['M 维护', 'M maintenance'], 'data_flag:S': ['S 手工输入', 'S manual'], 'data_flag:D': ['D 故障', 'D fault'], 'data_flag:C': ['C 校准', 'C calibration'], 'data_flag:T': ['T 超测定上限', 'T over range'], 'data_flag:B': ['B 通讯异常', 'B communication fault'],
    OBD_NOX_STUCK: ['下游NOx不变', 'NOx downstream stuck'], OBD_NOX_EQUAL: ['上下游NOx相等', 'NOx up and down equal'], OBD_SCR_EFF_LOW: ['SCR转化率低', 'low SCR conversion'],
    OBD_NOX_HIGH: ['下游NOx偏高', 'NOx downstream high'], OBD_NOX_INVALID: ['NOx无效', 'NOx invalid'], OBD_UREA_STUCK: ['尿素液位不变', 'reagent level stuck'], OBD_UREA_LOW: ['低尿素行驶', 'driving with little reagent'],
    OBD_UREA_EMPTY_DRIVE: ['无尿素行驶', 'driving without reagent'], OBD_CALID_CHANGE: ['CALID变更', 'CALID changed'], OBD_CVN_CHANGE: ['CVN变更', 'CVN changed'], OBD_GPS_FROZEN: ['定位不变', 'position frozen'],
    high: ['高', 'high'], medium: ['中', 'medium'], low: ['低', 'low'],
    level: ['按现值', 'level'], entry: ['填报', 'entered'], table: ['结果表', 'result table'], year: ['年', 'year'], quarter: ['季', 'quarter'], month: ['月', 'month'],
    temperature: ['水温', 'temperature'], turbidity: ['浊度', 'turbidity'], phenol: ['挥发酚', 'phenol'], oil: ['石油类', 'oil'], 'chl-a': ['叶绿素a', 'chlorophyll a'], 'NH3-N': ['氨氮', 'ammonia nitrogen'],
    TP: ['总磷', 'total phosphorus'], TN: ['总氮', 'total nitrogen'], DO: ['溶解氧', 'dissolved oxygen'], CODMn: ['高锰酸盐指数', 'permanganate index'], COD: ['化学需氧量', 'COD'], BOD5: ['五日生化需氧量', 'BOD5'],
    EC: ['电导率', 'conductivity'], SD: ['透明度', 'Secchi depth'], 'item:F': ['氟化物', 'fluoride'], 'item:S': ['硫化物', 'sulphide'], 'item:CN': ['氰化物', 'cyanide'], 'item:As': ['砷', 'arsenic'], 'item:Hg': ['汞', 'mercury'], 'item:Pb': ['铅', 'lead'], 'item:Cd': ['镉', 'cadmium'], 'item:Cu': ['铜', 'copper'], 'item:Zn': ['锌', 'zinc'], 'item:Se': ['硒', 'selenium'], LAS: ['阴离子表面活性剂', 'surfactants'], Cr6: ['六价铬', 'chromium VI'],
    not_in_plan: ['计划未给数值', 'not in the plan'], 'period:hour': ['小时', 'hour'], 'period:day': ['日均', 'day'], 'unit:1': ['比值', 'ratio'], 'unit:位': ['位', 'rank'], 'unit:个': ['个', 'items'], 'unit:项': ['项', 'items'], 'unit:件': ['件', 'items'], 'unit:条': ['条', 'rivers'], 'unit:家': ['家', 'firms'], 'unit:台': ['台', 'machines'], 'unit:辆': ['辆', 'vehicles'], 'unit:天': ['天', 'days'],
    'unit:分': ['分', 'points'], 'unit:名': ['名', 'persons'], 'unit:轮': ['轮', 'rounds'], 'unit:次': ['次', 'times'],
    confirmed: ['认定属实', 'confirmed'], excused: ['经举证免责', 'excused'], under_appeal: ['申诉中', 'under appeal'], fined: ['已处罚', 'fined']
  };

  const titles = {
    area_name: 'Area', class_name: 'Class', primary_pollutant: 'Primary pollutant', aqi: 'AQI', so2_ug_m3: 'SO2', no2_ug_m3: 'NO2', co_mg_m3: 'CO',
    o3_8h_ug_m3: 'O3 8 h', pm10_ug_m3: 'PM10', pm2_5_ug_m3: 'PM2.5', outlet_code: 'Outlet', county_code: 'County', enterprise_code: 'Enterprise', enterprise_name: 'Enterprise',
    pollutant_code: 'Factor', hour_start: 'Hour', judged_value: 'Judged value', limit_value: 'Limit', times_over_limit: 'Times over limit', day_mean_value: 'Day mean',
    day_limit_value: 'Limit of day mean', exceeding_hours: 'Exceeding hours', received_hours: 'Hours received', valid_hours: 'Valid hours', judged_hours: 'Hours judged',
    avg_value: 'Mean sent', zs_avg_value: 'Converted mean sent', min_value: 'Least', max_value: 'Largest', value_basis: 'Basis', data_flag: 'Flag', mark_kind: 'Mark',
    o2_percent: 'Oxygen', valid_minutes: 'Valid minutes', unjudgeable_reason: 'Not judged because', is_above_limit: 'Above limit', is_provisional: 'Provisional',
    limit_level: 'Limit of', limit_id: 'Limit', limit_confidence: 'Confidence', matter: 'Matter', data_day: 'Day', last_day: 'Last day', score: 'Score', severity: 'Severity',
    status: 'Status', due_day: 'Due', reason: 'Reason', reason_zh: 'Reason', evidence_kind: 'Evidence', suspect_rule: 'Rule', suspect_hours: 'Hours', suspect_figures: 'Figures',
    so_far_value: 'So far', target_value: 'Target', reached_percent: 'Done', time_gone_percent: 'Time gone', state: 'State', state_reason: 'Why', projected_value: 'Projected',
    needed_value: 'Needed', station_code: 'Station', water_class: 'Class', target_class: 'Target', way: 'Way of judging', section_code: 'Section', section_name: 'Section', item: 'Item',
    meter_code: 'Meter', role: 'Role', facility_code: 'Facility', rated_kw: 'Rated power', day_energy_kwh: 'Energy of the day', day_coverage_percent: 'Coverage', vin: 'Vehicle', plate: 'Plate', owner: 'Owner',
    distance_km: 'Distance', driving_hours: 'Driving', fuel_litres: 'Fuel', conversion_percent: 'SCR conversion', nox_mass_g: 'NOx mass', rule_code: 'Rule', from_at: 'From', to_at: 'To', measured_value: 'Measured', threshold_value: 'Threshold',
    starts_at: 'From', ends_at: 'To', lasting_minutes: 'Lasting', certified_t: 'Certified', pooled_t: 'To the city pool', retained_t: 'Retained', allocated_t: 'Allocated', returned_t: 'Returned', transferred_t: 'Transferred', expired_t: 'Expired',
    shortfall_t: 'Shortfall', balance_t: 'Balance', next_expiry_days: 'Next expiry in', mass_t: 'Mass', entry_no: 'Entry', document_no: 'Document', enterprise_count: 'Enterprises', departments: 'Departments', due_on: 'Due',
    reference_o2_percent: 'Reference oxygen', is_judgeable: 'Can be judged', lower_limit_value: 'Lower limit', is_above_day_limit: 'Above limit of a day', due_hours: 'Hours due', is_day_above_limit: 'Day mean above limit', capture_rate_percent: 'Captured, quarter to date', total_mass_kg: 'Mass of the day', is_compliant: 'Complies',
    decision: 'Decision', decided_on: 'Decided on', verdict_no: 'Number', proof_no: 'Proof', valid_from: 'From', valid_to: 'To', period: 'Period', finding_hours: 'Hours', treatment_rule: 'Rule', lowest_removal_percent: 'Lowest removal', design_removal_percent: 'Design removal', highest_slip_mg_m3: 'Highest slip',
    first_hour: 'First hour', last_hour: 'Last hour', production_on_minutes: 'Production on', treatment_on_minutes: 'Treatment on meanwhile', production_mean_kw: 'Production, mean', subject_mean_kw: 'Of it, mean', required_cut_percent: 'Cut required', achieved_cut_percent: 'Cut achieved', baseline_kwh: 'Baseline', actual_kwh: 'Actual', coverage_percent: 'Coverage',
    kind: 'Kind', rule: 'Rule', so2: 'SO2', last_year_class: 'Last year', last_month_class: 'Last month', cwqi: 'CWQI', is_target_met: 'Target met', exceeding_items: 'Items above', day_count: 'Days',
    file_id: 'File', record_no: 'Record', record_count: 'Records', revision_count: 'Revisions'
  };

  /** Titles in Chinese that are shorter than the dictionary's terms. */
  const short = {
    area_name: '区县', aqi: 'AQI', class_name: '级别', pm2_5_ug_m3: 'PM2.5', pm10_ug_m3: 'PM10', o3_8h_ug_m3: 'O3-8h', no2_ug_m3: 'NO2', so2_ug_m3: 'SO2', co_mg_m3: 'CO',
    hour_start: '小时', county_code: '区县', outlet_code: '排口', enterprise_code: '企业', enterprise_name: '企业', pollutant_code: '因子', station_code: '站点', section_code: '断面', section_name: '断面',
    is_provisional: '暂定', is_above_limit: '超标', is_compliant: '达标', received_hours: '实传', valid_hours: '有效', judged_hours: '判定', due_hours: '应传', exceeding_hours: '超标',
    matter: '事由', status: '现状态', score: '评分', data_day: '日期', avg_value: '均值', zs_avg_value: '折算均值', unjudgeable_reason: '不判定原因', limit_level: '限值来源', meter_code: '电表',
    day_energy_kwh: '日用电量', file_id: '文件', record_no: '记录号', role: '类型', facility_code: '设施', rated_kw: '额定功率', reason_zh: '说明', evidence_kind: '证据类型', vin: '车架号'
  };

  const missing = {
    aqi: ['有效数据不足', 'too few valid data'], class_name: ['无指数，不分类', 'no index, no class'], primary_pollutant: ['AQI≤50，无', 'none up to AQI 50'],
    judged_value: ['无可判定值', 'no value to judge'], limit_value: ['无限值', 'no limit'], lower_limit_value: ['无下限', 'no lower limit'], day_limit_value: ['无日均限值', 'no limit of a day'],
    times_over_limit: ['未超标', 'not above'], day_mean_value: ['有效小时不足', 'too few valid hours'], zs_avg_value: ['未上报', 'not sent'], avg_value: ['未上报', 'not sent'],
    min_value: ['未上报', 'not sent'], max_value: ['未上报', 'not sent'], o2_percent: ['无含氧量', 'no oxygen'], valid_minutes: ['无分钟数据', 'no minutes sent'], mark_kind: ['无标记', 'no mark'],
    unjudgeable_reason: ['可判定', 'can be judged'], due_day: ['未立案', 'no order yet'], opened_day: ['未立案', 'no order yet'], closed_day: ['未办结', 'not closed'],
    target_class: ['无目标', 'no target'], is_target_met: ['无目标', 'no target'], unit: ['未报单位', 'no unit sent'], is_compliant: ['不判定', 'not judged'], is_above_limit: ['不判定', 'not judged'],
    enterprise_code: ['未登记', 'not registered'], county_code: ['区县不明', 'county not known'], owner: ['未登记', 'not registered'], plate: ['未登记', 'not registered'],
    limit_id: ['无限值', 'no limit'], limit_level: ['无限值', 'no limit'], limit_confidence: ['无限值', 'no limit'], value_basis: ['无可判定值', 'no value to judge'], data_flag: ['无标记', 'no flag'],
    reference_o2_percent: ['不折算', 'no conversion'], so_far_value: ['未填报', 'nothing reported'], target_value: ['计划未给数值', 'no number in the plan'], projected_value: ['不推算', 'not projected'],
    needed_value: ['无', 'none'], reached_percent: ['不计比例', 'no share'], next_expiry_days: ['无到期', 'nothing expires'], received_at: ['未记录', 'not recorded'], load_ratio: ['治污或生产未运行', 'not running'],
    production_on_minutes: ['仅治污表计算', 'of treatment meters only'], treatment_on_minutes: ['仅治污表计算', 'of treatment meters only'], exceeding_items: ['无超标项目', 'none'], main_pollutants: ['无', 'none']
  };

  /** Chinese and English of a code; what it means in that column goes before what it means elsewhere. */
  const of = (code, column) => own[column + ':' + code] || dawen.held.get('words').words[code] || own[code];
  const title = column => titles[column];
  const shortTitle = column => short[column];
  const none = column => tr(...(missing[column] || ['无', 'none']));
  return { of, title, shortTitle, none };
})();
