import type { InputFault } from '../../src/core/error.ts';

/** Every place that is wrong: of a file by its sheet, row and column, of a form by the name of the field. */
export function FaultList({ faults }: { faults: readonly InputFault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className="state-faults" aria-label="不对的地方">
      {faults.map((fault) => (
        <li key={JSON.stringify(fault)}>
          {whereOf(fault)}
          {fault.message}
        </li>
      ))}
    </ul>
  );
}

function whereOf({ sheet, row, field, value }: InputFault): string {
  if (row === undefined) return field ? `${field}：` : '';
  const place = [sheet && `“${sheet}”`, `第 ${row} 行`, field && `“${field}”`].filter(Boolean).join('');
  return `${place}${value ? `写的是“${value}”` : ''}：`;
}
