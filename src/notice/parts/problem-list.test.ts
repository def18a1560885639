import { describe, expect, it } from 'vitest';
import { auditDocument } from '../audit/audit.ts';
import { handedOverInPrint } from '../audit/handed-over.ts';
import { HANDED_OVER_NOW, HANDINGS, type Handing } from '../handing.ts';
import { loadTemplates } from '../load-templates.ts';
import type { NoticeDocument } from '../model.ts';
import type { ProblemRow, Snapshot } from '../snapshot.ts';
import { account, fullMonth, problem, site, snapshot } from '../testing/fixtures.ts';
import { figureValue, printedBody, printedRows } from '../testing/read-document.ts';

const TEMPLATES = [...(await loadTemplates()).values()];
const LONG = '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心、县农业综合行政执法大队）';
const clean = site('甲局');
const own = account('乙镇', 'wechat', '乙镇发布', { inBase: false, outside: '没有备案' });
/** Of a channel that passes, of one outside the base, of none at all: what no other table prints. */
const WHERE: readonly ((i: number) => Partial<ProblemRow>)[] = [
  (i) => ({ path: ['政策', `第${i}栏`], limit: 'P6M' }),
  () => ({ unit: own.unit, channelId: own.id, channelName: own.name, place: own.name }),
  () => ({ unit: LONG, channelId: null, channelName: null, place: '政务公开专区' }),
];
const found = (n: number, handing: (i: number) => Handing | null): ProblemRow[] =>
  Array.from({ length: n }, (_, i) =>
    problem(clean, 'guide_error', `办公地址写错${i}`, { ...WHERE[i % 3]?.(i), id: `p${i}`, handing: handing(i) }),
  );
const month = (problems: readonly ProblemRow[]): Snapshot => snapshot({ channels: [clean, own], problems });
const list = (document: NoticeDocument): string[][] => printedRows(document, 'problem-list');
const count = (document: NoticeDocument, id: string): number | null => figureValue(document, `list.${id}`);

describe.each(TEMPLATES)('$id hands over what it prints', (template) => {
  it.each([0, 1, 44, 400])('%i problems that no verdict tells of', (n) => {
    const taken = month(found(n, () => 'first'));
    const document = template.build(taken);
    expect(list(document)).toHaveLength(n);
    expect([...handedOverInPrint(document, taken)].toSorted()).toEqual(taken.problems.map(({ id }) => id).toSorted());
    expect(count(document, 'now')).toBe(n === 0 ? null : n);
    expect(document.attachmentList.filter((title) => title === '12月份问题清单')).toHaveLength(n === 0 ? 0 : 1);
    expect(printedBody(document).some((line) => line.includes(`本期交办问题${n}个，逐条列在附件“12月份问题清单”中`))).toBe(n > 0);
    if (n > 0) expect(printedBody(document).join()).not.toContain('未查出问题');
    expect(auditDocument(document, taken).filter(({ severity }) => severity !== 'warns')).toEqual([]);
  });

  it('a whole month with what stands elsewhere: every problem under its heading, told apart from what is with its unit already', () => {
    const kinds = Object.keys(HANDINGS) as Handing[];
    const full = fullMonth();
    const problems = full.problems.map((row, i) =>
      row.level === 'problem' ? { ...row, handing: kinds[i % kinds.length] as Handing } : row,
    );
    const taken = { ...full, problems };
    const document = template.build(taken);
    const listed = problems.filter(({ handing }) => handing !== undefined);
    expect(list(document)).toHaveLength(listed.length);
    const now = listed.filter(({ handing }) => handing && HANDED_OVER_NOW.includes(handing));
    expect([...handedOverInPrint(document, taken)].toSorted()).toEqual(now.map(({ id }) => id).toSorted());
    expect([count(document, 'now'), count(document, 'already')]).toEqual([now.length, listed.length - now.length]);
    expect(printedBody(document).join('\n')).toContain('其中再次交办2个；此前已交办、尚未销号的问题1个');
    expect(auditDocument(document, taken, template.build(taken)).filter(({ severity }) => severity !== 'warns')).toEqual([]);
  });

  it('every way a problem of the stock stands is counted by one number of the sentence', () => {
    const kinds = Object.keys(HANDINGS) as Handing[];
    const taken = month(found(2 * kinds.length, (i) => kinds[i % kinds.length] as Handing));
    const document = template.build(taken);
    const counts = ['now', 'already', 'fixed', 'since'].map((id) => count(document, id) ?? 0);
    expect([counts, counts.reduce((sum, n) => sum + n, 0)]).toEqual([[6, 8, 2, 4], list(document).length]);
    expect(printedBody(document).join('\n')).toContain(
      '本期交办问题6个，其中再次交办4个；此前已交办、尚未销号的问题8个；已整改、待销号的问题2个；截止日后已销号或豁免的问题4个，逐条列在附件“12月份问题清单”中。',
    );
    expect(auditDocument(document, taken, template.build(taken)).filter(({ severity }) => severity !== 'warns')).toEqual([]);
  });

  it('a problem that was left out of the list bars the issue, whatever reason is given', () => {
    const taken = month(found(3, () => 'first'));
    const whole = template.build(taken);
    const attachments = whole.attachments.map((one) =>
      one.table.id === 'problem-list' ? { ...one, table: { ...one.table, rows: one.table.rows.slice(1) } } : one,
    );
    const said = auditDocument({ ...whole, attachments }, taken).filter(({ severity }) => severity === 'refused');
    expect(said.map(({ message }) => message)).toEqual([expect.stringContaining('甲局“甲局信息公开网站”：办公地址写错0')]);
  });
});

