import { Modal, Select } from 'antd';
import type { FigureInfo } from './types.ts';

/** Chooses a figure to put into the text; by name or by value. */
export function FigurePicker({
  figures,
  unit,
  pick,
  close,
}: {
  figures: readonly FigureInfo[];
  /** Only figures of this unit; null for all. */
  unit: string | null;
  pick(id: string): void;
  close(): void;
}) {
  const fitting = figures.filter((figure) => unit === null || figure.unit === unit);
  const options = (fitting.length > 0 ? fitting : figures).map((figure) => ({
    value: figure.id,
    label: `${figure.name}　${figure.printed}`,
  }));
  return (
    <Modal open title="插入数字" onCancel={close} footer={null} width={520}>
      <p className="section-foot">数字由附表和快照逐行算出，数据变化时跟着变。</p>
      <Select
        aria-label="选择数字"
        style={{ width: '100%', marginTop: 12 }}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="按名称或数值查找"
        options={options}
        defaultOpen
        autoFocus
        onChange={pick}
      />
    </Modal>
  );
}
