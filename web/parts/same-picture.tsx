import type { ReactNode } from 'react';
import './proofs.css';

/** A picture with the words under it. */
export interface Shown {
  address: string;
  name: string;
  under: ReactNode;
}

/** The very picture elsewhere: `where` says of what, as a link. */
export function SameFile({ where }: { where: ReactNode }) {
  return <p className="proof-same">同一文件，还用于{where}</p>;
}

/** Two pictures that may be one, beside each other, for a person to compare. */
export function LikePictures({ own, other }: { own: Shown; other: Shown }) {
  return (
    <section className="proof-like" aria-label="疑似同一张照片">
      <p className="proof-same">疑似同一张照片（压缩或缩放过），请人工比对</p>
      <div className="proof-pair">
        {[own, other].map(({ address, name, under }) => (
          <figure key={address}>
            <a href={address} target="_blank" rel="noopener noreferrer" aria-label={`看大图 ${name}`}>
              <img src={address} alt={name} loading="lazy" />
            </a>
            <figcaption>{under}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}
