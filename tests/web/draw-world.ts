import { projectionOf } from '../../src/app/ledger/append.ts';
import { saveBodyEntry } from '../../src/app/responsibility/bodies.ts';
import { addItem, saveProgramme } from '../../src/app/responsibility/programmes.ts';
import { nameDutyHolder } from '../../src/app/responsibility/propose.ts';
import { instantOf } from '../../src/core/date.ts';
import { WHOLE_AREA } from '../../src/core/role.ts';
import type { ProblemEvent } from '../../src/ledger/event.ts';
import { appendEvents } from '../../src/store/problem-events.ts';
import { writeRegister } from '../../src/store/register.ts';
import { insertUser } from '../../src/store/users.ts';
import { type UnitKind, unitId } from '../../src/subjects/unit.ts';
import { userOf } from '../support/people.ts';
import { account, problem, WORLD } from '../support/store-world.ts';
import type { Served } from './serve.ts';

const LONG = '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心、县农产品质量安全监督检验检测中心）';
const UNITS = 44;
const areaId = WORLD.county.id;
const idOf = (i: number): string => unitId(areaId, `第${i}局`);

/** 44 units, one with a very long name, 60 problems struck off, people of the first six units, a body, a programme, a supervised account. */
export async function seedDraws({ app }: Served): Promise<string> {
  const { db } = app;
  const [first] = WORLD.register.units;
  if (!first) throw new Error('the world is empty');
  const plain = { ...first, kind: 'department' as UnitKind, aliases: [], namePlates: [] };
  const units = Array.from({ length: UNITS }, (_, i) => ({ ...plain, id: idOf(i), name: i === 0 ? LONG : `第${i}局`, order: i + 10 }));
  const below = [
    { ...plain, kind: 'sub_unit' as UnitKind, id: unitId(areaId, '交管大队'), name: '交管大队', parentId: idOf(1), order: 90 },
    {
      ...plain,
      kind: 'public_service_body' as UnitKind,
      id: unitId(areaId, '县自来水公司'),
      name: '县自来水公司',
      parentId: idOf(2),
      order: 91,
    },
  ];
  const police = { ...account('白水交警'), id: 'account_police', unitId: below[0]?.id as string };
  await writeRegister(db, {
    ...WORLD.register,
    units: [...WORLD.register.units, ...units, ...below],
    accounts: [...WORLD.register.accounts, police],
  });
  const office = { role: 'office', unitId: null, name: '甲' } as const;
  const history = (id: string, acts: readonly ProblemEvent['act'][]): [ProblemEvent, ...ProblemEvent[]] =>
    acts.map((act, i) => ({
      ...{ problemId: id, seq: i + 1, act, day: '2022-12-01', at: instantOf('2022-12-01', '09:00'), reason: null },
      by: act === 'reported_fixed' ? { role: 'unit', unitId: idOf(1), name: '乙' } : office,
      data: act === 'handed_over' ? { due: '2022-12-08' } : {},
    })) as [ProblemEvent, ...ProblemEvent[]];
  const entry = (id: string, i: number, channelId: string | null, acts: readonly ProblemEvent['act'][]) => {
    const events = history(id, acts);
    const text = `“财政专项资金管理和使用情况—资金管理制度”栏目超半年未更新（最近更新2022-05-${String((i % 28) + 1).padStart(2, '0')}）`;
    const one = problem(id, { unitId: channelId ? idOf(1) : idOf(i % UNITS), channelId, firstFoundOn: '2022-12-01', text });
    return { problem: one, events, projection: projectionOf(events) };
  };
  await appendEvents(db, [
    ...Array.from({ length: 60 }, (_, i) => entry(`p${String(i).padStart(3, '0')}`, i, null, ['found', 'rechecked_fixed', 'closed'])),
    entry('police', 1, 'account_police', ['found', 'handed_over', 'reported_fixed']),
  ]);
  for (let i = 0; i < 6; i += 1) {
    const person = { name: `检查员${i}`, role: 'unit', areaId, unitId: idOf(i), post: i % 2 === 0 ? 'person' : 'deputy' } as const;
    await insertUser(db, userOf(app, person));
  }
  await insertUser(db, {
    ...userOf(app, { name: '李离任', role: 'unit', areaId, unitId: idOf(7), post: 'person' }),
    disabledAt: app.now(),
  });
  await insertUser(db, userOf(app, { name: '中心人员', role: 'centre', areaId }));
  const body = { unitId: below[1]?.id as string, id: null, basis: '公共企事业单位信息公开规定', timeLimit: '即时' };
  await saveBodyEntry(app, areaId, { ...body, item: '停水通知', url: 'http://www.baishui.gov.cn/water/' }, '甲');
  await saveBodyEntry(app, areaId, { ...body, item: '水价标准', url: null }, '甲');
  const members = units.map(({ id }) => ({ unitId: id, target: 1 }));
  const programmeId = await saveProgramme(
    app,
    areaId,
    { id: null, name: '政务公开专区建设', basis: null, dueOn: '2022-12-20', members },
    '甲',
  );
  const item = { programmeId, unitId: idOf(0), title: '便民服务大厅政务公开专区', note: null, helperUnitId: idOf(3) };
  await addItem(app, areaId, item, { name: '甲', scope: WHOLE_AREA } as never);
  await nameDutyHolder(app, areaId, { subject: WORLD.site.id, duty: 'reviewer', unitId: idOf(0), by: '甲' });
  return areaId;
}
