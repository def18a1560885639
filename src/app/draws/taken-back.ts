import type { InspectionLine, InspectionPage } from '../../ledger/inspection.ts';
import { neverWere } from '../../store/never-were.ts';
import type { App } from '../open.ts';

/** Those of published lines whose problem was taken back since: the page stays as it was written, but may not go on blaming for them. */
export async function linesTakenBack(app: Pick<App, 'db'>, lines: readonly InspectionLine[]): Promise<Set<InspectionLine>> {
  const none = await neverWere(
    app.db,
    lines.flatMap(({ problemId }) => problemId ?? []),
  );
  return new Set(lines.filter(({ problemId }) => problemId !== undefined && none.has(problemId)));
}

/** Problems of a published page that were taken back and of which it does not tell yet: neither a correction nor the line itself. */
export async function uncorrected(app: Pick<App, 'db'>, page: InspectionPage): Promise<string[]> {
  const saysSo = page.rows.flatMap(({ problemId, outcome }) => (problemId !== undefined && outcome === 'withdrawn' ? [problemId] : []));
  const told = new Set([...(page.corrections ?? []).flatMap(({ problemIds }) => problemIds), ...saysSo]);
  return [...(await linesTakenBack(app, page.rows))].flatMap(({ problemId }) =>
    problemId === undefined || told.has(problemId) ? [] : [problemId],
  );
}

/** How many problems a published page tells as taken back before anybody looked, and that stand in the ledger again since. */
export async function putBack(app: Pick<App, 'db'>, page: InspectionPage): Promise<number> {
  const said = page.rows.filter(({ outcome }) => outcome === 'withdrawn');
  return said.length - (await linesTakenBack(app, said)).size;
}
