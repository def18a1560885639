import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { accountMatter } from '../../../src/contract/endpoints/account-matter.ts';
import type { accountProof } from '../../../src/contract/endpoints/account-proof.ts';
import { addressOf, call } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { bytes, moment } from '../../parts/format.ts';
import { Loading } from '../../parts/loading.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { LikePictures, SameFile } from '../../parts/same-picture.tsx';
import { useAccountsPage } from './address.ts';
import { MatterActs } from './matter-acts.tsx';
import { MatterState } from './matter-state.tsx';
import type { Matter } from './types.ts';

const WIDTH_PX = 720;

/** One matter: what it is about, what was done, the proofs, and what this person may do next. */
export function MatterDrawer({ areaId, today }: { areaId: string; today: string }) {
  const { search, change } = useAccountsPage();
  const id = search.matter;
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', areaId, 'matter', id],
    queryFn: ({ signal }) =>
      call<typeof accountMatter>('/api/areas/:areaId/account-matters/:matterId', { areaId, matterId: id as string }, signal),
    enabled: id !== undefined,
  });
  return (
    <FormDrawer
      open={id !== undefined}
      onClose={() => change({ matter: undefined })}
      title={data ? `${data.kind.name}：${data.platform.name}“${data.name}”` : '账号事项'}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      destroyOnHidden
    >
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : data ? (
        <Body areaId={areaId} data={data} today={today} />
      ) : (
        <Loading what="账号事项" />
      )}
    </FormDrawer>
  );
}

function Body({ areaId, data, today }: { areaId: string; data: Matter; today: string }) {
  return (
    <>
      <div className="accounts-state">
        <MatterState row={data} />
      </div>
      <dl className="facts">
        <Fact name="主办单位" value={data.unit.name} />
        <Fact
          name="审核"
          value={[data.supervisorName && `${data.supervisorName}初审`, `${data.decidedBy}审核`].filter(Boolean).join('，')}
        />
        {data.purpose && <Fact name="用途" value={data.purpose} />}
        {data.person && <Fact name="责任人" value={[data.person, data.phone].filter(Boolean).join('　')} />}
        {data.reason && <Fact name="事由" value={data.reason} />}
        {data.dueOn && !data.settled && <Fact name={data.state.code === 'watching' ? '复核日期' : '办理期限'} value={data.dueOn} />}
      </dl>
      {data.problemIds.length > 0 && data.accountId && (
        <p>
          <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ channel: data.accountId }} className="text-link">
            相关问题 {data.problemIds.length} 个
          </Link>
        </p>
      )}
      {data.signs.length > 0 && (
        <section className="text-grave" aria-label="仍有发布">
          报备以后仍有发布：
          {data.signs.map(({ title, date, url }) => (
            <div key={`${date} ${title}`} className="wrap">
              {date} {url ? <OutsideLink href={url}>{title}</OutsideLink> : title}
            </div>
          ))}
        </section>
      )}
      <MatterActs key={`${data.id} ${data.events.length}`} areaId={areaId} data={data} today={today} />
      <Proofs areaId={areaId} data={data} />
      <section className="accounts-part" aria-label="办理过程">
        <h3>办理过程</h3>
        <ol className="history">
          {data.events.toReversed().map((event) => (
            <li key={event.seq}>
              <b>{event.act.name}</b>　{event.day}
              <small className="sub">
                {event.roleName}　{event.by}　{moment(event.at)}
              </small>
              {event.note && <p className="wrap">{event.note}</p>}
              {event.words && <p className="section-note wrap">{event.words}</p>}
              {event.proofIds.length > 0 && <p className="section-note">证明 {event.proofIds.length} 份</p>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Proofs({ areaId, data }: { areaId: string; data: Matter }) {
  if (data.proofs.length === 0) return null;
  return (
    <section className="accounts-part" aria-label="证明">
      <h3>证明</h3>
      <ul className="accounts-shots">
        {data.proofs.map((proof) => {
          const address = addressOf<typeof accountProof>('/api/areas/:areaId/account-matters/:matterId/proofs/:proofId', {
            ...{ areaId, matterId: data.id, proofId: proof.id },
          });
          return (
            <li key={proof.id}>
              {proof.picture && <img src={address} alt={`${proof.fileName}，${proof.by}上传`} loading="lazy" />}
              <a className="text-link" href={address} target="_blank" rel="noopener noreferrer">
                {proof.fileName}
              </a>
              <span className="sub">
                {bytes(proof.bytes)}　{proof.by}　{moment(proof.at)}
              </span>
              <span className="sub" title={proof.hash}>
                校验码 {proof.hash.slice(0, 12)}
              </span>
              {proof.alsoFor.map((other) => (
                <Elsewhere key={other.matterId} areaId={areaId} own={{ address, name: proof.fileName, by: proof.by }} other={other} />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface ElsewhereProps {
  areaId: string;
  own: { address: string; name: string; by: string };
  other: Matter['proofs'][number]['alsoFor'][number];
}

function Elsewhere({ areaId, own, other }: ElsewhereProps) {
  const { change } = useAccountsPage();
  const where = (
    <button type="button" className="plain" onClick={() => change({ matter: other.matterId })}>
      “{other.name}”
    </button>
  );
  if (other.grade === 'same') return <SameFile where={where} />;
  const address = addressOf<typeof accountProof>('/api/areas/:areaId/account-matters/:matterId/proofs/:proofId', {
    ...{ areaId, matterId: other.matterId, proofId: other.proofId },
  });
  return (
    <LikePictures
      own={{ address: own.address, name: own.name, under: `本事项　${own.by}` }}
      other={{
        ...{ address, name: `“${other.name}”的证明` },
        under: (
          <>
            {other.by}　{moment(other.at)}
            <br />
            {where}
          </>
        ),
      }}
    />
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="wrap">{value}</dd>
    </div>
  );
}
