import { BUILD_MS, startFixture, type Caught, type FixtureSite } from '../support/fixture-site';

let fixture: FixtureSite;
beforeAll(async () => {
  fixture = await startFixture('platform-app', { limits: false });
}, BUILD_MS);
afterAll(() => fixture.close());

const call = <T = unknown>(functionKey: string, payload: unknown): Promise<Caught<T>> =>
  fixture.invoke(functionKey, payload);
const refusal = async (functionKey: string, payload: unknown): Promise<string> => {
  const { status, code } = await call(functionKey, payload);
  return `${status} ${code}`;
};

describe('plain keys', () => {
  it('returns what was stored, and undefined for what was not', async () => {
    await call('set', { key: 'plain', value: { deep: [1, 'zwei', { drei: true }] } });
    expect(await call('get', { key: 'plain' })).toEqual({ done: { deep: [1, 'zwei', { drei: true }] } });
    expect(await call('get', { key: 'never-written' })).toEqual({});
  });

  it('deletes, and deleting what is not there succeeds', async () => {
    await call('set', { key: 'gone', value: 1 });
    await call('delete', { key: 'gone' });
    expect(await call('get', { key: 'gone' })).toEqual({});
    expect(await call('delete', { key: 'gone' })).toEqual({});
  });

  it('lets exactly one of twelve insert a key with FAIL_IF_EXISTS', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        call('set', { key: 'once', value: at, options: { keyPolicy: 'FAIL_IF_EXISTS' } }),
      ),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code, status }) => code === 'KEY_CONFLICT' && status === 409)).toHaveLength(11);
  });

  it('returns the previous value when asked', async () => {
    await call('set', { key: 'previous', value: 'old' });
    const options = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS', returnMetadataFields: ['CREATED_AT'] };
    const { done } = await call<{ key: string; value: string; createdAt: number }>('set', {
      key: 'previous',
      value: 'new',
      options,
    });
    expect(done).toEqual({ key: 'previous', value: 'old', createdAt: expect.any(Number) as number });
  });

  it.each([
    ['an empty key', { key: '', value: 1 }, '400 KEY_TOO_SHORT'],
    ['a key of 501 characters', { key: 'k'.repeat(501), value: 1 }, '400 KEY_TOO_LONG'],
    ['a key with a slash', { key: 'a/b', value: 1 }, '400 INVALID_KEY'],
    ['a value over 240 KiB', { key: 'k', value: 'x'.repeat(240 * 1024) }, '400 MAX_SIZE'],
    [
      'a value of 32 levels',
      { key: 'k', value: JSON.parse('['.repeat(32) + ']'.repeat(32)) as unknown },
      '400 MAX_DEPTH',
    ],
    ['null', { key: 'k', value: null }, '400 INVALID_VALUE'],
  ])('refuses %s', async (_, payload, expected) => {
    expect(await refusal('set', payload)).toBe(expected);
  });

  it('forgets a value when its time to live is over', async () => {
    await call('set', { key: 'brief', value: 1, options: { keyPolicy: 'OVERRIDE', ttl: { value: 2, unit: 'HOURS' } } });
    await fixture.post('/clock', { advance: 'PT1H59M' });
    expect(await call('get', { key: 'brief' })).toEqual({ done: 1 });
    await fixture.post('/clock', { advance: 'PT2M' });
    expect(await call('get', { key: 'brief' })).toEqual({});
  });

  it('pages through keys of a prefix in their order', async () => {
    for (const name of ['b', 'a', 'c']) await call('set', { key: `page:${name}`, value: name });
    const first = await call<{ results: { key: string }[]; nextCursor: string }>('query', {
      prefix: 'page:',
      limit: 2,
    });
    expect(first.done?.results.map(({ key }) => key)).toEqual(['page:a', 'page:b']);
    const second = await call<{ results: { key: string }[]; nextCursor?: string }>('query', {
      prefix: 'page:',
      limit: 2,
      cursor: first.done?.nextCursor,
    });
    expect(second.done).toEqual({ results: [{ key: 'page:c', value: 'c' }] });
  });

  it('refuses a page of 101', async () => {
    expect(await refusal('query', { limit: 101 })).toBe('400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
  });

  it('keeps secrets apart from keys and out of queries', async () => {
    await call('setSecret', { key: 'vault:a', value: 'hidden' });
    expect(await call('getSecret', { key: 'vault:a' })).toEqual({ done: 'hidden' });
    expect(await call('get', { key: 'vault:a' })).toEqual({});
    expect(await call('query', { prefix: 'vault:' })).toEqual({ done: { results: [] } });
  });
});

