import { z } from 'zod';
import { fingerprintOf } from '../../checks/lib/result.ts';
import { addDays, instantOf } from '../../core/date.ts';
import { parsePeriod } from '../../core/period.ts';
import { nextWorkingDayOnOrAfter } from '../../core/work-calendar.ts';
import { apply } from '../../ledger/apply.ts';
import { closePeriod } from '../../ledger/close-period.ts';
import { deadlineData, makeDeadline } from '../../ledger/deadline.ts';
import { enterProblem } from '../../ledger/entry.ts';
import type { Actor } from '../../ledger/event.ts';
import { findPeriod, putPeriod } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import { putSetting } from '../../store/settings.ts';
import { upsertPortalTotals } from '../../store/volumes.ts';
import { columnName } from '../../subjects/column.ts';
import { importFile } from '../import/import-file.ts';
import { appendToLedger } from '../ledger/append.ts';
import { type App, loadCalendar } from '../open.ts';
import { SAMPLES, type SampleFiles, type SampleId } from './world.ts';

/** Who acts for the office in a sample. */
export const SAMPLE_OFFICE: Actor = { role: 'office', unitId: null, name: '示例办公室' };

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const settingsShape = z.object({
  profile: z.string(),
  periods: z.array(
    z.object({ id: z.string(), cutoff: day, title: z.string(), signedDate: day, printedDate: day.nullish(), number: z.string().nullish() }),
  ),
  head: z.looseObject({ issuer: z.string() }),
  requirements: z.array(z.object({ heading: z.string(), text: z.string(), due: day.nullable() })),
});
export type SamplePeriod = z.infer<typeof settingsShape>['periods'][number];

const openingShape = z.object({
  period: z.string(),
  cutoff: day,
  problems: z.array(z.object({ unit: z.string(), path: z.array(z.string()), limit: z.string(), lastUpdate: day, firstFoundOn: day })),
});

const volumesShape = z.object({ portalTotal: z.number().int(), keyAreas: z.number().int().nullable(), source: z.string() });

/** Categories that a sample's office lets the machine close once it has seen the fix. */
const AUTO_CLOSE = ['column_overdue', 'account_stale', 'account_zombie', 'broken_link', 'image_missing'] as const;

export interface LoadedSample {
  areaId: string;
  periods: readonly SamplePeriod[];
}

/** Brings a sample in: register through the ordinary import, settings, and the problems already on the office's books. */
export async function loadSample(app: App, sample: SampleId, files: SampleFiles): Promise<LoadedSample> {
  const settings = settingsShape.parse(files.settings);
  const first = settings.periods[0]?.cutoff ?? '';
  const report = await importFile({
    db: app.db,
    areaName: SAMPLES[sample].area,
    fileName: 'register.xlsx',
    bytes: files.register,
    at: instantOf(first, '08:00'),
  });
  const { areaId } = report;
  const kept = {
    profile: settings.profile,
    clock: 'simulated',
    head: settings.head,
    requirements: settings.requirements,
    autoClose: AUTO_CLOSE,
    sample,
  };
  for (const [key, value] of Object.entries(kept)) await putSetting(app.db, areaId, key, value);
  if (files.volumes !== null) {
    const { portalTotal: total, keyAreas, source } = volumesShape.parse(files.volumes);
    await upsertPortalTotals(app.db, [{ areaId, period: settings.periods[0]?.id ?? '', total, keyAreas, source }]);
  }
  if (files.opening !== null) await openBooks(app, areaId, openingShape.parse(files.opening));
  return { areaId, periods: settings.periods };
}

/** The ledger as the last notice before the sample left it: found, handed over, carried over. Loading it twice adds nothing. */
async function openBooks(app: App, areaId: string, opening: z.infer<typeof openingShape>): Promise<void> {
  // The period is written together with its problems, so it tells whether they are there.
  if (await findPeriod(app.db, areaId, opening.period)) return;
  const register = await readRegister(app.db, areaId);
  const calendar = await loadCalendar(app.db);
  const handedOver = nextWorkingDayOnOrAfter(addDays(opening.cutoff, 1), calendar).day;
  const deadline = makeDeadline({ kind: 'working_days', days: 5 }, handedOver, calendar, '上期通报');
  const entries = opening.problems.map(({ unit, path, limit, lastUpdate, firstFoundOn }) => {
    const unitId = register.units.find((known) => known.name === unit)?.id ?? '';
    const column = register.columns.find((known) => known.unitId === unitId && columnName(known.path) === columnName(path));
    if (!column) throw new RangeError(`opening stock names a column the register lacks: ${unit} ${columnName(path)}`);
    const found = enterProblem(
      {
        areaId,
        unitId,
        channelId: column.siteId,
        category: 'column_overdue',
        place: { label: columnName(path), url: column.url },
        text: `“${columnName(path)}”栏目超期未更新，最新更新时间为${lastUpdate}`,
        measured: { lastUpdate, limit, path: columnName(path) },
        foundOn: firstFoundOn,
        fingerprint: fingerprintOf('column_overdue', column.id),
      },
      {
        at: instantOf(firstFoundOn, '18:00'),
        by: SAMPLE_OFFICE,
        data: { check: 'column-overdue', subject: column.id, source: '上期台账' },
      },
      calendar,
    );
    const order = apply(found.problem, [found.event], {
      act: 'handed_over',
      at: instantOf(handedOver, '09:00'),
      day: handedOver,
      by: SAMPLE_OFFICE,
      data: deadlineData(deadline),
    });
    return { problem: found.problem, events: [found.event, order] };
  });
  const period = parsePeriod(opening.period);
  const closed = closePeriod(entries, {
    period: period.id,
    after: null,
    cutoff: opening.cutoff,
    day: handedOver,
    at: instantOf(handedOver, '10:00'),
    by: SAMPLE_OFFICE,
  });
  await app.db.transaction().execute(async (trx) => {
    await putPeriod(trx, { ...period, areaId, cutoff: opening.cutoff, closedAt: null });
    await appendToLedger(trx, [], {
      opened: entries.map(({ problem, events }) => ({ problem, event: events[0] as (typeof events)[number] })),
      events: [...entries.flatMap(({ events }) => events.slice(1)), ...closed.events],
    });
  });
}
