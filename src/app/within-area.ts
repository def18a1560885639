import type { Area } from '../subjects/area.ts';
import type { Config } from './config.ts';
import { findArea } from './find-area.ts';
import { type App, withApp } from './open.ts';

/** Does one piece of work in an area that a person names. Throws as `findArea` for a name nobody has. */
export function withinArea<T>(config: Config, areaName: string, work: (app: App, area: Area) => Promise<T>): Promise<T> {
  return withApp(config, async (app) => work(app, await findArea(app.db, areaName)));
}
