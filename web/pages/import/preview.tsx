import { Button, Checkbox } from 'antd';
import { Section } from '../../parts/section.tsx';
import { Changes } from './changes.tsx';
import { Counts } from './counts.tsx';
import { Faults } from './faults.tsx';
import { Lines } from './lines.tsx';
import { Problems } from './problems.tsx';
import { SheetSection } from './sheet-section.tsx';
import type { Choices, PreviewData } from './types.ts';

const DOUBTS = { flattened: '由一行一格的文字还原', 'by-position': '按文字位置还原', 'uneven-rows': '各行格数不一' } as const;

/** What importing would do: counts, every fault, questions, and each table as it was read; nothing is written yet. */
export function Preview({
  preview,
  choices,
  busy,
  onChoose,
  onImport,
  onBack,
}: {
  preview: PreviewData;
  choices: Choices;
  busy: boolean;
  onChoose: (choices: Choices) => void;
  onImport: () => void;
  onBack: () => void;
}) {
  const { counts, faults, faultCount, sheets } = preview;
  const changes = counts.reduce((sum, { added, changed }) => sum + added + changed, 0);
  const confirmed = choices.confirmed ?? [];
  const doubtful = sheets.filter(({ doubt, kind }) => doubt !== null && kind !== null);
  return (
    <>
      <Section
        title={preview.fileName}
        note={`${preview.areaName}　${faultCount > 0 ? `${faultCount} 处错误，改正前不能导入` : changes > 0 ? '可以导入' : '没有需要写入的内容'}`}
      >
        <Counts counts={counts} />
        {preview.isNotice && (
          <Checkbox
            checked={choices.history ?? false}
            disabled={busy}
            onChange={(event) => onChoose({ ...choices, history: event.target.checked })}
          >
            这是以往的通报，把其中的问题载入问题台账{preview.period && `（${preview.period}）`}
          </Checkbox>
        )}
        {doubtful.map(({ name, doubt }) => (
          <Checkbox
            key={name}
            checked={confirmed.includes(name)}
            disabled={busy}
            onChange={({ target }) =>
              onChoose({ ...choices, confirmed: target.checked ? [...confirmed, name] : confirmed.filter((one) => one !== name) })
            }
          >
            “{name}”{DOUBTS[doubt ?? 'flattened']}，已与原文核对，行列无误
          </Checkbox>
        ))}
        <div className="import-acts">
          <Button type="primary" loading={busy} disabled={faultCount > 0 || changes === 0} onClick={onImport}>
            导入
          </Button>
          <Button disabled={busy} onClick={onBack}>
            换一个文件
          </Button>
        </div>
      </Section>
      {faultCount > 0 && <Faults faults={faults} total={faultCount} />}
      <Lines title="待核实" lines={preview.questions} />
      <Lines title="提示" lines={preview.warnings} />
      {preview.changes.length > 0 && <Changes rows={preview.changes} total={counts.reduce((sum, { changed }) => sum + changed, 0)} />}
      {preview.problems.length > 0 && <Problems rows={preview.problems} />}
      {sheets.map((sheet) => (
        <SheetSection
          key={sheet.name}
          sheet={sheet}
          kinds={preview.kinds}
          faults={faults.filter((fault) => fault.sheet === sheet.name)}
          busy={busy}
          onChoose={(choice) => onChoose({ ...choices, sheets: { ...choices.sheets, [sheet.name]: choice } })}
        />
      ))}
    </>
  );
}
