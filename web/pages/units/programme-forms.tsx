import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { programmeItemAdd } from '../../../src/contract/endpoints/programme-item-add.ts';
import type { programmeSave } from '../../../src/contract/endpoints/programme-save.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { useAskedClose } from '../../parts/use-asked-close.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import type { Programme } from './types.ts';
import { useUnitOptions } from './use-unit-options.ts';

/** Name, basis, limit and members of a programme; every member has the same target here. */
export function ProgrammeForm({ areaId, of, close }: { areaId: string; of: Programme | null; close(): void }) {
  useFocusBack();
  const queries = useQueryClient();
  const units = useUnitOptions(areaId);
  const [name, setName] = useState(of?.name ?? '');
  const [basis, setBasis] = useState(of?.basis ?? '');
  const [dueOn, setDueOn] = useState(of?.dueOn ?? '');
  const [members, setMembers] = useState<string[]>(of?.members.map(({ unit }) => unit.id) ?? []);
  const [target, setTarget] = useState(of?.members[0]?.target ?? 1);
  const known = new Map(of?.members.map((member) => [member.unit.id, member.target]));
  const isOneTarget = new Set(known.values()).size <= 1;
  const { ask, typedIn } = useAskedClose(close);
  const save = useMutation({
    mutationFn: () =>
      send<typeof programmeSave>('/api/areas/:areaId/programmes', {
        ...{ areaId, id: of?.id ?? null, name, basis, dueOn: dueOn || null },
        members: members.map((unitId) => ({ unitId, target: isOneTarget ? target : (known.get(unitId) ?? target) })),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['programmes'] });
      close();
    },
  });
  return (
    <Modal
      open
      title={of ? `修改“${of.name}”` : '新建专项工作'}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: name.trim() === '' || members.length === 0, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={ask}
    >
      {typedIn(
        <FaultsOf error={save.error}>
          <div className="unit-modal">
            <TextLine
              aria-label="名称"
              placeholder="名称，如政务公开专区建设"
              most={100}
              at="name"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <TextLine
              aria-label="依据"
              placeholder="依据（可不填）"
              most={200}
              at="basis"
              value={basis}
              onChange={(event) => setBasis(event.target.value)}
            />
            <div className="unit-inline">
              <span id="programme-due">完成期限</span>
              <input type="date" aria-labelledby="programme-due" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
              <span id="programme-target">每个成员单位的目标数</span>
              <NumberField
                aria-labelledby="programme-target"
                min={1}
                max={1000}
                must
                at="target"
                value={target}
                disabled={!isOneTarget}
                set={(value) => setTarget(Number(value))}
              />
            </div>
            <FaultAt at="dueOn" />
            <Select
              mode="multiple"
              aria-label="成员单位"
              placeholder="成员单位"
              showSearch={{ optionFilterProp: 'label' }}
              value={members}
              options={units}
              onChange={setMembers}
            />
            <FaultAt at="members" />
            <div className="unit-inline">
              <Button size="small" onClick={() => setMembers(units.map(({ value }) => value))}>
                全部单位
              </Button>
              <span className="section-note">已选 {members.length} 个</span>
            </div>
            {save.error && <ErrorState error={save.error} />}
          </div>
        </FaultsOf>,
      )}
    </Modal>
  );
}

/** A member enters a venue, a topic …, with the unit that guides it. */
export function ItemForm({ areaId, row }: { areaId: string; row: Programme }) {
  const queries = useQueryClient();
  const units = useUnitOptions(areaId);
  const [first] = row.members;
  const [unitId, setUnit] = useState(row.members.length === 1 ? first?.unit.id : undefined);
  const [title, setTitle] = useState('');
  const [helperUnitId, setHelper] = useState<string>();
  const add = useMutation({
    mutationFn: () =>
      send<typeof programmeItemAdd>('/api/areas/:areaId/programmes/:programmeId/items', {
        ...{ areaId, programmeId: row.id, unitId: unitId ?? '', title, note: null, helperUnitId: helperUnitId ?? null },
      }),
    onSuccess: async () => {
      setTitle('');
      await queries.invalidateQueries({ queryKey: ['programmes'] });
    },
  });
  const choose = (label: string, value: string | undefined, set: (id?: string) => void, options: { value: string; label: string }[]) => (
    <Select
      allowClear
      aria-label={`${row.name}：${label}`}
      placeholder={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value}
      options={options}
      onChange={set}
    />
  );
  return (
    <FaultsOf error={add.error}>
      <form
        className="unit-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        {choose(
          '报送单位',
          unitId,
          setUnit,
          row.members.map(({ unit }) => ({ value: unit.id, label: unit.name })),
        )}
        <TextLine
          aria-label={`${row.name}：事项`}
          placeholder="事项，如专区名称、选题"
          most={200}
          at="title"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        {choose('指导单位（可不填）', helperUnitId, setHelper, units)}
        <Button htmlType="submit" disabled={!unitId || title.trim() === ''} loading={add.isPending}>
          报送
        </Button>
        {add.error && <ErrorState error={add.error} />}
      </form>
    </FaultsOf>
  );
}
