import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { rawFindingAdd } from '../../../src/contract/endpoints/raw-finding-add.ts';
import type { rawFindingChoices } from '../../../src/contract/endpoints/raw-finding-choices.ts';
import { call, send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { Loading } from '../../parts/loading.tsx';
import { TextBlock, TextLine } from '../../parts/text-field.tsx';
import { UnitField, useProposal } from './unit-field.tsx';

type Choices = z.output<(typeof rawFindingChoices)['output']>;
type Form = Partial<Omit<z.input<(typeof rawFindingAdd)['input']>, 'areaId' | 'service'>> & { service?: string; aspect?: string };

/** Categories that claim something to be out of date: their dates are asked for. */
const STALE = ['column_overdue', 'account_stale', 'account_zombie', 'home_stale'];
const LIMITS = [
  ['P14D', '两周'],
  ['P1M', '1个月'],
  ['P3M', '3个月'],
  ['P6M', '半年'],
  ['P1Y', '1年'],
] as const;

const MOST = 500;

/** One raw finding; what unit and day were stays for the next. */
export function EntryForm({ areaId, close }: { areaId: string; close(): void }) {
  const { data, error } = useQuery({
    queryKey: ['raw-finding-choices', areaId],
    queryFn: ({ signal }) => call<typeof rawFindingChoices>('/api/areas/:areaId/raw-finding-choices', { areaId }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ErrorState error={error} />;
  if (!data) return <Loading what="单位和栏目" />;
  return <Fields areaId={areaId} choices={data} close={close} />;
}

function Fields({ areaId, choices, close }: { areaId: string; choices: Choices; close(): void }) {
  const queries = useQueryClient();
  const isOffice = useMe().role === 'office';
  const [form, setForm] = useState<Form>({ foundOn: choices.today });
  const set = (values: Form) => setForm((before) => ({ ...before, ...values }));
  const category = choices.categories.find(({ code }) => code === form.category);
  const columns = choices.columns.filter(({ channelId }) => channelId === form.channelId);
  const names = new Map(choices.units.map(({ id, name }) => [id, name]));
  // Of the address only when it is whole: a page may have somebody of its own.
  const [page, setPage] = useState<string>();
  const about = { channelId: form.channelId ?? undefined, columnId: form.columnId ?? undefined, url: page };
  const proposal = useProposal(areaId, { category: form.category, ...about });
  const unitId = form.unitId ?? proposal?.unitId;
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: () => {
      const { service, aspect, unitId: _chosen, category: kind = 'text_error', text = '', foundOn = '', ...rest } = form;
      const aboutService = category?.needsService ? { service: { name: service ?? '', aspect: (aspect ?? 'form') as 'form' } } : {};
      const url = rest.url?.trim() || null;
      const found = { ...rest, ...aboutService, areaId, unitId: unitId ?? '', category: kind, text, foundOn, url };
      return send<typeof rawFindingAdd>('/api/areas/:areaId/raw-findings', found);
    },
    onSuccess: async () => {
      setPage(undefined);
      set({ text: '', url: undefined, lastUpdate: undefined, service: undefined });
      await queries.invalidateQueries({ queryKey: ['raw-findings', areaId] });
    },
  });
  const ready = unitId && form.category && form.text?.trim() && form.text.trim().length <= MOST && form.foundOn;
  return (
    <FaultsOf error={error}>
      <form
        className="raw-form"
        aria-label="录入一条发现"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !isPending) mutate();
        }}
      >
        <Field name="网站、账号">
          <Select
            aria-label="网站、账号"
            placeholder="可不选"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={form.channelId}
            options={choices.channels.map(({ id, name, kindName, unitId: owner }) => ({
              value: id,
              label: [`${name}（${kindName}）`, names.get(owner)].join('　'),
            }))}
            onChange={(channelId: string | undefined) => set({ channelId, columnId: undefined })}
          />
        </Field>
        {columns.length > 0 && (
          <Field name="栏目">
            <Select
              aria-label="栏目"
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={form.columnId}
              options={columns.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(columnId: string | undefined) =>
                set({ columnId, limit: columns.find(({ id }) => id === columnId)?.limit ?? form.limit })
              }
            />
          </Field>
        )}
        <Field name="问题类别">
          <Select
            aria-label="问题类别"
            placeholder="请选择"
            showSearch={{ optionFilterProp: 'label' }}
            value={form.category}
            options={choices.categories.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code: string) => set({ category: code as 'text_error' })}
          />
        </Field>
        <Field name="责任单位" at="unitId">
          <UnitField units={choices.units} chosen={form.unitId} proposal={proposal} choose={(chosen) => set({ unitId: chosen })} />
        </Field>
        <Field name="发现日期" at="foundOn">
          <Input
            type="date"
            aria-label="发现日期"
            value={form.foundOn}
            max={choices.today}
            onChange={(event) => event.target.value && set({ foundOn: event.target.value })}
          />
        </Field>
        {category && STALE.includes(category.code) && (
          <>
            <Field name="最新更新日期" at="lastUpdate">
              <Input
                type="date"
                aria-label="最新更新日期"
                value={form.lastUpdate ?? ''}
                max={choices.today}
                onChange={(event) => set({ lastUpdate: event.target.value || undefined })}
              />
            </Field>
            <Field name="更新时限" at="limit">
              <Select
                aria-label="更新时限"
                allowClear
                value={form.limit}
                options={LIMITS.map(([value, label]) => ({ value, label }))}
                onChange={(limit: string | undefined) => set({ limit })}
              />
            </Field>
          </>
        )}
        {category?.needsService && (
          <>
            <Field name="办事服务">
              <TextLine
                aria-label="办事服务"
                most={100}
                at="service.name"
                value={form.service}
                onChange={(event) => set({ service: event.target.value })}
              />
            </Field>
            <Field name="哪一方面">
              <Select
                aria-label="哪一方面"
                value={form.aspect ?? 'form'}
                options={choices.aspects.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={(aspect: string) => set({ aspect })}
              />
            </Field>
          </>
        )}
        <Field name="网址">
          <TextLine
            aria-label="网址"
            most={2000}
            at="url"
            placeholder="http://"
            value={form.url ?? ''}
            onChange={(event) => set({ url: event.target.value })}
            onBlur={() => setPage(form.url?.trim() || undefined)}
          />
        </Field>
        <Field name="发现了什么" wide>
          <TextBlock
            aria-label="发现了什么"
            rows={3}
            most={MOST}
            at="text"
            value={form.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        </Field>
        {category?.isWeakness && (
          <p className="raw-note">这一类只是薄弱环节，不作问题认定，{isOffice ? '请由信息中心或第三方录入，' : ''}复核后在通报中另列。</p>
        )}
        {error && <ErrorState error={error} />}
        {data && !isPending && (
          <p className="raw-note" role="status">
            {isOffice ? '已记入问题台账。' : '已录入，等待复核。'}
            {data.marks.join('；')}
          </p>
        )}
        <p className="raw-acts">
          <Button type="primary" htmlType="submit" disabled={!ready} loading={isPending}>
            录入
          </Button>
          <Button onClick={close}>收起</Button>
        </p>
      </form>
    </FaultsOf>
  );
}

function Field({ name, at, wide = false, children }: { name: string; at?: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'raw-field raw-wide' : 'raw-field'}>
      <span>{name}</span>
      {children}
      {at && <FaultAt at={at} />}
    </div>
  );
}
