import { type CalendarDate, dateAt } from '../core/date.ts';
import { parsePeriod } from '../core/period.ts';
import type { Actor } from '../ledger/event.ts';
import type { Disagreement } from '../notice/audit/disagreement.ts';
import type { Snapshot } from '../notice/snapshot.ts';
import { passRate } from '../sheets/pass-rate.ts';
import { findNotice, isIssuedOn, listNotices } from '../store/notices.ts';
import { findPeriod } from '../store/periods.ts';
import { readAreaSettings } from './area-settings.ts';
import type { Config } from './config.ts';
import { readInput } from './named-file.ts';
import { draftNotice } from './notices/draft-notice.ts';
import { exportNotice, exportPublicCopy } from './notices/export-notice.ts';
import { issueNotice } from './notices/issue-notice.ts';
import { type OfficeCopy, type OfficeForm, requireFillable, writeOfficeCopy } from './notices/office-copy.ts';
import { openObjections } from './notices/open-objections.ts';
import type { App } from './open.ts';
import { closePeriod, isOut } from './periods/close-period.ts';
import { noticeOf } from './views/notices.ts';
import { withinArea } from './within-area.ts';

export interface NoticeOrder {
  period: string;
  cutoff: CalendarDate | null;
  signed: CalendarDate | null;
  title: string | null;
  template: string | null;
  reason: string | null;
  /** Why it is issued although objections have no answer, one reason for all of them; null bars it while there is one. */
  despite: string | null;
  draft: boolean;
  /** Copies without contacts and other data of persons, besides the issued files. */
  publicCopy: boolean;
  /** The office's own .docx to fill besides; null for none. */
  officeForm: string | null;
  folder: string;
}

export interface NoticeReport {
  id: string;
  title: string;
  version: number;
  issued: boolean;
  rates: { kind: string; name: string; base: number; passing: number; rate: number | null }[];
  disagreements: readonly Disagreement[];
  files: Record<string, string>;
  /** In the office's own form, and for the public where that was asked for. */
  officeCopies: readonly OfficeCopy[];
}

const OFFICE: Actor = { role: 'office', unitId: null, name: '办公室（命令行）' };

/** Writes the notice of a period from the terminal; one that was issued already is only written out again. */
export async function writeNotice(config: Config, areaName: string, order: NoticeOrder): Promise<NoticeReport> {
  return withinArea(config, areaName, async (app, area) => {
    const period = parsePeriod(order.period);
    const template = order.template ?? (await readAreaSettings(app.db, area.id)).noticeTemplates[period.kind];
    const form = order.officeForm === null ? null : await readInput(order.officeForm);
    const issued = (await listNotices(app.db, area.id)).find(
      (notice) => notice.periodId === period.id && notice.template === template && notice.state === 'issued',
    );
    const id = issued?.id ?? (await make(app, area, { ...order, template }, form));
    const files = order.draft && !issued ? {} : await exportNotice(app, id, order.folder);
    const report = await reportOf(app, id, files);
    const notice = await noticeOf(app, area.id, id);
    const officeCopies: OfficeCopy[] = [];
    for (const masked of form === null ? [] : order.publicCopy ? [false, true] : [false])
      officeCopies.push(await writeOfficeCopy(app, notice, form as OfficeForm, masked, order.folder));
    if (!order.publicCopy) return { ...report, officeCopies };
    return { ...report, officeCopies, files: { ...report.files, ...(await exportPublicCopy(app, notice, order.folder)) } };
  });
}

async function make(
  app: App,
  area: { id: string; name: string },
  order: NoticeOrder & { template: string },
  form: OfficeForm | null,
): Promise<string> {
  const period = parsePeriod(order.period);
  const at = app.now();
  const day = order.signed ?? dateAt(at);
  const kept = await findPeriod(app.db, area.id, period.id);
  const cutoff = order.cutoff ?? kept?.cutoff ?? period.to;
  // What another notice on the period has published stands.
  if (!(await isIssuedOn(app.db, area.id, period.id)))
    await closePeriod(app, area.id, period.id, { cutoff, day: dateAt(at), at, by: OFFICE });
  else if (cutoff !== kept?.cutoff) throw isOut(period);
  const title = order.title ?? `关于${period.label}${area.name}政府网站和政务新媒体监测情况的通报`;
  const draft = await draftNotice(app, area.id, period.id, order.template, { title, signedDate: day }, at);
  if (form) await requireFillable(app, await noticeOf(app, area.id, draft), form);
  if (order.draft) return draft;
  const known = order.despite === null ? [] : await openObjections(app.db, await noticeOf(app, area.id, draft));
  const despite = known.map(({ key }) => ({ key, reason: order.despite ?? '' }));
  await issueNotice(app, draft, {
    at,
    day: dateAt(at),
    by: OFFICE,
    overrideReason: order.reason,
    despite: order.despite === null ? null : despite,
  });
  return draft;
}

async function reportOf(app: App, id: string, files: Record<string, string>): Promise<Omit<NoticeReport, 'officeCopies'>> {
  const notice = await findNotice(app.db, id);
  if (!notice) throw new RangeError(`notice ${id} vanished`);
  return {
    id,
    title: notice.title,
    version: notice.version,
    issued: notice.state === 'issued',
    rates: ratesOf(notice.snapshot),
    disagreements: notice.disagreements,
    files,
  };
}

/** 合格率 by kind with its base, from the rows of the snapshot. */
function ratesOf({ channels }: Snapshot): NoticeReport['rates'] {
  const kinds = new Map(channels.map((channel) => [channel.kind, channel.kindName]));
  return [...kinds].map(([kind, name]) => {
    const base = channels.filter((channel) => channel.kind === kind && channel.inBase);
    const passing = base.filter(({ verdict }) => verdict === 'pass' || verdict === 'no_problem').length;
    const undecided = base.filter(({ verdict }) => verdict === 'undecided').length;
    return { kind, name, base: base.length, passing, rate: passRate(base.length, passing, 1, undecided) };
  });
}
