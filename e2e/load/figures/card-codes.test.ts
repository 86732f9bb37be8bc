import { describe, expect, it } from 'vitest'
import { readBack } from './card-codes.ts'

describe('codes on paper', () => {
  it('are read back from the printed raster, whoever the people are', async () => {
    expect(await readBack(10)).toEqual({ read: 10, asked: 10 })
  }, 60_000)
})
