import { type Catalogue, loadCatalogue } from '../../checks/catalogue.ts';
import type { CalendarDate } from '../../core/date.ts';
import { loadSheets } from '../../sheets/load.ts';
import { type ItemOverride, type ResolvedSheet, sheetFor } from '../../sheets/resolve.ts';
import type { Sheet } from '../../sheets/schema.ts';
import type { AreaSettings } from '../area-settings.ts';

/** The sheets and checks this installation ships; read once, since files do not change under a running program. */
let shipped: Promise<{ sheets: readonly Sheet[]; catalogue: Catalogue }> | null = null;

async function readShipped(): Promise<{ sheets: readonly Sheet[]; catalogue: Catalogue }> {
  const sheets = loadSheets();
  return { sheets, catalogue: await loadCatalogue(sheets) };
}

/** Every check and card this installation ships. */
export async function shippedCatalogue(): Promise<Catalogue> {
  shipped ??= readShipped();
  return (await shipped).catalogue;
}

/** What an area has set about how it is judged. Whoever judges, for good or on trial, hands in all of it. */
export type RuleSettings = Pick<AreaSettings, 'profile' | 'sheet' | 'lowOutput'>;

/** Sheet in force for an area on a day, and the catalogue of checks. Throws when a clause in force has nobody to look at it. */
export async function rulesFor(
  { profile, sheet, lowOutput }: RuleSettings,
  day: CalendarDate,
): Promise<{ sheet: ResolvedSheet; catalogue: Catalogue }> {
  shipped ??= readShipped();
  const { sheets, catalogue } = await shipped;
  // What is set for single units or accounts goes before what is set for the area.
  const overrides = [...limitsOf(lowOutput), ...sheet.overrides];
  return { sheet: sheetFor(sheets, profile, day, { ...sheet, overrides }), catalogue };
}

/** The limits the area has set for weak accounts (seeds M13), as options of their check. */
function limitsOf(lowOutput: AreaSettings['lowOutput']): ItemOverride[] {
  if (lowOutput === null) return [];
  const { minimumPosts, minimumOriginalPercent } = lowOutput;
  return [{ check: 'account-low-output', options: { minimumPosts, minimumOriginalShare: minimumOriginalPercent / 100 } }];
}
