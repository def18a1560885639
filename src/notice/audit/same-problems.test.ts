import { describe, expect, it } from 'vitest';
import type { ChannelRow, ProblemRow, Snapshot } from '../snapshot.ts';
import { template } from '../templates/monthly-monitoring.ts';
import { account, problem, site, snapshot } from '../testing/fixtures.ts';
import { printedBody } from '../testing/read-document.ts';
import { auditDocument } from './audit.ts';

const WORDS = '“整治站位”应为“政治站位”（《要闻》等9个页面）';
const place = (reasons: readonly string[], more: Partial<ChannelRow> = {}): ChannelRow =>
  site('甲局', { verdict: reasons.length > 0 ? 'pass' : 'no_problem', reasons, ...more });
const error = (more: Partial<ProblemRow> = {}): ProblemRow => problem(site('甲局'), 'text_error', WORDS, { handing: 'first', ...more });
const late = (name: string, more: Partial<ProblemRow> = {}): ProblemRow =>
  problem(site('甲局'), 'column_overdue', `“${name}”栏目超过半年未更新`, {
    ...{ path: name.split('—'), limit: 'P6M', handing: 'first' as const, ...more },
  });
const month = (channel: ChannelRow, ...problems: ProblemRow[]): Snapshot =>
  snapshot({ ledgerWords: true, channels: [channel], problems: problems.map((one) => ({ ...one, channelId: channel.id })) });
const found = (state: Snapshot): string[] =>
  auditDocument(template.build(state), state)
    .filter(({ kind }) => kind === 'same-problem')
    .map(({ severity, message }) => `${severity}：${message}`);
const notes = (state: Snapshot): string => JSON.stringify(template.build(state).attachments[0]?.table.notes);

describe('the table of results and 问题清单', () => {
  it.each<[string, Snapshot]>([
    ['the same words', month(place([WORDS]), error())],
    [
      'other figures that are another problem’s',
      month(place(['第3处有误', '第5处有误']), error({ text: '第3处有误' }), error({ id: 'b', text: '第5处有误' })),
    ],
    ['columns that share a line', month(place(['“甲”、“乙—丙”栏目超过半年未更新']), late('甲'), late('乙—丙'))],
    [
      'columns told by their number',
      month(place(['“乙”3个子栏目、“甲”栏目超过半年未更新']), late('甲'), late('乙—一'), late('乙—二'), late('乙—三')),
    ],
    ['put right since: the note of the table says so', month(place([]), error({ handing: 'fixed', rectified: 'yes' }))],
    [
      'carried over, told by its rule',
      month(place(['上月问题未整改'], { verdict: 'fail', carryOver: 'not' }), error({ carriedOver: true })),
    ],
    ['about to run out: on no list', month(place(['“甲”栏目即将超过半年未更新']))],
    [
      'put right and struck off within the span, held all the same',
      month(place([WORDS], { verdict: 'fail' }), error({ handing: null, rectified: 'yes' })),
    ],
    ['told by its kind alone', month(place(['个人信息']), error({ withheld: true, categoryName: '个人信息' }))],
  ])('%s', (_, state) => expect(found(state)).toEqual([]));

  it.each<[string, Snapshot, string]>([
    [
      'another figure in the same words',
      month(place([WORDS.replace('9个', '10个')]), error()),
      `blocks：甲局的同一个问题，附件1写的是“${WORDS.replace('9个', '10个')}”，问题清单写的是“${WORDS}”，两处应一致`,
    ],
    [
      'a figure that only ends like it',
      month(place(['13个页面链接到外部网站']), error({ text: '3个页面链接到外部网站' })),
      'blocks：甲局的同一个问题，附件1写的是“13个页面链接到外部网站”，问题清单写的是“3个页面链接到外部网站”，两处应一致',
    ],
    [
      'handed over, and its site is called clean',
      month(place([]), late('政策解读', { place: '政策解读' })),
      'blocks：甲局“政策解读”：“政策解读”栏目超过半年未更新列在问题清单中，附件1“甲局信息公开网站”一行没有列出',
    ],
    [
      'handed over, and its site is told of another',
      month(place([WORDS]), error(), late('政策解读', { place: '政策解读' })),
      'warns：甲局“政策解读”：“政策解读”栏目超过半年未更新列在问题清单中，附件1“甲局信息公开网站”一行没有列出',
    ],
    ['a line that is no problem', month(place([WORDS])), `warns：附件“甲局信息公开网站”一行列有“${WORDS}”，本期问题中没有这一条`],
    [
      'a line of more columns than are problems',
      month(place(['“乙”3个子栏目、“甲”栏目超过半年未更新']), late('甲'), late('乙—一'), late('乙—二')),
      'warns：附件1“甲局信息公开网站”一行写的““乙”3个子栏目、“甲”栏目超过半年未更新”为4个栏目，本期问题中有3个',
    ],
  ])('%s', (_, state, message) => expect(found(state)).toEqual([message]));

  it('asks the same of accounts, and figures alone of what was frozen before', () => {
    const wechat = account('甲局', 'wechat', '甲局发布', { reasons: ['发布12条'] });
    const said = month(wechat, error({ text: '发布10条' }));
    expect(found(said)).toEqual(['blocks：甲局的同一个问题，附件1写的是“发布12条”，问题清单写的是“发布10条”，两处应一致']);
    expect(found({ ...month(place([]), late('政策解读')), ledgerWords: undefined })).toEqual([]);
  });
});

describe('what the notice says of it', () => {
  const fixed = error({ handing: 'fixed', rectified: 'yes' });
  it('the note of the table says what stands on the list alone, and why', () => {
    expect(notes(month(place([]), fixed))).toContain('已整改或者截止日后已销号、豁免的，本表不列，见问题清单');
    expect(notes(month(place([]), error({ carriedOver: true, handing: 'with_unit' })))).toContain('上期结转、按整改情况认定的，本表不列');
    expect(notes(month(place([WORDS]), error()))).not.toContain('本表不列');
    expect(notes({ ...month(place([]), fixed), ledgerWords: undefined })).not.toContain('本表不列');
  });

  it('the text holds against a failing site what its row says, and in what was frozen before what it said then', () => {
    const state = month(
      place([WORDS], { verdict: 'fail' }),
      error({ category: 'text_error' }),
      late('政策解读', { handing: 'fixed', rectified: 'yes' }),
    );
    expect(printedBody(template.build(state)).join('')).not.toContain('有栏目超过规定时限未更新');
    expect(printedBody(template.build({ ...state, ledgerWords: undefined })).join('')).toContain('有栏目超过规定时限未更新');
  });
});
