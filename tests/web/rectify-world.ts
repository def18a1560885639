import { appendToLedger } from '../../src/app/ledger/append.ts';
import type { Category } from '../../src/core/category.ts';
import { type CalendarDate, instantOf } from '../../src/core/date.ts';
import { parsePeriod } from '../../src/core/period.ts';
import { WORK_CALENDAR } from '../../src/core/work-calendar.ts';
import { type ActDraft, apply } from '../../src/ledger/apply.ts';
import { enterProblem } from '../../src/ledger/entry.ts';
import type { ProblemEvent } from '../../src/ledger/event.ts';
import { fullMonth } from '../../src/notice/testing/fixtures.ts';
import { insertNotice } from '../../src/store/notices.ts';
import { putPeriod } from '../../src/store/periods.ts';
import { writeRegister } from '../../src/store/register.ts';
import { insertTasks } from '../../src/store/requirements.ts';
import { unitId } from '../../src/subjects/unit.ts';
import { WORLD } from '../support/store-world.ts';
import type { Served } from './serve.ts';

const LONG = '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心、县农产品质量安全监督检验检测中心）';
const NOTICE = 'notice_december';
const OFFICE = { role: 'office', unitId: null, name: '王敏' } as const;

export interface RectifyWorld {
  areaId: string;
  /** A unit with problems at every distance from their day. */
  unitId: string;
  /** Its problem that is due first and not signed for. */
  problemId: string;
  /** Another unit's problem. */
  otherId: string;
}

/** 44 units with an issued notice that handed problems over to each; one unit with a dozen, due on all sorts of days. */
export async function seedRectify({ app }: Served): Promise<RectifyWorld> {
  const areaId = WORLD.county.id;
  const [first] = WORLD.register.units;
  if (!first) throw new Error('the world is empty');
  const units = Array.from({ length: 44 }, (_, i) => ({
    ...first,
    ...{ id: unitId(areaId, `第${i}局`), name: i === 0 ? LONG : `第${i}局`, aliases: [], namePlates: [], order: i + 10 },
  }));
  await writeRegister(app.db, { ...WORLD.register, units: [...WORLD.register.units, ...units] });
  await putPeriod(app.db, { ...parsePeriod('2022-12'), areaId, cutoff: '2022-12-27', closedAt: null });
  const title = '县政务公开办关于2022年12月政府网站和政务新媒体监测情况的通报';
  await insertNotice(app.db, {
    ...{ areaId, id: NOTICE, periodId: '2022-12', template: 'monthly-monitoring', state: 'issued', title, snapshot: fullMonth() },
    ...{ snapshotHash: 'h', disagreements: [], overrideReason: null, supersedes: null },
    ...{ createdAt: instantOf('2022-12-19', '09:00'), issuedAt: instantOf('2022-12-20', '09:00') },
  });
  const task = { areaId, noticeId: NOTICE, addressee: LONG, unitId: units[0]?.id as string, heading: '举一反三开展自查' };
  const rest = { dueOn: '2022-12-28', dueProvisional: false, position: 0, doneAt: null, doneBy: null };
  await insertTasks(app.db, [
    { ...task, ...rest, paragraphId: 'p1', text: '各单位要对照通报指出的问题逐项自查，于12月28日前报送自查情况。' },
  ]);
  const dues = ['2022-12-26', '2022-12-27', '2022-12-28', '2022-12-28', '2022-12-30', '2023-01-05'];
  const own = await Promise.all(
    dues.map((due, i) =>
      handedOver(app, units[0]?.id as string, { due, n: i, signed: i > 2, category: i === 1 ? 'text_error' : 'guide_error' }),
    ),
  );
  const others = await Promise.all(
    units.slice(1).map(({ id }, i) => handedOver(app, id, { due: '2022-12-27', n: i + 20, answered: i % 3 === 1 })),
  );
  return { areaId, unitId: units[0]?.id as string, problemId: own[0] as string, otherId: others[0] as string };
}

async function handedOver(
  app: Served['app'],
  unit: string,
  {
    due,
    n,
    signed = false,
    answered = false,
    category = 'guide_error',
  }: { due: CalendarDate; n: number; signed?: boolean; answered?: boolean; category?: Category },
): Promise<string> {
  const day = '2022-12-20';
  const at = instantOf(day, '10:00');
  const { problem, event } = enterProblem(
    {
      ...{ areaId: WORLD.county.id, unitId: unit, channelId: null, category, measured: {}, foundOn: day },
      ...{
        place: { label: `信息公开指南—联系方式（第${n}处）`, url: null },
        text: '信息公开指南公布的联系电话为空号，受理地址与机构现址不一致',
      },
    },
    { at, by: OFFICE },
    WORK_CALENDAR,
  );
  const events: ProblemEvent[] = [event];
  const add = (draft: Omit<ActDraft, 'at' | 'day'>) => events.push(apply(problem, events, { at, day, ...draft }));
  const by = { role: 'unit', unitId: unit, name: '李强' } as const;
  add({ act: 'handed_over', by: OFFICE, data: { due, dueProvisional: due > '2023', clause: '12月通报', notice: NOTICE } });
  if (signed) add({ act: 'received', by });
  if (answered) add({ act: 'reported_fixed', by, reason: '已更正电话和地址' });
  await appendToLedger(app.db, [], { opened: [{ problem, event }], events: events.slice(1) });
  return problem.id;
}
