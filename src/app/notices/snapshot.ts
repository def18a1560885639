import type { Observation } from '../../checks/observation.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { parsePeriod, previousPeriod } from '../../core/period.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { stockOf } from '../../ledger/stock.ts';
import { withValidity } from '../../notice/legal-basis.ts';
import type { DocumentHead, NamingChoice, Snapshot } from '../../notice/snapshot.ts';
import { unsureFigures } from '../../sheets/figure.ts';
import { findArea } from '../../store/areas.ts';
import { findNotice, listNotices } from '../../store/notices.ts';
import { observationsBetween } from '../../store/period-observations.ts';
import { cutoffBefore, findPeriod, listVerdicts } from '../../store/periods.ts';
import { unitsRead } from '../../store/proof-pages.ts';
import { readRegister } from '../../store/register.ts';
import type { Register } from '../../subjects/register.ts';
import { type AreaSettings, readAreaSettings } from '../area-settings.ts';
import { endOfDay } from '../judge/facts-for-day.ts';
import { rulesFor } from '../judge/rules.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { errorsOfUnits } from '../wording/errors-of-units.ts';
import { addresseesOf } from './address-groups.ts';
import { disclosurePart } from './disclosure.ts';
import { channelRow, Names, problemRow, warningRow, weaknessRow } from './snapshot-rows.ts';
import { stockEntries } from './stock-entries.ts';
import { volumePart } from './volumes.ts';

/** What the office decides about one notice; the rest of the head comes from the area's settings. */
export interface NoticeChoice {
  title: string;
  number?: string | null;
  signedDate: CalendarDate | null;
  printedDate?: CalendarDate | null;
  requirements?: DocumentHead['requirements'];
  naming?: NamingChoice | null;
  /** Id of the notice that is corrected: whom it named for late disclosure is named again. */
  corrects?: string | null;
}

/**
 * Freezes a closed period: register counts, verdicts, problems, volumes, stock, sheet and check versions.
 * Everything a notice prints comes from here. Throws 'not-found' when the period was not closed.
 */
export async function buildSnapshot(
  app: App,
  areaId: string,
  periodId: string,
  choice: NoticeChoice,
  frozenAt: Instant,
): Promise<Snapshot> {
  const period = parsePeriod(periodId);
  const kept = await findPeriod(app.db, areaId, periodId);
  const area = await findArea(app.db, areaId);
  if (!kept || !area)
    throw new MingchaError(
      'not-found',
      `${period.label}还没有结账，不能生成通报。`,
      '请先在“通报”页面对该期结账（mingcha notice 会自动结账），再生成通报。',
    );
  const settings = await readAreaSettings(app.db, areaId);
  const { sheet, catalogue } = await rulesFor(settings, kept.cutoff);
  const register = await readRegister(app.db, areaId);
  const verdicts = await listVerdicts(app.db, areaId, periodId);
  const ledger = await ledgerOf(app.db, areaId);
  const before = await findPeriod(app.db, areaId, previousPeriod(period).id);
  // A period nobody closed in between does not make everything new.
  const span = { after: await cutoffBefore(app.db, areaId, period), cutoff: kept.cutoff };
  const previous = before && (await issuedSnapshot(app, areaId, before.id));
  const names = new Names(register);
  const problems = inPrintingOrder(ledger, register).flatMap((entry) => problemRow(entry, periodId, span, names));
  const warnings = warningsAt(await observationsBetween(app.db, areaId, span.after ?? '0001-01-01', kept.cutoff));
  return {
    schema: 'mingcha/snapshot/1',
    area: area.name,
    period: { ...period, cutoff: kept.cutoff },
    frozenAt,
    sheet: {
      id: sheet.key,
      name: sheet.name,
      checks: Object.fromEntries(catalogue.checks.map((check) => [check.id, check.version])),
      unconfirmed: unsureFigures(sheet).flatMap(({ key, confirmed }) => (confirmed ? [] : [key])),
    },
    document: {
      ...settings.head,
      basis: settings.head.basis.map((entry) => withValidity(entry, choice.signedDate ?? kept.cutoff)),
      addressees: addresseesAtFirst(settings),
      title: choice.title,
      number: choice.number ?? null,
      signedDate: choice.signedDate,
      printedDate: choice.printedDate ?? null,
      requirements: choice.requirements ?? settings.requirements,
    },
    channels: [...register.sites, ...register.accounts].flatMap((channel) => channelRow(channel, verdicts, names)),
    problems: [
      ...problems,
      ...warnings.map((warning) => warningRow(warning, names)),
      ...ledger.flatMap((entry) => weaknessRow(entry, span, names)),
    ],
    volumes: await volumePart(
      app,
      areaId,
      periodId,
      register,
      errorsOfUnits(ledger, await unitsRead(app.db, areaId, endOfDay(kept.cutoff)), span),
    ),
    disclosure: await disclosurePart(app, {
      ...{ areaId, area: area.name, period, cutoff: kept.cutoff, register, names, settings },
      corrects: choice.corrects ?? null,
    }),
    undecidedTold: true,
    ledgerWords: true,
    previous: previous && { label: previous.period.label, bases: basesOf(previous) },
    naming: choice.naming ?? null,
    stock: stockOf(ledger, span).total,
    stockEntries: stockEntries(ledger, span, previous?.stockEntries?.closing ?? null),
  };
}

/** Problems as the register lists their channels, each channel's by the day they were found. */
function inPrintingOrder(ledger: readonly LedgerEntry[], register: Register): LedgerEntry[] {
  const place = new Map([...register.sites, ...register.accounts].map((channel, i) => [channel.id, i]));
  const at = ({ problem }: LedgerEntry): number => place.get(problem.channelId ?? '') ?? place.size;
  return [...ledger].sort(
    (a, b) =>
      at(a) - at(b) || (a.problem.firstFoundOn < b.problem.firstFoundOn ? -1 : a.problem.firstFoundOn > b.problem.firstFoundOn ? 1 : 0),
  );
}

/** Warnings of each channel's last judged day: what is about to run out at the cut-off. */
function warningsAt(observations: ReadonlyMap<string, readonly Observation[]>) {
  return [...observations].flatMap(([channelId, rows]) => {
    const day = rows.at(-1)?.day ?? '';
    const last = rows.filter((row) => row.day === day);
    return last.flatMap((row) =>
      row.findings.filter((finding) => finding.level === 'warning').map((finding) => ({ channelId, finding, day })),
    );
  });
}

/** What the issued notice of a period was written from; null where none was issued. */
async function issuedSnapshot(app: App, areaId: string, periodId: string): Promise<Snapshot | null> {
  const issued = (await listNotices(app.db, areaId)).find((notice) => notice.periodId === periodId && notice.state === 'issued');
  return issued ? ((await findNotice(app.db, issued.id))?.snapshot ?? null) : null;
}

/** Bases a notice printed, by kind of channel (seeds N23). */
function basesOf({ channels }: Snapshot): Record<string, number> {
  const bases: Record<string, number> = {};
  for (const channel of channels) if (channel.inBase) bases[channel.kind] = (bases[channel.kind] ?? 0) + 1;
  return bases;
}

/** 主送机关 of the head; where it names none, the first group the office keeps. */
function addresseesAtFirst({ head, addressGroups }: AreaSettings): readonly string[] {
  const [first] = addressGroups;
  return head.addressees.length > 0 || !first ? head.addressees : addresseesOf(first);
}