describe('entities', () => {
  const put = (key: string, value: Record<string, unknown>) => call('entitySet', { entity: 'card', key, value });
  const keys = async (payload: Record<string, unknown>): Promise<string[]> => {
    const { done } = await call<{ results: { key: string }[] }>('entityQuery', { entity: 'card', ...payload });
    return done?.results.map(({ key }) => key) ?? [];
  };

  it.each([
    ['an undeclared entity', { entity: 'nothing', key: 'k', value: {} }, '400 INVALID_ENTITY_TYPE'],
    ['an undeclared attribute', { entity: 'card', key: 'k', value: { colour: 'red' } }, '400 INVALID_ENTITY_ATTRIBUTE'],
    ['a fraction as an integer', { entity: 'card', key: 'k', value: { rev: 1.5 } }, '400 INVALID_ENTITY_ATTRIBUTE'],
    ['an integer over 32 bits', { entity: 'card', key: 'k', value: { at: 2 ** 31 } }, '400 INVALID_ENTITY_ATTRIBUTE'],
    ['a number as a string', { entity: 'card', key: 'k', value: { title: 7 } }, '400 INVALID_ENTITY_ATTRIBUTE'],
    ['a text as a value', { entity: 'card', key: 'k', value: 'text' }, '400 INVALID_ENTITY_VALUE'],
    [
      'an index value over 900 bytes',
      { entity: 'card', key: 'k', value: { title: 'x'.repeat(901) } },
      '400 INVALID_ENTITY_INDEX',
    ],
  ])('refuses %s', async (_, payload, expected) => {
    expect(await refusal('entitySet', payload)).toBe(expected);
  });

  it('finds a partition in order of its range, either way, page by page', async () => {
    for (const [key, at] of [
      ['o2', 20],
      ['o10', 100],
      ['o1', 10],
    ] as const)
      await put(key, { team: 'order', at });
    await put('other', { team: 'elsewhere', at: 15 });
    expect(await keys({ index: 'by-team', partition: ['order'] })).toEqual(['o1', 'o2', 'o10']);
    expect(await keys({ index: 'by-team', partition: ['order'], descending: true })).toEqual(['o10', 'o2', 'o1']);
    expect(await keys({ index: 'by-team', partition: ['order'], between: [10, 20] })).toEqual(['o1', 'o2']);
    const page = await call<{ nextCursor: string }>('entityQuery', {
      entity: 'card',
      index: 'by-team',
      partition: ['order'],
      limit: 2,
    });
    expect(await keys({ index: 'by-team', partition: ['order'], limit: 2, cursor: page.done?.nextCursor })).toEqual([
      'o10',
    ]);
  });

  it('moves a record in its index when it changes, and drops it when the attribute is gone', async () => {
    await put('mover', { team: 'from', at: 1 });
    await put('mover', { team: 'to', at: 1 });
    expect(await keys({ index: 'by-team', partition: ['from'] })).toEqual([]);
    expect(await keys({ index: 'by-team', partition: ['to'] })).toEqual(['mover']);
    await put('mover', { at: 1 });
    expect(await keys({ index: 'by-team', partition: ['to'] })).toEqual([]);
  });

  it('filters after the page was read, so that a page may be short and still go on', async () => {
    for (let at = 0; at < 4; at += 1) await put(`f${at}`, { team: 'filter', at, done: at > 1 });
    const { done } = await call<{ results: unknown[]; nextCursor?: string }>('entityQuery', {
      entity: 'card',
      index: 'by-team',
      partition: ['filter'],
      doneIs: true,
      limit: 2,
    });
    expect(done?.results).toEqual([]);
    expect(done?.nextCursor).toBeDefined();
  });

  it('refuses an unknown index and a missing partition', async () => {
    expect(await refusal('entityQuery', { entity: 'card', index: 'by-nothing' })).toBe('400 INVALID_ENTITY_INDEX');
    expect(await refusal('entityQuery', { entity: 'card', index: 'by-team' })).toBe('400 INVALID_ENTITY_INDEX');
  });

  it('queries by an index without partition', async () => {
    await put('t1', { title: 'zebra one' });
    await put('t2', { title: 'zebra two' });
    expect(await keys({ index: 'by-title', beginsWith: 'zebra' })).toEqual(['t1', 't2']);
  });
});

