import type { FigureDefinition } from '../figure.ts';
import { counted, countOf, givenAt } from '../figure-definitions.ts';
import type { NamingProposal } from '../naming.ts';
import type { Run } from '../run.ts';
import type { PublishingPart } from '../snapshot-disclosure.ts';
import { figure, listed, names, quoted, words } from '../words.ts';
import { publishingTable } from './publishing-tables.ts';

interface Publishing {
  runs: Run[];
  figures: FigureDefinition[];
  proposals: NamingProposal[];
}

/**
 * 信息发布情况: the running total with its population, items of the period by group, last places worst first (seeds D03,
 * D04). What the portal counts beyond the tables is said as such (D06).
 */
export function publishingWords(publishing: PublishingPart): Publishing {
  const { groups } = publishing;
  const stated = publishing.portalTotal !== null;
  const sum = counted('publishing.table', '附件所列单位累计公开', '条', { op: 'sum', table: 'publishing', columns: ['publishedTotal'] });
  const portal = counted('publishing.portal', '门户网站累计公开', '条', givenAt('disclosure.publishing.portalTotal'));
  const outside = counted('publishing.outside', '表外信息', '条', { op: 'difference', from: portal.id, minus: sum.id });
  const inTable = groups.flatMap(({ rows }) => rows).reduce((total, row) => total + (row.publishedTotal ?? 0), 0);
  const apart = stated && publishing.portalTotal !== inTable;
  const units = counted('publishing.units', '附件所列单位', '个', countOf('publishing'));
  const total = apart
    ? words`门户网站今年以来累计主动公开政府信息${figure(portal.id)}，其中附件所列${figure(units.id)}单位${figure(sum.id)}，表外${figure(outside.id)}`
    : words`附件所列${figure(units.id)}单位今年以来累计主动公开政府信息${figure(stated ? portal.id : sum.id)}`;
  const published = groups.map((group, i) => ({ group, id: `${publishingTable(i)}.period`, last: `${publishingTable(i)}.last`, i }));
  const told = published.filter(({ group }) => group.rows.some((row) => row.publishedInPeriod !== null));
  const byGroup = listed(told.map(({ group, id }) => words`${quoted(group.name)}${figure(id)}`));
  const added = told.length === 0 ? [] : words`。本期新增公开：${byGroup}`;
  const ranked = published.filter(({ group }) => group.last.length > 0);
  const last = ranked.map(
    ({ group, last: id }) => words`${names(group.last)}依次居${quoted(group.name)}末${figure(id)}（完成比例由低到高）。`,
  );
  return {
    runs: words`${total}${added}。${last.flat()}`,
    figures: [
      units,
      sum,
      ...(stated ? [portal] : []),
      ...(apart ? [outside] : []),
      ...told.map(({ group, id, i }) =>
        counted(id, `${group.name}新增公开`, '条', { op: 'sum', table: publishingTable(i), columns: ['publishedInPeriod'] }),
      ),
      ...ranked.map(({ group, last: id, i }) =>
        counted(id, `${group.name}末位单位`, '位', countOf(publishingTable(i), { column: 'last', filled: true })),
      ),
    ],
    proposals: ranked.map(({ group }) => ({
      rule: 'last-by-completion',
      title: `${group.name}完成比例居末${group.last.length}位${group.tied.length > 0 ? `（${group.tied.join('、')}并列）` : ''}`,
      named: group.last,
      leftOut: [],
    })),
  };
}