describe('rows of 问题清单', () => {
  const template = TEMPLATES[0] as (typeof TEMPLATES)[number];
  const rowOf = (more: Partial<ProblemRow>): string[] | undefined =>
    list(template.build(month([problem(clean, 'guide_error', '办公地址写错', { handing: 'first', ...more })])))[0]?.slice(1);

  it.each<[string, Partial<ProblemRow>, string[]]>([
    ['of a column', { path: ['政策', '文件'], limit: 'P6M' }, ['政策—文件', '办公地址写错', '2022年12月27日', '半年', '本次交办']],
    ['of the site itself', {}, ['/', '办公地址写错', '2022年12月27日', '/', '本次交办']],
    ['carried over', { carriedOver: true, handing: 'again' }, ['/', '办公地址写错', '2022年12月27日', '/', '上期结转；未整改，再次交办']],
    [
      'with its unit',
      { carriedOver: true, handing: 'with_unit' },
      ['/', '办公地址写错', '2022年12月27日', '/', '上期结转；已交办，整改中'],
    ],
    [
      'for a closed list only (seeds S04)',
      { withheld: true, path: ['领导'], categoryName: '公开隐私' },
      ['/', '公开隐私（具体内容登录系统查看）', '2022年12月27日', '/', '本次交办'],
    ],
  ])('%s', (_, more, cells) => expect(rowOf(more)).toEqual(['甲局', '甲局信息公开网站', ...cells]));

  it('stand by unit, warnings and what is done with are not among them', () => {
    const [one, other, third] = found(3, () => 'first');
    const again = { ...(one as ProblemRow), id: 'again', text: '电话写错' };
    const done = { ...(one as ProblemRow), id: 'done', handing: null };
    const warning = problem(clean, 'column_due_soon', '临近时限', { level: 'warning' });
    const rows = list(template.build(month([one, other, third, again, done, warning].flatMap((row) => row ?? []))));
    expect(rows.map(([number, unit]) => [number, unit])).toEqual([
      ['1', '甲局'],
      ['2', '甲局'],
      ['3', '乙镇'],
      ['4', LONG],
    ]);
  });
});
