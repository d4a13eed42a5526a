/** Entities and indexes as manifest.yml declares them: a guardrail test compares both. */
import type { EntityName } from '#app/ports/records';

export interface IndexShape {
  partition: readonly string[];
  range: string;
}

export const ENTITIES: Record<EntityName, Record<string, IndexShape>> = {
  live: {},
  team: { 'by-project': { partition: ['projectId'], range: 'name' } },
  retro: {
    'by-team': { partition: ['teamId'], range: 'at' },
    'by-project': { partition: ['projectId'], range: 'at' },
    'by-state': { partition: ['state'], range: 'at' },
  },
  action: {
    'by-team': { partition: ['teamId', 'state'], range: 'at' },
    'by-issue': { partition: ['issueId'], range: 'at' },
    'by-filing': { partition: ['filing'], range: 'at' },
  },
  reminder: { 'by-queue': { partition: ['queue'], range: 'at' } },
  sweep: {},
};
