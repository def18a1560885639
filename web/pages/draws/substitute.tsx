import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { inspectionSubstitute } from '../../../src/contract/endpoints/inspection-substitute.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';

interface Props {
  areaId: string;
  drawId: string;
  leaving: { id: string; name: string; open: number };
  close(): void;
}

/** 更换检查人员: the reason is all that is asked; who goes instead is drawn, never chosen. */
export function Substitute({ areaId, drawId, leaving: { id, name, open }, close }: Props) {
  useFocusBack();
  const queries = useQueryClient();
  const field = useId();
  const [reason, setReason] = useState('');
  const replace = useMutation({
    mutationFn: () =>
      send<typeof inspectionSubstitute>('/api/areas/:areaId/draws/:drawId/substitutes', { areaId, drawId, inspectorId: id, reason }),
    onSuccess: async () => {
      await Promise.all(['draw', 'draws', 'my-inspections'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      close();
    },
  });
  const ready = reason.trim() !== '' && !replace.isPending;
  return (
    <Modal
      open
      title={`更换检查人员：${name}`}
      okText="抽取接替的人"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: replace.isPending }}
      onOk={() => replace.mutate()}
      onCancel={close}
    >
      <form
        className="draw-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) replace.mutate();
        }}
      >
        <p>还没有结果的 {open} 个问题改由他人复查，用本次抽查的种子从其余人员中抽取；已登记的结果不变。更换以后不能改回。</p>
        <label htmlFor={field}>理由（记入抽查记录）</label>
        <Input
          id={field}
          autoFocus
          maxLength={200}
          placeholder="如调离、生病"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {replace.error && <ErrorState error={replace.error} />}
      </form>
    </Modal>
  );
}
