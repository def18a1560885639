import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { directory } from '../../../src/contract/endpoints/directory.ts';
import type { directoryFile } from '../../../src/contract/endpoints/directory-file.ts';
import type { guidesToUpdate } from '../../../src/contract/endpoints/guides-to-update.ts';
import type { importTemplate } from '../../../src/contract/endpoints/import-template.ts';
import { WATCHERS } from '../../../src/contract/who.ts';
import type { DirectoryView } from '../../../src/core/lists/directory.ts';
import { addressOf, call } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import '../notices/workshop.css';
import '../text-errors/text-errors.css';
import { useDirectoryAddress } from './address.ts';
import { Contacts } from './contacts.tsx';
import './directory.css';
import { EditDrawer } from './edit-drawer.tsx';
import { FormerNames } from './former-names.tsx';
import { Guides } from './guides.tsx';
import { HistoryDrawer } from './history.tsx';
import { People } from './people.tsx';
import type { Acts, Directory, Editing, GuideToUpdate } from './types.ts';
import { useSave } from './use-save.ts';

/** 单位名录与指南: what guides should say of every unit and of the hall, post-holders, former names; guides that say otherwise. */
export function Page() {
  const { areaId } = usePlace();
  const lists = useQuery({
    queryKey: ['directory', areaId],
    queryFn: ({ signal }) => call<typeof directory>('/api/areas/:areaId/directory', { areaId }, signal),
  });
  const guides = useQuery({
    queryKey: ['guides-to-update', areaId],
    queryFn: ({ signal }) => call<typeof guidesToUpdate>('/api/areas/:areaId/guides-to-update', { areaId }, signal),
  });
  const missing = lists.data ? guides : lists;
  if (!lists.data || !guides.data) return <UnreadyPage error={missing.error} retry={missing.refetch} what="单位名录" />;
  return <Desk areaId={areaId} data={lists.data} guides={guides.data} />;
}

function Desk({ areaId, data, guides }: { areaId: string; data: Directory; guides: readonly GuideToUpdate[] }) {
  const { search, change } = useDirectoryAddress();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [history, setHistory] = useState<{ id: string | null; label: string } | null>(null);
  const { save, remove } = useSave(areaId, () => setEditing(null));
  const registered = data.contacts.length + (data.hall === null ? 0 : 1);
  const views: readonly { view: DirectoryView; name: string; count: number }[] = [
    { view: 'contacts', name: '指南登记信息', count: registered },
    { view: 'guides', name: '待更新的指南', count: guides.length },
    { view: 'people', name: '任职人员', count: data.postHolders.length },
    { view: 'former-names', name: '单位曾用名', count: data.formerNames.length },
  ];
  const view = views.find((one) => one.view === search.view)?.view ?? 'contacts';
  const acts: Acts = {
    edit: (wanted) => {
      save.reset();
      setEditing(wanted);
    },
    remove: (kind, id) => remove.mutate({ kind, id }),
    history: setHistory,
    ready: !save.isPending && !remove.isPending,
  };
  return (
    <>
      <div className="page-head">
        <h1>单位名录与指南</h1>
        <p className="page-note">各单位的信息公开指南、网页和文稿中的单位名称与人员职务，都与这里的登记比对。</p>
      </div>
      <div className="text-states">
        {views.map((one) => (
          <button
            key={one.view}
            type="button"
            aria-pressed={one.view === view}
            className={one.view === view ? 'text-state text-state-on' : 'text-state'}
            onClick={() => change({ view: one.view === 'contacts' ? undefined : one.view, q: undefined, only: undefined })}
          >
            {one.name}（{one.count}）
          </button>
        ))}
      </div>
      <div className="text-states">
        <Button onClick={() => setHistory({ id: null, label: '单位名录' })}>修改记录</Button>
        <Only who={WATCHERS}>
          <a className="text-link" href={addressOf<typeof importTemplate>('/api/areas/:areaId/import-template', { areaId })} download>
            下载导入模板（.xlsx）
          </a>
          <Link className="text-link" to="/areas/$areaId/import" params={{ areaId }} search={{}}>
            用表格导入
          </Link>
        </Only>
        <ExportLink
          href={addressOf<typeof directoryFile>('/api/areas/:areaId/directory.xlsx', {
            areaId,
            view,
            q: search.q,
            only: search.only === 'none' ? 'none' : undefined,
          })}
        />
      </div>
      {remove.error ? <ErrorState error={remove.error} /> : null}
      {view === 'contacts' && <Contacts key={view} data={data} acts={acts} />}
      {view === 'guides' && <Guides guides={guides} registered={registered > 0} />}
      {view === 'people' && <People key={view} data={data} acts={acts} />}
      {view === 'former-names' && <FormerNames key={view} data={data} acts={acts} />}
      {editing && (
        <EditDrawer
          key={`${editing.kind} ${editing.id} ${editing.unitId}`}
          editing={editing}
          units={data.units}
          busy={save.isPending}
          error={save.error}
          save={(values) => save.mutate({ editing, values })}
          close={() => setEditing(null)}
        />
      )}
      {history && <HistoryDrawer changes={data.changes} of={history} close={() => setHistory(null)} />}
    </>
  );
}
