import { useQueryClient } from '@tanstack/react-query';
import type { inspectionSubstitute } from '../../../src/contract/endpoints/inspection-substitute.ts';
import { send } from '../../api.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';

interface Props {
  areaId: string;
  drawId: string;
  leaving: { id: string; name: string; open: number };
  close(): void;
}

/** 更换检查人员: the reason is all that is asked; who goes instead is drawn, never chosen. */
export function Substitute({ areaId, drawId, leaving: { id, name, open }, close }: Props) {
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={`更换检查人员：${name}`}
      note={`还没有结果的 ${open} 个问题改由他人复查，用本次抽查的种子从其余人员中抽取；已登记的结果不变。更换以后不能改回。`}
      label="理由（记入抽查记录）"
      placeholder="如调离、生病"
      action="抽取接替的人"
      work={async (reason) => {
        await send<typeof inspectionSubstitute>('/api/areas/:areaId/draws/:drawId/substitutes', {
          areaId,
          drawId,
          inspectorId: id,
          reason,
        });
        await Promise.all(['draw', 'draws', 'my-inspections'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      }}
      close={close}
    />
  );
}
