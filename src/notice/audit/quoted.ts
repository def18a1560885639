import type { NoticeDocument } from '../model.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Disagreement, disagreement } from './disagreement.ts';

/** Names and lines said to come from the snapshot must stand in it letter by letter: a misspelt unit accuses another. */
export function auditQuoted(document: NoticeDocument, snapshot: Snapshot): Disagreement[] {
  const known = new Set<string>();
  const { area, channels, problems, volumes, disclosure } = snapshot;
  collect({ area, channels, problems, volumes, disclosure, contacts: snapshot.document.contacts }, known);
  return document.body.flatMap((paragraph) =>
    paragraph.runs.flatMap((run) =>
      'quoted' in run && !known.has(run.quoted)
        ? [disagreement('quoted', 'blocks', paragraph.id, `“${run.quoted}”不在本期快照中，请核对名称`, { stated: run.quoted })]
        : [],
    ),
  );
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) collect(inner, into);
}
