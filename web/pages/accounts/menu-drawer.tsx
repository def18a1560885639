import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { menuPictureAdd } from '../../../src/contract/endpoints/menu-picture-add.ts';
import type { menuSave } from '../../../src/contract/endpoints/menu-save.ts';
import { MENU_OPENS } from '../../../src/core/menu-fault.ts';
import { send, upload } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { useAccountsPage } from './address.ts';
import { Day, Field } from './fields.tsx';
import type { MenuRow, Menus } from './types.ts';

type Entry = z.input<(typeof menuSave)['input']>['entries'][number];
interface Draft extends Entry {
  key: number;
}

const WIDTH_PX = 900;
const SCREEN_PX = 390;
const LIMITS = [
  { value: '', label: '不要求更新' },
  { value: 'P1M', label: '1个月' },
  { value: 'P3M', label: '3个月' },
  { value: 'P6M', label: '半年' },
  { value: 'P1Y', label: '1年' },
];
const BLANK: Entry = {
  ...{ path: [''], target: null, opens: 'yes', lastContentOn: null, limit: 'P6M', screenWidth: SCREEN_PX },
  ...{ neededWidth: null, shownWhole: null, pictureId: null },
};

/** The menu of one account, entry by entry, as read on a telephone. */
export function MenuDrawer({ areaId, data }: { areaId: string; data: Menus }) {
  const { search, change } = useAccountsPage();
  const row = data.rows.find(({ accountId }) => accountId === search.account);
  return (
    <FormDrawer
      open={row !== undefined}
      onClose={() => change({ account: undefined })}
      title={row ? `${row.name}的导航栏目` : ''}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {row && <Form areaId={areaId} row={row} today={data.day} close={() => change({ account: undefined })} />}
    </FormDrawer>
  );
}

function Form({ areaId, row, today, close }: { areaId: string; row: MenuRow; today: string; close(): void }) {
  const [entries, setEntries] = useState<Draft[]>(() =>
    (row.entries.length > 0 ? row.entries.map(({ verdict: _v, faults: _f, text: _t, open: _o, ...entry }) => entry) : [BLANK]).map(
      (entry, key) => ({
        ...entry,
        key,
      }),
    ),
  );
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      send<typeof menuSave>('/api/areas/:areaId/accounts/:accountId/menu', {
        ...{ areaId, accountId: row.accountId },
        entries: entries.map(({ key: _key, ...entry }) => entry),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts', areaId, 'menus'] });
      close();
    },
  });
  const set = (key: number, change: Partial<Entry>): void =>
    setEntries((before) => before.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));
  const unnamed = entries.some(({ path }) => path.some((part) => part.trim() === ''));
  return (
    <FaultsOf error={save.error}>
      <form
        aria-label="登记导航栏目"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p className="section-note">请在手机上逐条打开。下级栏目写作“上级—下级”。页面比屏幕宽、需要左右移动才能看全的，按显示不全登记。</p>
        {entries.map((entry, i) => (
          <EntryFields
            key={entry.key}
            areaId={areaId}
            accountId={row.accountId}
            entry={entry}
            at={i + 1}
            today={today}
            set={(change) => set(entry.key, change)}
          >
            <Button size="small" disabled={entries.length === 1} onClick={() => setEntries(entries.filter(({ key }) => key !== entry.key))}>
              删去第 {i + 1} 条
            </Button>
          </EntryFields>
        ))}
        <p className="accounts-acts">
          <Button onClick={() => setEntries([...entries, { ...BLANK, key: Math.max(...entries.map(({ key }) => key)) + 1 }])}>
            再加一条
          </Button>
          <Button type="primary" htmlType="submit" disabled={unnamed} loading={save.isPending}>
            保存
          </Button>
          {unnamed && <span className="section-note">还有栏目没有名称</span>}
        </p>
        {save.error && <ErrorState error={save.error} />}
      </form>
    </FaultsOf>
  );
}

interface FieldsProps {
  areaId: string;
  accountId: string;
  entry: Draft;
  at: number;
  today: string;
  set(change: Partial<Entry>): void;
  children: React.ReactNode;
}

function EntryFields({ areaId, accountId, entry, at, today, set, children }: FieldsProps) {
  const add = useMutation({
    mutationFn: (file: File) =>
      upload<typeof menuPictureAdd>('/api/areas/:areaId/accounts/:accountId/menu/pictures', { areaId, accountId }, file),
    onSuccess: ({ id }) => set({ pictureId: id }),
  });
  return (
    <fieldset className="menu-entry assess-answer" aria-label={`第 ${at} 条`}>
      <Field name="栏目" must>
        <TextLine
          aria-label={`第 ${at} 条栏目`}
          value={entry.path.join('—')}
          most={120}
          at={`entries.${at - 1}.path`}
          onChange={(event) => set({ path: event.target.value.split('—') })}
        />
      </Field>
      <Field name="链接">
        <TextLine
          aria-label={`第 ${at} 条链接`}
          value={entry.target ?? ''}
          placeholder="https://"
          most={2000}
          at={`entries.${at - 1}.target`}
          onChange={(event) => set({ target: event.target.value.trim() || null })}
        />
      </Field>
      <Field name="打开情况">
        <Select
          aria-label={`第 ${at} 条打开情况`}
          value={entry.opens}
          options={Object.entries(MENU_OPENS).map(([value, label]) => ({ value: value as Entry['opens'], label }))}
          onChange={(opens) => set({ opens })}
        />
      </Field>
      <Day
        name={`第 ${at} 条最新内容日期`}
        at={`entries.${at - 1}.lastContentOn`}
        value={entry.lastContentOn ?? ''}
        max={today}
        set={(day) => set({ lastContentOn: day || null })}
      />
      <Field name="更新时限">
        <Select
          aria-label={`第 ${at} 条更新时限`}
          value={entry.limit ?? ''}
          options={LIMITS}
          onChange={(limit) => set({ limit: limit || null })}
        />
      </Field>
      <Field name="手机上显示">
        <Select
          aria-label={`第 ${at} 条手机上显示`}
          value={entry.shownWhole === null ? '' : entry.shownWhole ? 'whole' : 'cut'}
          options={[
            { value: '', label: '没有查看' },
            { value: 'whole', label: '显示完整' },
            { value: 'cut', label: '显示不全' },
          ]}
          onChange={(shown) => set({ shownWhole: shown === '' ? null : shown === 'whole' })}
        />
      </Field>
      <Field name="屏幕宽 / 页面宽（像素）">
        <span className="file-line">
          <NumberField
            aria-label={`第 ${at} 条屏幕宽`}
            min={1}
            max={10_000}
            must
            at={`entries.${at - 1}.screenWidth`}
            value={entry.screenWidth}
            set={(width) => set({ screenWidth: Number(width) })}
          />
          <NumberField
            aria-label={`第 ${at} 条页面宽`}
            min={1}
            max={10_000}
            placeholder="未测"
            at={`entries.${at - 1}.neededWidth`}
            value={entry.neededWidth}
            set={(width) => set({ neededWidth: width })}
          />
        </span>
      </Field>
      <Field name={entry.pictureId ? '手机截图（已有）' : '手机截图'}>
        <FileButton
          words={add.isPending ? '正在上传…' : '选择截图'}
          label={`第 ${at} 条手机截图`}
          accept=".png,.jpg,.jpeg"
          busy={add.isPending}
          take={([file]) => file && add.mutate(file)}
        />
      </Field>
      <span className="accounts-acts">{children}</span>
      {add.error && <ErrorState error={add.error} />}
    </fieldset>
  );
}
