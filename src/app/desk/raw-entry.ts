import { CATEGORIES, type Category } from '../../core/category.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import type { Limit } from '../../core/limit.ts';
import type { WorkCalendar } from '../../core/work-calendar.ts';
import { type EnteredProblem, enterProblem } from '../../ledger/entry.ts';
import { WEAKNESSES } from '../../ledger/review-reasons.ts';
import { SERVICE_ASPECTS, SERVICE_CATEGORIES, type ServiceAspect, servicePrint } from '../../ledger/service.ts';
import type { ProblemStatus } from '../../ledger/status.ts';
import { findByFingerprints } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';
import { machinePrint } from '../ledger/machine-print.ts';
import { actorOf, type Caller } from '../people/caller.ts';

/** What a third party, the centre or the office says it found, its names settled on the register. */
export interface RawEntry {
  unitId: string;
  channelId: string | null;
  columnId: string | null;
  category: Category;
  place: { label: string; url: string | null };
  text: string;
  foundOn: CalendarDate;
  lastUpdate: CalendarDate | null;
  limit: Limit | null;
  /** The service a 办事服务 finding is about, and what of it cannot be used (seeds M15). */
  service: { name: string; aspect: ServiceAspect } | null;
}

/** What entering goes by besides the finding itself. */
export interface RawMoment {
  areaId: string;
  at: Instant;
  today: CalendarDate;
  calendar: WorkCalendar;
  caller: Caller;
  /** Cut-off of the last issued notice; null when none is out. */
  printed: CalendarDate | null;
}

/** Answered for good: the same entry later is a new matter. */
const SETTLED: readonly ProblemStatus[] = ['closed', 'rejected', 'withdrawn', 'merged', 'exempted'];

/**
 * A raw finding as a suspicion (人工复核前); of the office as a problem. Where the machine would know the place, it is entered under the machine's print, so that
 * a later run can see it fixed; if the machine's own problem is open there, both stand and the desk merges them.
 * @throws refused for dates that contradict the claim, lie ahead or behind an issued notice; conflict for what is entered already.
 */
export async function enterRaw(db: Db, entry: RawEntry, moment: RawMoment): Promise<EnteredProblem> {
  requireDays(entry, moment);
  const { areaId, at, calendar, caller } = moment;
  if (caller.role === 'office' && WEAKNESSES.includes(entry.category)) throw onlyWeak(entry.category);
  const { unitId, channelId, category, text, foundOn, service } = entry;
  const place = service ? { label: service.name, url: entry.place.url } : entry.place;
  const own = ownPrint(entry);
  const machine = service ? null : machinePrint(category, { columnId: entry.columnId, channelId, url: place.url });
  const rows = await findByFingerprints(db, areaId, machine ? [own, machine.fingerprint] : [own]);
  const standing = rows.filter(({ projection, firstFoundOn }) => !SETTLED.includes(projection.status) || firstFoundOn === foundOn);
  const same = standing.find(({ fingerprint }) => fingerprint === own);
  if (same) throw enteredBefore(entry, same.firstFoundOn);
  const print = machine && !standing.some(({ fingerprint }) => fingerprint === machine.fingerprint) ? machine : { fingerprint: own };
  const { fingerprint, ...seenBy } = print;
  return enterProblem(
    { areaId, unitId, channelId, category, place, text, measured: measuredOf(entry), foundOn, fingerprint },
    { at, by: actorOf(caller), data: { user: caller.userId, ...seenBy } },
    calendar,
  );
}

function requireDays({ foundOn }: RawEntry, { today, printed }: RawMoment): void {
  if (foundOn > today) throw new MingchaError('refused', `发现日期${foundOn}还没有到。`, '请填写今天或以前的日期。');
  if (printed !== null && foundOn <= printed)
    throw new MingchaError(
      'refused',
      `截至${printed}的通报已经印发，不能再补录${foundOn}的发现。`,
      '仍然存在的，请填写最近一次查看到的日期。',
    );
}

/** The same words about the same place of the same unit are the same entry; of a service, whatever the page and the words. */
function ownPrint({ unitId, channelId, category, place, text, service }: RawEntry): string {
  return service
    ? servicePrint(category, unitId, service.name, service.aspect)
    : sha256(JSON.stringify([unitId, channelId, category, place.label, text]));
}

function measuredOf({ lastUpdate, limit, service }: RawEntry): Record<string, string> {
  const stated = { lastUpdate, limit, service: service?.name ?? null, aspect: service && SERVICE_ASPECTS[service.aspect] };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null)) as Record<string, string>;
}

/** What the office enters is a problem at once, which a weakness never is (seeds V08). */
const onlyWeak = (category: Category): MingchaError =>
  new MingchaError(
    'refused',
    `“${CATEGORIES[category]}”只是薄弱环节，不作问题认定。`,
    '由信息中心或第三方录入，复核时以“只是薄弱环节”不予认定，通报中另列。',
  );

function enteredBefore({ service }: RawEntry, day: CalendarDate): MingchaError {
  return service
    ? new MingchaError(
        'conflict',
        `“${service.name}”的${SERVICE_ASPECTS[service.aspect]}问题${day}已经登记。`,
        '同一办事服务的同一问题只登记一次，不按页面重复登记。',
      )
    : new MingchaError('conflict', `同样的问题${day}已经登记。`, '不需要再次录入；位置或内容不同的，请写明不同之处。');
}

/** A finding about a service must name it. @throws bad-input. */
export function requireService(category: Category, service: RawEntry['service']): void {
  if (SERVICE_CATEGORIES.includes(category) && service === null)
    throw new MingchaError('bad-input', '没有写明是哪项办事服务。', '请填写服务名称，并选择是办事链接、表格样表还是办事指南的问题。');
}
