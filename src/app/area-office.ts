import { dateAt } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import { listAreas } from '../store/areas.ts';
import { countInOperationOn } from '../store/channel-count.ts';
import { type AreaSettings, readAreaSettings } from './area-settings.ts';
import type { Config } from './config.ts';
import { readNamed } from './named-file.ts';
import { withApp } from './open.ts';
import { changeSettings } from './settings/change-settings.ts';
import { withinArea } from './within-area.ts';

export interface AreaReport {
  area: string;
  settings: AreaSettings;
}

/** Settings of an area, after the changes asked for. A profile that no sheet has is refused with those there are. */
export async function setArea(config: Config, areaName: string, changes: Readonly<Record<string, unknown>>): Promise<AreaReport> {
  return withinArea(config, areaName, async (app, area) => {
    await changeSettings(app, area.id, changes);
    return { area: area.name, settings: await readAreaSettings(app.db, area.id) };
  });
}

/** All areas with what is in operation today. */
export async function listOffices(config: Config): Promise<{ area: string; level: string; sites: number; accounts: number }[]> {
  return withApp(config, async (app) => {
    const today = dateAt(app.now());
    const areas = await listAreas(app.db);
    return await Promise.all(
      areas.map(async (area) => ({ area: area.name, level: area.level, ...(await countInOperationOn(app.db, area.id, today)) })),
    );
  });
}

/** Reads a file of settings. Throws 'bad-input' when it is not a JSON object. */
export async function readSettingsFile(path: string): Promise<Record<string, unknown>> {
  const text = (await readNamed(path)).toString();
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // falls through to the one message for both
  }
  throw new MingchaError(
    'bad-input',
    `${path} 不是一个 JSON 对象。`,
    '应形如 {"profile":"langxi","head":{"issuer":"郎溪县政府信息中心"}}。',
  );
}
