import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import type { cardPicture } from '../../../src/contract/endpoints/card-picture.ts';
import type { cardPictureAdd } from '../../../src/contract/endpoints/card-picture-add.ts';
import { ApiError, addressOf, upload } from '../../api.ts';
import { Field } from '../../parts/field.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { TextBlock, TextLine } from '../../parts/text-field.tsx';
import type { Card, Detail } from './types.ts';

interface Props {
  areaId: string;
  card: Card;
  details: readonly Detail[];
  set(details: Detail[]): void;
}

/** One line per thing found: which kind, where, what, with its pictures. */
export function Details({ areaId, card, details, set }: Props) {
  const change = (i: number, values: Partial<Detail>) => set(details.map((one, at) => (at === i ? { ...one, ...values } : one)));
  return (
    <>
      {details.map((detail, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names of their own and keep their places
        <fieldset key={i} className="cards-detail">
          <legend>第 {i + 1} 条</legend>
          <Field label="哪一种问题" at={`details.${i}.answer`}>
            {(id) => (
              <Select
                id={id}
                value={detail.answer}
                options={card.choices.filter(({ blames }) => blames).map(({ value, label }) => ({ value, label }))}
                onChange={(answer: string) => change(i, { answer })}
              />
            )}
          </Field>
          {card.needsService && (
            <Field label="办事服务" note="同一服务在几个页面上有同样的问题，只登记一次">
              {(id) => (
                <TextLine
                  id={id}
                  most={100}
                  at={`details.${i}.service`}
                  value={detail.service ?? ''}
                  onChange={({ target }) => change(i, { service: target.value })}
                />
              )}
            </Field>
          )}
          <Field label="页面或栏目">
            {(id) => (
              <TextLine
                id={id}
                most={200}
                at={`details.${i}.label`}
                value={detail.label}
                onChange={({ target }) => change(i, { label: target.value })}
              />
            )}
          </Field>
          <Field label="网址">
            {(id) => (
              <TextLine
                id={id}
                most={2000}
                at={`details.${i}.url`}
                placeholder="http://"
                value={detail.url ?? ''}
                onChange={({ target }) => change(i, { url: target.value })}
              />
            )}
          </Field>
          <Field label="发现了什么">
            {(id) => (
              <TextBlock
                id={id}
                rows={2}
                most={500}
                at={`details.${i}.text`}
                value={detail.text}
                onChange={({ target }) => change(i, { text: target.value })}
              />
            )}
          </Field>
          {card.needsPicture && (
            <Pictures areaId={areaId} card={card} pictures={detail.pictures} set={(pictures) => change(i, { pictures })} />
          )}
          {details.length > 1 && <Button onClick={() => set(details.filter((_, at) => at !== i))}>删去这一条</Button>}
        </fieldset>
      ))}
    </>
  );
}

const PICTURE = '/api/areas/:areaId/channels/:channelId/card-pictures/:pictureId';

interface PicturesProps {
  areaId: string;
  card: Card;
  pictures: readonly string[];
  set(pictures: string[]): void;
}

/** Pictures of a line: added, looked at, taken away again. */
function Pictures({ areaId, card, pictures, set }: PicturesProps) {
  const place = { areaId, channelId: card.channel.id };
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) =>
      upload<typeof cardPictureAdd>(
        '/api/areas/:areaId/cards/:cardId/channels/:channelId/pictures',
        { areaId, cardId: card.card.id, channelId: card.channel.id, fileName: file.name },
        file,
      ),
    onSuccess: ({ id }) => set([...pictures.filter((one) => one !== id), id]),
  });
  return (
    <div className="proof-picker">
      <FileButton
        words={isPending ? '正在上传…' : '添加佐证图片（PNG、JPG）'}
        accept="image/png,image/jpeg"
        busy={isPending}
        take={([file]) => file && mutate(file)}
      />
      <small role="status">{pictures.length > 0 ? `已附 ${pictures.length} 张` : '还没有附图'}</small>
      {pictures.length > 0 && (
        <ul className="proof-chosen">
          {pictures.map((picture, i) => (
            <li key={picture}>
              <a href={addressOf<typeof cardPicture>(PICTURE, { ...place, pictureId: picture })} target="_blank" rel="noopener noreferrer">
                图{i + 1}
              </a>
              <button
                type="button"
                className="plain"
                aria-label={`不附图${i + 1}`}
                onClick={() => set(pictures.filter((one) => one !== picture))}
              >
                不附
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <small className="is-bad" role="alert">
          {error.message}
          {error instanceof ApiError && error.next}
        </small>
      )}
    </div>
  );
}
