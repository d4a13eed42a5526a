import type { TriggerModule } from '../../host/manifest';
import type { ProductEvent } from '../../types';
import { evaluateExpression, ExpressionError } from './expression';

/** Whether a trigger wants an event; `log` says why an expression failed. */
export interface Verdict {
  wanted: boolean;
  log?: string;
}

const PROPERTY = /issue\.properties\['([^']+)'\]/g;

/** Keys of the issue properties that a trigger's filter and payload mention. */
export function mentionedProperties(trigger: TriggerModule): string[] {
  const texts = [trigger.filter?.expression ?? '', ...(trigger.propertyPaths ?? [])];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(PROPERTY)].map((match) => match[1] ?? '')))];
}

const scopeOf = (event: ProductEvent): Record<string, unknown> => ({
  event: { ...event.payload, runtime: { issue: { properties: event.issueProperties ?? {} } } },
});

/** https://developer.atlassian.com/platform/forge/events-reference/filtering/: a result that is not true drops the event. */
export function judge(trigger: TriggerModule, event: ProductEvent): Verdict {
  const { ignoreSelf, expression, onError } = trigger.filter ?? {};
  if (ignoreSelf && event.payload['selfGenerated'] === true) return { wanted: false };
  if (expression === undefined) return { wanted: true };
  try {
    return { wanted: evaluateExpression(expression, scopeOf(event)) === true };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { wanted: onError === 'RECEIVE_AND_LOG', log: `${trigger.key}: ${error.message}` };
  }
}

/** The payload a trigger receives: with the properties it asked to include, keyed by their path. */
export function payloadFor(trigger: TriggerModule, event: ProductEvent): Record<string, unknown> {
  const payload = { ...event.payload, eventType: event.name };
  if (!trigger.propertyPaths || trigger.propertyPaths.length === 0) return payload;
  const scope = { issue: { properties: event.issueProperties ?? {} } };
  return {
    ...payload,
    payloadIncludeProperties: Object.fromEntries(
      trigger.propertyPaths.map((path) => [path, evaluateExpression(path, scope)]),
    ),
  };
}
