import { Button } from 'antd';
import { WATCHERS } from '../../../src/contract/who.ts';
import { listedPeople } from '../../../src/core/lists/directory.ts';
import { Only } from '../../app/only.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useDirectoryAddress } from './address.ts';
import { Origin, RecordActs } from './record-acts.tsx';
import { Narrow, Rows } from './rows.tsx';
import type { Acts, Directory, PostHolder } from './types.ts';

const valuesOf = ({ name, post, unitId, from, to }: PostHolder) => ({
  name,
  post,
  unitId: unitId ?? '',
  from: from ?? '',
  to: to ?? '',
});

/** 任职人员: who holds which post, and until when. A page of its time is read by who held the post then. */
export function People({ data, acts }: { data: Directory; acts: Acts }) {
  const { search } = useDirectoryAddress();
  const shown = listedPeople(data.postHolders, search.q);
  const add = (
    <Only who={WATCHERS}>
      <Button
        disabled={!acts.ready}
        onClick={() => acts.edit({ kind: 'post-holder', id: null, unitId: null, title: '增加任职人员', values: {} })}
      >
        增加任职人员
      </Button>
    </Only>
  );
  if (data.postHolders.length === 0)
    return (
      <EmptyState title="还没有登记任职人员" next="登记姓名、职务和任职日期后，文稿和网页中姓名写错、职务不符的地方才能看出来。">
        {add}
      </EmptyState>
    );
  return (
    <>
      <Narrow placeholder="姓名、职务、单位">{add}</Narrow>
      <Rows label="任职人员" heads={['姓名', '职务', '单位', '任职日期', '离任日期', '来源或最后修改', '操作']} empty={shown.length === 0}>
        {shown.map((person) => (
          <tr key={person.id}>
            <th scope="row">{person.name}</th>
            <td className="record-name">{person.post}</td>
            <td className="record-name">{person.unit ?? <span className="is-zero">—</span>}</td>
            <td className="record-day" data-label="任职">
              {person.from ?? '不详'}
            </td>
            <td className="record-day" data-label="离任">
              {person.to ?? '在任'}
            </td>
            <td>
              <Origin record={person} />
            </td>
            <td>
              <RecordActs
                acts={acts}
                kind="post-holder"
                id={person.id}
                label={`${person.name}（${person.post}）`}
                edit={() =>
                  acts.edit({
                    kind: 'post-holder',
                    id: person.id,
                    unitId: null,
                    title: `修改${person.name}的任职`,
                    values: valuesOf(person),
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
