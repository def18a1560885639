import type { Instant } from '../../core/date.ts';
import type { ReadingDoubt, RuleFault } from '../../evidence/facts.ts';
import { latestFacts } from '../../store/facts.ts';
import { acceptedLooks, listReadingRules } from '../../store/reading-rules.ts';
import { readRegister } from '../../store/register.ts';
import { columnName } from '../../subjects/column.ts';
import type { App } from '../open.ts';

/** Closed list of what is wrong with our reading of a column (读取告警): ours to mend, never a problem of the unit. */
export const READING_ALARMS: Readonly<Record<RuleFault | ReadingDoubt, { name: string; next: string }>> = {
  'example-broken': { name: '阅读规则读不出自己的样例', next: '程序改动所致：用 --make 重新制作规则，或用 --drop 停用。' },
  'structure-gone': { name: '页面里找不到规则所指的列表，可能改版', next: '打开页面核对，用 --make 重新制作规则，或用 --drop 停用。' },
  'rows-implausible': {
    name: '规则读出的内容不像列表（缺标题或日期），可能改版',
    next: '打开页面核对，用 --make 重新制作规则，或用 --drop 停用。',
  },
  emptied: { name: '原来有内容的列表读出为空', next: '打开页面核对：确已清空的用 --accept 认可；改版的用 --make 制作规则。' },
  replaced: { name: '读出的列表与原来完全不同', next: '打开页面核对：读得对的用 --accept 认可；读错的用 --make 制作规则。' },
  unreadable: { name: '原来读得出的列表读不出来', next: '打开页面核对，用 --make 制作规则；由脚本生成的等待浏览器查看。' },
};
export type ReadingAlarmKind = keyof typeof READING_ALARMS;

/** One alarm for the operator. */
export interface ReadingAlarm {
  kind: ReadingAlarmKind;
  name: string;
  next: string;
  siteId: string;
  site: string;
  unitId: string;
  columnId: string;
  column: string;
  url: string | null;
  /** First look at which it was so. */
  since: Instant;
}

/** What stands open at the newest looks of an area up to a moment, by site and column in the order of the register. */
export async function readingAlarms(app: Pick<App, 'db' | 'now'>, areaId: string, until: Instant = app.now()): Promise<ReadingAlarm[]> {
  const { sites, columns } = await readRegister(app.db, areaId);
  const siteIds = sites.map(({ id }) => id);
  const looks = new Map((await latestFacts(app.db, siteIds, ['column-list'], until)).map((fact) => [fact.subjectId, fact]));
  const rules = new Map((await listReadingRules(app.db, siteIds)).map((rule) => [rule.columnId, rule]));
  const accepted = new Set<string>();
  for (const siteId of siteIds) for (const factId of (await acceptedLooks(app.db, siteId)).values()) accepted.add(factId);
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  return columns.flatMap((column): ReadingAlarm[] => {
    const look = looks.get(column.id);
    const rule = rules.get(column.id);
    // A rule made after the look, or the look itself accepted: the next look will tell.
    const settled = look === undefined || accepted.has(look.id) || (rule !== undefined && rule.id !== look.data.rule?.id);
    const doubt = look?.data.continuity?.doubt ?? null;
    const kind = rule?.fault ?? (settled ? null : (look.data.rule?.fault ?? doubt?.kind ?? null));
    if (kind === null) return [];
    return [
      {
        kind,
        ...READING_ALARMS[kind],
        siteId: column.siteId,
        site: names.get(column.siteId) ?? column.siteId,
        unitId: column.unitId,
        columnId: column.id,
        column: columnName(column.path),
        url: column.url,
        since: doubt?.since ?? look?.at ?? rule?.testedAt ?? app.now(),
      },
    ];
  });
}
