// ESLint rule: what a person can read or hear comes from the message catalogue, never from a literal.

/** Attributes whose value somebody reads or hears. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'heading',
  'hint',
  'label',
  'placeholder',
  'title',
]);

const hasLetters = (text) => /\p{L}/u.test(text);

const both = (node) => [node.left, node.right].flatMap(visibleLiterals);

/** By kind of expression, the literals it may come out as: `a ? 'x' : y` is 'x', `` `${n} left` `` is ' left'. */
const LITERALS_OF = {
  Literal: (node) => (typeof node.value === 'string' && hasLetters(node.value) ? [node] : []),
  TemplateLiteral: (node) => (node.quasis.some((quasi) => hasLetters(quasi.value.cooked ?? '')) ? [node] : []),
  ConditionalExpression: (node) => [node.consequent, node.alternate].flatMap(visibleLiterals),
  LogicalExpression: both,
  BinaryExpression: (node) => (node.operator === '+' ? both(node) : []),
  JSXExpressionContainer: (node) => visibleLiterals(node.expression),
};

function visibleLiterals(node) {
  return LITERALS_OF[node?.type]?.(node) ?? [];
}

/** Reports JSX text, child expressions and spoken attributes that hold letters. */
export const noVisibleLiterals = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: 'A text people see belongs in the message catalogue, so that it can be translated.' },
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'literal' });
    return {
      JSXText(node) {
        if (hasLetters(node.value)) report(node);
      },
      'JSXElement > JSXExpressionContainer, JSXFragment > JSXExpressionContainer'(node) {
        visibleLiterals(node).forEach(report);
      },
      JSXAttribute(node) {
        if (SPOKEN.has(node.name.name)) visibleLiterals(node.value).forEach(report);
      },
      'AssignmentExpression[left.object.name="document"][left.property.name="title"]'(node) {
        visibleLiterals(node.right).forEach(report);
      },
    };
  },
};
