import { z } from 'zod';
import { GUIDE_FIELDS } from '../core/guide-field.ts';
import type { Fact } from '../evidence/fact.ts';
import { type Column, columnName } from '../subjects/column.ts';
import { compareGuide, type GuideAnswer } from '../text/place/guide/compare-guide.ts';
import { defineCheck, type Finding } from './define.ts';
import { within } from './lib/looks.ts';
import { lookWithinDays } from './lib/options.ts';
import { outcomeReason } from './lib/outcome-reason.ts';
import { cannotTell, fail, finding, notApplicable, notRun, pass } from './lib/result.ts';
import { columnMeasured } from './lib/words.ts';

/** A column that is there for the guide, even on a day when none was read. */
const FOR_GUIDES = /指南/;

/** 信息公开指南 against the unit's records (seeds X38-X40, D12, D13, Q16). */
export const check = defineCheck({
  id: 'guide-fields',
  version: 1,
  clause: 'OGI-12',
  subject: 'column',
  needs: [],
  options: z.strictObject({ lookWithinDays: lookWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '信息公开指南内容有误',
    line: '信息公开指南的受理机构、地址、电话等与登记不符',
    remedy: '按登记的正确内容修改指南；登记已过时的，先请办公室更新登记。',
    reviewer: '对照“指南登记信息”；登记本身过时的，先更新登记再复查，不认定为问题。',
  },
  page: {
    why: '指南写错了机构、地址、电话，群众的申请就送不到。',
    looksAt:
      '指南页面上的受理机构、办公地址、邮寄地址、电话、传真、邮编、办公时间、邮箱，以及政务服务厅的地址和电话，逐项与登记对照；写明可用传真申请的，看有没有传真号码。',
    limits:
      '没有登记的项目不判定。写法不同（区号、全半角、横线、省市县前缀、一楼与1楼）不算不符；说不准的只提请人工查看。以前写错、现在删去而没有写上正确内容的，不算改好。',
    fires: ['政务服务厅电话写成县政府办的电话：列出现写的和应写的。', '写着可以传真申请，全文没有传真号码。'],
    passes: ['登记为0797—7177965，指南写作（0797）7177965。'],
  },
  judge({ subject: { column }, facts }, at, options) {
    const measured = columnMeasured(column, column.limit);
    const isForGuides = FOR_GUIDES.test(column.path.at(-1) ?? '');
    if (column.class !== 'guide' || column.url === null) return notApplicable(measured);
    const looks = newestByPage(within(facts.guide, at, options.lookWithinDays));
    if (looks.length === 0) return isForGuides ? notRun('no-evidence', measured) : notApplicable(measured);
    const failed = looks.find(({ data }) => data.outcome !== 'ok')?.data.outcome;
    if (failed !== undefined && failed !== 'ok') return notRun(outcomeReason(failed), measured);
    const answers = looks.map((look) => ({ look, answers: compareGuide(look.data.values, look.data.expected) }));
    const wrong = answers.flatMap(({ look, answers: all }) => [
      ...all.filter(({ state }) => state === 'wrong').map((answer) => wrongValue(column, look, answer)),
      ...owed(column, look, all),
      ...faxOffer(column, look),
    ]);
    const judged = answers.flatMap(({ answers: all }) => all);
    const count = (state: GuideAnswer['state']): number => judged.filter((answer) => answer.state === state).length;
    const numbers = { ...measured, right: count('right'), wrong: wrong.length, unsure: count('unsure'), unknown: count('unknown') };
    if (wrong.length > 0) return fail(wrong, numbers);
    const unsure = answers.flatMap(({ look, answers: all }) =>
      all.filter(({ state }) => state === 'unsure').map((answer) => unlikeValue(column, look, answer)),
    );
    return unsure.length > 0 || count('right') === 0 ? cannotTell('needs-person', numbers, unsure) : pass(numbers);
  },
});

/** The newest look at each page: an older one says what was, not what is. */
function newestByPage(looks: readonly Fact<'guide'>[]): Fact<'guide'>[] {
  return [...new Map(looks.map((look) => [look.data.url, look])).values()];
}

function guideFinding(level: Finding['level'], column: Column, look: Fact<'guide'>, part: string, text: string, values: Values): Finding {
  const { url, title } = look.data;
  const name = columnName(column.path);
  const place = { type: 'page' as const, id: `${column.id}/${part}`, label: title === null ? name : `${name}：${title}`, url };
  return finding(level, 'guide_error', place, text, [look.id], { path: name, ...values });
}
type Values = Readonly<Record<'field' | 'found' | 'expected', string | null>>;

function wrongValue(column: Column, look: Fact<'guide'>, { field, found, expected, belongsTo }: GuideAnswer): Finding {
  const name = GUIDE_FIELDS[field];
  const whose = belongsTo === null ? '' : field === 'receivingOffice' ? `（是${belongsTo}的机构）` : `（与${belongsTo}登记的相同）`;
  const text = `信息公开指南中${name}写成“${found}”${whose}，应为“${expected}”`;
  return guideFinding('problem', column, look, field, text, { field, found, expected });
}

function unlikeValue(column: Column, look: Fact<'guide'>, { field, found, expected }: GuideAnswer): Finding {
  const text = `信息公开指南中${GUIDE_FIELDS[field]}“${found}”与登记的“${expected}”写法不同，请人工看是不是同一处`;
  return guideFinding('note', column, look, field, text, { field, found, expected });
}

/** What was wrong is put right by the right value, not by taking the line away. */
function owed(column: Column, look: Fact<'guide'>, answers: readonly GuideAnswer[]): Finding[] {
  return look.data.owed.flatMap(({ field, found }): Finding[] => {
    const expected = answers.find((answer) => answer.field === field && answer.state === 'absent')?.expected;
    if (expected == null) return [];
    const text = `信息公开指南中${GUIDE_FIELDS[field]}曾写成“${found}”，现已删去，但没有写上“${expected}”`;
    return [guideFinding('problem', column, look, field, text, { field, found: null, expected })];
  });
}

function faxOffer(column: Column, look: Fact<'guide'>): Finding[] {
  const { faxOffer: offer, expected } = look.data;
  if (offer === null) return [];
  const right = expected.find(({ field }) => field === 'fax')?.value ?? null;
  const text = `信息公开指南写明可用传真（“${offer}”），却没有传真号码${right === null || right === '无' ? '' : `，应写“${right}”`}`;
  return [guideFinding('problem', column, look, 'faxOffer', text, { field: 'fax', found: null, expected: right })];
}
