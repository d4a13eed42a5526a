import type { Context } from 'hono';
import type { Markup } from './views/markup';
import type { Visit } from './visit';

type Page = (visit: Visit, c: Context) => Promise<Markup | undefined> | Markup | undefined;

/** Jira's own pages by address. */
export const jiraPages: Record<string, Page> = {};
