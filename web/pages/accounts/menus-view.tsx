import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { menuPicture } from '../../../src/contract/endpoints/menu-picture.ts';
import type { menuRaise } from '../../../src/contract/endpoints/menu-raise.ts';
import type { menus } from '../../../src/contract/endpoints/menus.ts';
import type { menusFile } from '../../../src/contract/endpoints/menus-file.ts';
import { listedMenus, MENUS_ONLY } from '../../../src/core/lists/accounts.ts';
import { addressOf, call, send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Unready } from '../../parts/unready.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { useAccountsPage } from './address.ts';
import { choicesOf, FilterBar } from './filter-bar.tsx';
import { MenuDrawer } from './menu-drawer.tsx';
import type { MenuEntry, MenuRow } from './types.ts';

const SHOWN = 60;

/** 导航栏目: each account's menu as last read on a telephone. */
export function MenusView({ areaId }: { areaId: string }) {
  const { search } = useAccountsPage();
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', areaId, 'menus'],
    queryFn: ({ signal }) => call<typeof menus>('/api/areas/:areaId/menus', { areaId }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Unready error={error} retry={refetch} what="导航栏目" />;
  const { q, only } = search;
  const rows = listedMenus(data.rows, { q, only });
  const read = rows.filter(({ checkedOn }) => checkedOn !== null).toSorted((a, b) => b.faulty - a.faulty);
  return (
    <>
      <FilterBar
        of="导航栏目"
        words="账号、单位"
        file={addressOf<typeof menusFile>('/api/areas/:areaId/menus.xlsx', {
          areaId,
          q,
          only: only as keyof typeof MENUS_ONLY | undefined,
        })}
        choices={[{ key: 'only', name: '只看', options: choicesOf(MENUS_ONLY) }]}
      />
      <p className="section-note accounts-count">
        正常运行的账号 {data.rows.length} 个，查看过 {data.rows.filter(({ checkedOn }) => checkedOn !== null).length} 个，有问题的{' '}
        {data.rows.filter(({ faulty }) => faulty > 0).length} 个{rows.length !== data.rows.length && `；符合条件 ${rows.length} 个`}
      </p>
      {data.rows.length === 0 ? (
        <EmptyState title="没有正常运行的账号" next="账号备案并投入运行以后，在这里登记导航栏目。" />
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的账号" next="请放宽筛选条件。" />
      ) : (
        <>
          {read.slice(0, SHOWN).map((row) => (
            <Account key={row.accountId} areaId={areaId} row={row} />
          ))}
          {read.length > SHOWN && <p className="section-note">另有 {read.length - SHOWN} 个账号，请用上面的条件缩小范围，或导出查看。</p>}
          <Unread rows={rows.filter(({ checkedOn }) => checkedOn === null)} />
        </>
      )}
      <MenuDrawer areaId={areaId} data={data} />
    </>
  );
}

/** Accounts whose menus nobody has read yet. */
function Unread({ rows }: { rows: readonly MenuRow[] }) {
  const { change, role } = useAccountsPage();
  if (rows.length === 0) return null;
  return (
    <Section title="没有查看过" note={`${rows.length} 个账号${role === 'reader' ? '' : '，点账号登记'}`}>
      <ul className="accounts-unread">
        {rows.map((row) => (
          <li key={row.accountId} className="wrap">
            {role === 'reader' ? (
              row.name
            ) : (
              <button type="button" className="plain accounts-open" onClick={() => change({ account: row.accountId })}>
                {row.name}
              </button>
            )}
            <small className="sub">
              {row.platformName}　{row.unitName}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Account({ areaId, row }: { areaId: string; row: MenuRow }) {
  const { change, role } = useAccountsPage();
  const queries = useQueryClient();
  const raise = useMutation({
    mutationFn: () => send<typeof menuRaise>('/api/areas/:areaId/accounts/:accountId/menu/problems', { areaId, accountId: row.accountId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts', areaId] }),
  });
  const mayWrite = role === 'office' || role === 'centre' || role === 'unit';
  return (
    <Section title={row.name} note={`${row.platformName}　${row.unitName}　${row.checkedOn} ${row.checkedBy} 查看`}>
      <Entries areaId={areaId} row={row} />
      <p className="accounts-acts">
        {mayWrite && (
          <Button size="small" onClick={() => change({ account: row.accountId })}>
            重新登记
          </Button>
        )}
        {row.faulty > 0 && (role === 'office' || role === 'centre') && (
          <Button size="small" loading={raise.isPending} disabled={raise.isSuccess} onClick={() => raise.mutate()}>
            {raise.isSuccess ? `已登入台账 ${raise.data.raised} 个` : `把 ${row.faulty} 个问题登入台账`}
          </Button>
        )}
      </p>
      {raise.error && <ErrorState error={raise.error} />}
    </Section>
  );
}

const TONES: Readonly<Record<string, string>> = { pass: 'pass', fail: 'fail', 'cannot-tell': 'undecided' };

function Entries({ areaId, row }: { areaId: string; row: MenuRow }) {
  return (
    <WideTable label={`${row.name}的导航栏目`} heads={['栏目', '最新内容', '结论', '说明', '截图']}>
      {row.entries.map((entry) => (
        <tr key={entry.path.join('—')}>
          <th scope="row">{entry.target ? <OutsideLink href={entry.target}>{entry.path.join('—')}</OutsideLink> : entry.path.join('—')}</th>
          <td>{entry.lastContentOn ?? '—'}</td>
          <td>
            <StatusMark code={TONES[entry.verdict.code] ?? 'calm'} name={entry.verdict.name} />
          </td>
          <td className="wrap">{entry.text ?? (entry.open.join('；') || '—')}</td>
          <td>
            <Shot areaId={areaId} accountId={row.accountId} entry={entry} />
          </td>
        </tr>
      ))}
    </WideTable>
  );
}

function Shot({ areaId, accountId, entry }: { areaId: string; accountId: string; entry: MenuEntry }) {
  if (entry.pictureId === null) return <>—</>;
  const address = addressOf<typeof menuPicture>('/api/areas/:areaId/accounts/:accountId/menu/pictures/:pictureId', {
    ...{ areaId, accountId, pictureId: entry.pictureId },
  });
  return (
    <a className="text-link" href={address} target="_blank" rel="noopener noreferrer">
      手机截图
    </a>
  );
}
