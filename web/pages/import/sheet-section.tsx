import { Select, Switch, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Section } from '../../parts/section.tsx';
import type { Choices, PreviewData } from './types.ts';

type Sheet = PreviewData['sheets'][number];
type Row = Sheet['rows'][number];
type Choice = NonNullable<Choices['sheets']>[string];

const SKIP = 'skip';
const CLASS_NAMES: Readonly<Record<Row['is'], string>> = {
  above: '表头以上',
  head: '表头',
  data: '',
  total: '合计，只核对',
  subtotal: '小计，只核对',
  section: '分组标题',
  note: '说明，不导入',
  example: '示例，不导入',
};
const BY_NAMES: Readonly<Record<Sheet['by'], string>> = { recognised: '按表头识别', chosen: '按您的选择', remembered: '按以前的选择' };

/** One table as it was read: kind and columns can be corrected, wrong cells are marked. */
export function SheetSection({
  sheet,
  kinds,
  faults,
  busy,
  onChoose,
}: {
  sheet: Sheet;
  kinds: PreviewData['kinds'];
  faults: PreviewData['faults'];
  busy: boolean;
  onChoose: (choice: Choice) => void;
}) {
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const fields = kinds.find(({ id }) => id === sheet.kind)?.fields ?? [];
  const faultAt = new Map(faults.map((fault) => [`${fault.row} ${fault.column ?? ''}`, fault.message]));
  const faultyRows = new Set(faults.map(({ row }) => row));
  const current = (): Choice => ({
    kind: sheet.kind ?? SKIP,
    headRow: sheet.headRow ?? 0,
    columns: Object.fromEntries(sheet.columns.map(({ letter, field }) => [letter, field])),
  });
  const chooseColumn = (letter: string, field: string): void =>
    onChoose({ ...current(), columns: { ...current().columns, [letter]: field } });
  const proposed = sheet.columns.filter((column) => column.proposed);
  const options = [
    { value: '', label: '不导入' },
    ...fields.map(({ id, title, required }) => ({ value: id, label: required ? `${title} *` : title })),
  ];

  const columns: TableColumnsType<Row> = [
    {
      title: '行',
      width: 92,
      render: (_, row) => (
        <span className={faultyRows.has(row.number) ? 'is-bad' : ''}>
          {row.number}
          {CLASS_NAMES[row.is] && <small className="sub">{CLASS_NAMES[row.is]}</small>}
        </span>
      ),
    },
    ...sheet.columns.map(({ letter, title }, index) => ({
      key: letter,
      width: 168,
      title: `${letter} ${title || '（无标题）'}`,
      onCell: (row: Row) => ({ className: faultAt.has(`${row.number} ${letter}`) ? 'import-bad-cell' : '' }),
      render: (_: unknown, row: Row) => {
        const message = faultAt.get(`${row.number} ${letter}`);
        return (
          <span className="wrap" title={message}>
            {row.cells[index]}
            {message && <small className="is-bad import-why">{message}</small>}
          </span>
        );
      },
    })),
  ];
  const rows = sheet.rows.filter((row) => row.is !== 'head' && (!onlyFaulty || faultyRows.has(row.number)));
  return (
    <Section title={sheet.name} note={`${sheet.rowCount} 行　${BY_NAMES[sheet.by]}`} className="import-sheet">
      <div className="import-kind">
        <Select
          aria-label={`“${sheet.name}”是哪种表`}
          value={sheet.kind ?? SKIP}
          disabled={busy}
          popupMatchSelectWidth={false}
          options={[...kinds.map(({ id, title }) => ({ value: id, label: title })), { value: SKIP, label: '不导入这张表' }]}
          onChange={(kind: string) => onChoose({ kind, headRow: sheet.headRow ?? 0, columns: {} })}
        />
        {faultyRows.size > 0 && (
          <span className="import-only">
            <Switch size="small" checked={onlyFaulty} onChange={setOnlyFaulty} aria-label="只看有错误的行" /> 只看有错误的行
          </span>
        )}
        {proposed.length > 0 && (
          <button type="button" className="plain" disabled={busy} onClick={() => onChoose(current())}>
            采用按内容的推测：
            {proposed.map(({ letter, field }) => `${letter} 列为“${fields.find(({ id }) => id === field)?.title}”`).join('、')}
          </button>
        )}
      </div>
      {sheet.kind !== null && (
        <ul className="import-columns" aria-label="列的对应">
          {sheet.columns.map(({ letter, title, field, proposed: guessed }) => (
            <li key={letter}>
              <span className="wrap">
                <small>{letter}</small> {title || '（无标题）'}
              </span>
              <Select
                size="small"
                aria-label={`${letter} 列导入为`}
                value={field}
                disabled={busy}
                status={guessed ? 'warning' : ''}
                popupMatchSelectWidth={false}
                options={options}
                onChange={(value: string) => chooseColumn(letter, value)}
              />
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section className="import-scroll" aria-label={`“${sheet.name}”的内容`} tabIndex={0}>
        <Table<Row>
          rowKey="number"
          size="small"
          columns={columns}
          dataSource={rows}
          rowClassName={(row) => (row.is === 'data' ? '' : 'import-quiet')}
          pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false, showTotal: (total) => `共 ${total} 行` } : false}
          tableLayout="fixed"
          style={{ minWidth: 92 + 168 * sheet.columns.length }}
        />
      </section>
    </Section>
  );
}
