import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const wall = (message, ...group) => ({ group, message })

const pure = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the date as an argument.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Take the date as an argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Rules are deterministic.' },
  { selector: 'CallExpression[callee.name=/^(parseFloat|Number)$/]', message: 'Use parseExact.' },
  { selector: "CallExpression[callee.property.name='toLocaleString']", message: 'Formatting belongs to the add-in.' },
]

/** Which room may open which door. docs/architecture.md draws the same picture. */
export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/data'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  { files: ['**/*.config.{ts,js}'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['shared-rules/src/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.|zod$|canonicalize$|@noble/hashes/|#sha256$)',
              message: 'shared-rules imports zod, hashing and itself, nothing else.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', { name: 'Intl', message: 'Formatting for people belongs to the add-in.' }],
      'no-restricted-syntax': ['error', ...pure],
    },
  },
  { files: ['shared-rules/src/hashing/sha256.node.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['service/src/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [wall('The service knows nothing of the add-in.', '@kaohe/addin', '**/addin/src/**')] },
      ],
    },
  },
  {
    files: ['service/src/**'],
    ignores: ['service/src/main.ts', 'service/src/cli/**', '**/*.test.ts', 'service/src/testing/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config.ts is handed the environment, once.' },
        { object: 'Date', property: 'now', message: 'The clock is a dependency.' },
      ],
    },
  },
  {
    files: ['service/src/workbooks/reading/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@kaohe/shared-rules',
              allowTypeImports: true,
              message: 'Workers load `@kaohe/shared-rules/recognition`: the whole takes longer than a file.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['addin/src/**'],
    extends: [hooks.configs.flat.recommended],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@kaohe/service/api'], allowTypeImports: true, message: 'Only as `import type`.' },
            wall(
              'The service shows the add-in its API type and nothing more.',
              '@kaohe/service',
              '@kaohe/service/*',
              '!@kaohe/service/api',
              '**/service/src/**',
            ),
          ],
        },
      ],
    },
  },
  {
    files: ['addin/src/features/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [wall('Features do not import each other; App puts them together.', '../[a-z]*/**', '!../../**')] },
      ],
    },
  },
  {
    files: ['addin/src/**'],
    ignores: ['addin/src/workbook/excel-*.ts', 'addin/src/main.tsx'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Excel', 'Office', 'OfficeExtension'].map((name) => ({ name, message: 'Ask the Workbook port.' })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSQualifiedName[left.name=/^(Excel|Office)/]', message: 'Ask the Workbook port.' },
      ],
    },
  },
)
