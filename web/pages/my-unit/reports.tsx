import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { rectificationReportFile } from '../../../src/contract/endpoints/rectification-report-file.ts';
import type { rectificationReportForm } from '../../../src/contract/endpoints/rectification-report-form.ts';
import type { rectificationReportTake } from '../../../src/contract/endpoints/rectification-report-take.ts';
import { addressOf, upload } from '../../api.ts';
import { noticeOf } from '../../parts/about.ts';
import { FileButton } from '../../parts/file-button.tsx';
import { bytes, moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { Refusal } from '../ledger/acts/refusal.tsx';
import { useAct } from '../ledger/acts/use-act.ts';
import type { MyUnit } from './types.ts';

type Report = MyUnit['reports'][number];

/** 整改情况扫描件: for each notice the form to be sealed, and the scan taken back. */
export function Reports({ data, areaId }: { data: MyUnit; areaId: string }) {
  if (data.reports.length === 0) return null;
  return (
    <Section title="整改情况扫描件（加盖公章）" note="逐个反馈后下载报告，打印盖章，再上传扫描件">
      <ul className="reports">
        {data.reports.map((report) => (
          <Line key={report.about} report={report} areaId={areaId} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ report, areaId }: { report: Report; areaId: string }) {
  const hint = useId();
  const [late, setLate] = useState<number | null>(null);
  const place = { areaId, about: report.about as string, unitId: report.unit.id };
  const take = useAct(async (file: File) => {
    const answer = await upload<typeof rectificationReportTake>('/api/areas/:areaId/units/:unitId/rectification-report', place, file);
    setLate(answer.lateWorkingDays);
  });
  const { returned, missingCount } = report;
  const noticeId = noticeOf(report.about);
  return (
    <li>
      <p>
        {noticeId ? (
          <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId }} search={{}}>
            <b>{report.title}</b>
          </Link>
        ) : (
          <b>{report.title}</b>
        )}
      </p>
      <p className={report.lateWorkingDays > 0 ? 'is-bad' : undefined}>
        {`${report.problems} 个问题，已反馈 ${report.answered} 个；期限 ${report.due ?? '未定'}`}
        {`，${report.state.name}`}
        {report.lateWorkingDays > 0 && `（逾期 ${report.lateWorkingDays} 个工作日）`}
      </p>
      {missingCount > 0 && <p className="sub">{`还有 ${missingCount} 个没有反馈：${placesOf(report)}`}</p>}
      {returned && (
        <p className="sub">
          {moment(returned.at)} {returned.by} 上报，{bytes(returned.bytes)}{' '}
          <a href={addressOf<typeof rectificationReportFile>('/api/areas/:areaId/units/:unitId/rectification-report/file', place)} download>
            下载扫描件
          </a>
        </p>
      )}
      <div className="report-acts">
        <a
          className="button-like"
          href={addressOf<typeof rectificationReportForm>('/api/areas/:areaId/units/:unitId/rectification-report/form', place)}
          download
        >
          下载整改情况报告（Word）
        </a>
        <FileButton
          words={take.isPending ? '正在上传…' : returned ? '重新上传扫描件' : '上传盖章扫描件'}
          accept=".pdf,.jpg,.jpeg,application/pdf,image/jpeg"
          busy={take.isPending}
          describedBy={hint}
          mostMegabytes={40}
          take={([file]) => file && take.mutate(file)}
        />
      </div>
      <small id={hint}>PDF 或 JPG，不超过 40 MB</small>
      {late !== null && !take.error && <p role="status">{late > 0 ? `已收到，逾期 ${late} 个工作日。` : '已收到，按期上报。'}</p>}
      <Refusal error={take.error} />
    </li>
  );
}

const placesOf = ({ missing, missingCount }: Report): string =>
  `${missing.map(({ place }) => place).join('、')}${missingCount > missing.length ? '等' : ''}`;
