import { Button } from 'antd';

const KEYS = [
  ['J ↓', '下一条'],
  ['K ↑', '上一条'],
  ['Y 回车', '认定为问题'],
  ['N', '不予认定，再按数字选理由'],
  ['M', '并入同一单位的另一问题，再按数字选择'],
  ['X', '豁免到某日'],
  ['U', '撤回上一步（当天有效）'],
  ['O', '显示、收起当时的页面'],
  ['空格', '选择，之后的认定等对所选的全部有效'],
  ['Esc', '取消'],
  ['?', '本说明'],
] as const;

/** The keys of the desk. */
export function Help({ close }: { close(): void }) {
  return (
    <section className="desk-help" aria-label="键盘操作">
      <dl>
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={close}>
        收起
      </Button>
    </section>
  );
}
