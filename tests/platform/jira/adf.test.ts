import Ajv from 'ajv';
import fc from 'fast-check';
import schema from '@atlaskit/adf-schema/json-schema/v1/full.json';
import { adfOfText, describe as descriptionOf } from '../../../src/platform/jira/adf';

// Draft-04, which ajv 8 understands for all that is used here once the dialect is not named.
const { $schema: _dialect, ...rest } = schema as Record<string, unknown>;
const valid = new Ajv({ strict: false, allErrors: false }).compile(rest);

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\n', '\n\n\n', 'a\n', '<b>x</b>', '[x](javascript:1)'),
);

test('whatever people typed, a description is a valid document and their text stays text', () => {
  fc.assert(
    fc.property(texts, fc.array(texts), texts, fc.webUrl(), (intro, bullets, text, url) => {
      const document = descriptionOf({ intro, bullets, link: { text, url } });
      expect(valid(document)).toBe(true);
      const types = JSON.stringify(document).match(/"type":"(\w+)"/g) ?? [];
      expect(
        new Set(types.filter((type) => !/"(doc|paragraph|bulletList|listItem|text|hardBreak|link)"/.test(type))),
      ).toEqual(new Set());
    }),
    { seed: 20_261_122 },
  );
});

test('text of several paragraphs for a rich-text field', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(valid(adfOfText(text))).toBe(true);
    }),
    { seed: 20_261_122 },
  );
  expect(adfOfText('One\ntwo\n\nThree').content).toHaveLength(2);
});

test('only http addresses become links', () => {
  const document = descriptionOf({ intro: '', bullets: [], link: { text: 'Open', url: 'javascript:alert(1)' } });
  expect(JSON.stringify(document)).not.toMatch(/marks|javascript/);
});
