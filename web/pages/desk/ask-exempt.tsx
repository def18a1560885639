import { Input } from 'antd';
import { useState } from 'react';
import { AskReason } from './ask-reason.tsx';
import type { Desk, Order } from './types.ts';

interface Props {
  reasons: Desk['reasons']['exempted'];
  today: string;
  close(): void;
  decide(order: Order): void;
}

/** Until when and why a place is excused; to the end of the year unless told otherwise. */
export function AskExempt({ reasons, today, close, decide }: Props) {
  const [until, setUntil] = useState(`${today.slice(0, 4)}-12-31`);
  return (
    <AskReason
      label="豁免的期限和理由"
      name="豁免"
      reasons={reasons}
      close={close}
      say={({ code, reason }) => decide({ act: 'exempted', code: code as 'nothing_happened' | null, reason, until })}
    >
      <div className="desk-own">
        <span>豁免到</span>
        <Input
          size="small"
          type="date"
          required
          aria-label="豁免截止日期"
          value={until}
          min={today}
          onChange={(event) => event.target.value && setUntil(event.target.value)}
        />
        <span className="section-note">期内不再认定，期满仍在的重新待复核</span>
      </div>
    </AskReason>
  );
}
