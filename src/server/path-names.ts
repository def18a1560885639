/** Names of the parameters in a path: `/api/areas/:areaId` has `areaId`. */
export const pathNames = (path: string): ReadonlySet<string> => new Set([...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string));
