import { Fragment } from 'react';
import type { z } from 'zod';
import type { notice } from '../../../src/contract/endpoints/notice.ts';

export type NoticeWhole = z.output<(typeof notice)['output']>;

/** The text as it reads on paper; every bound figure is a button that opens the rows behind it. */
export function NoticeText({ data, open }: { data: NoticeWhole; open(figure: string): void }) {
  const figures = new Map(data.figures.map((figure) => [figure.id, figure]));
  return (
    <article className="paper" aria-label="通报正文">
      {data.letterhead && <p className="letterhead">{data.letterhead}</p>}
      {data.number && <p className="doc-number">{data.number}</p>}
      {data.letterhead && <hr className="red-line" />}
      <h2 className="doc-title">{data.head.title}</h2>
      {data.addressees && <p className="addressees">{data.addressees}：</p>}
      {data.body.map((paragraph) => (
        <p key={paragraph.id} className={`level-${paragraph.level}`}>
          {paragraph.heading && (
            <b className="heading">
              {paragraph.number}
              {paragraph.heading}
            </b>
          )}
          {paragraph.runs.map((run, i) =>
            run.figure ? (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed text
                key={i}
                type="button"
                className="figure"
                title={`${figures.get(run.figure)?.name ?? ''}，点击查看由哪些行算出`}
                onClick={() => open(run.figure as string)}
              >
                {run.text}
              </button>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed text
              <Fragment key={i}>{run.text}</Fragment>
            ),
          )}
        </p>
      ))}
      <p className="signature">
        {data.signature.issuer}
        <br />
        {data.signature.date ?? '（成文日期未定）'}
      </p>
    </article>
  );
}
