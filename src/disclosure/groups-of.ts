/** Groups in the order in which the table first names them. */
export function groupsOf<V extends { group: string }>(rows: readonly V[]): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const members = groups.get(row.group);
    if (members) members.push(row);
    else groups.set(row.group, [row]);
  }
  return groups;
}
