import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import type { noticeFigure } from '../../../src/contract/endpoints/notice-figure.ts';
import { call } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';

const WIDTH_PX = 820;

/** The rows behind one figure of a notice. */
export default function FigureDrawer(props: {
  areaId: string;
  noticeId: string;
  figureId: string;
  open(figure: string | undefined): void;
  /** Given in the editor: takes the figure out of the text. */
  remove?: () => void;
}) {
  const { areaId, noticeId, figureId, open, remove } = props;
  useFocusBack();
  const { data, error, refetch } = useQuery({
    queryKey: ['notice-figure', areaId, noticeId, figureId],
    queryFn: ({ signal }) =>
      call<typeof noticeFigure>('/api/areas/:areaId/notices/:noticeId/figures/:figureId', { areaId, noticeId, figureId }, signal),
  });
  const leads = data?.rows.some(({ problems }) => problems.length > 0) ?? false;
  return (
    <Drawer
      open
      onClose={() => open(undefined)}
      title={data ? `${data.name}：${data.printed}` : '数字来源'}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      extra={
        remove && (
          <Button danger onClick={remove}>
            从文中移除
          </Button>
        )
      }
      classNames={{ body: 'drawer-body' }}
    >
      {error && <ErrorState error={error} retry={refetch} />}
      {!error && !data && <Loading what="数字来源" />}
      {data && (
        <>
          <p className="section-foot">
            算法：{data.how}
            {data.table && `；来源：${data.table}`}
            {data.outOf !== null && `，共 ${data.outOf} 行，计入 ${data.rows.length} 行`}
          </p>
          {data.parts.length > 0 && (
            <ul className="parts">
              {data.parts.map((part) => (
                <li key={part.id}>
                  <button type="button" className="plain" onClick={() => open(part.id)}>
                    {part.name}
                  </button>
                  <b>{part.printed}</b>
                </li>
              ))}
            </ul>
          )}
          {data.rows.length > 0 && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
            <section className="scroll" aria-label="计入的各行" tabIndex={0}>
              <table className="figures printed">
                <thead>
                  <tr>
                    {data.columns.map(({ key, title }) => (
                      <th key={key} scope="col">
                        {title}
                      </th>
                    ))}
                    {leads && <th scope="col">台账</th>}
                  </tr>
                </thead>
                <tbody>
                  {data.rows.map((row) => (
                    <tr key={row.id}>
                      {data.columns.map(({ key }) => (
                        <td key={key}>{row.cells[key]}</td>
                      ))}
                      {leads && (
                        <td>
                          {row.problems.map((problem, i) => (
                            <Link key={problem} to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem }}>
                              问题{row.problems.length > 1 ? i + 1 : ''}{' '}
                            </Link>
                          ))}
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </>
      )}
    </Drawer>
  );
}
