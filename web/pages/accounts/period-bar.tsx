import type { ReactNode } from 'react';
import type { AccountsList } from '../../../src/core/accounts-list.ts';
import { useAccountsPage } from './address.ts';
import { type Choice, FilterBar } from './filter-bar.tsx';
import { listAddress } from './list-address.ts';
import { PeriodChoice } from './period-choice.tsx';

interface Props {
  areaId: string;
  of: string;
  /** null: the list has files of its own. */
  list: AccountsList | null;
  period: string | undefined;
  words?: string;
  choices?: readonly Choice[];
  children?: ReactNode;
}

/** The bar over a list of a period: which period first, then what narrows it, and the list to take home. */
export function PeriodBar({ areaId, of, list, period, words, choices = [], children }: Props) {
  const { search, change } = useAccountsPage();
  // Only what can be seen narrowing it: words of another list in the address say nothing here.
  const narrowing = {
    q: words === undefined ? undefined : search.q,
    only: choices.some(({ key }) => key === 'only') ? search.only : undefined,
  };
  return (
    <FilterBar
      of={of}
      words={words ?? null}
      choices={choices}
      file={list && listAddress(areaId, list, { period, ...narrowing })}
      lead={<PeriodChoice areaId={areaId} period={period} change={(id) => change({ period: id })} />}
    >
      {children}
    </FilterBar>
  );
}
