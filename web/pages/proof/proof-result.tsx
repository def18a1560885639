import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type KeyboardEvent, useCallback, useEffect, useState } from 'react';
import type { proofCopy } from '../../../src/contract/endpoints/proof-copy.ts';
import { download } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { canTake, type Decision, type Decisions, decided, type ProofReport, revised } from './decisions.ts';
import { FindingDetails, FindingWords } from './proof-item.tsx';
import { ProofList } from './proof-list.tsx';
import { ProofText } from './proof-text.tsx';
import type { Draft } from './types.ts';

interface Props {
  areaId: string;
  draft: Draft;
  report: ProofReport;
  all: boolean;
  askAll(unsure: boolean): void;
}

/** The draft beside its findings; J and K go through them, A takes a suggestion, X says it is none. */
export function ProofResult({ areaId, draft: { file, pasted }, report, all, askAll }: Props) {
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [chosen, setChosen] = useState<number | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [copied, setCopied] = useState<boolean | null>(null);
  // What was pasted comes back as it was; of a file its personal data is covered.
  const text = pasted ?? report.text;
  const copy = useMutation({
    mutationFn: (as: 'docx' | 'html') => {
      const dismissed = report.findings.flatMap(({ start }, index) => (decisions.get(index) === 'dismissed' ? [start] : []));
      const wanted = {
        name: file.name,
        as,
        areaId,
        ...(all ? { all: 'true' as const } : {}),
        ...(dismissed.length > 0 ? { without: dismissed.join(',') } : {}),
      };
      return download<typeof proofCopy>('/api/proof/copy', wanted, file, `${file.name.replace(/\.\w+$/, '')}（校对）.${as}`);
    },
  });
  const choose = useCallback((index: number) => setChosen(index), []);
  const decide = useCallback((index: number, decision: Decision | null) => {
    setDecisions((before) => decided(before, index, decision));
    setChosen(index);
    setCopied(null);
  }, []);
  useEffect(() => {
    if (chosen === null) return;
    document.getElementById(`mark-${chosen}`)?.scrollIntoView({ block: 'center' });
    const line = document.getElementById(`line-${chosen}`);
    line?.focus({ preventScroll: true });
    line?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const shown = report.findings.flatMap(({ layer }, index) => (hidden.has(layer) ? [] : [index]));
  const step = (by: 1 | -1) => {
    const at = chosen === null ? (by === 1 ? -1 : shown.length) : shown.indexOf(chosen);
    const next = shown[at + by];
    if (next !== undefined) setChosen(next);
  };
  const current = chosen === null ? undefined : report.findings[chosen];
  const onKeyDown = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey || target instanceof HTMLInputElement) return;
    const pressed = key.toLowerCase();
    if (pressed === 'j') step(1);
    if (pressed === 'k') step(-1);
    if (chosen === null || current === undefined) return;
    if (pressed === 'a' && canTake(current)) decide(chosen, 'taken');
    if (pressed === 'x') decide(chosen, 'dismissed');
  };
  const take = async () => {
    const words = revised(text, report.findings, decisions);
    setCopied(
      await navigator.clipboard.writeText(words).then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the findings within it; each act has a button too
    <div className="notice audit proof" onKeyDown={onKeyDown}>
      <div className="paper-side">
        {report.collapsed && (
          <p className="proof-many" role="note">
            <b>请通读此稿。</b>疑点很多，可能是整段文字有问题（如转换乱码、旧稿混入），请先通读全文，再逐条核对。
          </p>
        )}
        <ProofText report={report} text={text} decisions={decisions} chosen={chosen} choose={choose} />
      </div>
      <aside className="notice-side proof-side" aria-label="校对结果">
        <ProofList
          report={report}
          decisions={decisions}
          chosen={chosen}
          hidden={hidden}
          toggle={(layer) => setHidden((before) => toggled(before, layer))}
          choose={choose}
          decide={decide}
        >
          <p className="section-note">
            {file.name}，{report.characters} 字
          </p>
          {report.findings.length > 0 && (
            <div className="proof-keys">
              <Button onClick={() => step(-1)}>
                上一处 <kbd>K</kbd>
              </Button>
              <Button onClick={() => step(1)}>
                下一处 <kbd>J</kbd>
              </Button>
              <span className="section-note">
                <kbd>A</kbd> 采纳　<kbd>X</kbd> 不是错误
              </span>
            </div>
          )}
          <label className="proof-unsure">
            <input type="checkbox" checked={all} onChange={() => askAll(!all)} /> 也列出把握不大的疑点
          </label>
          <div className="life-acts">
            <Button onClick={take} disabled={report.characters === 0}>
              复制改后的文字
            </Button>
            <Button loading={copy.isPending && copy.variables === 'docx'} onClick={() => copy.mutate('docx')}>
              下载加批注的 Word
            </Button>
            <Button loading={copy.isPending && copy.variables === 'html'} onClick={() => copy.mutate('html')}>
              下载校对页
            </Button>
          </div>
          <p className="section-note" role="status">
            {copied === true && '已复制。'}
            {copied === false && '浏览器不允许复制，请选中左边的文字复制。'}
          </p>
          {copy.error && <ErrorState error={copy.error} />}
        </ProofList>
      </aside>
      {current && (
        <div className={`proof-bar proof-${current.layer}`}>
          <p>
            <FindingWords finding={current} text={report.text} />
          </p>
          <FindingDetails
            finding={current}
            index={chosen as number}
            layer={report.layers.find(({ id }) => id === current.layer)?.name ?? ''}
            decision={decisions.get(chosen as number)}
            decide={decide}
          />
          <div className="proof-acts">
            <Button onClick={() => step(-1)}>上一处</Button>
            <Button onClick={() => step(1)}>下一处</Button>
            <span className="section-note">
              {shown.indexOf(chosen as number) + 1}/{shown.length}
            </span>
          </div>
        </div>
      )}
    </div>
  );
}

function toggled(before: ReadonlySet<string>, layer: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(layer)) next.add(layer);
  return next;
}
