import { Button } from 'antd';
import { WATCHERS } from '../../../src/contract/who.ts';
import { listedFormerNames } from '../../../src/core/lists/directory.ts';
import { Only } from '../../app/only.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useDirectoryAddress } from './address.ts';
import { Origin, RecordActs } from './record-acts.tsx';
import { Narrow, Rows } from './rows.tsx';
import type { Acts, Directory } from './types.ts';

/** 单位曾用名: names that are wrong after a day, and what stands in their place. */
export function FormerNames({ data, acts }: { data: Directory; acts: Acts }) {
  const { search } = useDirectoryAddress();
  const shown = listedFormerNames(data.formerNames, search.q);
  const add = (
    <Only who={WATCHERS}>
      <Button
        disabled={!acts.ready}
        onClick={() => acts.edit({ kind: 'former-name', id: null, unitId: null, title: '增加单位曾用名', values: {} })}
      >
        增加曾用名
      </Button>
    </Only>
  );
  if (data.formerNames.length === 0)
    return (
      <EmptyState title="还没有登记单位曾用名" next="机构改革后停用的名称登记在这里，停用日期以后的网页和文稿仍用旧名的会提出来。">
        {add}
      </EmptyState>
    );
  return (
    <>
      <Narrow placeholder="曾用名、现名称">{add}</Narrow>
      <Rows label="单位曾用名" heads={['曾用名', '停用日期', '现名称', '来源或最后修改', '操作']} empty={shown.length === 0}>
        {shown.map((former) => (
          <tr key={former.id}>
            <th scope="row" className="record-name">
              {former.name}
            </th>
            <td className="record-day" data-label="停用">
              {former.until}
            </td>
            <td className="record-name" data-label="现名称">
              {former.now ?? <span className="is-zero">没有承接单位</span>}
            </td>
            <td>
              <Origin record={former} />
            </td>
            <td>
              <RecordActs
                acts={acts}
                kind="former-name"
                id={former.id}
                label={former.name}
                edit={() =>
                  acts.edit({
                    kind: 'former-name',
                    id: former.id,
                    unitId: null,
                    title: `修改曾用名“${former.name}”`,
                    values: { name: former.name, until: former.until, now: former.now ?? '' },
                  })
                }
              />
            </td>
          </tr>
        ))}
      </Rows>
    </>
  );
}
