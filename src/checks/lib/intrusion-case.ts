import { stableId } from '../../core/id.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { FactData } from '../../evidence/facts.ts';
import { fact, SITE } from './case-table.ts';

/** A finding of intrusion for tests: hidden, foreign, and so believed. */
export const planted = (parts: Partial<FactData<'page-intrusion'>['findings'][0]> = {}): FactData<'page-intrusion'>['findings'][0] => ({
  kind: 'hidden-link',
  score: 0.9,
  files: true,
  found: 'a1b2.example.com',
  why: '放在零尺寸的框内的内容链接到a1b2.example.com（读者看不见；链接到外部网站）。',
  ...parts,
});

/** A page of the site as read for intrusion on a day. */
export function seen(
  day: string,
  path: string,
  findings: FactData<'page-intrusion'>['findings'],
  outcome: FactData<'page-intrusion'>['outcome'] = 'ok',
): Fact<'page-intrusion'> {
  const url = `${SITE.url}${path}`;
  return {
    ...fact('page-intrusion', day, { url, outcome, title: '通知公告', hidden: findings.length, compared: false, findings }),
    subjectId: stableId('page', url),
  };
}
