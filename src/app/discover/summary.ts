import { limitName } from '../../core/limit.ts';
import { COLUMN_CLASS_NAMES } from '../../subjects/column.ts';
import { COLUMN_STATE_NAMES, COLUMN_STATES, type DiscoveredColumn, type Discovery } from './discovery.ts';

/** 列表，首页 20 条，最新 2022-12-27. */
export function stateWords({ state, items, newestDate, outcome }: DiscoveredColumn): string {
  if (state === 'list')
    return `${COLUMN_STATE_NAMES.list}，第一页 ${items} 条，${newestDate === null ? '没有读到日期' : `最新 ${newestDate}`}`;
  return state === 'not-opened' ? `${COLUMN_STATE_NAMES[state]}（${outcome}）` : COLUMN_STATE_NAMES[state];
}

/** What a person reads on the terminal. */
export function discoverySummary({ home, siteName, siteMap, columns, pages, limited }: Discovery): string[] {
  const counts = COLUMN_STATES.flatMap((state) => {
    const count = columns.filter((column) => column.state === state).length;
    return count === 0 ? [] : [`${COLUMN_STATE_NAMES[state]} ${count}`];
  });
  return [
    `${siteName ?? home}：建议登记 ${columns.length} 个栏目（${counts.join('，')}），共查看 ${pages} 个页面。`,
    siteMap === null ? '没有找到网站地图，栏目从导航和栏目页读出。' : `网站地图：${siteMap}`,
    ...columns.map(
      (column) =>
        `  ${'　'.repeat(column.path.length - 1)}${column.path.at(-1)}  ${COLUMN_CLASS_NAMES[column.class]}  ${column.limit === null ? '时限待定' : limitName(column.limit)}  ${stateWords(column)}`,
    ),
    ...(limited ? ['还有栏目没有查看，可用 --max-pages 放宽。'] : []),
  ];
}
