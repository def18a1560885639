import type { FigureDefinition } from '../figure.ts';
import { counted, countOf } from '../figure-definitions.ts';
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
 * D04). The population is the units of the tables (rule X3); what they did not publish is nobody's here.
 */
export function publishingWords(publishing: PublishingPart): Publishing {
  const { groups } = publishing;
  const units = counted('publishing.units', '附件所列单位', '个', countOf('publishing'));
  const sum = counted('publishing.total', '附件所列单位累计公开', '条', { op: 'sum', table: 'publishing', columns: ['publishedTotal'] });
  const total = words`附件所列${figure(units.id)}单位今年以来累计主动公开政府信息${figure(sum.id)}`;
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
