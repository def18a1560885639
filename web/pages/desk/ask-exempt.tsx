import { Button, Input } from 'antd';
import { useState } from 'react';
import { useKeys } from '../../parts/use-keys.ts';
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
  const [words, setWords] = useState('');
  const exempt = (code: string) => decide({ act: 'exempted', code: code as 'nothing_happened', reason: null, until });
  useKeys(Object.fromEntries(reasons.map(({ code }, i) => [String(i + 1), () => exempt(code)])));
  return (
    <form
      className="desk-ask"
      aria-label="豁免的期限和理由"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') decide({ act: 'exempted', code: null, reason: words.trim(), until });
      }}
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
      <ul className="desk-choices">
        {reasons.map(({ code, name }, i) => (
          <li key={code}>
            <button type="button" className="plain" onClick={() => exempt(code)}>
              <kbd>{i + 1}</kbd> {name}
            </button>
          </li>
        ))}
      </ul>
      <div className="desk-own">
        <Input
          size="small"
          aria-label="其他理由"
          placeholder="其他理由"
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        />
        <Button size="small" type="primary" htmlType="submit" disabled={words.trim() === ''}>
          豁免
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
      </div>
    </form>
  );
}
