import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MingchaError } from '../core/error.ts';
import { type Sheet, sheetSchema } from './schema.ts';

const SHIPPED = fileURLToPath(new URL('./data/', import.meta.url));

/**
 * Reads every sheet of a folder (the shipped ones by default), sorted by file name.
 * Refuses to start (MingchaError 'bad-input') on a malformed file, a doubled id, two versions of one profile in force
 * on one day, an unknown profile to extend, or a patch of a clause that nobody defines.
 */
export function loadSheets(folder: string = SHIPPED): readonly Sheet[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const sheets = files.map((name) => readSheet(join(folder, name)));
  checkTogether(sheets);
  return sheets;
}

function readSheet(path: string): Sheet {
  const file = basename(path);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new MingchaError('bad-input', `指标表 ${file} 不是有效的 JSON`, '请用文本编辑器检查括号、引号和逗号', { cause });
  }
  const parsed = sheetSchema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({ sheet: file, field: issue.path.join('.'), message: issue.message }));
    throw new MingchaError(
      'bad-input',
      `指标表 ${file} 有 ${faults.length} 处不合要求：${faults[0]?.field} ${faults[0]?.message}`,
      '请按 src/sheets/schema.ts 的说明改正',
      { faults },
    );
  }
  if (`${parsed.data.id}.json` !== file) throw refuse(`指标表 ${file} 的 id 是“${parsed.data.id}”`, '文件名应与 id 相同');
  doubled(parsed.data.clauses, (clause) => {
    throw refuse(`指标表 ${file} 中条款 ${clause} 出现了两次`, '请保留一条');
  });
  return parsed.data;
}

function checkTogether(sheets: readonly Sheet[]): void {
  for (const sheet of sheets) {
    const rival = sheets.find((other) => other !== sheet && other.profile === sheet.profile && overlap(other, sheet));
    if (rival) throw refuse(`方案“${sheet.profile}”的 ${sheet.id} 与 ${rival.id} 生效日期重叠`, '请给较早的一份填上 validTo');
    const chain = sheet.extends === null ? [] : sheets.filter((other) => other.profile === sheet.extends);
    if (sheet.extends !== null && chain.length === 0)
      throw refuse(`指标表 ${sheet.id} 依据的方案“${sheet.extends}”不存在`, '请检查 extends');
    if (sheet.extends === sheet.profile) throw refuse(`指标表 ${sheet.id} 依据了自己`, '请检查 extends');
    const known = new Set(chain.flatMap((parent) => parent.clauses.map((clause) => clause.id)));
    for (const patch of sheet.patches)
      if (!known.has(patch.id)) throw refuse(`指标表 ${sheet.id} 要修改的条款 ${patch.id} 在“${sheet.extends}”中不存在`, '请检查条款编号');
    for (const clause of sheet.clauses)
      if (known.has(clause.id))
        throw refuse(`指标表 ${sheet.id} 的条款 ${clause.id} 与“${sheet.extends}”的重复`, '要修改已有条款，请写在 patches 里');
  }
}

const overlap = (a: Sheet, b: Sheet): boolean => a.validFrom <= (b.validTo ?? '9999-12-31') && b.validFrom <= (a.validTo ?? '9999-12-31');

function doubled(rows: readonly { id: string }[], report: (id: string) => void): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) report(id);
    seen.add(id);
  }
}

const refuse = (message: string, next: string): MingchaError => new MingchaError('bad-input', message, next);
