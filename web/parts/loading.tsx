/** Shown while something is fetched; quiet, and said once to screen readers. */
export function Loading({ what = '内容' }: { what?: string }) {
  return (
    <div className="state state-loading" role="status">
      <span className="bar" aria-hidden="true" />
      <p>正在读取{what}……</p>
    </div>
  );
}
