/** From what the platform hands a resolver to who calls and from where; and the last net for our own mistakes. */
import type { Answer } from '#contract/api';
import type { App, Caller } from '#app/app';
import { refuse } from '#domain/result';
import { ACCOUNT_ID, PROJECT_ID } from '#domain/ids';
import { siteApp } from './site-app';

export interface ResolverRequest {
  payload: unknown;
  context: { accountId?: unknown; siteUrl?: unknown; extension?: { project?: { id?: unknown } } };
}

export type UseCase<Value> = (app: App, caller: Caller, request: unknown) => Promise<Answer<Value>>;

const text = (value: unknown, shape: RegExp): string | null =>
  typeof value === 'string' && shape.test(value) ? value : null;

/** A resolver function around a use case: nobody without an account, and never a stack trace. */
export function resolverOf<Value>(name: string, useCase: UseCase<Value>) {
  return async ({ payload, context }: ResolverRequest): Promise<Answer<Value>> => {
    const accountId = text(context.accountId, ACCOUNT_ID);
    if (!accountId) return refuse('access/not-found');
    const app = siteApp(text(context.siteUrl, /^https?:\/\//));
    const caller: Caller = { accountId, projectId: text(String(context.extension?.project?.id ?? ''), PROJECT_ID) };
    try {
      return await useCase(app, caller, payload);
    } catch (error) {
      app.log('bug', { resolver: name, error: error instanceof Error ? error.name : 'unknown', where: placeOf(error) });
      return refuse('app/failed');
    }
  };
}

/** Where in our code it happened: file and line, never the message, which may hold a person's text. */
function placeOf(error: unknown): string {
  const line = error instanceof Error ? error.stack?.split('\n').find((entry) => /^\s+at /.test(entry)) : undefined;
  return line?.trim().slice(0, 160) ?? '';
}
