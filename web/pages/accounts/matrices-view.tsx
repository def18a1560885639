import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { matrices } from '../../../src/contract/endpoints/matrices.ts';
import type { matrixRetire } from '../../../src/contract/endpoints/matrix-retire.ts';
import type { matrixSave } from '../../../src/contract/endpoints/matrix-save.ts';
import { listedMatrixItems, MATRICES_ONLY } from '../../../src/core/lists/publishing.ts';
import { call, send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { useAccountsPage } from './address.ts';
import { Field, Words } from './fields.tsx';
import { choicesOf } from './filter-bar.tsx';
import { PeriodBar } from './period-bar.tsx';
import type { Matrices, Matrix } from './types.ts';

const ITEMS_SHOWN = 100;

/** 矩阵: which parts carry the same item, how many days after the first, and which lack it. */
export function MatricesView({ areaId, period }: { areaId: string; period: string | undefined }) {
  const { change, role } = useAccountsPage();
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', areaId, 'matrices', period],
    queryFn: ({ signal }) => call<typeof matrices>('/api/areas/:areaId/matrices', { areaId, period }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Unready error={error} retry={refetch} what="矩阵" />;
  return (
    <>
      <PeriodBar
        {...{ areaId, period }}
        of="矩阵"
        list="matrices"
        choices={[{ key: 'only', name: '只看', options: choicesOf(MATRICES_ONLY) }]}
      >
        {role === 'office' && <Button onClick={() => change({ matrix: 'new' })}>新建矩阵</Button>}
      </PeriodBar>
      {data.rows.length === 0 ? (
        <EmptyState title="还没有矩阵" next="把应当发布同样信息的网站和账号编成一个矩阵，就能看出每条信息还缺哪些平台。" />
      ) : (
        data.rows.map((matrix) => <One key={matrix.id} areaId={areaId} matrix={matrix} data={data} />)
      )}
      <MatrixDrawer areaId={areaId} data={data} />
    </>
  );
}

function One({ areaId, matrix, data }: { areaId: string; matrix: Matrix; data: Matrices }) {
  const { search, change, role } = useAccountsPage();
  const [sure, setSure] = useState(false);
  const queries = useQueryClient();
  const retire = useMutation({
    mutationFn: () => send<typeof matrixRetire>('/api/areas/:areaId/matrices/:matrixId/retired', { areaId, matrixId: matrix.id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts', areaId, 'matrices'] }),
  });
  const names = new Map(data.channels.map((channel) => [channel.id, channel]));
  const rows = listedMatrixItems(matrix.items, search.only);
  return (
    <Section
      title={matrix.name}
      note={`${matrix.members.length} 个平台；发到两处以上的 ${matrix.shared} 条，只在一处的 ${matrix.alone} 条`}
    >
      {rows.length === 0 ? (
        <p className="section-note">{data.period.label}没有符合条件的信息。</p>
      ) : (
        <WideTable
          label={matrix.name}
          heads={[
            '信息',
            '最早',
            ...matrix.members.map(({ id, missing, seen }) => ({
              key: id,
              head: (
                <>
                  {names.get(id)?.name ?? id}
                  <small className="sub">{seen ? (missing > 0 ? `缺 ${missing} 条` : '齐全') : '未采集'}</small>
                </>
              ),
            })),
          ]}
        >
          {rows.slice(0, ITEMS_SHOWN).map((item) => (
            <tr key={`${item.firstOn} ${item.title}`}>
              <th scope="row" className="wrap">
                {item.title}
                {item.missing.length > 0 && <small className="sub is-bad">缺 {item.missing.length} 处</small>}
              </th>
              <td>{item.firstOn}</td>
              {matrix.members.map(({ id }) => (
                <Cell key={id} item={item} id={id} />
              ))}
            </tr>
          ))}
        </WideTable>
      )}
      {rows.length > ITEMS_SHOWN && (
        <p className="section-note">
          只显示最近 {ITEMS_SHOWN} 条，共 {rows.length} 条，其余请导出查看。
        </p>
      )}
      {role === 'office' && (
        <p className="accounts-acts">
          <Button size="small" onClick={() => change({ matrix: matrix.id })}>
            修改
          </Button>
          {sure ? (
            <Button size="small" danger loading={retire.isPending} onClick={() => retire.mutate()}>
              确认停用
            </Button>
          ) : (
            <Button size="small" onClick={() => setSure(true)}>
              停用
            </Button>
          )}
        </p>
      )}
      {retire.error && <ErrorState error={retire.error} />}
    </Section>
  );
}

function Cell({ item, id }: { item: Matrix['items'][number]; id: string }) {
  const there = item.on.find(({ channelId }) => channelId === id);
  if (there) {
    const text = there.lag === 0 ? '当天' : `晚 ${there.lag} 天`;
    return (
      <td className={there.lag > 1 ? 'matrix-cell matrix-lag' : 'matrix-cell'}>
        {there.url ? <OutsideLink href={there.url}>{text}</OutsideLink> : text}
      </td>
    );
  }
  return item.unseen.includes(id) ? <td className="matrix-cell is-zero">未采集</td> : <td className="matrix-cell is-bad">缺</td>;
}

const WIDTH_PX = 560;

function MatrixDrawer({ areaId, data }: { areaId: string; data: Matrices }) {
  const { search, change } = useAccountsPage();
  const matrix = data.rows.find(({ id }) => id === search.matrix);
  const close = () => change({ matrix: undefined });
  return (
    <FormDrawer
      open={search.matrix === 'new' || matrix !== undefined}
      onClose={close}
      title={matrix ? '修改矩阵' : '新建矩阵'}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <MatrixForm areaId={areaId} data={data} matrix={matrix} close={close} />
    </FormDrawer>
  );
}

function MatrixForm({ areaId, data, matrix, close }: { areaId: string; data: Matrices; matrix: Matrix | undefined; close(): void }) {
  const [name, setName] = useState(matrix?.name ?? '');
  const [chosen, setChosen] = useState<string[]>(matrix?.members.map(({ id }) => id) ?? []);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      send<typeof matrixSave>('/api/areas/:areaId/matrices', { areaId, ...(matrix ? { id: matrix.id } : {}), name, channelIds: chosen }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts', areaId, 'matrices'] });
      close();
    },
  });
  return (
    <FaultsOf error={save.error}>
      <form
        className="accounts-form"
        aria-label="矩阵"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Words name="矩阵名称" at="name" value={name} set={setName} max={60} must />
        <Field name="应当发布同样信息的网站和账号（按先后列出）" at="channelIds" must>
          <Select
            mode="multiple"
            aria-label="网站和账号"
            value={chosen}
            showSearch={{ optionFilterProp: 'label' }}
            options={data.channels.map((channel) => ({
              value: channel.id,
              label: `${channel.name}（${channel.kindName}，${channel.unitName}）`,
            }))}
            onChange={setChosen}
          />
        </Field>
        <p className="accounts-acts">
          <Button type="primary" htmlType="submit" disabled={name.trim() === '' || chosen.length < 2} loading={save.isPending}>
            保存
          </Button>
          {chosen.length < 2 && <span className="section-note">至少选两个</span>}
        </p>
        {save.error && <ErrorState error={save.error} />}
      </form>
    </FaultsOf>
  );
}
