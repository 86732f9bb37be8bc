// The typeface draws a curly apostrophe as wide as a Chinese sign: English texts have the straight one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const under = (folder: string, wanted: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => wanted.test(file) && !file.endsWith('.test.ts') && !file.includes('media/'))
    .map((file) => join(folder, file))
const files = [
  ...under('assets/i18n', /\.ts$/),
  ...['kiosk', 'phone', 'desk', 'display'].flatMap((screen) => under(screen, /(text|words)\.ts$/)),
  ...under('db/seed', /\.json$/),
]
/** Comments may have what they like. */
const isCurly = (line: string) => /[a-z]’/i.test(line.replace(/^\s*(\/\/|\/?\*).*/, ''))

it('English texts have straight apostrophes', () => {
  expect(files.length).toBeGreaterThan(30)
  const curly = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (isCurly(line) ? [`${file}:${at + 1}`] : [])),
  )
  expect(curly).toEqual([])
})
