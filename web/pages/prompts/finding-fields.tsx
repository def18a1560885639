import { Button, Select } from 'antd';
import type { z } from 'zod';
import type { patrolAdd } from '../../../src/contract/endpoints/patrol-add.ts';
import { TextBlock, TextLine } from '../../parts/text-field.tsx';
import type { PatrolList } from './types.ts';

type Wish = z.input<(typeof patrolAdd)['input']>['findings'];
type Finding = NonNullable<Wish>[number];

/** A problem while it is being typed. */
export interface DraftFinding {
  key: string;
  category: Finding['category'] | null;
  channelId: string | null;
  columnId: string | null;
  place: string;
  url: string;
  text: string;
  isFixed: boolean;
  fixed: string;
}
export const EMPTY_FINDING: Omit<DraftFinding, 'key'> = {
  ...{ category: null, channelId: null, columnId: null, place: '', url: '', text: '', isFixed: false, fixed: '' },
};

/** Whether it can be handed in. */
export const isWhole = (finding: DraftFinding): boolean =>
  finding.category !== null &&
  finding.place.trim() !== '' &&
  finding.text.trim() !== '' &&
  (!finding.isFixed || finding.fixed.trim().length > 1);

export const wishOf = ({ category, channelId, columnId, place, url, text, isFixed, fixed }: DraftFinding): Finding => ({
  ...{ category: category as Finding['category'], channelId, columnId, place, text },
  url: url.trim() || null,
  fixed: isFixed ? fixed : null,
});

interface Props {
  number: number;
  finding: DraftFinding;
  choices: PatrolList['choices'];
  put(values: Partial<DraftFinding>): void;
  remove(): void;
}

/** One problem a unit found by itself: where, what, and whether it is put right. */
export function FindingFields({ number, finding, choices, put, remove }: Props) {
  const columns = choices.columns.filter(({ channelId }) => channelId === finding.channelId);
  const at = (field: string) => `findings.${number - 1}.${field}`;
  const label = (name: string) => `第 ${number} 个问题：${name}`;
  return (
    <fieldset className="patrol-finding">
      <legend>
        第 {number} 个问题{' '}
        <Button size="small" type="text" aria-label={`删去第 ${number} 个问题`} onClick={remove}>
          删去
        </Button>
      </legend>
      <Select
        aria-label={label('类别')}
        placeholder="问题类别"
        showSearch={{ optionFilterProp: 'label' }}
        value={finding.category}
        options={choices.categories.map(({ code, name }) => ({ value: code as Finding['category'], label: name }))}
        onChange={(category) => put({ category })}
      />
      <Select
        aria-label={label('网站或账号')}
        placeholder="网站或账号（可不选）"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={finding.channelId}
        options={choices.channels.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(channelId?: string) =>
          put({
            channelId: channelId ?? null,
            columnId: null,
            place: choices.channels.find(({ id }) => id === channelId)?.name ?? finding.place,
          })
        }
      />
      {columns.length > 0 && (
        <Select
          aria-label={label('栏目')}
          placeholder="栏目（可不选）"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={finding.columnId}
          options={columns.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(columnId?: string) =>
            put({ columnId: columnId ?? null, place: columns.find(({ id }) => id === columnId)?.name ?? finding.place })
          }
        />
      )}
      <TextLine
        aria-label={label('位置')}
        placeholder="位置，如：通知公告栏目"
        most={200}
        at={at('place')}
        value={finding.place}
        onChange={(event) => put({ place: event.target.value })}
      />
      <TextLine
        aria-label={label('网址')}
        type="url"
        inputMode="url"
        placeholder="网址（可不填）https://"
        most={500}
        at={at('url')}
        value={finding.url}
        onChange={(event) => put({ url: event.target.value })}
      />
      <TextBlock
        aria-label={label('问题')}
        placeholder="是什么问题"
        most={500}
        at={at('text')}
        rows={2}
        value={finding.text}
        onChange={(event) => put({ text: event.target.value })}
      />
      <label className="patrol-fixed">
        <input type="checkbox" checked={finding.isFixed} onChange={(event) => put({ isFixed: event.target.checked })} />
        已经整改
      </label>
      {finding.isFixed && (
        <TextLine
          aria-label={label('怎样整改的')}
          placeholder="怎样整改的"
          most={500}
          at={at('fixed')}
          value={finding.fixed}
          onChange={(event) => put({ fixed: event.target.value })}
        />
      )}
    </fieldset>
  );
}
