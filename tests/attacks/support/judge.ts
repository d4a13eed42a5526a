import type { Refusal } from '#domain/refusal';
import { REFUSAL_CODES } from '#domain/refusal';
import type { Outer } from './attack-site';

const KNOWN = new Set<string>(REFUSAL_CODES);
const TRACE = /\n\s+at |file:\/\/|\/(src|local|node_modules)\/|\b\w+\.(ts|js|cjs):\d+/;

const wrongCode = ({ code }: Refusal): string[] => {
  if (!KNOWN.has(code)) return [`unknown code ${String(code)}`];
  return code === 'app/failed' ? ['app/failed: a mistake of ours'] : [];
};

interface Said {
  ok: boolean;
  refusal?: Refusal;
  outcomes?: { ok: boolean; refusal?: Refusal }[];
}

/** What is wrong with an answer to an attack; nothing, as a rule. */
export function faultsOf(answer: Outer): string[] {
  if (!answer.ok) return [`invocation error: ${answer.error}`];
  const said = answer.value as Said;
  if (typeof said !== 'object' || typeof said.ok !== 'boolean') return ['neither done nor refused'];
  const refused = [said, ...(said.outcomes ?? [])].filter((one) => !one.ok);
  const traces = said.ok || !TRACE.test(JSON.stringify(answer)) ? [] : ['a stack trace'];
  return [
    ...traces,
    ...refused.flatMap((one) => (one.refusal ? wrongCode(one.refusal) : ['a refusal without reason'])),
  ];
}
