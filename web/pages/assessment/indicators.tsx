import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { assessmentYear } from '../../../src/contract/endpoints/assessment-year.ts';
import type { indicatorSave } from '../../../src/contract/endpoints/indicator-save.ts';
import type { indicators } from '../../../src/contract/endpoints/indicators.ts';
import { OFFICE_AND_UNIT } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { TextBlock } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import { useAssessment } from './address.ts';
import { type Indicator, marks } from './types.ts';

const WIDTH_PX = 520;

/** 评估指标自查: forty lines, those without evidence first to be asked for. */
export function IndicatorsView({ areaId, year }: { areaId: string; year: number }) {
  const { search, change } = useAssessment();
  const [editing, setEditing] = useState<Indicator | null>(null);
  const narrow = useNarrow();
  const { data, error, refetch } = useQuery({
    queryKey: ['assessment', areaId, year, 'indicators'],
    queryFn: ({ signal }) => call<typeof indicators>('/api/areas/:areaId/assessment/:year/indicators', { areaId, year }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="评估指标" />;
  if (data.rows.length === 0)
    return (
      <EmptyState title={`${year}年还没有评估指标`} next="在“导入”中交来“评估指标自查”表（导入模板里有这一张），一项一行。">
        <Link to="/areas/$areaId/import" params={{ areaId }} search={{}}>
          去导入
        </Link>
      </EmptyState>
    );
  const { totals } = data;
  const units = [...new Map(data.rows.flatMap(({ unit }) => (unit ? [[unit.id, unit.name] as const] : [])))];
  const rows = data.rows.filter((row) => (search.open !== 'yes' || row.open) && (!search.of || row.unit?.id === search.of));
  return (
    <>
      <div className="section">
        <dl className="assess-figures">
          <Figure name="指标" value={`${totals.count} 项`} />
          <Figure name="没有佐证" value={`${totals.open} 项`} bad={totals.open > 0} />
          <Figure name="自评得分" value={`${marks(totals.ownScore)} / ${marks(totals.points)}`} />
          <Figure name="差距" value={`${marks(totals.gap)} 分`} bad={totals.gap > 0} />
          <Figure name="尚未自评" value={`${totals.unscored} 项`} />
        </dl>
      </div>
      <div className="text-states">
        <button
          type="button"
          className={search.open === 'yes' ? 'text-state text-state-on' : 'text-state'}
          aria-pressed={search.open === 'yes'}
          onClick={() => change({ open: search.open === 'yes' ? undefined : 'yes' })}
        >
          只看没有佐证的
        </button>
        <Select
          aria-label="责任单位"
          value={search.of ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ minWidth: 150 }}
          options={[{ value: '', label: '全部责任单位' }, ...units.map(([value, label]) => ({ value, label }))]}
          onChange={(of) => change({ of: of || undefined })}
        />
        <span className="section-note">{rows.length} 项</span>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="没有符合条件的指标" next="请放宽条件。" />
      ) : narrow ? (
        <ul>
          {rows.map((row) => (
            <li key={row.id} className="section">
              <b className="wrap">
                {row.number}　{row.title}
              </b>
              <p className="section-note">
                {row.unit?.name ?? '未定责任单位'}　自评 {row.ownScore === null ? '—' : marks(row.ownScore)} / {marks(row.points)}
              </p>
              <Proof row={row} />
              <Only who={OFFICE_AND_UNIT}>
                <Button size="small" onClick={() => setEditing(row)}>
                  填写
                </Button>
              </Only>
            </li>
          ))}
        </ul>
      ) : (
        <Lines rows={rows} edit={setEditing} />
      )}
      <FormDrawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing ? `${editing.number} ${editing.title}` : ''}
        size={Math.min(WIDTH_PX, window.innerWidth)}
        destroyOnHidden
      >
        {editing && <Edit areaId={areaId} year={year} row={editing} close={() => setEditing(null)} />}
      </FormDrawer>
    </>
  );
}

