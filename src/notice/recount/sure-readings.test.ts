import { expect, it } from 'vitest';
import { recount } from './recount.ts';

const accused = (text: string): string[] =>
  recount([{ kind: 'paragraph', text }])
    .figures.filter(({ verdict }) => verdict === 'disagrees')
    .map(({ figure, recomputed }) => `${figure.quote} → ${recomputed}`);

// Each sentence twice: as an office wrote it, and with a number that the same reading must find.
it.each([
  ['检查314个，不合格55个，合格率82.48%。', '检查314个，不合格55个，合格率83.48%。', '83.48% → 82.48%'],
  ['满意率93.2%（回访512件，满意477件）。', '满意率95.2%（回访512件，满意477件）。', '95.2% → 93.2%'],
  ['受理量由3210件增加到3654件，增长13.8%。', '受理量由3210件增加到3654件，增长14.8%。', '14.8% → 13.8%'],
  ['受理3197件，较上月（3014件）增加183件。', '受理3197件，较上月（3014件）增加193件。', '193件 → 183件'],
  ['来信3157件，比去年同期的2894件多263件。', '来信3157件，比去年同期的2894件多273件。', '273件 → 263件'],
  ['发现错别字136处，其中严重错别字3处，一般错别字133处。', '发现错别字137处，其中严重错别字3处，一般错别字133处。', '137处 → 136处'],
  [
    '共有账号200个，其中微信120个（占60%）、微博80个（占40%）。',
    '共有账号201个，其中微信120个（占60%）、微博80个（占40%）。',
    '201个 → 200个',
  ],
  ['应解读文件36件，实际解读34件，解读率94.4%。', '应解读文件36件，实际解读34件，解读率95.4%。', '95.4% → 94.4%'],
])('%s', (honest, wrong, finding) => {
  expect(accused(honest)).toEqual([]);
  expect(accused(wrong)).toContain(finding);
});

it.each([
  // Of a whole that is told elsewhere, of another year, of another act, of some only, of a term of the law.
  '排名前三的类别：规划类116件，占总量的23.34%；社保类76件，占总量的15.29%；治安类54件，占总量的10.87%。',
  '较上月（3014件）增加183件，同比下降3.2%，本月受理3197件。',
  '共办理留言3015条。按时办结2987条，按时办结率99.1%，群众满意率95.6%。',
  '26家部门和9个县区参加考核，其中优秀等次10个，良好等次18个，一般等次7个。',
  '累计通报1447例：甲区1009例（出院397例，死亡4例），乙区45例（出院13例），丙区393例（出院114例，死亡6例）。',
])('nothing is accused of %s', (text) => {
  expect(accused(text)).toEqual([]);
});
