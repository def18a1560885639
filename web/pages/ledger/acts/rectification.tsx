import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { problemRectification } from '../../../../src/contract/endpoints/problem-rectification.ts';
import { call } from '../../../api.ts';
import { Unready } from '../../../parts/unready.tsx';
import { OfficeActs } from './office-acts.tsx';
import { ProofList } from './proof-list.tsx';
import { UnitActs } from './unit-acts.tsx';
import './acts.css';

const LOOK_AGAIN_MS = 15_000;

/** 整改: what the unit says, what the office found, the proof of both, and what can be done now, where it is not shown only. */
export function RectificationPart({
  areaId,
  problemId,
  isShownOnly = false,
}: {
  areaId: string;
  problemId: string;
  isShownOnly?: boolean;
}) {
  const { data, error, refetch } = useQuery({
    queryKey: ['rectification', areaId, problemId],
    queryFn: ({ signal }) =>
      call<typeof problemRectification>('/api/areas/:areaId/problems/:problemId/rectification', { areaId, problemId }, signal),
    // A look that was asked for takes minutes; who waits for it sees how far it has come.
    refetchInterval: ({ state }) => (state.data?.machine.order?.settledAt === null ? LOOK_AGAIN_MS : false),
  });
  if (!data) return <Unready error={error} retry={refetch} what="整改情况" />;
  const acts = new Set(isShownOnly ? [] : data.acts.map(({ code }) => code));
  const { receipt, claim, finding, machine } = data;
  const disputed = data.status === 'disputed';
  const lines: [string, string][] = [
    // Who answers or disputes at once has it in hand, signed for or not.
    ['单位签收', receipt ? `${receipt.day}　${receipt.by}` : claim || disputed ? '未单独签收' : '未签收'],
    ['单位反馈', claim ? `${claim.day}　${claim.by}　${claim.text}` : disputed ? '已提出异议（理由见下方办理经过），等待答复' : '未反馈'],
    ['是否整改', finding.day ? `${finding.name}（${finding.day} ${finding.by ?? ''}复核）` : finding.name],
  ];
  if (machine.order) lines.push(['机器复核', `${machine.order.words}（${machine.order.by}要求）`]);
  return (
    <section className="rectification" aria-label="整改">
      <h3 className="drawer-title">整改</h3>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {data.toCorrect.length > 0 && (
        <p className="is-bad" role="note">
          这个问题不成立，但已印发的通报仍列有它，请逐份打开办理“重新取数更正”：
          {data.toCorrect.map(({ id: noticeId, title }) => (
            <Link key={noticeId} to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId }} search={{}}>
              《{title}》
            </Link>
          ))}
        </p>
      )}
      <ProofList areaId={areaId} problemId={problemId} proofs={data.proofs} />
      <UnitActs key={`unit ${problemId} ${data.status}`} areaId={areaId} problemId={problemId} acts={acts} />
      <OfficeActs
        key={`office ${problemId} ${data.status}`}
        areaId={areaId}
        problemId={problemId}
        acts={acts}
        today={data.today}
        machine={
          !isShownOnly && machine.possible && !['closed', 'rejected', 'withdrawn', 'merged', 'suspected', 'exempted'].includes(data.status)
        }
      />
    </section>
  );
}
