import { SITE_KIND_NAMES } from '../../../subjects/channel.ts';
import type { Remarks } from '../remarks.ts';
import type { ColumnDraft, SiteDraft } from '../sheets/draft.ts';
import { tidyName } from '../words/fold.ts';
import type { SeedNotice, SeedProblem } from './schema.ts';

/** （3个子栏目） behind a path counts columns, it names none. */
const COUNT_ONLY = /^（?\d+个子?栏目）?$/;

/** Path of the column a problem names, from the top; null when it names none. */
export function problemPath({ column }: Pick<SeedProblem, 'column'>): string[] | null {
  const path = (column ?? []).map(tidyName).filter((part) => part !== '' && !COUNT_ONLY.test(part));
  return path.length > 0 ? path : null;
}

/**
 * Columns that the problems of a notice name, with the limit printed there.
 * Only where the site is certain: named with the problem, the unit's only one, or, for a path that itself names a unit
 * (专题专栏—…—大阿居委会—公共服务), the area's portal.
 */
export function columnDrafts(notice: SeedNotice, fileName: string, sites: readonly SiteDraft[], remarks: Remarks): ColumnDraft[] {
  const drafts = new Map<string, ColumnDraft>();
  const homeless = new Map<string, string[]>();
  const bySite = new Map(notice.channels.map((channel, i) => [channel.id, sites.find((site) => site.place.field === `channels[${i}]`)]));
  for (const [i, problem] of notice.problems.entries()) {
    const path = problemPath(problem);
    if (path === null || problem.unit === null) continue;
    const inPath = notice.units.find((unit) => unit.parent === problem.unit && path.includes(tidyName(unit.name)))?.name;
    const named = problem.channels.map((id) => bySite.get(id)).filter((site) => site !== undefined);
    const own = sites.filter((site) => site.unit === problem.unit);
    const portals = inPath === undefined ? [] : sites.filter((site) => site.kind === 'portal');
    const site = [named, own, portals].find((candidates) => candidates.length === 1)?.[0];
    if (!site) {
      const name = path.join('—');
      homeless.set(name, [...(homeless.get(name) ?? []), problem.unit]);
      continue;
    }
    const key = JSON.stringify([site.place.field, path]);
    const before = drafts.get(key);
    drafts.set(key, {
      place: before?.place ?? { sheet: fileName, field: `problems[${i}]` },
      unit: site.unit,
      site: site.name ?? SITE_KIND_NAMES[site.kind],
      path,
      url: undefined,
      class: undefined,
      limit: before?.limit ?? problem.threshold ?? undefined,
      owner: before?.owner ?? inPath ?? problem.unit,
      minimumPerYear: undefined,
      activeFrom: undefined,
      activeTo: undefined,
    });
  }
  for (const [name, units] of homeless) {
    remarks.warn(`栏目“${name}”（${[...new Set(units)].join('、')}）没有写明在哪个网站，没有登记。`);
  }
  return [...drafts.values()];
}
