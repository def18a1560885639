import type { PreviewData } from './types.ts';

/** What an import adds, changes and leaves, by kind of record. */
export function Counts({ counts }: { counts: PreviewData['counts'] }) {
  if (counts.length === 0) return <p className="sub">没有读出可以导入的内容。</p>;
  return (
    <table className="plain-table import-counts">
      <thead>
        <tr>
          <th scope="col">内容</th>
          <th scope="col">新增</th>
          <th scope="col">更改</th>
          <th scope="col">不变</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ name, added, changed, unchanged }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {[added, changed, unchanged].map((count, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three fixed columns
              <td key={i} className={count === 0 ? 'is-zero' : ''}>
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
