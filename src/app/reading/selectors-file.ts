import { z } from 'zod';
import { MingchaError } from '../../core/error.ts';
import type { ListSelectors } from '../../core/list-selectors.ts';
import { compile } from '../../extract/rule/apply-rule.ts';

const part = z.string().min(1).max(500);
const shape = z.strictObject({
  container: part,
  row: part,
  title: part.nullable().default(null),
  link: part.nullable().default(null),
  date: part.nullable().default(null),
});

/** Reads selectors written by hand. Throws 'bad-input' naming the part that is wrong. */
export function readSelectors(text: string, file: string): ListSelectors {
  const parsed = shape.safeParse(jsonOf(text));
  if (!parsed.success)
    throw new MingchaError(
      'bad-input',
      `${file} 不是阅读规则：${parsed.error.issues.map(({ path, message }) => `${path.join('.') || '整体'} ${message}`).join('；')}。`,
      '应形如 {"container":"ul.list","row":"> li","title":"a","date":"span"}；title、link、date 可以不写。',
    );
  compile(parsed.data);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
