import { type KeyboardEvent, useRef } from 'react';
import type { FreshnessPicture } from './types.ts';

type Cell = FreshnessPicture['units'][number]['cells'][number];
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

interface Props {
  picture: FreshnessPicture;
  by: 'class' | 'name';
  busy: boolean;
  /** What the rows are: units, or areas. */
  first: string;
  open(unitId: string, kind: string): void;
}

/**
 * The picture is the table: what a colour says stands as a number in the cell and as words for who hears it. One cell is a
 * tab stop; the arrow keys go on from there.
 */
export function HeatTable({ picture, by, busy, first: rowName, open }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const names = new Map(picture.states.map(({ code, name }) => [code, name]));
  const step = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const by = STEPS[event.key];
    const from = (event.target as HTMLElement).closest('td');
    if (!by || !from || !body.current) return;
    event.preventDefault();
    nextButton(body.current, from, by)?.focus();
  };
  let first = true;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={busy ? 'heat-scroll list-busy' : 'heat-scroll'} aria-label="栏目新鲜度表（可滚动，方向键逐格移动）" tabIndex={0}>
      <table className={`heat heat-by-${by}`}>
        <caption className="heard">每个{rowName}各类栏目距更新时限的天数</caption>
        <thead>
          <tr>
            <th scope="col" className="heat-unit">
              {rowName}
            </th>
            {picture.kinds.map(({ code, name, count }) => (
              <th key={code} scope="col" title={`${name}（${count}个栏目）`}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={step}>
          {picture.units.map(({ id, name, cells }) => (
            <tr key={id}>
              <th scope="row" className="heat-unit">
                {name}
              </th>
              {picture.kinds.map((kind) => {
                const cell = cells.find((one) => one.kind === kind.code);
                if (!cell) return <td key={kind.code} className="heat-none" />;
                const words = `${name}　${kind.name}：${wordsOf(cell, names.get(cell.state) ?? '')}`;
                const tabIndex = first ? 0 : -1;
                first = false;
                return (
                  <td key={kind.code}>
                    <button
                      type="button"
                      tabIndex={tabIndex}
                      className={`heat-cell heat-${cell.state}`}
                      title={words}
                      onClick={() => open(id, kind.code)}
                    >
                      {numberOf(cell)}
                      {cell.columns > 1 && by === 'class' && (
                        <small>
                          {cell.overdue + cell.empty > 0 ? `${cell.overdue + cell.empty}/` : ''}
                          {cell.columns}
                        </small>
                      )}
                      <span className="heard">　{words}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The next cell with something in it that way; from the end of a row it goes no further. */
function nextButton(body: HTMLElement, from: HTMLTableCellElement, [down, right]: readonly [number, number]): HTMLElement | null {
  const rows = [...body.children] as HTMLTableRowElement[];
  let y = rows.indexOf(from.parentElement as HTMLTableRowElement) + down;
  let x = from.cellIndex + right;
  for (; rows[y]?.cells[x] && x > 0; y += down, x += right) {
    const button = rows[y]?.cells[x]?.querySelector('button');
    if (button) return button;
  }
  return null;
}

const numberOf = ({ state, daysLeft }: Cell): string =>
  state === 'empty' ? '空' : daysLeft === null ? '?' : daysLeft < 0 ? `−${-daysLeft}` : String(daysLeft);

function wordsOf({ state, daysLeft, columns, overdue, empty, soon, unknown }: Cell, stateName: string): string {
  const worst = daysLeft === null ? stateName : daysLeft < 0 ? `超期${-daysLeft}天` : daysLeft === 0 ? '今天到期' : `距到期${daysLeft}天`;
  const parts = [
    overdue > 0 && `超期${overdue}个`,
    empty > 0 && `空白${empty}个`,
    soon > 0 && `30天内到期${soon}个`,
    unknown > 0 && `未能确认${unknown}个`,
  ].filter(Boolean);
  return `${state === 'empty' ? '空白栏目' : worst}，共${columns}个栏目${parts.length > 0 ? `，${parts.join('、')}` : ''}`;
}
