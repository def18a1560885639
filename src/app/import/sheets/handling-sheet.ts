import { parsePeriod } from '../../../core/period.ts';
import { readPeriod } from '../words/period-of-row.ts';
import type { SheetSpec } from './spec.ts';

/** 来信办理: letters and applications a platform received in a period, and how many were answered late (seeds N02). */
export const HANDLING_SHEET: SheetSpec = {
  id: 'handling',
  title: '来信办理',
  synonyms: ['信件办理', '互动交流办理', '依申请公开办理', '群众来信', '来信办理情况'],
  purpose: '各平台一个月或一个季度收到的信件和申请，一个平台一类一行。',
  ignored: ['办结数', '办结', '办结率'],
  fields: {
    platform: {
      title: '平台名称',
      synonyms: ['平台', '渠道', '受理平台'],
      required: true,
      hint: '照通报里的叫法，如：依申请公开平台。',
      examples: ['依申请公开平台', '网络问政平台'],
      width: 24,
    },
    matter: {
      title: '来信类别',
      synonyms: ['类别', '信件类别', '事项'],
      required: true,
      hint: '如：依申请公开信件、群众信件。',
      examples: ['依申请公开信件', '群众信件'],
      width: 20,
    },
    period: {
      title: '期间',
      synonyms: ['月份', '季度', '统计期间', '统计周期'],
      hint: '2022年12月；也可写在表头上方的标题里。',
      examples: ['2022年12月', '2022年12月'],
      width: 16,
    },
    received: {
      title: '收到件数',
      synonyms: ['收到', '收件数', '件数', '受理件数'],
      required: true,
      hint: '整数。',
      examples: ['4', '7'],
      width: 12,
    },
    overdue: {
      title: '逾期件数',
      synonyms: ['逾期', '超期件数', '逾期办理'],
      hint: '没有统计的不填（不填不等于 0）。',
      examples: ['0', ''],
      width: 12,
    },
  },
  read(row, drafts, { title: heading }) {
    const [platform, matter, period] = [row.plain('platform'), row.plain('matter'), readPeriod(row, heading)];
    const [received, overdue] = [row.count('received'), row.count('overdue')];
    if (platform === undefined || matter === undefined || period === undefined || received === undefined) return;
    if (overdue !== undefined && overdue > received) return row.fault('overdue', `多于收到件数 ${received}，逾期件数应不多于收到件数`);
    drafts.records.push({
      place: row.place,
      kind: 'handling',
      day: parsePeriod(period).from,
      unit: undefined,
      account: undefined,
      key: [period, platform, matter],
      data: { period, platform, matter, received, overdue: overdue ?? null },
    });
  },
};
