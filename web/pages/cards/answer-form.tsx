import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { cardAnswer } from '../../../src/contract/endpoints/card-answer.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { Details } from './details.tsx';
import type { Card, Detail } from './types.ts';

interface Props {
  areaId: string;
  period: string;
  card: Card;
  done(words: string): void;
}

/** The permitted answers under the keys 1 to n; one that blames asks for what was found, line by line. */
export function AnswerForm({ areaId, period, card, done }: Props) {
  const [value, setValue] = useState<string | null>(null);
  const [details, setDetails] = useState<Detail[]>([]);
  const [looked, setLooked] = useState('');
  const chosen = card.choices.find((choice) => choice.value === value);
  const blank = (answer: string): Detail => ({
    answer,
    text: '',
    label: card.channel.name,
    url: card.channel.url,
    service: null,
    pictures: [],
  });
  const choose = (answer: string, blames: boolean) => {
    setValue(answer);
    const [first, ...rest] = details;
    setDetails(blames ? [first ? { ...first, answer } : blank(answer), ...rest] : []);
  };
  useKeys(Object.fromEntries(card.choices.map(({ value: answer, blames }, i) => [String(i + 1), () => choose(answer, blames)])));
  const { mutate, isPending, error } = useMutation({
    mutationFn: (answer: string) =>
      send<typeof cardAnswer>('/api/areas/:areaId/cards/:cardId/channels/:channelId', {
        ...{ areaId, cardId: card.card.id, channelId: card.channel.id, period, value: answer, looked: looked.trim() },
        details: details.map((one) => ({ ...one, url: one.url?.trim() || null, service: one.service?.trim() || null })),
        after: card.history[0]?.id ?? null,
      }),
    onSuccess: ({ filed, standing, settled }) =>
      done(
        [
          `已登记“${chosen?.label}”。`,
          filed > 0 && `${filed} 条转入“人工复核”，认定后才算问题。`,
          standing > 0 && `${standing} 条台账中已有。`,
          settled > 0 && `${settled} 条此前已不予认定、撤销或豁免，没有再次提出。`,
        ]
          .filter(Boolean)
          .join(''),
      ),
  });
  return (
    <FaultsOf error={error}>
      <form
        className="cards-form"
        aria-label="回答"
        onSubmit={(event) => {
          event.preventDefault();
          if (value !== null && !isPending) mutate(value);
        }}
      >
        <fieldset className="cards-choices">
          <legend>{card.history.length > 0 ? '更正（原回答留存）' : '回答'}</legend>
          {card.choices.map(({ value: answer, label, blames }, i) => (
            <Button
              key={answer}
              type={answer === value ? 'primary' : 'default'}
              aria-pressed={answer === value}
              onClick={() => choose(answer, blames)}
            >
              {label}
              <span className="text-key" data-key={i + 1} />
            </Button>
          ))}
        </fieldset>
        {chosen?.blames && (
          <>
            <Details areaId={areaId} card={card} details={details} set={setDetails} />
            <Button onClick={() => setDetails([...details, blank(chosen.value)])}>再加一条</Button>
          </>
        )}
        {chosen && !chosen.blames && (
          <TextLine
            aria-label="查看了什么"
            placeholder="查看了什么（可不填）"
            most={500}
            at="looked"
            value={looked}
            onChange={({ target }) => setLooked(target.value)}
          />
        )}
        {error && <ErrorState error={error} />}
        {chosen && (
          <p className="cards-acts">
            <Button type="primary" htmlType="submit" loading={isPending}>
              登记回答
            </Button>
          </p>
        )}
      </form>
    </FaultsOf>
  );
}
