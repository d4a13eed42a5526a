/**
 * The wire between a Custom UI frame and the page that hosts it, the same code on both sides. Plain values travel by
 * structured clone; a function travels as an id and comes out as a stub that calls back, so that callbacks (flag
 * actions, event listeners) and functions inside answers (`unsubscribe`, a history's methods) both work.
 */
export type Anything = (...args: unknown[]) => unknown;

interface Call {
  forge: 'call';
  id: number;
  /** A bridge command, or the id of a function of the receiver. */
  command?: string;
  fn?: number;
  args: unknown[];
}

interface Reply {
  forge: 'reply';
  id: number;
  value?: unknown;
  error?: string;
}

export type Message = Call | Reply;

export interface Channel {
  /** Calls a command on the other side; rejects with its error message. */
  request(command: string, data?: unknown): Promise<unknown>;
  /** Feeds one message from the other side; anything that is not ours is ignored. */
  receive(message: unknown): void;
}

const FUNCTION_MARK = '__forgeFunction';

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Rebuilds arrays and plain objects with `replace` applied to every leaf that it recognises. */
function walk(value: unknown, replace: (leaf: unknown) => { to: unknown } | undefined): unknown {
  const replaced = replace(value);
  if (replaced) return replaced.to;
  if (Array.isArray(value)) return value.map((entry) => walk(entry, replace));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, walk(entry, replace)]));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Functions handed to the other side, each under one id for good. */
function createFunctionTable() {
  const functions: Anything[] = [];
  const ids = new Map<Anything, number>();
  return {
    idOf(fn: Anything): number {
      const id = ids.get(fn) ?? functions.push(fn) - 1;
      ids.set(fn, id);
      return id;
    },
    get: (id: number): Anything | undefined => functions[id],
  };
}

/**
 * Opens one end. `post` sends a message to the other end; `answer` runs a command the other end asks for (throwing is
 * answering with an error).
 */
export function createChannel(
  post: (message: Message) => void,
  answer: (command: string, data: unknown) => unknown,
): Channel {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const functions = createFunctionTable();
  let lastId = 0;

  const encode = (value: unknown) =>
    walk(value, (leaf) =>
      typeof leaf === 'function' ? { to: { [FUNCTION_MARK]: functions.idOf(leaf as Anything) } } : undefined,
    );

  const decode = (value: unknown) =>
    walk(value, (leaf) => {
      if (!isPlainObject(leaf) || typeof leaf[FUNCTION_MARK] !== 'number') return undefined;
      const fn = leaf[FUNCTION_MARK];
      return { to: (...args: unknown[]) => send({ fn, args }) };
    });

  function send(call: { command?: string; fn?: number; args: unknown[] }): Promise<unknown> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      try {
        post({ forge: 'call', id, ...call, args: call.args.map(encode) });
      } catch (error) {
        waiting.delete(id);
        reject(new Error(messageOf(error)));
      }
    });
  }

  async function run(call: Call): Promise<void> {
    try {
      const args = call.args.map(decode);
      const target = call.fn === undefined ? undefined : functions.get(call.fn);
      if (call.command === undefined && !target) throw new Error('This function no longer exists');
      const value = target ? await target(...args) : await answer(call.command ?? '', args[0]);
      post({ forge: 'reply', id: call.id, value: encode(value) });
    } catch (error) {
      post({ forge: 'reply', id: call.id, error: messageOf(error) });
    }
  }

  function settle(reply: Reply): void {
    const pending = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.error === undefined) pending?.resolve(decode(reply.value));
    else pending?.reject(new Error(reply.error));
  }

  return {
    request: (command, data) => send({ command, args: [data] }),
    receive(message) {
      if (!isPlainObject(message)) return;
      if (message['forge'] === 'call') void run(message as unknown as Call);
      if (message['forge'] === 'reply') settle(message as unknown as Reply);
    },
  };
}
