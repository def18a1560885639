import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { ExportLink } from '../../parts/export-link.tsx';
import { type AccountsKey, useAccountsPage } from './address.ts';

/** One choice that narrows a list; nothing chosen shows all. */
export interface Choice {
  key: AccountsKey;
  name: string;
  options: readonly { value: string; label: string }[];
}

interface Props {
  /** What is narrowed. */
  of: string;
  /** Where words are looked for; null = nowhere. */
  words: string | null;
  choices: readonly Choice[];
  /** Address of the list as it is narrowed, as a workbook; null = it has others. */
  file: string | null;
  /** Stands first: without it there is no list. */
  lead?: ReactNode;
  /** What else can be done here. */
  children?: ReactNode;
}

/** 筛选: words and choices, kept in the address, and what they leave to save. */
export function FilterBar({ of, words, choices, file, lead, children }: Props) {
  const { search, change } = useAccountsPage();
  return (
    <search className="filters" aria-label={`筛选${of}`}>
      {lead}
      {words !== null && (
        <Input
          className="words"
          allowClear
          defaultValue={search.q}
          placeholder={words}
          aria-label={`查找${words}`}
          maxLength={100}
          onChange={(event) => change({ q: event.target.value.trim() || undefined, page: undefined }, true)}
        />
      )}
      {choices.map(({ key, name, options }) => (
        <Select
          key={key}
          allowClear
          aria-label={name}
          placeholder={name}
          value={search[key]}
          popupMatchSelectWidth={false}
          options={[...options]}
          onChange={(value?: string) => change({ [key]: value, page: undefined })}
        />
      ))}
      {children}
      {file && <ExportLink href={file} />}
    </search>
  );
}

/** A closed list as choices show it. */
export const choicesOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** Codes with their names, as choices show them. */
export const optionsOf = (named: readonly { code: string; name: string }[]) =>
  named.map(({ code, name }) => ({ value: code, label: name }));
