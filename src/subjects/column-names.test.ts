import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../extract/bytes/decode-html.ts';
import { readColumns } from '../extract/columns/read-columns.ts';
import type { ColumnClass } from './column.ts';
import { classOfColumn, libraryEntry } from './column-library.ts';

/** Names of columns as portals of provinces, counties, departments and towns write them; — parts a path. */
const NAMES: Record<ColumnClass, string> = {
  news: '工作动态 郎溪要闻 今日石泉要闻 部门动态 乡镇动态 镇街动态 政务要闻 图片新闻 新闻动态 新闻中心 要闻动态 国务院要闻 省政府要闻 时政要闻 县区动态 街道动态 工作信息 教育动态 住建动态 应急要闻 新闻资讯 视频新闻 综合新闻 业务动态 基层动态 税务新闻 最新动态 政务公开—工作动态 新闻中心—部门要闻 机关动态 执法动态 工作简讯 农业农村动态',
  notices:
    '通知公告 公示公告 公告公示 通知通告 公告栏 政府公告 最新公告 县政府公告 公示信息 征收土地公告 土地征收公告 停水停电通知 水质公告 局内通知 交通管制通告 征地公告 公告 公示',
  policy:
    '政策文件 政府文件 县政府文件 区政府办文件 市政府办公室文件 行政规范性文件 规范性文件 部门文件 其他文件 政府规章 县委文件 镇政府文件 上级文件 政策法规 国务院文件 省政府办公厅文件 文件库 现行有效规范性文件 政策公开 人才政策 惠农政策 贫困重度残疾人生活救助—政策与标准 本级文件',
  interpretation:
    '政策解读 本级政策解读 上级政策解读—国务院解读 图解 一图读懂 视频解读 图片解读 文字解读 专家解读 媒体解读 部门负责人解读 政策问答 政策图解 规划解读 解读材料 本级政策解读—其他解读',
  finance:
    '财政预决算 财政信息 部门预算 部门决算 “三公”经费 三公经费 财政资金 财政专项资金 政府采购 预算执行 政府债务 绩效评价 行政事业性收费 审计公开 财政信息—2022年 镇级财政预算 乡镇财政 财政专项资金—制度文件 涉企收费 审计结果公告 惠民资金',
  leaders: '政府领导 领导之窗 领导信息 县长之窗 领导分工 领导简介 机构领导 局领导 领导班子 县政府领导 领导活动 校领导',
  consultation: '调查征集 民意征集 意见征集 网上调查 征求意见 在线调查 征集调查 结果反馈 草案意见征集 意见征求 规划公开征求意见 问卷调查',
  guide: '信息公开指南 政府信息公开指南 公开指南 依申请公开 依申请公开指南 依申请公开办理流程 县住建局信息公开指南',
  messages:
    '县长信箱 市长信箱 局长信箱 网上咨询 投诉举报 12345热线 政民互动 互动交流 来信选登 留言板 信件公开 网民留言回复 在线咨询 镇长信箱 网络问政 常见问题',
  other:
    '机构职能 机构设置 内设机构 人事信息 人事任免 招考录用 招聘公告 事业单位招聘公告 规划计划 规划信息 国民经济和社会发展规划 政府工作报告 统计数据 统计公报 权责清单 权力清单 行政许可 行政处罚 行政执法公示 双随机、一公开 招标采购 招标公告 工程中标公告 公共资源交易 重大建设项目 重点项目 应急管理 应急预案 安全生产 食品药品安全 生态环境 环境保护 社会救助 社会保障 义务教育 医疗卫生 乡村振兴 保障性住房 征地拆迁 政府信息公开年报 公开年报 公开制度 政府信息公开制度 法定主动公开内容 公开目录 建议提案 人大代表建议 政协提案 政府会议 常务会议 重大决策预公开 回应关切 热点回应 新闻发布会 在线访谈 县情概况 走进郎溪 专题专栏 党建工作 招商引资 全域旅游 办事指南 营商环境 法律法规 政府公报 媒体聚焦 议事协调领导小组 低保动态管理 学校名单 爱国卫生运动 信用信息 数据开放 机构简介 行政复议 友情链接',
};

const rows = Object.entries(NAMES).flatMap(([expected, names]) => names.split(' ').map((name) => [name, expected as ColumnClass] as const));

describe('columns as real portals name them', () => {
  it('are at least 150', () => expect(new Set(rows.map(([name]) => name)).size).toBeGreaterThanOrEqual(150));
  it.each(rows)('%s: %s', (name, expected) => expect(classOfColumn(name.split('—'))).toBe(expected));

  it.each([
    ['通知公告', 'P6M'],
    ['财政预决算', 'P1Y'],
    ['人事任免', 'P1Y'],
    ['发展规划', 'P1Y'],
    ['政府信息公开年报', null],
    ['公开制度', null],
    ['回应关切', null],
    ['新闻发布会', null],
    ['建议提案', null],
    ['权责清单', null],
  ])('%s has the limit %s and says where it comes from', (name, limit) => {
    expect(libraryEntry([name])?.limit).toBe(limit);
    expect(libraryEntry([name])?.basis).toMatch(limit === null ? /无固定时限|未规定固定时限|不按周期/ : /国办秘函|县级通报|普查/);
  });
});

const PAGES = join(import.meta.dirname, '../../../shared/pages');
if (!existsSync(PAGES)) console.warn('column names: the labelled pages are not here, skipped');
it.skipIf(!existsSync(PAGES))('columns in the menus of real pages', () => {
  const seen = new Map<string, ColumnClass>();
  for (const file of readdirSync(PAGES).filter((name) => name.endsWith('.html') && /^(?:gd|gx|jl|xiao|yi|jsg)/.test(name))) {
    const { domain } = JSON.parse(readFileSync(join(PAGES, file.replace('.html', '.json')), 'utf8')) as { domain: string };
    const home = URL.canParse(`http://${domain}/`) ? `http://${domain}/` : 'http://www.example.gov.cn/';
    const { menus } = readColumns(decodeHtml(readFileSync(join(PAGES, file)), null).text, { url: home, home });
    for (const { name, above } of menus.flat()) seen.set(name, classOfColumn([...above.map((step) => step.name), name]));
  }
  const other = [...seen].filter(([, found]) => found === 'other').map(([name]) => name);
  const unknown = other.filter((name) => libraryEntry([name]) === null);
  console.log(
    `columns in menus of real pages: ${seen.size}, class other ${other.length}, of them unknown to the library ${unknown.length}`,
  );
  expect(seen.size).toBeGreaterThan(30);
  expect(unknown.length).toBeLessThan(seen.size / 2);
});
