import { MingchaError } from '../../core/error.ts';
import { loadTemplates } from '../../notice/load-templates.ts';
import { figureKeysOf } from '../../sheets/figure.ts';
import { loadSheets } from '../../sheets/load.ts';
import { readAreaSettings, writeAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';

/** Names of the profiles that sheets are for. */
export const profilesThere = (): string[] => [...new Set(loadSheets().map(({ profile }) => profile))];

/**
 * Changes settings of an area, all of them or none. Throws as `writeAreaSettings`, and 'bad-input' for a profile no sheet has or a
 * kind of notice or a figure there is not. Head and sheet are changed part by part: naming the issuer must not wipe out the addressees.
 */
export async function changeSettings(app: Pick<App, 'db'>, areaId: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const profiles = profilesThere();
  if (typeof changes.profile === 'string' && !profiles.includes(changes.profile))
    throw new MingchaError('bad-input', `没有名为“${changes.profile}”的检查方案。`, `可用的方案：${profiles.join('、')}。`);
  await checkTemplates(changes);
  checkFigures(changes);
  const kept = await readAreaSettings(app.db, areaId);
  const merged = { ...changes };
  for (const key of ['head', 'sheet'] as const) if (changes[key] !== undefined) merged[key] = { ...kept[key], ...(changes[key] as object) };
  if (Object.keys(merged).length > 0) await writeAreaSettings(app.db, areaId, merged);
}

/** A key that no figure has would confirm nothing, and nobody would hear of it. */
function checkFigures({ sheet }: Readonly<Record<string, unknown>>): void {
  const named: unknown = (sheet as { confirmed?: unknown } | undefined)?.confirmed;
  if (!Array.isArray(named)) return;
  const known = new Set(loadSheets().flatMap(({ clauses }) => clauses.flatMap(figureKeysOf)));
  const lost = named.find((key) => !known.has(key));
  if (lost === undefined) return;
  throw new MingchaError('bad-input', `指标表里没有编号为“${lost}”的数值。`, '编号写作条款号，或“条款号/项”，如 SV-6.2、DD-1.4/stale。');
}

async function checkTemplates({ noticeTemplates, reports }: Readonly<Record<string, unknown>>): Promise<void> {
  const named = [
    ...Object.values((noticeTemplates ?? {}) as Record<string, unknown>),
    ...(Array.isArray(reports) ? reports.map((report: { template?: unknown }) => report?.template) : []),
  ].filter((id): id is string => typeof id === 'string');
  const known = await loadTemplates();
  const lost = named.find((id) => !known.has(id));
  if (lost !== undefined)
    throw new MingchaError('bad-input', `没有编号为“${lost}”的通报模板。`, `可用的模板：${[...known.keys()].join('、')}。`);
}
