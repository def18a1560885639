import { Button, Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { noticePublish } from '../../../src/contract/endpoints/notice-publish.ts';
import type { noticeWithdraw } from '../../../src/contract/endpoints/notice-withdraw.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { send } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { FaultAt } from '../../parts/faults.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import type { NoticeWhole } from './notice-text.tsx';

interface Props {
  place: { areaId: string; noticeId: string };
  data: NoticeWhole;
  run(work: () => Promise<unknown>): void;
}

/** What a publication cannot do without. */
const REQUIRED = { columnId: '栏目', genre: '体裁分类', grouping: '组配分类', topic: '主题分类', organisation: '机构代码' } as const;

/** 公开: classification first, every field required; what is not 主动公开 is not offered. */
export function PublishPanel({ place, data, run }: Props) {
  const { publication, disclosureMark } = data;
  const may = useMay(OFFICE);
  const { choices } = publication;
  const [wanted, setWanted] = useState({
    columnId: choices.columns[0]?.id ?? '',
    genre: choices.genres[0] ?? '',
    grouping: '',
    topic: '',
    keywords: '',
    organisation: choices.organisation ?? '',
  });
  const [why, setWhy] = useState('');
  if (publication.published)
    return (
      <div className="publish">
        <p className="section-foot">
          已公开，索引号 {publication.indexNumber}，浏览 {publication.views} 次。
          {publication.address && (
            <a href={publication.address} target="_blank" rel="noopener">
              打开公开页面
            </a>
          )}
        </p>
        {may && (
          <>
            <TextLine
              aria-label="撤下原因"
              placeholder="撤下原因"
              value={why}
              most={500}
              at="note"
              onChange={(event) => setWhy(event.target.value)}
            />
            <Button
              disabled={why.trim() === ''}
              onClick={() =>
                run(() => send<typeof noticeWithdraw>('/api/areas/:areaId/notices/:noticeId/withdraw', { ...place, note: why }))
              }
            >
              撤下公开
            </Button>
            {why.trim() === '' && <p className="section-foot">写明原因后可以撤下。</p>}
          </>
        )}
      </div>
    );
  if (disclosureMark !== '主动公开')
    return <p className="section-foot">公开属性：{disclosureMark ?? '未标注'}。只有“主动公开”的通报可以放到公开页面。</p>;
  if (!may) return <p className="section-foot">还没有公开到网页，由政务公开办公开。</p>;
  const set = (change: Partial<typeof wanted>) => setWanted({ ...wanted, ...change });
  const lacking = Object.entries(REQUIRED).flatMap(([key, name]) => (wanted[key as keyof typeof REQUIRED] ? [] : [name]));
  const list = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const columns = choices.columns.map(({ id, path }) => ({ value: id, label: path.join(' > ') }));
  const choice = (
    at: string,
    label: string,
    value: string,
    options: { value: string; label: string }[],
    change: (value: string) => void,
  ) => (
    <Labelled label={label} at={at}>
      {(id) => (
        <Select id={id} value={value || undefined} placeholder="必选" options={options} onChange={change} popupMatchSelectWidth={false} />
      )}
    </Labelled>
  );
  return (
    <form
      className="publish"
      onSubmit={(event) => {
        event.preventDefault();
        const keywords = wanted.keywords.split(/[\s,，、;；]+/u).filter(Boolean);
        run(() => send<typeof noticePublish>('/api/areas/:areaId/notices/:noticeId/publish', { ...place, ...wanted, keywords }));
      }}
    >
      <b>公开到网页</b>
      {choice('columnId', '栏目', wanted.columnId, columns, (columnId) => set({ columnId }))}
      {choice('genre', '体裁分类', wanted.genre, list(choices.genres), (genre) => set({ genre }))}
      {choice('grouping', '组配分类', wanted.grouping, list(choices.groupings), (grouping) => set({ grouping }))}
      {choice('topic', '主题分类', wanted.topic, list(choices.topics), (topic) => set({ topic }))}
      <Labelled label="关键词" at="keywords">
        {(id) => (
          <Input id={id} placeholder="用顿号分开" value={wanted.keywords} onChange={(event) => set({ keywords: event.target.value })} />
        )}
      </Labelled>
      <Labelled label="机构代码" at="organisation">
        {(id) => (
          <Input
            id={id}
            placeholder="统一社会信用代码"
            value={wanted.organisation}
            onChange={(event) => set({ organisation: event.target.value.toUpperCase().trim() })}
          />
        )}
      </Labelled>
      <Button htmlType="submit" disabled={lacking.length > 0}>
        公开
      </Button>
      {lacking.length > 0 && <p className="section-foot">还缺{lacking.join('、')}，填好后可以公开。</p>}
    </form>
  );
}

function Labelled({ label, at, children }: { label: string; at: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className="head-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      <FaultAt at={at} />
    </div>
  );
}
