import { insertPatrol } from '../../src/store/patrols.ts';
import { appendPromptAct, insertPrompt } from '../../src/store/prompts.ts';
import type { Db } from '../../src/store/schema.ts';

/** A row in every table of prompts and patrols; `words` may be anything a person types. */
export async function fillPrompts(db: Db, areaId: string, unitId: string, at: string, words: string): Promise<void> {
  const prompt = { areaId, id: 'prompt', kind: 'self_check', heading: words, text: words, sentOn: '2022-12-01', dueOn: null } as const;
  const rule = { fastWithin: 2, fastDays: 'working', fastFirst: 5, categories: ['text_error' as const] } as const;
  await insertPrompt(db, { ...prompt, ...rule, categories: [...rule.categories], madeBy: words, madeAt: at }, [unitId]);
  await appendPromptAct(db, {
    ...{ areaId, promptId: 'prompt', unitId, seq: 1, act: 'done', day: '2022-12-02', moment: at, at, byRole: 'unit', byName: words },
    ...{ note: words, proof: words, found: 2, fixed: 1 },
  });
  const patrol = { areaId, id: 'patrol', unitId, day: '2022-12-02', scope: words, note: null, promptId: 'prompt', byName: words, at };
  await insertPatrol(db, patrol, ['p']);
}
