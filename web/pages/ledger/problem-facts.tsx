import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { problem } from '../../../src/contract/endpoints/problem.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Due } from './due.tsx';

export type ProblemWhole = z.output<(typeof problem)['output']>;

/** What is wrong, where, whose it is and by when, with the numbers behind the finding. */
export function ProblemFacts({ data: { row, measured, reopenings, carriedPeriods, recurrenceOf } }: { data: ProblemWhole }) {
  const lines: [string, ReactNode][] = [
    ['状态', <StatusMark key="status" {...row.status} />],
    ['责任单位', row.unit.name],
    ['网站、账号', row.channel ? `${row.channel.name}（${row.channel.kindName}）` : '—'],
    [
      '位置',
      row.placeUrl ? (
        <OutsideLink key="place" href={row.placeUrl}>
          {row.place}
        </OutsideLink>
      ) : (
        row.place
      ),
    ],
    ['首次发现', row.foundOn],
    ['整改期限', <Due key="due" row={row} />],
    ...measured.map(({ name, value }): [string, ReactNode] => [name, value]),
  ];
  if (carriedPeriods.length > 0) lines.push(['结转', `${carriedPeriods.join('、')}（连续${row.periods}期）`]);
  if (reopenings > 0) lines.push(['再次发现', `${reopenings} 次`]);
  if (recurrenceOf) lines.push(['说明', '同一问题此前已销号，本次属于反弹']);
  return (
    <>
      <p className="problem-text">{row.text}</p>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
