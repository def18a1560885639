import { filePatrol } from '../../src/app/prompts/file-patrol.ts';
import { sayOfPrompt } from '../../src/app/prompts/say.ts';
import { sendPrompt } from '../../src/app/prompts/send-prompt.ts';
import { writeRegister } from '../../src/store/register.ts';
import { type Unit, unitId } from '../../src/subjects/unit.ts';
import { WORLD } from '../support/store-world.ts';
import type { Served } from './serve.ts';

const LONG = '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心、县农产品质量安全监督检验检测中心）';
const AREA = { units: null, categories: null };

export interface PromptWorld {
  areaId: string;
  units: Unit[];
  task: string;
  check: string;
}

/** An office that asked 44 units something, half of which have done it, and sent a self-check; one unit has patrolled. */
export async function seedPrompts({ app }: Pick<Served, 'app'>): Promise<PromptWorld> {
  const areaId = WORLD.county.id;
  const units: Unit[] = Array.from({ length: 44 }, (_, i) => ({
    ...WORLD.housing,
    ...{ id: unitId(areaId, `第${i}局`), name: i === 0 ? LONG : `第${i}局`, aliases: [], namePlates: [], order: i + 10 },
    ...(i < 20 ? { kind: 'town' as const, group: '乡镇' } : {}),
  }));
  await writeRegister(app.db, { ...WORLD.register, units: [...WORLD.register.units, ...units] });
  const ids = units.map(({ id }) => id);
  const office = { name: '县政务公开办', role: 'office' as const, scope: AREA };
  const send = (kind: 'task' | 'self_check', heading: string, dueOn: string | null) =>
    sendPrompt(
      app,
      areaId,
      { kind, heading, dueOn, unitIds: ids, text: '请对照要求逐项落实。\n完成后反馈。', categories: kind === 'task' ? [] : ['text_error'] },
      office,
    );
  const task = await send('task', '制作政府信息查询区操作指南和依申请公开流程图', '2022-12-30');
  const check = await send('self_check', '元旦前排查错别字', null);
  for (const id of ids.slice(0, 22))
    await sayOfPrompt(
      app,
      areaId,
      task,
      { unitId: id, act: 'done', note: '已上墙', proof: 'https://a.gov.cn/1', found: null, fixed: null },
      office,
    );
  const mine = { name: '联络员', scope: { units: [ids[30] as string], categories: null } };
  const error = { category: 'text_error', channelId: null, columnId: null, url: null } as const;
  await filePatrol(
    app,
    areaId,
    {
      ...{ unitId: ids[30] as string, day: '2022-12-26', scope: '本单位信息公开网全部栏目', note: null, promptId: null },
      findings: [
        { ...error, place: '通知公告', text: '“部署”误为“布署”', fixed: null },
        { ...error, place: '工作动态', text: '“截至”误为“截止”', fixed: '已改正' },
      ],
    },
    mine,
  );
  return { areaId, units, task, check };
}
