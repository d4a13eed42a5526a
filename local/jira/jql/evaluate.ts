import type { Clause, Field, Operand, Property, TerminalClause } from '@atlaskit/jql-ast';
import type { Issue } from '../model/issues';
import { sprintsOf } from '../model/sprints';
import { refuse } from '../errors';
import { noSuchField, noSuchValue, notSupported, type JqlContext } from './context';
import { jqlField, type JqlField } from './fields';
import { aliasField, propertyField } from './property-fields';
import { dayOf, momentFunction, parseMoment } from './time';

export type Test = (issue: Issue) => boolean;

/** One value of the right hand side; undefined stands for EMPTY. */
type Literal = string | number | undefined;

const SPRINT_STATES: Record<string, string> = {
  opensprints: 'active',
  closedsprints: 'closed',
  futuresprints: 'future',
};

function propertyNamed({ value }: Field, property: Property, context: JqlContext): JqlField {
  const key = property.key?.value ?? '';
  const path = (property.path ?? []).map((part) => part.value.replace(/^\./, '')).join('.');
  const found = propertyField(key, path, context);
  if (!found) throw noSuchField(`${value}[${key}].${path}`);
  return found;
}

/** The field a clause is about. 400 when there is none, or a property nobody declared. */
export function resolveField(field: Field, context: JqlContext): JqlField {
  const property = field.properties?.[0];
  if (property) return propertyNamed(field, property, context);
  const found = jqlField(field.value) ?? aliasField(field.value, context);
  if (!found) throw noSuchField(field.value);
  return found;
}

function callFunction(name: string, args: string[], field: JqlField, context: JqlContext): Literal[] {
  const lower = name.toLowerCase();
  if (lower === 'currentuser') return [context.actor.accountId];
  const state = SPRINT_STATES[lower];
  if (state)
    return sprintsOf(context.site)
      .filter((sprint) => sprint.state === state)
      .map((sprint) => String(sprint.id));
  const at = momentFunction(lower, args[0], context);
  if (at === undefined) throw notSupported(`The JQL function '${name}'`);
  return [field.kind === 'day' ? dayOf(at, context) : at];
}

