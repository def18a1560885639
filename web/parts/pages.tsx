import { Pagination } from 'antd';
import { EmptyState } from './empty-state.tsx';

interface Props {
  /** One page of a list as the server answers it. */
  of: { page: number; size: number; total: number };
  /** Puts a page into the address; the first stands there as none. */
  go(page: string | undefined): void;
  unit?: string;
}

/** The pages of a list below it; none where there is one. */
export const Pages = ({ of: { page, size, total }, go, unit = '条' }: Props) => (
  <Pagination
    className="pages"
    hideOnSinglePage
    current={page}
    pageSize={size}
    total={total}
    showSizeChanger={false}
    showTotal={(all) => `共 ${all} ${unit}`}
    onChange={(to) => go(to === 1 ? undefined : String(to))}
  />
);

/** Said where the address names a page behind the last one. */
export const NoSuchPage = ({ of: { size, total }, go }: Props) => (
  <EmptyState title="这一页没有内容" next={`当前条件下共 ${Math.ceil(total / size)} 页。`}>
    <button type="button" className="plain" onClick={() => go(undefined)}>
      回到第一页
    </button>
  </EmptyState>
);
