// Lint: sound TypeScript and Svelte, and who may import whom (the picture in README, "The shape"). Form is Prettier's alone.
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const screens = ['kiosk', 'display', 'desk', 'phone']

/** Names under which a folder of the house can be imported: its alias, and any relative path into it. */
const ways = (folder) => [`#${folder}/**`, `**/${folder}/**`]
const inside = (folder) => [`#${folder}/**`, `**/server/${folder}/**`]

/** `files` must not import what matches; `types` may be imported as types only. */
function ban(files, { from = [], types = [], why }) {
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(from.length > 0 ? [{ group: from, message: why }] : []),
            ...(types.length > 0 ? [{ group: types, allowTypeImports: true, message: `Types only. ${why}` }] : []),
          ],
        },
      ],
    },
  }
}

const edges = ['#server/http/**', '#server/sockets/**', '**/http/**', '**/sockets/**', 'koa', '@koa/*', 'socket.io']
const nodeAndServer = [/* a screen runs in a browser */ 'node:*', 'zod', 'kysely', 'better-sqlite3']
const house = [...screens, 'assets', 'e2e'].flatMap(ways)

export default ts.config(
  { ignores: ['dist/', 'data/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js'] }, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['assets/public/sw.js'], languageOptions: { globals: globals.serviceworker } },
  { files: ['**/*.mjs', '*.js'], languageOptions: { globals: globals.node } },
  { files: ['**/*.{js,mjs}'], extends: [ts.configs.disableTypeChecked] },

  // Leaf first.
  ban(['server/contract/**'], {
    from: ['../*', '#*/**'],
    why: 'The contract is a leaf: it imports nothing of the house.',
  }),
  ban(['server/domain/**'], {
    from: [
      ...ways('db'),
      ...house,
      ...edges,
      '#server/**',
      '../*',
      '!../contract',
      'node:*',
      'kysely',
      'better-sqlite3',
    ],
    why: 'The domain is pure: it imports the contract only.',
  }),
  ban(['server/views/**'], {
    from: [...house, ...edges, 'kysely', 'better-sqlite3'],
    types: ways('db'),
    why: 'Views are pure: contract and domain, and the types of the facts.',
  }),
  ban(['db/**'], {
    from: [...house, '#server/**', '**/server/**'],
    why: 'The database knows the contract and the domain, and nothing of the server.',
  }),
  ban(['server/commands/**'], {
    from: [...house, ...edges],
    why: 'Commands are given what they need: they know neither HTTP nor sockets.',
  }),
  ban(['server/http/**', 'server/sockets/**'], { from: house, why: 'The server does not import screens.' }),
  ban(['assets/**'], {
    from: [...screens.flatMap(ways), ...ways('db'), ...ways('e2e'), '#server/**', '#domain/**', ...nodeAndServer],
    types: inside('contract'),
    why: 'What all screens share leans on the contract’s types alone.',
  }),
  ...screens.map((screen) =>
    ban([`${screen}/**`], {
      from: [
        ...screens.filter((other) => other !== screen).flatMap(ways),
        ...ways('db'),
        ...ways('e2e'),
        '#server/**',
        '#domain/**',
        '**/server/**',
        ...nodeAndServer,
      ],
      types: inside('contract'),
      why: 'A screen imports its own folder, assets, and types of the contract.',
    }),
  ),
  prettier,
  ...svelte.configs.prettier,
)
