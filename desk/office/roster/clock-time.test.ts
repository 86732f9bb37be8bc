// Times as clerks type them.
import { expect, it } from 'vitest'
import { clockTime } from './clock-time.ts'

it.each([
  ['14:36', '14:36'],
  ['1436', '14:36'],
  ['930', '09:30'],
  ['9：05', '09:05'],
  ['14点36分', '14:36'],
  [' 8.15 ', '08:15'],
  ['24:00', null],
  ['12:75', null],
  ['9', null],
  ['', null],
] as const)('%s is %s', (typed, time) => {
  expect(clockTime(typed)).toBe(time)
})
