import { refuse } from './errors';

export interface Page {
  startAt: number;
  maxResults: number;
  total: number;
  isLast: boolean;
}

/** One of Jira's pages: `{startAt, maxResults, total, isLast, values}`; a page size over the limit is cut, as Jira does. */
export function pageOf<T>(all: readonly T[], startAt = 0, maxResults = 50, most = 100): { values: T[]; page: Page } {
  const from = Math.max(0, startAt);
  const size = Math.min(Math.max(0, maxResults), most);
  const values = all.slice(from, from + size);
  return {
    values,
    page: { maxResults: size, startAt: from, total: all.length, isLast: from + values.length >= all.length },
  };
}

/** createmeta refuses what others cut. */
export function refuseOver(limit: number, maxResults: number | undefined): void {
  if (maxResults !== undefined && maxResults > limit)
    throw refuse(400, `Parameter 'maxResults' must not exceed the limit '${limit}'`);
}
