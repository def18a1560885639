import { CATEGORIES, type Category } from '../../core/category.ts';
import type { Scope } from '../../core/role.ts';
import { PROMPT_KINDS } from '../../ledger/prompt.ts';
import { PROBLEM_STATUSES, STOCK_STATUSES } from '../../ledger/status.ts';
import { listProblems } from '../../store/problems.ts';
import { listPromptActs, listPrompts, unitsAsked } from '../../store/prompts.ts';
import { listUnits } from '../../store/units.ts';
import { type App, loadCalendar } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { standingsOf } from './view-prompts.ts';

/** Own problems of the class that are shown with a self-check; how many there are is said. */
const OWN_SHOWN = 20;
/** How many of the prompts that were done are still shown. */
const DONE_SHOWN = 10;

/**
 * What a unit is asked (seeds O07, P10): open prompts by their day first, then those it has done; with a self-check its own problems of
 * the class stand first. Only units of the scope; with none set, those of `unitIds`.
 */
export async function viewMyPrompts(app: App, areaId: string, scope: Scope, unitIds: readonly string[]) {
  const { today, open, done } = await promptsAsked(app, areaId, scope, unitIds);
  const { withheld = [] } = scope;
  const withOwn = (rows: typeof open) =>
    Promise.all(
      rows.map(async ({ prompt, ...row }) => {
        const known = prompt.categories.filter((code) => !withheld.includes(code));
        return { ...row, own: prompt.kind === 'self_check' ? await ownProblems(app, areaId, row.unit.id, known) : null };
      }),
    );
  return { today, open: await withOwn(open), done: await withOwn(done) };
}

/** The same without own problems: of hundreds of prompts only a few are shown with them. */
export async function promptsAsked(app: App, areaId: string, scope: Scope, unitIds: readonly string[]) {
  await areaOf(app, areaId);
  const own = scope.units === null ? unitIds : unitIds.length > 0 ? unitIds.filter((id) => scope.units?.includes(id)) : scope.units;
  const [today, calendar, units, asked, said, all] = await Promise.all([
    todayOf(app, areaId),
    loadCalendar(app.db),
    listUnits(app.db, areaId),
    unitsAsked(app.db, areaId, { unitIds: own }),
    listPromptActs(app.db, areaId, { unitIds: own }),
    listPrompts(app.db, areaId),
  ]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const prompts = all.filter(({ id, withdrawnAt }) => withdrawnAt === null && asked.has(id));
  const rows = prompts.flatMap((prompt) => {
    const acts = said.get(prompt.id) ?? [];
    return standingsOf(prompt, asked.get(prompt.id) ?? [], acts, today, calendar).map((standing) => {
      const mine = acts.filter(({ unitId }) => unitId === standing.unitId);
      const returned = mine.at(-1)?.act === 'returned' ? (mine.at(-1)?.note ?? null) : null;
      const done = standing.doneAt === null ? null : (mine.findLast(({ act }) => act === 'done') ?? null);
      return {
        prompt,
        id: prompt.id,
        unit: { id: standing.unitId, name: names.get(standing.unitId) ?? standing.unitId },
        kind: { code: prompt.kind, name: PROMPT_KINDS[prompt.kind] },
        heading: prompt.heading,
        text: prompt.text,
        sentOn: prompt.sentOn,
        dueOn: prompt.dueOn,
        overdue: standing.doneAt === null && prompt.dueOn !== null && prompt.dueOn < today,
        receivedAt: standing.receivedAt,
        doneAt: standing.doneAt,
        returned,
        answer: done && { note: done.note, proof: done.proof, found: done.found, fixed: done.fixed },
        categories: prompt.categories.map((code) => ({ code, name: CATEGORIES[code] })),
      };
    });
  });
  const byDue = (a: (typeof rows)[number], b: (typeof rows)[number]): number => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1);
  return {
    today,
    open: rows.filter(({ doneAt }) => doneAt === null).toSorted(byDue),
    done: rows.filter(({ doneAt }) => doneAt !== null).slice(0, DONE_SHOWN),
  };
}

/** The unit's own problems of a class that are not struck off: those it looks at before it looks for others (对号入座). */
async function ownProblems(app: App, areaId: string, unitId: string, categories: readonly Category[]) {
  const filter = { unitIds: [unitId], categories, statuses: [...STOCK_STATUSES, 'self_found' as const] };
  const { rows, total } = await listProblems(app.db, areaId, filter, { limit: OWN_SHOWN, offset: 0 });
  return {
    total,
    rows: rows.map(({ id, category, placeLabel, text, firstFoundOn, projection }) => ({
      ...{ id, place: placeLabel, text, foundOn: firstFoundOn, dueOn: projection.dueOn },
      category: { code: category, name: CATEGORIES[category] },
      status: { code: projection.status, name: PROBLEM_STATUSES[projection.status] },
    })),
  };
}
