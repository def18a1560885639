import { Button, Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { FaultAt } from '../../../parts/faults.tsx';
import { TextBlock, TextLine } from '../../../parts/text-field.tsx';
import type { Draft, LocalDraft } from './types.ts';

const MARKS = ['主动公开', '依申请公开', '不予公开'] as const;

interface Props {
  head: Draft['head'];
  nextNumber: Draft['nextNumber'];
  addressGroups: Draft['addressGroups'];
  removed: LocalDraft['removed'];
  change(head: Partial<Draft['head']>): void;
  restore(paragraph: LocalDraft['removed'][number]): void;
}

/** 版头与日期: what the office decides about the paper, and paragraphs it took out. */
export function HeadPanel({ head, nextNumber, addressGroups, removed, change, restore }: Props) {
  const { year, number } = nextNumber;
  const prefix = /^(.*?)〔/.exec(head.number ?? '')?.[1] ?? '';
  const early = head.signedDate !== null && head.printedDate !== null && head.printedDate < head.signedDate;
  return (
    <div className="head-panel">
      <Field label="标题">
        {(id) => (
          <TextBlock
            id={id}
            rows={3}
            value={head.title}
            most={200}
            at="head.title"
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="主送机关" at="head.addressees" note="一行一个；印出时以逗号相连">
        {(id) => (
          <>
            {addressGroups.length > 0 && (
              <Select
                aria-label="主送机关组"
                placeholder="从常用的主送机关中选"
                value={addressGroups.find(({ addressees }) => addressees.join('\n') === head.addressees?.join('\n'))?.name}
                options={addressGroups.map(({ name, addressees }) => ({ value: name, label: `${name}（${addressees.join('，')}）` }))}
                popupMatchSelectWidth={false}
                onChange={(name: string) => change({ addressees: addressGroups.find((group) => group.name === name)?.addressees ?? [] })}
              />
            )}
            <Input.TextArea
              id={id}
              rows={Math.max(2, head.addressees?.length ?? 0)}
              value={head.addressees?.join('\n')}
              onChange={(event) => change({ addressees: event.target.value.split('\n') })}
            />
          </>
        )}
      </Field>
      <Field label="发文字号" note={`本年下一个未用：〔${year}〕${number}号；没有文号的可以留空`}>
        {(id) => (
          <div className="with-button">
            <TextLine
              id={id}
              most={60}
              at="head.number"
              value={head.number ?? ''}
              placeholder="如 某政公开办〔2022〕1号"
              onChange={(event) => change({ number: event.target.value || null })}
            />
            <Button onClick={() => change({ number: `${prefix}〔${year}〕${number}号` })}>取号</Button>
          </div>
        )}
      </Field>
      <Field label="成文日期" at="head.signedDate">
        {(id) => (
          <input
            id={id}
            type="date"
            value={head.signedDate ?? ''}
            onChange={(event) => change({ signedDate: event.target.value || null })}
          />
        )}
      </Field>
      <Field label="印发日期" at="head.printedDate" note={early ? '不能早于成文日期' : '不早于成文日期'} bad={early}>
        {(id) => (
          <input
            id={id}
            type="date"
            min={head.signedDate ?? undefined}
            aria-invalid={early}
            value={head.printedDate ?? ''}
            onChange={(event) => change({ printedDate: event.target.value || null })}
          />
        )}
      </Field>
      <Field label="公开属性" at="head.disclosureMark" note="只有主动公开的通报可以放到公开页面">
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder="未标注"
            value={head.disclosureMark ?? undefined}
            options={MARKS.map((value) => ({ value, label: value }))}
            onChange={(value) => change({ disclosureMark: value ?? null })}
          />
        )}
      </Field>
      {removed.length > 0 && (
        <>
          <b>已删去的模板段落</b>
          <ul className="removed">
            {removed.map((paragraph) => (
              <li key={paragraph.id}>
                <span>
                  {paragraph.heading ??
                    paragraph.runs
                      .map((run) => ('text' in run ? run.text : '…'))
                      .join('')
                      .slice(0, 30)}
                </span>
                <Button size="small" onClick={() => restore(paragraph)}>
                  放回
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface FieldProps {
  label: string;
  note?: string;
  bad?: boolean;
  /** Path in what is saved: the server's refusal stands here. */
  at?: string;
  children(id: string): ReactNode;
}

function Field({ label, note, bad = false, at, children }: FieldProps) {
  const id = useId();
  return (
    <div className="head-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {at && <FaultAt at={at} />}
      {note && <small className={bad ? 'is-bad' : undefined}>{note}</small>}
    </div>
  );
}
