import { MingchaError } from '../core/error.ts';
import type { Attachment } from './model.ts';
import type { Snapshot } from './snapshot.ts';

/** A row as figures see it: an id and plain values. */
export interface FactRow {
  id: string;
  values: Readonly<Record<string, unknown>>;
}

/** Everything a figure may be computed from. */
export interface FactSource {
  tables: ReadonlyMap<string, readonly FactRow[]>;
  snapshot: Snapshot;
}

/** Rows of the attachments by table id, and the snapshot's own rows as `channels`, `problems`, `volumes`, `stock` and by topic of disclosure. */
export function factSource(attachments: readonly Attachment[], snapshot: Snapshot): FactSource {
  const tables = new Map<string, readonly FactRow[]>([
    ['channels', snapshot.channels.map((row) => ({ id: row.id, values: { ...row } }))],
    ['problems', snapshot.problems.map((row) => ({ id: row.id, values: { ...row } }))],
    ['volumes', volumeRows(snapshot)],
    ['stock', stockRows(snapshot)],
    ...disclosureRows(snapshot),
  ]);
  for (const { table } of attachments)
    tables.set(
      table.id,
      table.rows.map((row) => ({ id: row.id, values: row.cells })),
    );
  return { tables, snapshot };
}

/** One row for each time a problem is counted in the stock, with its words where the snapshot has them. */
function stockRows({ stockEntries, problems }: Snapshot): FactRow[] {
  const known = new Map(problems.map((row) => [row.id, row]));
  return Object.entries(stockEntries ?? {}).flatMap(([part, ids]) =>
    ids.map((problemId, i) => ({ id: `stock/${part}/${i + 1}`, values: { ...known.get(problemId), part, problemId } })),
  );
}

function volumeRows(snapshot: Snapshot): FactRow[] {
  return (snapshot.volumes?.groups ?? []).flatMap((group) =>
    group.rows.map((row) => ({ id: `${group.name}/${row.unit}`, values: { ...row, group: group.name } })),
  );
}

/** Ids as the templates know them: a platform's number in its list, a unit's name, a document's or activity's own id. */
function disclosureRows({ disclosure }: Snapshot): [string, FactRow[]][] {
  const publishing = (disclosure?.publishing?.groups ?? []).flatMap(({ name, rows }) =>
    rows.map((row) => ({ id: `${name}/${row.unit}`, values: { ...row, group: name } })),
  );
  const handling = (disclosure?.handling ?? []).map((row, i) => ({ id: `handling/${i + 1}`, values: { ...row } }));
  const activities = (disclosure?.activities ?? []).map((row) => ({
    id: row.id,
    values: { ...row, groupUnits: row.group?.units ?? null },
  }));
  return [
    ['publishing', publishing],
    ['handling', handling],
    ['activities', activities],
  ];
}

export function rowsOf(source: FactSource, table: string): readonly FactRow[] {
  const rows = source.tables.get(table);
  if (!rows) {
    throw new MingchaError('internal', `数字引用的表“${table}”不在本文的附件和快照中`, '检查通报模板中该数字的来源表名');
  }
  return rows;
}
