import type { CalendarDate } from '../../../src/core/date.ts';
import type { ColumnClass } from '../../../src/subjects/column.ts';

/** What a title may say: the office, its county, a field of work, the day, the running number of the item in its year. */
export interface TitleParts {
  office: string;
  place: string;
  topic: string;
  date: CalendarDate;
  number: number;
}
type Title = (p: TitleParts) => string;

const year = (p: TitleParts): number => Number(p.date.slice(0, 4));
const month = (p: TitleParts): number => Number(p.date.slice(5, 7));
const quarter = (p: TitleParts): string => ['一', '二', '三', '四'][Math.floor((month(p) - 1) / 3)] as string;

const BY_CLASS: Readonly<Record<ColumnClass, readonly Title[]>> = {
  news: [
    (p) => `${p.office}召开${month(p)}月份${p.topic}工作推进会`,
    (p) => `${p.office}开展${p.topic}专项检查`,
    (p) => `${p.office}组织${p.topic}业务培训`,
    (p) => `${p.office}扎实推进${p.topic}工作`,
    (p) => `${p.office}深入基层调研${p.topic}工作`,
    (p) => `${p.office}部署${p.topic}重点任务`,
    (p) => `${p.office}开展${p.topic}宣传活动`,
    (p) => `${p.office}多措并举做好${p.topic}工作`,
    (p) => `${p.office}“三个到位”抓实${p.topic}`,
    (p) => `${p.place}${p.topic}工作取得新成效`,
    (p) => `${p.office}召开${p.topic}座谈会`,
    (p) => `${p.office}开展${p.topic}“回头看”`,
  ],
  notices: [
    (p) => `关于做好${year(p)}年${p.topic}有关工作的通知`,
    (p) => `关于开展${p.topic}工作的公告`,
    (p) => `${p.topic}项目公示（${year(p)}年第${p.number}号）`,
    (p) => `关于${p.topic}有关事项的通告（${year(p)}年第${p.number}号）`,
    (p) => `关于公布${p.topic}名单的通知（第${p.number}批）`,
  ],
  policy: [
    (p) => `关于印发《${p.place}${p.topic}实施方案》的通知`,
    (p) => `关于进一步加强${p.topic}工作的意见`,
    (p) => `关于印发《${p.place}${p.topic}管理办法》的通知`,
    (p) => `关于印发${year(p)}年${p.topic}工作要点的通知`,
  ],
  interpretation: [
    (p) => `《${p.place}${p.topic}实施方案》政策解读`,
    (p) => `一图读懂：${p.place}${p.topic}政策要点`,
    (p) => `【问答】${p.topic}有哪些新规定`,
    (p) => `关于${p.topic}有关政策的解读`,
  ],
  finance: [
    (p) => `${p.office}${year(p)}年${p.topic}资金安排情况公示（第${p.number}批）`,
    (p) => `${year(p)}年第${quarter(p)}季度${p.topic}资金使用情况`,
    (p) => `${p.office}${year(p)}年部门预算执行情况（第${p.number}期）`,
  ],
  leaders: [
    (p) => `${p.office}领导班子成员工作分工（${year(p)}年第${p.number}次调整）`,
    (p) => `${p.office}领导简介更新（${year(p)}年${month(p)}月）`,
  ],
  consultation: [(p) => `关于公开征求《${p.place}${p.topic}实施方案》意见的公告`],
  guide: [(p) => `${p.office}政府信息公开指南（${year(p)}年版）`],
  messages: [(p) => `关于${p.topic}咨询事项的答复`],
  other: [
    (p) => `${p.topic}工作情况公示（${year(p)}年第${p.number}期）`,
    (p) => `${p.office}${year(p)}年${month(p)}月${p.topic}信息`,
    (p) => `关于${p.topic}有关情况的公告（${year(p)}年第${p.number}号）`,
  ],
};

/** Columns whose items have a form of their own, by the last step of the path. */
const BY_NAME: Readonly<Record<string, readonly Title[]>> = {
  负责人解读: [
    (p) => `${p.office}负责人解读《${p.place}${p.topic}实施方案》`,
    (p) => `负责人解读：${p.topic}政策答记者问（第${p.number}期）`,
  ],
  上级政策解读: [(p) => `【上级政策解读】《${p.topic}管理条例》解读`, (p) => `图解${p.topic}上级政策（${year(p)}年第${p.number}期）`],
  本部门三公经费: [
    (p) => `${year(p)}年第${quarter(p)}季度“三公”经费支出情况`,
    (p) => `${year(p) - 1}年度“三公”经费决算说明（第${p.number}次公开）`,
  ],
  财政预决算: [
    (p) => `${p.office}${year(p)}年部门预算`,
    (p) => `${p.office}${year(p) - 1}年度部门决算`,
    (p) => `${p.office}${year(p)}年预算调整情况（第${p.number}次）`,
  ],
  双随机一公开: [
    (p) => `${year(p)}年第${quarter(p)}季度“双随机、一公开”抽查结果公示`,
    (p) => `“双随机、一公开”抽查计划（${year(p)}年第${p.number}批）`,
  ],
  行政执法公示: [(p) => `行政检查结果公示（${year(p)}年第${p.number}期）`, (p) => `行政处罚结果公示（${year(p)}年第${p.number}期）`],
  规划计划: [(p) => `${p.office}${year(p)}年${p.topic}工作计划`, (p) => `${p.place}${p.topic}专项规划实施情况（${year(p)}年）`],
  招标采购: [
    (p) => `${p.topic}服务采购公告（${year(p)}年第${p.number}号）`,
    (p) => `${p.topic}项目中标结果公示（${year(p)}年第${p.number}号）`,
  ],
  建议提案办理: [
    (p) => `对县人大代表建议第${10 + p.number}号的答复（${year(p)}年）`,
    (p) => `对县政协提案第${20 + p.number}号的答复（${year(p)}年）`,
  ],
  人事信息: [
    (p) => `${p.office}${year(p)}年公开招聘公告（第${p.number}号）`,
    (p) => `${p.office}${year(p)}年人事任免情况（第${p.number}批）`,
  ],
  征收土地公告: [(p) => `征收土地公告（${year(p)}年第${p.number}号）`, (p) => `征地补偿安置方案公告（${year(p)}年第${p.number}号）`],
  政策与标准: [(p) => `${year(p)}年${month(p)}月救助补助标准`, (p) => `救助供养政策与标准问答（${year(p)}年第${p.number}期）`],
};

export function titlesFor(name: string, kind: ColumnClass): readonly Title[] {
  return BY_NAME[name] ?? BY_CLASS[kind];
}
