import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { cardsClean } from '../../../src/contract/endpoints/cards-clean.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { TextBlock } from '../../parts/text-field.tsx';
import type { CardRow } from './types.ts';

/** Shorter than this it does not say what was looked at; the server holds to the same. */
const LEAST = 10;

interface Props {
  areaId: string;
  period: string;
  rows: readonly CardRow[];
  done(words: string): void;
  cancel(): void;
}

/** Nothing found on several channels: only with the looker's own words of what was looked at. */
export function CleanBar({ areaId, period, rows, done, cancel }: Props) {
  const [looked, setLooked] = useState('');
  const [first] = rows;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (cardId: string) =>
      send<typeof cardsClean>('/api/areas/:areaId/cards/:cardId/clean', {
        ...{ areaId, cardId, period, looked: looked.trim() },
        channelIds: rows.map(({ channel }) => channel.id),
      }),
    onSuccess: ({ answered }) => done(`${answered} 个网站、账号的“${first?.card.title}”已登记为没有发现问题。`),
  });
  if (!first) return null;
  return (
    <FaultsOf error={error}>
      <section className="cards-bar" aria-label="一并回答">
        <p>
          <b>
            “{first.card.title}”已选 {rows.length} 个
          </b>
          ：逐个查看后都没有发现问题的，请写明查看了什么。没有查看的请取消选择。
        </p>
        <TextBlock
          aria-label="查看了什么"
          rows={2}
          most={500}
          at="looked"
          placeholder={`如：逐个打开了首页和概况栏目，与最新公报核对（至少 ${LEAST} 个字）`}
          value={looked}
          onChange={(event) => setLooked(event.target.value)}
        />
        {error && <ErrorState error={error} />}
        <p className="cards-acts">
          <Button type="primary" disabled={looked.trim().length < LEAST} loading={isPending} onClick={() => mutate(first.card.id)}>
            登记：没有发现问题
          </Button>
          <Button onClick={cancel}>取消选择</Button>
        </p>
      </section>
    </FaultsOf>
  );
}
