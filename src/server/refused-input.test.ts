import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { fieldName } from '../contract/field-name.ts';
import { FIELD_NAMES } from '../contract/field-names.ts';
import { MingchaError } from '../core/error.ts';
import { IN_CHINESE } from '../core/shape-words.ts';
import { loadRoutes } from './load-routes.ts';
import { refusedInput, withNames } from './refused-input.ts';

const routes = await loadRoutes();
const routeOf = (id: string) => routes.find((route) => route.id === id) as (typeof routes)[number];
const refusal = (id: string, asked: object) => {
  const route = routeOf(id);
  const parsed = route.endpoint.input.safeParse(asked, IN_CHINESE);
  return parsed.success ? null : refusedInput(route, parsed.error);
};

type Step = string | 0;
/** Any key of a record: no name of the contract's. */
const ANY = 'a_1';
/** Every field of a shape with its path; 0 = any position of a list. */
function fieldsOf(schema: z.core.$ZodType, path: readonly Step[] = []): (readonly Step[])[] {
  const def = schema._zod.def as unknown as { type: string } & Readonly<Record<string, unknown>>;
  const inner = (def.innerType ?? def.element ?? def.valueType ?? (def.type === 'pipe' ? def.in : undefined)) as
    | z.core.$ZodType
    | undefined;
  if (def.type === 'object')
    return Object.entries(def.shape as Record<string, z.core.$ZodType>).flatMap(([name, one]) => [
      [...path, name],
      ...fieldsOf(one, [...path, name]),
    ]);
  if (def.type === 'union') return (def.options as z.core.$ZodType[]).flatMap((one) => fieldsOf(one, path));
  if (inner === undefined) return [];
  if (def.type === 'record') return [[...path, ANY], ...fieldsOf(inner, [...path, ANY])];
  return fieldsOf(inner, def.type === 'array' ? [...path, 0] : path);
}
const FIELDS = routes.flatMap(({ id, endpoint }) => fieldsOf(endpoint.input).map((path) => ({ id, path })));
/** The value at every one of the paths. */
function filled(paths: readonly (readonly Step[])[], value: unknown): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  const within = (step: Step) =>
    filled(
      paths.filter(([first]) => first === step).map((path) => path.slice(1)),
      value,
    );
  const steps = [...new Set(paths.map(([first]) => first as Step))];
  return steps[0] === 0 ? [within(0)] : Object.fromEntries(steps.map((step) => [step, within(step)]));
}

describe('the whole contract', () => {
  it('has a Chinese name for every field, and no name that is used nowhere', () => {
    const namelessOnes = FIELDS.filter(({ id, path }) => path.at(-1) !== ANY && fieldName(id, path) === null).map(
      ({ id, path }) => `${id}: ${path.join('.')}`,
    );
    expect(namelessOnes, '请在 src/contract/field-names.ts 写明这些字段在页面上叫什么').toEqual([]);
    const keys = FIELDS.flatMap(({ id, path }) => {
      const [parent, name] = ['', ...path.filter((one) => one !== 0)].slice(-2);
      return [`${id}:${parent}.${name}`, `${id}:${name}`, `${parent}.${name}`, `${name}`];
    });
    // What a record holds is named by those who check it.
    const open = FIELDS.flatMap(({ path }) => (path.at(-1) === ANY ? [`${path.at(-2)}.`] : []));
    expect(Object.keys(FIELD_NAMES).filter((key) => !keys.includes(key) && !open.some((one) => key.startsWith(one)))).toEqual([]);
    expect(Object.values(FIELD_NAMES).filter((name) => !/\p{Script=Han}|^QQ$/u.test(name))).toEqual([]);
  });

  it('refuses every field in Chinese words that name it and say what would be right', () => {
    const bad = new Set<string>();
    for (const { id, endpoint } of routes) {
      const fields = fieldsOf(endpoint.input);
      for (const depth of new Set(fields.map(({ length }) => length)))
        for (const wrong of [undefined, {}, '', '，', 'x'.repeat(20_001), -1e12, 1e12, 0.5, []])
          for (const { field, path: at, message } of refusal(
            id,
            filled(
              fields.filter(({ length }) => length === depth),
              wrong,
            ) as object,
          )?.faults ?? [])
            if (
              !/\p{Script=Han}|^QQ$/u.test(field ?? '') ||
              !/\p{Script=Han}/u.test(message) ||
              /Invalid|填写的不对|undefined/.test(message)
            )
              bad.add(`${id} ${at} ${field}: ${message}`);
    }
    expect([...bad]).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each([
    [
      'roster-save',
      { areaId: 'a', days: [{ day: '12月3日', name: null, deputy: null }] },
      '值班表第 1 行的日期：应为 2026-01-01 这样的日期（现在是“12月3日”）。',
    ],
    ['prompt-withdraw', { areaId: 'a', promptId: 'p', reason: '字'.repeat(812) }, '理由：不能超过 300 字（现在 812 字）。'],
    ['prompt-withdraw', { areaId: 'a', promptId: 'p' }, '理由：没有填写。'],
    [
      'notice-requirement-save',
      { areaId: 'a', id: null, heading: '一', text: '二', deadline: { workingDays: 0 } },
      '工作日数：不能小于 1（现在是“0”）。',
    ],
    ['problem-hand-over', { areaId: 'a', problemIds: [], term: null }, '所选问题：请至少选择一个问题。'],
    ['problems', { areaId: 'a', page: '0' }, '页码：页码从 1 开始（现在是“0”）。'],
  ])('of %s names the field, what is wrong and what would be right', (id, asked, message) => {
    expect(refusal(id, asked)?.message).toBe(message);
  });

  it('tells where each fault stands in what was sent', () => {
    const error = refusal('roster-save', { areaId: 'a', days: [{ day: '2026-02-30', name: '', deputy: null }] });
    expect(error?.faults.map(({ path }) => path)).toEqual(['days.0.day', 'days.0.name']);
  });

  it('by the application gets the names of the page, and keeps what has none', () => {
    const faults = [
      { field: 'dueOn', message: '太早' },
      { field: '第 2 行', message: '重名' },
      { field: 'findings.1.text', message: '空' },
    ];
    const named = withNames({ id: 'patrol-add' }, new MingchaError('bad-input', '不对。', '请改正。', { faults }));
    expect(named.faults).toEqual([
      { field: '完成时限', path: 'dueOn', message: '太早' },
      { field: '第 2 行', message: '重名' },
      { field: '发现的问题第 2 行的发现了什么', path: 'findings.1.text', message: '空' },
    ]);
  });
});
