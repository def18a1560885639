import { AskReason } from './ask-reason.tsx';
import type { Desk, Order } from './types.ts';

interface Props {
  reasons: Desk['reasons']['rejected'];
  /** The reason that stands first, if any. */
  first: string | null;
  close(): void;
  decide(order: Order): void;
}

/** Why it is no problem. */
export function AskReject({ reasons, first, close, decide }: Props) {
  const listed = [...reasons].sort((a, b) => Number(b.code === first) - Number(a.code === first));
  return (
    <AskReason
      label="不予认定的理由"
      name="不予认定"
      reasons={listed}
      close={close}
      say={({ code, reason }) => decide({ act: 'rejected', code: code as 'fine' | null, reason })}
    />
  );
}
