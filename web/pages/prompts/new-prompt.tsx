import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { promptChoices } from '../../../src/contract/endpoints/prompt-choices.ts';
import type { promptSend } from '../../../src/contract/endpoints/prompt-send.ts';
import type { Category } from '../../../src/core/category.ts';
import { call, send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { Field } from '../../parts/field.tsx';
import { Section } from '../../parts/section.tsx';
import { TextBlock, TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { usePromptsAddress } from './address.ts';
import { KEYS } from './types.ts';
import { UnitPicker } from './unit-picker.tsx';

/** 发提示: what, until when, whom; a self-check also asks for which class of problems. */
export function NewPrompt({ areaId }: { areaId: string }) {
  const { search, change } = usePromptsAddress();
  const queries = useQueryClient();
  const [heading, setHeading] = useState('');
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [categories, setCategories] = useState<Category[]>(search.category ? [search.category as Category] : []);
  const [unitIds, setUnitIds] = useState<string[]>([]);
  const kind = search.new === 'self_check' ? 'self_check' : 'task';
  const { data, error, refetch } = useQuery({
    queryKey: [KEYS.prompts, areaId, 'choices'],
    queryFn: ({ signal }) => call<typeof promptChoices>('/api/areas/:areaId/prompt-choices', { areaId }, signal),
  });
  const post = useMutation({
    mutationFn: () =>
      send<typeof promptSend>('/api/areas/:areaId/prompts', {
        ...{ areaId, kind, heading, text, unitIds, dueOn: dueOn || null },
        categories: kind === 'self_check' ? categories : [],
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: [KEYS.prompts] });
      await change({ new: undefined, category: undefined, prompt: id });
    },
  });
  if (!data) return <Unready error={error} retry={refetch} what="单位名录" />;
  const isCheck = kind === 'self_check';
  const lacking = [
    ...(heading.trim() === '' ? ['标题'] : []),
    ...(text.trim() === '' ? ['内容'] : []),
    ...(isCheck && categories.length === 0 ? ['问题类别'] : []),
    ...(unitIds.length === 0 ? ['单位'] : []),
  ];
  return (
    <>
      <p className="crumb">
        <Link to="/areas/$areaId/prompts" params={{ areaId }} search={{}}>
          ← 全部提示
        </Link>
      </p>
      <Section title="发提示" note={`口径：${data.rule}`}>
        <FaultsOf error={post.error}>
          <form
            className="prompt-form"
            onSubmit={(event) => {
              event.preventDefault();
              post.mutate();
            }}
          >
            <fieldset className="prompt-kinds">
              <legend>种类</legend>
              {[
                { value: 'task', name: '工作提示', says: '请各单位按时完成一件事' },
                { value: 'self_check', name: '举一反三自查', says: '把一类问题作为自查题发出，各单位先看到自己的同类问题' },
              ].map((one) => (
                <label key={one.value} className={kind === one.value ? 'toggle toggle-on' : 'toggle'}>
                  <input type="radio" name="kind" checked={kind === one.value} onChange={() => change({ new: one.value })} />
                  {one.name}
                  <span className="sub">{one.says}</span>
                </label>
              ))}
            </fieldset>
            <Field label="标题">
              {(id) => <TextLine id={id} value={heading} most={60} at="heading" onChange={(event) => setHeading(event.target.value)} />}
            </Field>
            <Field label="内容">
              {(id) => <TextBlock id={id} value={text} most={2000} at="text" rows={5} onChange={(event) => setText(event.target.value)} />}
            </Field>
            <Field label="完成时限（含当日，可不填）" at="dueOn">
              {(id) => <input id={id} type="date" min={data.today} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />}
            </Field>
            {isCheck && (
              <Field label="自查的问题类别" at="categories">
                {(id) => (
                  <Select
                    id={id}
                    mode="multiple"
                    placeholder="选择类别"
                    showSearch={{ optionFilterProp: 'label' }}
                    value={categories}
                    options={data.categories.map(({ code, name }) => ({ value: code as Category, label: name }))}
                    onChange={setCategories}
                  />
                )}
              </Field>
            )}
            <UnitPicker units={data.units} value={unitIds} set={setUnitIds} />
            <div className="prompt-send">
              <Button type="primary" htmlType="submit" disabled={lacking.length > 0} loading={post.isPending}>
                发给 {unitIds.length} 个单位
              </Button>
              <span className="section-note">
                {lacking.length > 0 ? `还缺${lacking.join('、')}` : '发出后各单位收到站内消息；发工作群的文字在下一页复制。'}
              </span>
            </div>
          </form>
        </FaultsOf>
        {post.error && <ErrorState error={post.error} />}
      </Section>
    </>
  );
}
