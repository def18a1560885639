import { describe, expect, it } from 'vitest';
import { instantOf } from '../core/date.ts';
import { type Fact, makeFact } from '../evidence/fact.ts';
import { loadSheets } from '../sheets/load.ts';
import { sheetFor } from '../sheets/resolve.ts';
import type { ChannelKind } from '../sheets/schema.ts';
import type { Channel } from '../subjects/channel.ts';
import { loadCatalogue } from './catalogue.ts';
import type { CardDefinition } from './define-card.ts';
import { clauseOfCard, judgeCards } from './judge-cards.ts';

const sheets = loadSheets();
const { cards } = await loadCatalogue(sheets);
const DAY = '2024-04-10';
const national = sheetFor(sheets, 'national', DAY);
const KINDS: readonly ChannelKind[] = ['portal', 'disclosure_site', 'account'];
const channelOf = (kind: ChannelKind): Channel =>
  (kind === 'account'
    ? { type: 'account', id: 'account_1', name: '某发布', platform: 'wechat' }
    : { type: 'site', id: 'site_1', kind, name: '某网', url: 'http://x/' }) as unknown as Channel;
const kindFor = (card: CardDefinition): ChannelKind | undefined => KINDS.find((kind) => clauseOfCard(card, national, kind) !== null);

type Answer = Fact<'card-answer'>['data'];
const detail = (answer: string, rest: Partial<Answer['details'][number]> = {}): Answer['details'][number] => ({
  ...{ answer, text: '第3行的内容有误', label: '某页', url: 'http://x/a', service: null, pictures: ['picture_1'] },
  ...rest,
});
function given(card: CardDefinition, channel: Channel, value: string, details: Answer['details'] = [], at = instantOf(DAY, '10:00')) {
  const clause = clauseOfCard(card, national, channel.type === 'site' ? channel.kind : 'account') ?? 'none';
  return makeFact<'card-answer'>({
    ...{ kind: 'card-answer', channelId: channel.id, subjectId: `card:${card.id}`, at, source: 'x', how: 'manual/1', blob: null },
    data: { card: card.id, clause, value, details, looked: '', person: '王敏', recordedAt: at },
  });
}
const judge = (channel: Channel, facts: readonly Fact[], day = DAY) => judgeCards(cards, national, channel, facts, day);

/** Every card that a national sheet asks, with every answer it permits: seen to fire, to pass and to leave open. */
const asked = cards.flatMap((card) => {
  const kind = kindFor(card);
  return kind === undefined ? [] : card.answers.map((answer) => [`${card.id}: ${answer.value}`, card, channelOf(kind), answer] as const);
});
describe.each(asked)('%s', (_, card, channel, answer) => {
  const blames = answer.verdict === 'fail';
  const fact = given(card, channel, answer.value, blames ? [detail(answer.value)] : []);

  it('is judged on its day alone', () => {
    expect(judge(channel, [fact])).toMatchObject([{ checkId: `card:${card.id}`, day: DAY, verdict: answer.verdict }]);
    expect(judge(channel, [fact])[0]?.findings.map(({ evidence }) => evidence)).toEqual(blames ? [[fact.id, 'picture_1']] : []);
    expect(judge(channel, [fact], '2024-04-09')).toEqual([]);
    expect(judge(channel, [fact], '2024-04-11')).toEqual([]);
  });
});

const forms = cards.find(({ id }) => id === 'service-forms') as CardDefinition;
const portal = channelOf('portal');
describe('answers of a day', () => {
  it('cover all the cards a national sheet asks', () => {
    expect(new Set(asked.map(([, card]) => card.id)).size).toBe(cards.length);
  });

  it('are none where nobody answered: silence is never a pass', () => {
    expect(judge(portal, [])).toEqual([]);
  });

  it.each([
    ['first moment of the day', instantOf(DAY, '00:00'), 1],
    ['last second of the day', instantOf(DAY, '23:59:59'), 1],
    ['last second of the day before', instantOf('2024-04-09', '23:59:59'), 0],
    ['first moment of the next day', instantOf('2024-04-11', '00:00'), 0],
  ])('%s', (_, at, count) => {
    expect(judge(portal, [given(forms, portal, 'none', [], at)])).toHaveLength(count);
  });

  it('are the last of each card: a correction', () => {
    const wrong = given(forms, portal, 'absent', [detail('absent', { service: '低保申请' })]);
    const right = given(forms, portal, 'none', [], instantOf(DAY, '11:00'));
    expect(judge(portal, [wrong, right])).toMatchObject([{ verdict: 'pass', findings: [] }]);
  });

  it('file one service once, each of its shortcomings apart (seeds M15)', () => {
    const service = '建筑施工许可';
    const details = [
      detail('absent', { service, url: 'http://x/1' }),
      detail('absent', { service: '“建筑施工 许可”', url: 'http://x/2' }),
      detail('sample', { service, url: 'http://x/1' }),
    ];
    const [observation] = judge(portal, [given(forms, portal, 'absent', details)]);
    expect(observation?.findings.map(({ measured: { item, pages } }) => [item, pages])).toEqual([
      ['absent', 2],
      ['sample', 1],
    ]);
    const other = { ...portal, id: 'site_2' } as Channel;
    const [elsewhere] = judge(other, [given(forms, other, 'absent', details)]);
    expect(elsewhere?.findings[0]?.fingerprint, 'of another site it is another matter').not.toBe(observation?.findings[0]?.fingerprint);
  });

  it('are none to what the sheet does not ask of a channel, or the card does not permit', () => {
    const account = channelOf('account');
    const stray = { ...given(forms, portal, 'none'), channelId: account.id };
    expect(judge(account, [stray])).toEqual([]);
    expect(judge(portal, [given(forms, portal, 'perhaps')])).toEqual([]);
    const none = { ...national, clauses: new Map() };
    expect(judgeCards(cards, none, portal, [given(forms, portal, 'none')], DAY)).toEqual([]);
  });
});
