// `npm test`: format, lint, types, unit and hub tests, then journeys and faults in a real Chromium. Ends in one line that counts them.
// `npm test -- unit browser` runs only these steps. Plain JavaScript, so that it runs as it is.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { advice, installBrowser } from './install-browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, 'test-results')
const HANGS_AFTER = 45 * 60_000

const config = join('e2e', 'playwright.config.ts')
const steps = {
  build,
  format: () => check('prettier', '--check', '--log-level', 'warn', '.'),
  lint: () => check('eslint', '.'),
  types: () => check('tsc', '--noEmit'),
  screens: () => check('svelte-check', '--fail-on-warnings', '--output', 'human'),
  unit,
  browser,
}

/** Runs a program with its output on this terminal. Resolves with its exit status. */
function run(program, ...args) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
    const hung = setTimeout(() => child.kill('SIGKILL'), HANGS_AFTER)
    child.once('error', (error) => {
      console.error(error.message)
      done(1)
    })
    child.once('exit', (status, signal) => {
      clearTimeout(hung)
      if (signal) console.error(`${program} was ended by ${signal}.`)
      done(status ?? 1)
    })
  })
}

const tool = (name, ...args) => run(join(root, 'node_modules/.bin', name), ...args)

const PASSED = { passed: 1, failed: 0 }
const FAILED = { passed: 0, failed: 1 }

async function check(name, ...args) {
  return (await tool(name, ...args)) === 0 ? PASSED : FAILED
}

/** Unit tests that start a hub, and all browser tests, run what is built. */
async function build() {
  return (await run(process.execPath, join(root, 'server/start.mjs'), '--build-only')) === 0 ? PASSED : FAILED
}

/** What a report says; null where a tool fell over before it could write one. */
function read(file) {
  const path = join(reports, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** A tool that says "failed" without a failed test fell over somewhere else: that counts as one. */
const honest = (status, { passed, failed }) => ({ passed, failed: status !== 0 && failed === 0 ? 1 : failed })

async function unit() {
  const report = join(reports, 'vitest.json')
  const status = await tool(
    'vitest',
    'run',
    '--maxWorkers=2',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  const said = read('vitest.json')
  if (!said) return FAILED
  // A file that does not load has no tests to count.
  const broken = said.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return honest(status, { passed: said.numPassedTests, failed: said.numFailedTests + broken.length })
}

async function browser() {
  const chromium = installBrowser()
  if (!chromium) {
    const failed = await countBrowserTests()
    console.error(`\n${advice}`)
    return { passed: 0, failed }
  }
  process.env.CHROMIUM_PATH = chromium
  const status = await tool('playwright', 'test', '--config', config)
  const said = read('playwright.json')
  if (!said) return FAILED
  const { expected, flaky, unexpected } = said.stats
  return honest(status, { passed: expected + flaky, failed: unexpected })
}

/** Tests that cannot run have not passed. */
async function countBrowserTests() {
  await tool('playwright', 'test', '--config', config, '--list')
  const count = ({ suites = [], specs = [] }) => suites.reduce((sum, suite) => sum + count(suite), specs.length)
  return count(read('playwright.json') ?? {}) || 1
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in steps))
if (unknown.length > 0) {
  const asks = unknown.includes('--help') || unknown.includes('-h')
  console[asks ? 'log' : 'error'](
    `npm test [-- ${Object.keys(steps).join(' | ')} …]     all of them, or those that are named`,
  )
  process.exit(asks ? 0 : 2)
}

rmSync(reports, { recursive: true, force: true })
let passed = 0
let failed = 0
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const began = performance.now()
  console.log(`\n── ${name}`)
  const counted = await step()
  passed += counted.passed
  failed += counted.failed
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`── ${name}: ${counted.passed} passed, ${counted.failed} failed, ${seconds} s`)
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