describe('transactions', () => {
  const card = (key: string) => call<{ rev: number }>('entityGet', { entity: 'card', key });

  it('writes all or nothing, depending on the revisions', async () => {
    await call('transact', {
      set: [
        { key: 'ta', value: { rev: 1 } },
        { key: 'tb', value: { rev: 1 } },
      ],
    });
    expect(
      await refusal('transact', {
        set: [
          { key: 'ta', value: { rev: 2 }, ifRev: 1 },
          { key: 'tb', value: { rev: 2 }, ifRev: 9 },
        ],
      }),
    ).toBe('400 CONDITIONAL_CHECK_FAILED');
    expect(await card('ta')).toEqual({ done: { rev: 1 } });
    expect(
      await call('transact', { set: [{ key: 'ta', value: { rev: 2 }, ifRev: 1 }], check: [{ key: 'tb', ifRev: 1 }] }),
    ).toEqual({});
    expect(await card('ta')).toEqual({ done: { rev: 2 } });
  });

  it('lets one of many concurrent writers of a revision win', async () => {
    await call('transact', { set: [{ key: 'race', value: { rev: 0 } }] });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call('transact', { set: [{ key: 'race', value: { rev: 1 }, ifRev: 0 }] })),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  });

  it('never meets a condition on a missing record', async () => {
    expect(await refusal('transact', { check: [{ key: 'absent', ifRev: 0 }] })).toBe('400 CONDITIONAL_CHECK_FAILED');
  });

  it('refuses 26 operations and a key named twice', async () => {
    const set = Array.from({ length: 26 }, (_, at) => ({ key: `many${at}`, value: { rev: 0 } }));
    expect(await refusal('transact', { set })).toBe('400 TRANSACTION_OPERATION_LIMIT_EXCEEDED');
    expect(
      await refusal('transact', {
        set: [
          { key: 'same', value: {} },
          { key: 'same', value: {} },
        ],
      }),
    ).toBe('400 DUPLICATE_KEY');
  });
});

describe('batches', () => {
  it('sets, gets and deletes each key for itself', async () => {
    const items = [
      { key: 'b1', value: 1 },
      { key: 'b2', value: { rev: 2 }, entityName: 'card' },
      { key: 'bad/key', value: 3 },
    ];
    const set = await call<{ successfulKeys: unknown[]; failedKeys: { key: string; error: { code: string } }[] }>(
      'batchSet',
      { items },
    );
    expect(set.done?.successfulKeys).toEqual([{ key: 'b1' }, { key: 'b2', entityName: 'card' }]);
    expect(set.done?.failedKeys.map(({ key, error }) => [key, error.code])).toEqual([['bad/key', 'INVALID_KEY']]);
    const got = await call('batchGet', { items: [{ key: 'b1' }, { key: 'b2', entityName: 'card' }, { key: 'b3' }] });
    expect(got.done).toMatchObject({
      successfulKeys: [
        { key: 'b1', value: 1 },
        { key: 'b2', entityName: 'card', value: { rev: 2 } },
      ],
      failedKeys: [{ key: 'b3', error: { code: 'KEY_NOT_FOUND' } }],
    });
    await call('batchDelete', { items: [{ key: 'b1' }, { key: 'b2', entityName: 'card' }] });
    expect(await call('get', { key: 'b1' })).toEqual({});
  });

  it('refuses 26 keys', async () => {
    expect(await refusal('batchGet', { items: Array.from({ length: 26 }, (_, at) => ({ key: `k${at}` })) })).toBe(
      '400 BATCH_SIZE_EXCEEDED',
    );
  });
});
