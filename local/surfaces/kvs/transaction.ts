import { checkBatch } from './batch';
import { filterTest, type Filter } from './conditions';
import { alive, jsonFor, sizeOf, spaceOf, type KvsContext } from './context';
import { invalid, KvsError } from './kvs-error';
import { KVS_LIMITS } from './limits';
import { validKey, validTtl } from './validate';

interface Operation {
  key: unknown;
  value?: unknown;
  entityName?: string;
  conditions?: Filter;
  options?: { ttl?: unknown };
}

export interface TransactionRequest {
  set?: Operation[];
  delete?: Operation[];
  check?: Operation[];
}

interface Step {
  id: string;
  space: string;
  key: string;
  holds: (record: Record<string, unknown> | undefined) => boolean;
  conditional: boolean;
  /** JSON to write; null deletes; undefined only checks. */
  json?: string | null;
  ttl?: number;
}

/** A transaction checked against the platform's rules, ready to be tried. */
export interface PreparedTransaction {
  /** Namespace and key of every record it sets, deletes or checks. */
  touches: string[];
  /** All or nothing; throws KvsError when a condition fails. */
  commit(): void;
}

function step(context: KvsContext, operation: Operation, kind: keyof TransactionRequest): Step {
  const key = validKey(operation.key);
  const space = spaceOf(context, operation.entityName);
  if (operation.conditions && operation.entityName === undefined)
    throw invalid('INVALID_CONDITION', 'Conditions need an entity.');
  if (kind === 'check' && !operation.conditions) throw invalid('INVALID_CONDITION', 'A check needs conditions.');
  const base = {
    id: `${space}\n${key}`,
    space,
    key,
    holds: filterTest(operation.conditions),
    conditional: operation.conditions !== undefined,
  };
  if (kind === 'check') return base;
  if (kind === 'delete') return { ...base, json: null };
  return {
    ...base,
    json: jsonFor(context, operation.entityName, operation.value),
    ttl: validTtl(operation.options?.ttl),
  };
}

/** The refusal of an unmet condition; its code is unknown U1 of docs/parity.md. */
export function conditionFailed(context: KvsContext): KvsError {
  const message = 'The conditional check of the transaction failed.';
  return context.variants.has('condition-code')
    ? new KvsError(409, 'TRANSACTION_CONFLICT', message)
    : new KvsError(400, 'CONDITIONAL_CHECK_FAILED', message);
}

function requireConditions(context: KvsContext, steps: Step[]): void {
  for (const { space, key, holds, conditional } of steps) {
    if (!conditional) continue;
    const item = alive(context, context.items.read(space, key));
    if (!holds(item && (JSON.parse(item.value) as Record<string, unknown>))) throw conditionFailed(context);
  }
}

/** Validates; billed as one write of all it sets, also when a condition then fails. */
export function prepareTransaction(context: KvsContext, request: TransactionRequest): PreparedTransaction {
  const operations = [...(request.set ?? []), ...(request.delete ?? []), ...(request.check ?? [])];
  checkBatch(operations, KVS_LIMITS.MAX_TRANSACTION_OPERATIONS, 'TRANSACTION_OPERATION_LIMIT_EXCEEDED');
  const kinds = ['set', 'delete', 'check'] as const;
  const steps = kinds.flatMap((kind) => (request[kind] ?? []).map((operation) => step(context, operation, kind)));
  try {
    context.quota.write(
      steps.map(({ id, key, json }) => ({ id, bytes: typeof json === 'string' ? sizeOf({ key, value: json }) : 0 })),
    );
  } catch (error) {
    // DAC/limits-kvs-ce: a throttled transaction has a code of its own
    throw error instanceof KvsError ? new KvsError(error.status, 'TOO_MANY_REQUESTS', error.message) : error;
  }
  return {
    touches: steps.map(({ id }) => id),
    commit: () =>
      context.items.atomically(() => {
        requireConditions(context, steps);
        const now = context.clock.now();
        for (const { space, key, json, ttl } of steps) {
          if (typeof json === 'string') context.items.write(space, key, json, now, ttl);
          else if (json === null) context.items.remove(space, key);
        }
      }),
  };
}
