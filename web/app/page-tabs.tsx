import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Search } from './search.ts';
import './page-tabs.css';

/** A part of a page; the first one's address says nothing. */
export interface PageTab {
  tab: string | undefined;
  name: string;
}

interface Props {
  label: string;
  tabs: readonly PageTab[];
  shown: string | undefined;
  /** Word of the address that names the part. */
  by?: 'tab' | 'view';
  /** What stays in the address from part to part. */
  keep?: Search;
}

/** The parts of a page, each with its address; on a telephone more of them are reached by a swipe. */
export function PageTabs({ label, tabs, shown, by = 'tab', keep = {} }: Props) {
  const current = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is shown
  useEffect(() => current.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' }), [shown]);
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ tab, name }) => (
        <Link
          key={name}
          ref={tab === shown ? current : undefined}
          to="."
          search={{ ...keep, [by]: tab }}
          activeProps={{}}
          aria-current={tab === shown ? 'page' : undefined}
          className={tab === shown ? 'tab tab-on' : 'tab'}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
