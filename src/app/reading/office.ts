import { dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { latestFacts } from '../../store/facts.ts';
import { acceptLook, keepRuleTest, listReadingRules, retireReadingRule } from '../../store/reading-rules.ts';
import { readRegister } from '../../store/register.ts';
import { columnName } from '../../subjects/column.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { Config } from '../config.ts';
import { siteAddress } from '../look/request.ts';
import { openNets } from '../runs/nets.ts';
import { withinArea } from '../within-area.ts';
import { type ReadingAlarm, readingAlarms } from './alarms.ts';
import { findColumn } from './find-column.ts';
import { acceptRule, draftRule, type RuleDraft, type RuleWish } from './make-rule.ts';
import { testRule } from './self-test.ts';

/** Rules and alarms of an area, as an operator sees them. */
export interface ReadingReport {
  area: string;
  rules: { column: string; url: string; container: string; row: string; madeOn: string; madeBy: string; fault: string | null }[];
  alarms: ReadingAlarm[];
}

/** What a rule would read, or reads from now on. */
export interface MadeRule extends Omit<RuleDraft, 'bytes'> {
  /** Column it is in force for; null for a mere trial. */
  column: string | null;
}

/** Rules in force and open alarms. `test`: every rule reads its own example again first. */
export async function readingReport(config: Config, areaName: string, test: boolean): Promise<ReadingReport> {
  return withinArea(config, areaName, async (app, area) => {
    const { sites, columns } = await readRegister(app.db, area.id);
    const siteIds = sites.map(({ id }) => id);
    if (test)
      for (const rule of await listReadingRules(app.db, siteIds)) await keepRuleTest(app.db, rule, await testRule(app, rule), app.now());
    const names = new Map(columns.map(({ id, path }) => [id, columnName(path)]));
    const rules = (await listReadingRules(app.db, siteIds)).map(({ columnId, example, selectors, madeOn, madeBy, fault }) => ({
      column: names.get(columnId) ?? columnId,
      url: example.url,
      container: selectors.container,
      row: selectors.row,
      madeOn,
      madeBy,
      fault,
    }));
    return { area: area.name, rules, alarms: await readingAlarms(app, area.id) };
  });
}

/** Tries a rule on a page; needs no database and keeps nothing. */
export async function tryRule(config: Config, address: string, wish: RuleWish): Promise<MadeRule> {
  const nets = openNets(config);
  try {
    const net = nets.for({ clock: 'real', obeyRobots: true });
    return told(await draftRule(net, siteAddress(address).href, wish, dateAt(new Date().toISOString())), null);
  } finally {
    await nets.close();
  }
}

/** Makes a rule from a column's page and puts it in force in somebody's name. */
export async function makeRule(config: Config, areaName: string, column: string, wish: RuleWish, by: string): Promise<MadeRule> {
  return withinArea(config, areaName, async (app, area) => {
    const found = await findColumn(app, area.id, column);
    const nets = openNets(config);
    try {
      const draft = await draftRule(nets.for(await readAreaSettings(app.db, area.id)), found.url, wish, dateAt(app.now()));
      await acceptRule(app, found, draft, by);
      return told(draft, columnName(found.path));
    } finally {
      await nets.close();
    }
  });
}

/** Vouches for the newest look at a column: what it read is right, and later looks are measured by it. Answers the column's name. */
export async function acceptReading(config: Config, areaName: string, column: string, by: string): Promise<string> {
  return withinArea(config, areaName, async (app, area) => {
    const { id, siteId, path } = await findColumn(app, area.id, column);
    const look = (await latestFacts(app.db, [siteId], ['column-list'], app.now())).find(({ subjectId }) => subjectId === id);
    if (look === undefined || look.data.outcome !== 'ok' || look.data.state === 'unreadable')
      throw new MingchaError(
        'refused',
        `栏目“${columnName(path)}”最近一次查看没有读出结果，无从认可。`,
        '读不出列表的，用 --make 制作规则；没有打开的，等下一次查看。',
      );
    await acceptLook(app.db, { siteId, columnId: id, factId: look.id, acceptedAt: app.now(), acceptedBy: by });
    return columnName(path);
  });
}

/** Takes a column's rule out of force. Answers the column's name. */
export async function dropRule(config: Config, areaName: string, column: string): Promise<string> {
  return withinArea(config, areaName, async (app, area) => {
    const { id, siteId, path } = await findColumn(app, area.id, column);
    if (!(await retireReadingRule(app.db, siteId, id, app.now())))
      throw new MingchaError('not-found', `栏目“${columnName(path)}”没有阅读规则。`, `用 mingcha reading ${area.name} 查看已有的规则。`);
    return columnName(path);
  });
}

function told({ bytes: _bytes, ...draft }: RuleDraft, column: string | null): MadeRule {
  return { ...draft, column };
}
