import { belongsTo, unitNamedIn } from '../directory/belongs-to.ts';
import { type Directory, expectedOf } from '../directory/directory.ts';
import type { RecordsOf } from './guide-layer.ts';

/** The records of an area's directory, for its guides. */
export function guideRecords(directory: Directory): RecordsOf {
  return (title) => {
    const unitId = unitNamedIn(directory, title);
    return [expectedOf(directory, unitId), (field, value) => (unitId === null ? null : belongsTo(directory, unitId, field, value))];
  };
}
