import type { FilingField } from '../../../../src/contract/api';
import { blockingFields, filingValues } from '../../../../static/retro/src/features/actions/filing-values';

const field = (id: string, type: FilingField['type']): FilingField => ({
  id,
  name: id,
  type,
  options: [
    { id: '11', name: 'High' },
    { id: '12', name: 'Low' },
  ],
});

describe('required fields of an issue', () => {
  test('each kind becomes what the wire takes', () => {
    const fields = [
      field('s', 'string'),
      field('n', 'number'),
      field('d', 'date'),
      field('o', 'option'),
      field('m', 'options'),
      field('u', 'user'),
    ];
    const entries = { s: ' Ops ', n: '2.5', d: '2026-12-01', o: '11', m: ['11', '12'], u: 'ann' };
    expect(filingValues(fields, entries)).toEqual({
      ok: true,
      fields: { s: 'Ops', n: 2.5, d: '2026-12-01', o: '11', m: ['11', '12'], u: 'ann' },
    });
  });

  test('what is missing or wrong is named by its field', () => {
    const fields = [field('s', 'string'), field('n', 'number'), field('d', 'date'), field('m', 'options')];
    expect(filingValues(fields, { s: '  ', n: 'three', d: '2026-02-30', m: [] })).toEqual({
      ok: false,
      faults: { s: 'missing', n: 'number', d: 'date', m: 'missing' },
    });
  });

  test('a field of an unknown kind blocks, and is never sent', () => {
    const fields = [field('x', 'unknown'), field('s', 'string')];
    expect(blockingFields(fields).map((entry) => entry.id)).toEqual(['x']);
    expect(filingValues(fields, { x: 'anything', s: 'Ops' })).toEqual({ ok: true, fields: { s: 'Ops' } });
  });
});
