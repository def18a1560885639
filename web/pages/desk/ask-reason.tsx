import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { TextLine } from '../../parts/text-field.tsx';
import { useKeys } from '../../parts/use-keys.ts';

interface Props {
  /** What is asked for, for those who hear the page. */
  label: string;
  /** On the button that takes words of one's own. */
  name: string;
  reasons: readonly { code: string; name: string }[];
  say(why: { code: string | null; reason: string | null }): void;
  close(): void;
  /** What else is asked for, above the reasons. */
  children?: ReactNode;
}

/** A reason: a number from a short list, or words of one's own. */
export function AskReason({ label, name, reasons, say, close, children }: Props) {
  const [words, setWords] = useState('');
  const choose = (code: string) => say({ code, reason: null });
  useKeys(Object.fromEntries(reasons.map(({ code }, i) => [String(i + 1), () => choose(code)])));
  return (
    <form
      className="desk-ask"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') say({ code: null, reason: words.trim() });
      }}
    >
      {children}
      <ul className="desk-choices">
        {reasons.map((reason, i) => (
          <li key={reason.code}>
            <button type="button" className="plain" onClick={() => choose(reason.code)}>
              <kbd>{i + 1}</kbd> {reason.name}
            </button>
          </li>
        ))}
      </ul>
      <div className="desk-own">
        <TextLine
          size="small"
          aria-label="其他理由"
          placeholder="其他理由"
          most={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        />
        <Button size="small" type="primary" htmlType="submit" disabled={words.trim() === ''}>
          {name}
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
      </div>
    </form>
  );
}
