import { MingchaError } from '../core/error.ts';
import { type Condition, type Figure, type FigureDefinition, type FigureSource, percentage } from './figure.ts';
import { type FactRow, type FactSource, rowsOf } from './rows.ts';

/** Values of all figures, in the order given. Figures may build on each other in any order; a circle is an error. */
export function computeFigures(definitions: readonly FigureDefinition[], source: FactSource): Figure[] {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  if (byId.size !== definitions.length) throw new MingchaError('internal', '通报模板中有两个数字使用同一编号', '为每个数字取不同的编号');
  const known = new Map<string, number | null>();
  const open = new Set<string>();
  const valueFor = (id: string): number | null => {
    if (known.has(id)) return known.get(id) ?? null;
    const definition = byId.get(id);
    if (!definition || open.has(id)) {
      throw new MingchaError('internal', `数字“${id}”${definition ? '的来源成环' : '没有定义'}`, '检查通报模板中该数字的来源');
    }
    open.add(id);
    const value = evaluate(definition.from, definition.decimals, source, valueFor);
    known.set(id, value);
    return value;
  };
  return definitions.map((definition) => ({ ...definition, value: valueFor(definition.id) }));
}

function evaluate(from: FigureSource, decimals: number, source: FactSource, valueFor: (id: string) => number | null): number | null {
  switch (from.op) {
    case 'count': {
      const rows = matching(from.where, rowsOf(source, from.table));
      const key = from.distinct;
      return key === undefined ? rows.length : new Set(rows.map((row) => row.values[key])).size;
    }
    case 'sum':
      return sum(rowsOf(source, from.table).flatMap((row) => from.columns.map((name) => row.values[name])));
    case 'value': {
      const wanted = new Set(from.rows);
      const values = new Set(
        rowsOf(source, from.table)
          .filter((row) => wanted.has(row.id))
          .map((row) => row.values[from.column]),
      );
      const [only] = values;
      return values.size === 1 && typeof only === 'number' ? only : null;
    }
    case 'rate': {
      const part = valueFor(from.part);
      const base = valueFor(from.base);
      if (part === null || base === null) return null;
      return from.undecided !== undefined && valueFor(from.undecided) === base ? null : percentage(part, base, decimals);
    }
    case 'total':
      return sum(from.of.map(valueFor));
    case 'difference': {
      const whole = valueFor(from.from);
      const minus = valueFor(from.minus);
      return whole === null || minus === null ? null : whole - minus;
    }
    case 'given': {
      const value = at(source.snapshot, from.path);
      return typeof value === 'number' ? value : null;
    }
  }
}

/** Rows that meet every condition. */
export function matching(where: readonly Condition[], rows: readonly FactRow[]): FactRow[] {
  return rows.filter(({ values }) =>
    where.every((condition) => {
      const value = values[condition.column] ?? null;
      return 'filled' in condition ? value !== null && value !== '' : condition.in.some((wanted) => wanted === value);
    }),
  );
}

/** Sum of the numbers; what is not stated is left out, and where nothing is stated there is no sum. */
function sum(values: readonly unknown[]): number | null {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0);
}

function at(root: unknown, path: string): unknown {
  let value = root;
  for (const step of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}
