import { Button, Input } from 'antd';
import { useState } from 'react';
import { useKeys } from '../../parts/use-keys.ts';
import type { Desk, Order } from './types.ts';

interface Props {
  reasons: Desk['reasons']['rejected'];
  /** The reason that stands first, if any. */
  first: string | null;
  close(): void;
  decide(order: Order): void;
}

/** Why it is no problem: a number from the short list, or words of one's own. */
export function AskReject({ reasons, first, close, decide }: Props) {
  const [words, setWords] = useState('');
  const listed = [...reasons].sort((a, b) => Number(b.code === first) - Number(a.code === first));
  const reject = (code: string) => decide({ act: 'rejected', code: code as 'fine', reason: null });
  useKeys(Object.fromEntries(listed.map(({ code }, i) => [String(i + 1), () => reject(code)])));
  return (
    <form
      className="desk-ask"
      aria-label="不予认定的理由"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') decide({ act: 'rejected', code: null, reason: words.trim() });
      }}
    >
      <ul className="desk-choices">
        {listed.map(({ code, name }, i) => (
          <li key={code}>
            <button type="button" className="plain" onClick={() => reject(code)}>
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
          不予认定
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
      </div>
    </form>
  );
}
