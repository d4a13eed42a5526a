import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { noVisibleLiterals } from './tests/guardrails/lint/no-visible-literals.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];
const scripts = ['**/*.mjs', '**/*.cjs'];
const tests = ['tests/**/*.ts', 'tests/**/*.tsx'];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a thing has one name everywhere.',
};
const noBarrel = { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has the idea.' };
const noAmbientNow = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Time is an argument.',
};

const budgets = (functionLines) => ({
  complexity: ['error', 10],
  'max-lines': ['error', 400],
  'max-lines-per-function': ['error', { max: functionLines, skipBlankLines: true, skipComments: true }],
});

export default defineConfig(
  { ignores: ['.cache/', '.local-site/', 'static/*/dist/', 'bench/results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...typescript, ...scripts],
    rules: {
      ...budgets(60),
      eqeqeq: 'error',
      'no-console': 'error',
      'no-control-regex': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noBarrel],
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // It takes every `unknown` for an object.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A port's method is async because another implementation awaits.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Our objects are closures; none of their methods reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['**/*.tsx'], rules: budgets(120) },
  {
    // Purity: what happened when, by whom, under which id is decided outside and handed in.
    files: ['src/domain/**/*.ts', 'src/contract/**/*.ts', 'src/app/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'process', 'setTimeout', 'setInterval', 'setImmediate', 'crypto', 'performance', 'globalThis'].map(
          (name) => ({
            name,
            message: 'The host hands this in.',
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
      ],
      'no-restricted-syntax': ['error', noDefaultExport, noBarrel, noAmbientNow],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\./)', message: 'domain/ imports nothing but itself, by relative path.' }] },
      ],
    },
  },
  {
    files: ['static/*/src/**/*.tsx', 'static/*/src/**/*.ts'],
    plugins: { sternlight: { rules: { 'no-visible-literals': noVisibleLiterals } } },
    rules: { 'sternlight/no-visible-literals': 'error' },
  },
  {
    files: tests,
    rules: {
      // A suite's callback is as long as its tests; what a test parses is what it asserts.
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: scripts,
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }] },
  },
  {
    // Programs speak; tools read a configuration as a default export.
    files: ['local/**/*.ts', 'bench/**/*.ts', '**/*.mjs', '**/*.cjs'],
    rules: { 'no-console': 'off' },
  },
  {
    // No tsconfig holds it: it runs in Node, beside a folder for browsers.
    files: ['**/vite.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['*.config.mjs', '**/vite.config.ts', '**/*-reporter.cjs', '**/*-reporter.mjs'],
    rules: { 'no-restricted-syntax': ['error', noBarrel] },
  },
);