function Lines({ rows, edit }: { rows: Indicator[]; edit(row: Indicator): void }) {
  const columns: TableColumnsType<Indicator> = [
    { title: '编号', width: 80, render: (_, row) => row.number },
    {
      title: '指标',
      render: (_, row) => (
        <>
          <span className="wrap">{row.title}</span>
          {row.group && <small className="sub">{row.group}</small>}
        </>
      ),
    },
    { title: '责任单位', width: 150, render: (_, row) => <span className="wrap">{row.unit?.name ?? '未定'}</span> },
    { title: '分值', width: 70, align: 'right', render: (_, row) => marks(row.points) },
    { title: '自评', width: 70, align: 'right', render: (_, row) => (row.ownScore === null ? '—' : marks(row.ownScore)) },
    {
      title: '差距',
      width: 80,
      align: 'right',
      sorter: (a, b) => a.gap - b.gap,
      showSorterTooltip: false,
      render: (_, row) => <span className={row.gap > 0 ? 'is-bad' : 'is-zero'}>{marks(row.gap)}</span>,
    },
    { title: '佐证', width: 260, render: (_, row) => <Proof row={row} /> },
    {
      title: '办理',
      width: 76,
      render: (_, row) => (
        <Only who={OFFICE_AND_UNIT}>
          <Button size="small" aria-label={`填写 ${row.number}`} onClick={() => edit(row)}>
            填写
          </Button>
        </Only>
      ),
    },
  ];
  return (
    <Table<Indicator>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={false}
      tableLayout="fixed"
      scroll={{ x: 960 }}
    />
  );
}

function Proof({ row }: { row: Indicator }) {
  return (
    <>
      {row.evidence === null ? (
        <b className="is-bad">没有佐证</b>
      ) : (
        <span className="wrap">
          <OutsideLink href={row.evidence}>{row.evidence}</OutsideLink>
        </span>
      )}
      {row.note && <small className="sub wrap">{row.note}</small>}
    </>
  );
}

function Edit({ areaId, year, row, close }: { areaId: string; year: number; row: Indicator; close(): void }) {
  const queries = useQueryClient();
  const [unitId, setUnitId] = useState(row.unit?.id);
  const [ownScore, setOwnScore] = useState(row.ownScore);
  const [evidence, setEvidence] = useState(row.evidence ?? '');
  const [note, setNote] = useState(row.note ?? '');
  const units = useQuery({
    queryKey: ['assessment', areaId, year],
    queryFn: ({ signal }) => call<typeof assessmentYear>('/api/areas/:areaId/assessment/:year', { areaId, year }, signal),
  });
  const save = useMutation({
    mutationFn: () =>
      send<typeof indicatorSave>('/api/areas/:areaId/assessment/:year/indicators/:recordId', {
        ...{ areaId, year, recordId: row.id, unitId: unitId as string, ownScore, evidence, note },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['assessment', areaId, year, 'indicators'] });
      close();
    },
  });
  const options = (units.data?.units ?? []).map(({ unitId: value, name: label }) => ({ value, label }));
  const own = row.unit && !options.some(({ value }) => value === row.unit?.id) ? [{ value: row.unit.id, label: row.unit.name }] : [];
  return (
    <FaultsOf error={save.error}>
      <form
        className="assess-form"
        aria-label="填写指标"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <div className="assess-field">
          <span>责任单位</span>
          <Select
            aria-label="责任单位"
            value={unitId}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            style={{ minWidth: 200 }}
            options={[...own, ...options]}
            onChange={setUnitId}
          />
          <FaultAt at="unitId" />
        </div>
        <div className="assess-field">
          <span>自评得分（满分 {marks(row.points)}）</span>
          <NumberField
            aria-label="自评得分"
            min={0}
            max={row.points}
            places={2}
            step={0.5}
            at="ownScore"
            value={ownScore}
            set={setOwnScore}
          />
        </div>
        <div className="assess-field">
          <span>佐证材料（网址或名称）</span>
          <TextBlock
            className="wide"
            aria-label="佐证材料"
            rows={3}
            most={1000}
            at="evidence"
            value={evidence}
            onChange={(event) => setEvidence(event.target.value)}
          />
        </div>
        <div className="assess-field">
          <span>差距说明</span>
          <TextBlock
            className="wide"
            aria-label="差距说明"
            rows={3}
            most={500}
            at="note"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        <Button type="primary" htmlType="submit" disabled={!unitId || save.isPending}>
          保存
        </Button>
        {save.error && <ErrorState error={save.error} />}
      </form>
    </FaultsOf>
  );
}

export function Figure({ name, value, bad = false }: { name: string; value: string; bad?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={bad ? 'is-bad' : undefined}>{value}</dd>
    </div>
  );
}
