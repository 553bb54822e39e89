import importX from 'eslint-plugin-import-x'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import tseslint from 'typescript-eslint'

const inside = (...folders) => folders.map((folder) => `./${folder}/**/*`)
const zone = (target, from, except, message) => ({ target: inside(target), from: inside(...from), except, message })

/** Who may import whom: docs/decisions/0008. `lib` knows nobody; the engines know `lib`; only the wiring files wire. */
const zones = [
  zone('src/lib', ['src/!(lib)', 'collections', 'campaigns', 'media'], [], 'lib imports only itself'),
  zone('campaigns', ['src/!(lib)', 'collections', 'media'], [], 'campaigns import lib and types only'),
  zone('media', ['src/!(lib)', 'collections', 'campaigns'], [], 'media imports lib and types only'),
  zone(
    'src/analytics',
    ['src/!(lib|analytics)', 'collections', 'campaigns', 'media'],
    [],
    'analytics imports lib and types only',
  ),
  zone('collections', ['src/!(lib)'], [], 'collections import lib and the pure lifecycle files'),
]

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      '.next',
      'var',
      'src/migrations',
      'src/payload-types.ts',
      'src/app',
      'next-env.d.ts',
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'collections/**/*.ts', 'media/**/*.ts', 'campaigns/**/*.ts'],
    rules: {
      // Types are free to travel; values are not.
      '@typescript-eslint/no-restricted-imports': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'src/env.ts is the only reader' },
      ],
    },
  },
  {
    files: ['src/lib/**', 'campaigns/**', 'media/**', 'src/analytics/**', 'collections/**'],
    rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
  },
  {
    files: ['src/env.ts', 'src/secrets.ts', 'src/http/next.ts', '**/*.mjs', 'test/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
)
