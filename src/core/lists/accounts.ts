import type { AccountFunction } from '../account-matter.ts';
import { holds } from './holds.ts';

/** What narrows 账号, on the page and in its workbook; `lacks`: a function, or `unknown` for those nobody recorded any of. */
export interface AccountsAsked {
  q?: string | undefined;
  platform?: string | undefined;
  state?: string | undefined;
  lacks?: string | undefined;
}

interface Account {
  name: string;
  unit: { name: string };
  platform: { code: string };
  state: { code: string };
  filingNumber: string | null;
  functions: readonly AccountFunction[] | null;
}

/** The accounts asked for. One whose functions nobody recorded is not said to lack any (seeds R17). */
export const listedAccounts = <R extends Account>(rows: readonly R[], { q, platform, state, lacks }: AccountsAsked): R[] =>
  rows.filter(
    (row) =>
      (!platform || row.platform.code === platform) &&
      (!state || row.state.code === state) &&
      (!lacks || (lacks === 'unknown' ? row.functions === null : row.functions?.includes(lacks as AccountFunction) === false)) &&
      holds(q, row.name, row.unit.name, row.filingNumber),
  );

/** The 责任书 asked for. */
export const listedStatements = <R extends { name: string; unit: { name: string }; person: string | null; state: { code: string } }>(
  rows: readonly R[],
  { q, state }: { q?: string | undefined; state?: string | undefined },
): R[] => rows.filter((row) => (!state || row.state.code === state) && holds(q, row.name, row.unit.name, row.person));

/** What 导航栏目 is narrowed to. */
export const MENUS_ONLY = { faulty: '有问题', open: '有待核实', never: '没有查看过' } as const;
interface Menu {
  name: string;
  unitName: string;
  faulty: number;
  checkedOn: string | null;
  entries: readonly { verdict: { code: string } }[];
}

/** The menus asked for. */
export const listedMenus = <R extends Menu>(rows: readonly R[], { q, only }: { q?: string | undefined; only?: string | undefined }): R[] =>
  rows.filter(
    (row) =>
      (only !== 'faulty' || row.faulty > 0) &&
      (only !== 'open' || row.entries.some(({ verdict }) => verdict.code === 'cannot-tell')) &&
      (only !== 'never' || row.checkedOn === null) &&
      holds(q, row.name, row.unitName),
  );
