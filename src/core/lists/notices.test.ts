import { describe, expect, it } from 'vitest';
import { listedNotices, type NoticesAsked } from './notices.ts';

const notice = (id: string, code: string, period: string, createdAt: string, issuedAt: string | null, templateName = '月度监测通报') => ({
  ...{ id, title: `关于${period}的通报`, templateName, state: { code }, period: { id: period }, createdAt, issuedAt },
});
/** As the server answers: the latest begun first. */
const ROWS = [
  notice('correction', 'draft', '2022-11', '2023-01-09', null),
  notice('aside', 'discarded', '2022-11', '2023-01-08', null),
  notice('december', 'issued', '2022-12', '2023-01-04', '2023-01-05'),
  notice('quarter', 'issued', '2022-Q4', '2023-01-03', '2023-01-10', '季度通报'),
  notice('november', 'replaced', '2022-11', '2022-12-01', '2022-12-02'),
];

describe('the list of notices', () => {
  it.each<[string, NoticesAsked, string[]]>([
    ['nothing asked: what was put aside is left out', {}, ['correction', 'december', 'quarter', 'november']],
    ['everything', { state: 'all' }, ['correction', 'aside', 'december', 'quarter', 'november']],
    ['put aside', { state: 'discarded' }, ['aside']],
    ['issued of a kind', { state: 'issued', kind: '季度通报' }, ['quarter']],
    ['of a period, with words', { of: '2022-11', q: '2022-11' }, ['correction', 'november']],
    ['words nobody has', { q: '一月' }, []],
    ['the latest issued first', { sort: 'issued' }, ['quarter', 'december', 'november', 'correction']],
    ['by period', { sort: 'period' }, ['quarter', 'december', 'correction', 'november']],
    ['a state nobody knows', { state: 'gone' }, []],
  ])('%s', (_, asked, ids) => {
    expect(listedNotices(ROWS, asked).map(({ id }) => id)).toEqual(ids);
  });
});