function literal(text: string, field: JqlField, context: JqlContext): Literal {
  if (field.kind === 'moment' || field.kind === 'day') {
    const at = parseMoment(text, context);
    if (at === undefined)
      throw refuse(
        400,
        `Date value '${text}' for field '${field.name}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
      );
    return field.kind === 'day' ? dayOf(at, context) : at;
  }
  if (field.kind !== 'number') {
    if (field.knows && !field.knows(text, context)) throw noSuchValue(text, field.name);
    return text;
  }
  if (Number.isNaN(Number(text))) throw noSuchValue(text, field.name);
  return Number(text);
}

function literals(operand: Operand, field: JqlField, context: JqlContext): Literal[] {
  switch (operand.operandType) {
    case 'keyword':
      return [undefined];
    case 'list':
      return operand.values.flatMap((entry) => literals(entry, field, context));
    case 'function':
      return callFunction(
        operand.function.value,
        operand.arguments.map((argument) => argument.value),
        field,
        context,
      );
    default:
      return field.name === 'resolution' && operand.value.toLowerCase() === 'unresolved'
        ? [undefined]
        : [literal(operand.value, field, context)];
  }
}

const MINUTE = 60_000;

function equal(field: JqlField, own: string | number, wanted: Literal): boolean {
  if (field.kind === 'moment') return Math.floor(Number(own) / MINUTE) === Math.floor(Number(wanted) / MINUTE);
  return String(own).toLowerCase() === String(wanted).toLowerCase();
}

const isIn = (field: JqlField, own: (string | number)[], wanted: Literal[]): boolean =>
  wanted.some((value) => (value === undefined ? own.length === 0 : own.some((entry) => equal(field, entry, value))));

function compare(operator: string, own: string | number, wanted: string | number): boolean {
  const [a, b] = typeof wanted === 'number' ? [Number(own), wanted] : [String(own), wanted];
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

/** Jira's text search in small: every word of the query occurs, `*` stands for the rest of a word, quotes for a phrase. */
function containsText(own: (string | number)[], query: string): boolean {
  const text = own.join('\n').toLowerCase();
  const phrase = /^"(.*)"$/.exec(query.trim())?.[1];
  if (phrase !== undefined) return text.includes(phrase.toLowerCase());
  const words = new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
  return (query.toLowerCase().match(/[\p{L}\p{N}]+\*?/gu) ?? []).every((word) =>
    word.endsWith('*') ? [...words].some((candidate) => candidate.startsWith(word.slice(0, -1))) : words.has(word),
  );
}

/** `<` and its kin. A named value of an ordered field (priority) is compared by its place. */
function ordered(field: JqlField, operator: string, [wanted]: Literal[], context: JqlContext): Test {
  const { placeOf, order } = field;
  const bound = placeOf && order ? placeOf(String(wanted)) : wanted;
  if (bound === undefined) return () => false;
  const read = (issue: Issue): (string | number | undefined)[] =>
    placeOf && order ? [order(issue, context)] : field.read(issue, context);
  return (issue) => read(issue).some((own) => own !== undefined && compare(operator, own, bound));
}

/** Which fields an operator is for; the rest (`=`, `in` and their opposites) is for all but text and rank. */
const FITS: { operators: string[]; fits(field: JqlField): boolean }[] = [
  { operators: ['~', '!~'], fits: ({ kind }) => kind === 'text' || kind === 'choice' },
  {
    operators: ['<', '<=', '>', '>='],
    fits: ({ kind, placeOf }) => ['moment', 'day', 'number'].includes(kind) || placeOf !== undefined,
  },
  { operators: ['is', 'is not'], fits: ({ kind }) => kind !== 'rank' },
];

function refuseUnfit(field: JqlField, operator: string): void {
  const fits =
    FITS.find(({ operators }) => operators.includes(operator))?.fits ??
    ((kind: JqlField) => kind.kind !== 'rank' && kind.kind !== 'text');
  if (!fits(field)) throw refuse(400, `The operator '${operator}' is not supported by the '${field.name}' field.`);
}

type Maker = (field: JqlField, operator: string, wanted: Literal[], context: JqlContext) => Test;

const oneOf: Maker = (field, _operator, wanted, context) => (issue) => isIn(field, field.read(issue, context), wanted);
/** An empty field is never "not X"; only "not EMPTY" is about emptiness. */
const noneOf: Maker = (field, _operator, wanted, context) => (issue) => {
  const own = field.read(issue, context);
  return own.length > 0 && !isIn(field, own, wanted);
};

const MAKERS: Record<string, Maker> = {
  '=': oneOf,
  in: oneOf,
  is: oneOf,
  '!=': noneOf,
  'not in': noneOf,
  'is not': noneOf,
  '<': ordered,
  '<=': ordered,
  '>': ordered,
  '>=': ordered,
};

function textual(field: JqlField, operator: string, operand: Operand, context: JqlContext): Test {
  if (operand.operandType !== 'value') throw notSupported('A text search for something else than text');
  return (issue) => containsText(field.read(issue, context), operand.value) === (operator === '~');
}

function terminal(clause: TerminalClause, context: JqlContext): Test {
  const operator = clause.operator?.value ?? '';
  const { operand } = clause;
  if (!operand || clause.predicates.length > 0) throw notSupported(`The JQL operator '${operator}'`);
  const field = resolveField(clause.field, context);
  refuseUnfit(field, operator);
  if (operator === '~' || operator === '!~') return textual(field, operator, operand, context);
  const make = MAKERS[operator];
  if (!make) throw notSupported(`The JQL operator '${operator}'`);
  return make(field, operator, literals(operand, field, context), context);
}

/** A test of issues made of a clause; every name and value in it is checked now, not when the first issue comes. */
export function compile(clause: Clause, context: JqlContext): Test {
  if (clause.clauseType === 'terminal') return terminal(clause, context);
  if (clause.clauseType === 'not') {
    const inner = compile(clause.clause, context);
    return (issue) => !inner(issue);
  }
  const parts = clause.clauses.map((part) => compile(part, context));
  return clause.operator.value === 'and'
    ? (issue) => parts.every((part) => part(issue))
    : (issue) => parts.some((part) => part(issue));
}
