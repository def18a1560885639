import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { wording } from '../../../src/contract/endpoints/wording.ts';
import type { wordingChange } from '../../../src/contract/endpoints/wording-change.ts';
import type { wordingFile } from '../../../src/contract/endpoints/wording-file.ts';
import type { wordingImport } from '../../../src/contract/endpoints/wording-import.ts';
import { WATCHERS } from '../../../src/contract/who.ts';
import { addressOf, call, send, upload } from '../../api.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMay } from '../../app/use-may.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { percent } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import '../notices/workshop.css';
import '../text-errors/text-errors.css';
import { Entries } from './entries.tsx';
import { EntryForm } from './entry-form.tsx';
import { HistoryDrawer } from './history.tsx';
import type { Entry, NewEntry } from './words.ts';

type Change = { put?: NewEntry[]; retire?: Pick<Entry, 'list' | 'term'>[] };

/** 词表维护: the lists an area keeps over those that ship, with who changed what; what reviewers' decisions propose; how layers stand. */
export function Page() {
  const { areaId } = usePlace();
  const may = useMay(WATCHERS);
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Entry | null>(null);
  const [history, setHistory] = useState<Pick<Entry, 'list' | 'term'> | 'all' | null>(null);
  const [added, setAdded] = useState(0);
  const file = useRef<HTMLInputElement>(null);
  const lists = useQuery({
    queryKey: ['wording', areaId],
    queryFn: ({ signal }) => call<typeof wording>('/api/areas/:areaId/wording', { areaId }, signal),
  });
  const done = async () => {
    setEditing(null);
    setAdded((before) => before + 1);
    await queries.invalidateQueries({ queryKey: ['wording', areaId] });
    await queries.invalidateQueries({ queryKey: ['wording-history', areaId] });
  };
  const change = useMutation({
    mutationFn: (wanted: Change) => send<typeof wordingChange>('/api/areas/:areaId/wording', { areaId, ...wanted }),
    onSuccess: done,
  });
  const bring = useMutation({
    mutationFn: (chosen: File) =>
      upload<typeof wordingImport>('/api/areas/:areaId/wording-files', { areaId, fileName: chosen.name }, chosen),
    onSuccess: done,
  });
  if (!lists.data) return <UnreadyPage error={lists.error} retry={lists.refetch} what="词表" />;
  const { entries, proposed, thresholds, progress } = lists.data;
  const ready = !change.isPending && !bring.isPending;
  const error = change.error ?? bring.error;
  const result = bring.data ?? change.data;
  return (
    <>
      <div className="page-head">
        <h1>词表维护</h1>
        <p className="page-note">程序自带的词表之外，本地区自己维护的词语。改动后，留存的页面按新词表重看，不再访问网站。</p>
      </div>
      <div className="text-states">
        {may && (
          <Button disabled={!ready} onClick={() => file.current?.click()}>
            导入表格…
          </Button>
        )}
        <input
          ref={file}
          type="file"
          hidden
          aria-label="导入词表文件"
          accept=".xlsx,.xls,.ods,.csv"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            event.target.value = '';
            if (chosen) bring.mutate(chosen);
          }}
        />
        <Button onClick={() => setHistory('all')}>修改记录</Button>
        <ExportLink href={addressOf<typeof wordingFile>('/api/areas/:areaId/wording.xlsx', { areaId })} />
      </div>
      {error && <ErrorState error={error} />}
      {result && !error && (
        <p className="section-foot" role="status">
          已写入 {result.put} 条，停用 {result.retired} 条。{result.pages > 0 && `${result.pages} 个留存页面等待按新词表重看。`}
        </p>
      )}
      {may && (
        <Section title={editing ? `修改“${editing.term}”` : '增加词语'}>
          <FaultsOf error={change.error}>
            <EntryForm
              key={editing ? `${editing.list} ${editing.term}` : added}
              start={editing}
              ready={ready}
              save={(entry) => change.mutate({ put: [entry] })}
              cancel={() => setEditing(null)}
            />
          </FaultsOf>
        </Section>
      )}
      {may && proposed.length > 0 && (
        <Section title="建议加为认可用语" note="在两个以上网站被标为“不是错误”的写法">
          <ul className="text-places">
            {proposed.map(({ string, sites }) => (
              <li key={string}>
                <b className="wrap">{string}</b>（{sites} 个网站）{'　'}
                <Button
                  size="small"
                  disabled={!ready}
                  onClick={() => change.mutate({ put: [{ list: 'accepted-term', term: string, note: '多个网站复核时认定' }] })}
                >
                  加入
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title="本地词表"
        note={`${entries.length} 条；${progress.stock > 0 ? `待重看 ${progress.stock} 个页面` : `已校对 ${progress.read} 个页面，全部按现在的词表看过`}`}
      >
        {entries.length === 0 ? (
          <p className="section-foot">还没有自己的词语。{may && '可以在上面逐条增加，或者导入表格；先导出一份，就是可以填写的样子。'}</p>
        ) : (
          <Entries
            entries={entries}
            ready={ready}
            edit={setEditing}
            retire={({ list, term }) => change.mutate({ retire: [{ list, term }] })}
            history={setHistory}
          />
        )}
      </Section>
      {thresholds.length > 0 && (
        <Section title="复核准确率" note="最近50条复核中确有错误的占比；低于80%时自动少提把握不大的">
          <ul className="text-places">
            {thresholds.map(({ siteId, siteName, layer, judged, judgedPrecision, threshold }) => (
              <li key={`${siteId} ${layer}`}>
                {siteName} {layer}：复核 {judged} 条，准确率 {percent(judgedPrecision === null ? null : judgedPrecision * 100)}
                {threshold >= 0.999
                  ? '，暂不再提（勾选“把握不大的也列出”可见）'
                  : threshold > 0 && `，只提把握 ${Math.round(threshold * 100)}% 以上的`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <HistoryDrawer areaId={areaId} of={history} close={() => setHistory(null)} />
    </>
  );
}
