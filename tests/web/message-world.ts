import { raiseAlarm } from '../../src/app/messages/raise-alarm.ts';
import { recordReminder } from '../../src/app/messages/reminder-record.ts';
import { saveRoster } from '../../src/app/messages/roster.ts';
import { writeMessages } from '../../src/app/messages/write-messages.ts';
import { writeRegister } from '../../src/store/register.ts';
import { unitId } from '../../src/subjects/unit.ts';
import { WORLD } from '../support/store-world.ts';
import type { Served } from './serve.ts';

const LONG = '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心、县农产品质量安全监督检验检测中心）';

/** An office with a roster, an alarm nobody has answered, `many` messages, and 44 units of which some were reminded often. */
export async function seedMessages({ app }: Served, many: number): Promise<string> {
  const areaId = WORLD.county.id;
  const [first] = WORLD.register.units;
  if (!first) throw new Error('the world is empty');
  const units = Array.from({ length: 44 }, (_, i) => ({
    ...first,
    ...{ id: unitId(areaId, `第${i}局`), name: i === 0 ? LONG : `第${i}局`, aliases: [], namePlates: [], order: i + 10 },
  }));
  await writeRegister(app.db, { ...WORLD.register, units: [...WORLD.register.units, ...units] });
  await saveRoster(app, areaId, { days: [{ day: '2022-12-27', name: '张三', deputy: '李四' }], by: '张三' });
  const at = app.now();
  await raiseAlarm(app.db, areaId, {
    cause: 'site',
    title: '县住建局信息公开网打不开',
    body: '连续两次打不开。',
    link: `/areas/${areaId}/ledger`,
    confidential: false,
    at,
  });
  for (let i = 0; i < many; i++) {
    const unit = units[i % units.length] as (typeof units)[number];
    const draft = { kind: 'letter', cause: `letter${i}`, urgent: false, confidential: false, link: `/areas/${areaId}/ledger` } as const;
    const body = `${unit.name}：\n下列问题逾期仍未整改，现予督办。\n1. 栏目超期未更新：“财政专项资金管理和使用情况—资金管理制度”，整改期限2022年12月20日`;
    await writeMessages(
      app.db,
      areaId,
      { ...draft, title: `督办：${unit.name}，1个问题`, body, at: new Date(Date.parse(at) - i * 3_600_000).toISOString() },
      [{ name: '政务公开办' }],
    );
  }
  for (const [i, unit] of units.entries())
    for (const day of ['2022-12-05', '2022-12-12', '2022-12-19'].slice(0, 1 + (i % 3)))
      await recordReminder(app, areaId, { unitId: unit.id, day, channel: '微信工作群', addressee: '联络员', note: null, by: '张三' });
  return areaId;
}
