import { describe, expect, it } from 'vitest';
import { plainTitle } from './plain-title.ts';
import { type Likeness, likeness, readTitle } from './same-title.ts';
import { TITLE_PAIRS } from './title-pairs.fixture.ts';

const RULES = { areaNames: ['安徽省', '大河县'] };
const compare = (a: string, b: string): Likeness | null => likeness(readTitle(a, RULES), readTitle(b, RULES));

describe('title pairs', () => {
  it('are told with precision of at least 0.99, and most of what is one item is found', () => {
    const said = TITLE_PAIRS.map((pair) => ({ ...pair, said: compare(pair.portal, pair.post) !== null }));
    const wrong = said.filter((pair) => pair.said && !pair.same);
    const missed = said.filter((pair) => !pair.said && pair.same);
    const right = said.filter((pair) => pair.said && pair.same).length;
    const precision = right / (right + wrong.length);
    const recall = right / (right + missed.length);
    console.info(`title pairs ${said.length}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
    expect(said.length).toBeGreaterThanOrEqual(300);
    expect(wrong.map(({ portal, post }) => `${portal} = ${post}`)).toEqual([]);
    expect(recall, missed.map(({ portal, post }) => `${portal} ≠ ${post}`).join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('does not depend on which side is which', () => {
    for (const { portal, post } of TITLE_PAIRS)
      expect([portal, post, compare(portal, post)]).toEqual([portal, post, compare(post, portal)]);
  });

  it.each([
    ['大河县召开会议', '大河县召开会议', 'equal'],
    ['关于印发《大河县义务教育入学办法》的通知', '大河县义务教育入学办法', 'near'],
    ['关于做好2022年城乡居民基本医疗保险…', '关于做好2022年城乡居民基本医疗保险参保工作的通知', 'cut'],
    ['', '', null],
    ['！！！', '？？？', null],
  ] as const)('%s | %s: %s', (a, b, expected) => expect(compare(a, b)).toBe(expected));
});

it.each([
  ['【要闻】第十期简报', { core: '第10期简报', numbers: ['10'], form: '', cut: false }],
  ['一图读懂｜大河县入学办法', { core: '大河县入学办法', numbers: [], form: '图解', cut: false }],
  ['【大河镇】召开会议', { core: '大河镇召开会议', numbers: [], form: '', cut: false }],
  ['二〇二二年一百零三项…', { core: '2022年103项', numbers: ['2022', '103'], form: '', cut: true }],
  ['【公告】', { core: '公告', numbers: [], form: '', cut: false }],
])('%s in plain', (title, expected) => expect(plainTitle(title)).toEqual(expected));
