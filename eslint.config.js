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

/** In these patterns a # begins a comment, as in .gitignore. */
const plain = (pattern) => pattern.replace(/^#/, '\\#')

/** `files` must not import what matches; `types` may be imported as types only. */
function ban(files, { from = [], types = [], why }) {
  return {
    files,
    // A test may look at whatever proves its point.
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(from.length > 0 ? [{ group: from.map(plain), message: why }] : []),
            ...(types.length > 0
              ? [{ group: types.map(plain), allowTypeImports: true, message: `Types only. ${why}` }]
              : []),
          ],
        },
      ],
    },
  }
}

const edges = ['#server/http/**', '#server/sockets/**', '**/http/**', '**/sockets/**', 'koa', '@koa/*', 'socket.io']
/** What a browser does not have, and what must not weigh on a screen. */
const nodeAndServer = ['node:*', 'zod', 'kysely', 'better-sqlite3']
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
      // A route's or a test's function is async for its caller, whether it waits for anything or not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // ESLint sees a component, and what was read from a file, as `any`; svelte-check knows the first, and the test fails on the second.
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.test.ts', 'e2e/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  {
    // Koa's `next` is Promise<any>, and a middleware returns it.
    files: ['server/app.ts', 'server/http/**'],
    rules: { '@typescript-eslint/no-unsafe-return': 'off' },
  },
  {
    // Tests and benches put their own in the place of a browser's or a server's methods.
    files: ['e2e/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
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
    from: [...ways('db'), ...house, ...edges, '#server/**', '../*', 'node:*', 'kysely', 'better-sqlite3'],
    why: 'The domain is pure: it imports the contract only.',
  }),
  ban(['server/views/**'], {
    from: [...house, ...edges, '#server/commands/**', '**/commands/**', 'kysely', 'better-sqlite3'],
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
  // assets/sounds/*.ts are scripts that make the voice; they run in Node.
  ban(['assets/{hub,i18n,styles,ui}/**'], {
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
        // A number without the hub is issued by the very rule that the hub takes it back by.
        ...(screen === 'kiosk' ? ['!#domain/lease.ts'] : []),
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
