import * as v from 'valibot';
import type { Clause, Field, Operand, Query } from '@atlaskit/jql-ast';
import { JiraError, refuse } from '../errors';
import { checkJql, parseJql } from '../jql/search';
import { ok, operation, q } from '../operation';
import { READ_WORK } from '../scope-sets';
import type { Actor, Site } from '../site';

function fieldOf(field: Field): Record<string, unknown> {
  const properties = (field.properties ?? []).map(({ key, path }) => ({
    entity: field.value.split('.')[0],
    key: key?.value ?? '',
    path: (path ?? []).map((part) => part.value.replace(/^\./, '')).join('.'),
  }));
  return { name: field.value, encodedName: field.text, ...(properties.length > 0 ? { property: properties } : {}) };
}

function operandOf(operand: Operand): Record<string, unknown> {
  switch (operand.operandType) {
    case 'keyword':
      return { keyword: operand.value, encodedOperand: operand.value };
    case 'list':
      return {
        values: operand.values.map(operandOf),
        encodedOperand: `(${operand.values.map((value) => String(operandOf(value)['encodedValue'] ?? operandOf(value)['encodedOperand'])).join(', ')})`,
      };
    case 'function': {
      const args = operand.arguments.map((argument) => argument.value);
      return {
        function: operand.function.value,
        arguments: args,
        encodedOperand: `${operand.function.text}(${args.join(', ')})`,
      };
    }
    default:
      return { value: operand.value, encodedValue: operand.text };
  }
}

/** A clause as Jira shows it: OpenAPI schemas CompoundClause, FieldValueClause and their kin. */
function clauseOf(clause: Clause): Record<string, unknown> {
  if (clause.clauseType === 'not') return { operator: 'not', clauses: [clauseOf(clause.clause)] };
  if (clause.clauseType === 'compound')
    return { operator: clause.operator.value, clauses: clause.clauses.map(clauseOf) };
  const predicates = clause.predicates.map(({ operator, operand }) => ({
    operator: operator.value,
    ...(operand ? { operand: operandOf(operand) } : {}),
  }));
  return {
    field: fieldOf(clause.field),
    operator: clause.operator?.value,
    ...(clause.operand ? { operand: operandOf(clause.operand) } : {}),
    ...(predicates.length > 0 ? { predicates } : {}),
  };
}

const structureOf = (query: Query): Record<string, unknown> => ({
  ...(query.where ? { where: clauseOf(query.where) } : {}),
  ...(query.orderBy
    ? {
        orderBy: {
          fields: query.orderBy.fields.map(({ field, direction }) => ({
            field: fieldOf(field),
            ...(direction ? { direction: direction.value.toLowerCase() } : {}),
          })),
        },
      }
    : {}),
});

function parseOne(site: Site, actor: Actor, query: string, validation: string): Record<string, unknown> {
  const { query: ast, errors: syntax } = parseJql(query);
  const errors = syntax.map((problem) => `Error in the JQL Query: ${problem.message}`);
  if (errors.length > 0 || !ast) return { query, errors };
  const structure = structureOf(ast);
  const complaints = validation === 'none' ? [] : complaintsAbout(site, actor, query);
  if (complaints.length === 0) return { query, structure };
  return validation === 'strict' ? { query, errors: complaints } : { query, structure, warnings: complaints };
}

function complaintsAbout(site: Site, actor: Actor, query: string): string[] {
  try {
    checkJql(site, actor, query);
    return [];
  } catch (problem) {
    if (problem instanceof JiraError) return (problem.body as { errorMessages: string[] }).errorMessages;
    throw problem;
  }
}

export const jqlOperations = [
  operation({
    method: 'POST',
    path: '/rest/api/3/jql/parse',
    scopes: READ_WORK,
    writes: false,
    query: { validation: q.text },
    body: v.strictObject({ queries: v.pipe(v.array(v.string()), v.minLength(1)) }),
    handle({ site, actor, query, body }) {
      const validation = query.validation ?? 'strict';
      if (!['strict', 'warn', 'none'].includes(validation))
        throw refuse(400, `Validation '${validation}' is not one of strict, warn, none.`);
      return ok({ queries: body.queries.map((jql) => parseOne(site, actor, jql, validation)) });
    },
  }),
];
