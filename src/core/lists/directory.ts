import { holds } from './holds.ts';

/** A list of 单位名录, as the address of the page names it. */
export const DIRECTORY_VIEWS = {
  contacts: '指南登记信息',
  guides: '待更新的指南',
  people: '任职人员',
  'former-names': '单位曾用名',
} as const;
export type DirectoryView = keyof typeof DIRECTORY_VIEWS;
export const DIRECTORY_VIEW_CODES = Object.keys(DIRECTORY_VIEWS) as [DirectoryView, ...DirectoryView[]];

interface ContactLine {
  name: string;
  /** null = not registered yet. */
  contact: { fields: Readonly<Record<string, string | undefined>> } | null;
}

/** The lines of what guides should say that are asked for; `only` none: those nobody registered yet. */
export const listedContacts = <R extends ContactLine>(
  lines: readonly R[],
  { q, only }: { q?: string | undefined; only?: string | undefined },
): R[] =>
  lines.filter(({ name, contact }) => (only !== 'none' || contact === null) && holds(q, name, ...Object.values(contact?.fields ?? {})));

export const listedPeople = <R extends { name: string; post: string; unit: string | null }>(
  rows: readonly R[],
  q: string | undefined,
): R[] => rows.filter(({ name, post, unit }) => holds(q, name, post, unit));

export const listedFormerNames = <R extends { name: string; now: string | null }>(rows: readonly R[], q: string | undefined): R[] =>
  rows.filter(({ name, now }) => holds(q, name, now));
