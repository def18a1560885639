import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { CATEGORY_CODES } from '../core/category.ts';
import { MingchaError } from '../core/error.ts';
import { FACT_KINDS } from '../evidence/facts.ts';
import { clausesInForce, type ResolvedSheet, sheetFor } from '../sheets/resolve.ts';
import type { Sheet } from '../sheets/schema.ts';
import type { CheckDefinition } from './define.ts';
import type { CardDefinition } from './define-card.ts';

/** All checks and cards, sorted by id. */
export interface Catalogue {
  checks: readonly CheckDefinition[];
  cards: readonly CardDefinition[];
}

/** Files of this folder that hold the frame. Any other one must be a check: a forgotten export stops the start. */
const FRAME = new Set(['answer-card', 'catalogue', 'define', 'define-card', 'judge-cards', 'observation', 'run']);
const HERE = new URL('./', import.meta.url);

/**
 * Reads the folder and validates it against the sheets. Throws MingchaError 'internal' naming the file and what to do:
 * a check that is incomplete, whose id is not its file name, whose clause no sheet knows, a sheet that sets an option
 * the check does not have, a clause in force that nothing covers.
 */
export async function loadCatalogue(sheets: readonly Sheet[]): Promise<Catalogue> {
  const checks = await load<CheckDefinition>(HERE, 'check', FRAME);
  const cards = await load<CardDefinition>(new URL('./cards/', HERE), 'card', new Set());
  const catalogue = { checks: checks.map(([name, check]) => named(name, check)), cards: cards.map(([name, card]) => named(name, card)) };
  checkCatalogue(catalogue, sheets);
  for (const sheet of sheets) requireCovered(catalogue, sheetFor(sheets, sheet.profile, sheet.validFrom));
  return catalogue;
}

/** The rules a catalogue must keep; apart from reading, so that a broken one can be shown to stop the start. */
export function checkCatalogue({ checks, cards }: Catalogue, sheets: readonly Sheet[]): void {
  const clauses = new Set(sheets.flatMap((sheet) => sheet.clauses.map((clause) => clause.id)));
  for (const check of checks) {
    complete(`检查 ${check.id}`, { ...check.words, why: check.page.why, looksAt: check.page.looksAt, limits: check.page.limits });
    if (!clauses.has(check.clause))
      throw stop(`检查 ${check.id} 的条款 ${check.clause} 在任何指标表中都没有`, '请在 src/sheets/data 中加上这一条款，或者改正 clause');
    const unknown = check.needs.find((kind) => !(kind in FACT_KINDS));
    if (unknown) throw stop(`检查 ${check.id} 需要的证据种类 ${unknown} 不存在`, '请在 src/evidence/facts.ts 中登记，或者改正 needs');
    const lost = check.supersedes?.find((id) => !checks.some((other) => other.id === id));
    if (lost) throw stop(`检查 ${check.id} 的 supersedes 中没有 ${lost} 这项检查`, '请改正 supersedes');
  }
  for (const card of cards) {
    complete(`检查卡 ${card.id}`, { title: card.title, question: card.question, proof: card.proof, reviewer: card.reviewer });
    const lost = card.clauses.find((id) => !clauses.has(id));
    if (lost || card.clauses.length === 0)
      throw stop(`检查卡 ${card.id} 的条款 ${lost ?? '（空）'} 在任何指标表中都没有`, '请改正 clauses');
    const blames = card.answers.some(({ verdict }) => verdict === 'fail');
    if (blames && (card.category === null || !CATEGORY_CODES.includes(card.category)))
      throw stop(`检查卡 ${card.id} 的问题类别 ${card.category} 不存在`, '请改正 category');
    const values = card.answers.map(({ value }) => value);
    if (values.length < 2 || new Set(values).size !== values.length)
      throw stop(`检查卡 ${card.id} 的回答少于两个或者有重复`, '请改正 answers');
  }
  for (const sheet of sheets) checkOptions(sheet, checks);
}

/** Stops the start while a clause in force has neither a check nor a card: nothing may be silently left out. */
export function requireCovered(catalogue: Catalogue, sheet: ResolvedSheet): void {
  const covered = new Set([...catalogue.checks.map((check) => check.clause), ...catalogue.cards.flatMap((card) => card.clauses)]);
  const bare = clausesInForce(sheet).filter((clause) => !covered.has(clause.id));
  if (bare.length === 0) return;
  const list = bare.map((clause) => `${clause.id} ${clause.title}`).join('；');
  throw stop(
    `指标表 ${sheet.id} 有 ${bare.length} 条现行条款既没有检查也没有人工检查卡：${list}`,
    '请在 src/checks 加一项检查，或者在 src/checks/cards 加一张检查卡；确实不检查的，在指标表中用 notInForce 写明原因',
  );
}

function checkOptions(sheet: Sheet, checks: readonly CheckDefinition[]): void {
  for (const { id, options } of [...sheet.clauses, ...sheet.patches]) {
    for (const [checkId, values] of Object.entries(options ?? {})) {
      const check = checks.find((other) => other.id === checkId);
      if (!check || check.clause !== id)
        throw stop(`指标表 ${sheet.id} 的条款 ${id} 给检查 ${checkId} 定了选项，但没有属于该条款的这项检查`, '请改正检查编号');
      const parsed = check.options.safeParse(values);
      if (!parsed.success)
        throw stop(
          `指标表 ${sheet.id} 的条款 ${id}：检查 ${checkId} 的选项不对：${z.prettifyError(parsed.error)}`,
          `可用选项见 docs/checks/${checkId}.md`,
        );
    }
  }
}

async function load<T>(folder: URL, name: 'check' | 'card', skip: ReadonlySet<string>): Promise<[string, T][]> {
  const files = readdirSync(fileURLToPath(folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !skip.has(file.slice(0, -3)))
    .sort();
  return Promise.all(
    files.map(async (file): Promise<[string, T]> => {
      const module = (await import(pathToFileURL(fileURLToPath(new URL(file, folder))).href)) as Record<string, T | undefined>;
      const unit = module[name];
      if (!unit) throw stop(`${file} 没有导出 ${name}`, `每个文件应导出一项：export const ${name} = …`);
      return [file.slice(0, -3), unit];
    }),
  );
}

function named<T extends { id: string }>(file: string, unit: T): T {
  if (unit.id !== file) throw stop(`${file}.ts 的 id 是“${unit.id}”`, '文件名应与 id 相同，且永不更改');
  return unit;
}

function complete(what: string, texts: Readonly<Record<string, string>>): void {
  const empty = Object.entries(texts).find(([, text]) => text.trim() === '');
  if (empty) throw stop(`${what} 缺少文字 ${empty[0]}`, '请补齐，用户会读到它');
}

const stop = (message: string, next: string): MingchaError => new MingchaError('internal', message, next);
