import jsep from 'jsep';

/** The expression could not be evaluated; `onError` of the filter decides what follows. */
export class ExpressionError extends Error {}

type Scope = Record<string, unknown>;
type Node = jsep.Expression;
type Evaluate = (node: never, scope: Scope) => unknown;

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

const COMPARE: Record<string, (left: unknown, right: unknown) => boolean> = {
  '==': (left, right) => (isNothing(left) ? isNothing(right) : left === right),
  '!=': (left, right) => (isNothing(left) ? !isNothing(right) : left !== right),
  '<': (left, right) => (left as number) < (right as number),
  '<=': (left, right) => (left as number) <= (right as number),
  '>': (left, right) => (left as number) > (right as number),
  '>=': (left, right) => (left as number) >= (right as number),
};

function member(node: jsep.MemberExpression, scope: Scope): unknown {
  const target = evaluate(node.object, scope);
  const name = node.computed ? evaluate(node.property, scope) : (node.property as jsep.Identifier).name;
  // an entity property that cannot be resolved is null, and so is what lies beneath it
  if (isNothing(target)) return null;
  const found = (target as Record<string, unknown>)[String(name)];
  return found === undefined ? null : found;
}

function binary(node: jsep.BinaryExpression, scope: Scope): unknown {
  if (node.operator === '&&') return evaluate(node.left, scope) === true && evaluate(node.right, scope);
  if (node.operator === '||') return evaluate(node.left, scope) === true || evaluate(node.right, scope);
  const compare = COMPARE[node.operator];
  if (!compare) throw new ExpressionError(`The operator ${node.operator} is not supported.`);
  return compare(evaluate(node.left, scope), evaluate(node.right, scope));
}

function unary(node: jsep.UnaryExpression, scope: Scope): unknown {
  if (node.operator !== '!') throw new ExpressionError(`The operator ${node.operator} is not supported.`);
  return evaluate(node.argument, scope) !== true;
}

function call(node: jsep.CallExpression, scope: Scope): unknown {
  const callee = node.callee as jsep.MemberExpression;
  const method = callee.type === 'MemberExpression' ? (callee.property as jsep.Identifier).name : '';
  if (method !== 'includes') throw new ExpressionError(`The function ${method} is not supported.`);
  const target = evaluate(callee.object, scope);
  const [wanted] = node.arguments.map((argument) => evaluate(argument, scope));
  return (typeof target === 'string' || Array.isArray(target)) && (target as unknown[]).includes(wanted);
}

function identifier(node: jsep.Identifier, scope: Scope): unknown {
  if (!(node.name in scope)) throw new ExpressionError(`Unknown name ${node.name}.`);
  return scope[node.name];
}

const NODES: Record<string, Evaluate> = {
  Literal: (node: jsep.Literal) => node.value,
  Identifier: identifier,
  MemberExpression: member,
  BinaryExpression: binary,
  LogicalExpression: binary,
  UnaryExpression: unary,
  CallExpression: call,
  ArrayExpression: (node: jsep.ArrayExpression, scope: Scope) =>
    node.elements.map((element) => (element ? evaluate(element, scope) : null)),
  ConditionalExpression: (node: jsep.ConditionalExpression, scope: Scope) =>
    evaluate(node.test, scope) === true ? evaluate(node.consequent, scope) : evaluate(node.alternate, scope),
};

function evaluate(node: Node, scope: Scope): unknown {
  const rule = NODES[node.type];
  if (!rule) throw new ExpressionError(`${node.type} is not supported.`);
  return rule(node as never, scope);
}

/**
 * The small part of Jira expressions that event filters need: names, members, comparison, logic, `includes`.
 * Throws ExpressionError on the rest, so that a filter we cannot judge is never silently right.
 */
export function evaluateExpression(text: string, scope: Scope): unknown {
  try {
    return evaluate(jsep(text), scope);
  } catch (error) {
    throw error instanceof ExpressionError ? error : new ExpressionError(String(error));
  }
}
