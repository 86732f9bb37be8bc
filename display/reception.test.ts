import { describe, expect, it } from 'vitest'
import type { DutyFace } from '#contract/views.ts'
import { receptionRows } from './reception.ts'

const name = { zh: '窗口', en: 'Window' }
const windows = [1, 2, 3].map((number) => ({ number, name }))
const on = (id: string, window: number | null, kind: DutyFace['kind'] = 'window'): DutyFace => ({
  id,
  name: `示例·${id}`,
  title: { zh: '社工', en: 'Social worker' },
  kind,
  from: '2026-11-23T00:30:00.000Z',
  until: '2026-11-23T09:00:00.000Z',
  window,
  colour: 'blue',
})
const shown = (duty: DutyFace[]) =>
  receptionRows(duty, windows).map(({ window, person }) => `${window ?? '-'} ${person?.id ?? 'nobody'}`)

describe('who receives today', () => {
  it('goes by windows, an empty one among them, then the others in the house', () => {
    expect(shown([on('zhao', null, 'cadre'), on('li', 3), on('chen', 1)])).toEqual([
      '1 chen',
      '2 nobody',
      '3 li',
      '- zhao',
    ])
  })

  it('promises no window where nobody is at any, and nobody who only answers the telephone', () => {
    expect(shown([on('sun', null, 'standby')])).toEqual([])
    expect(shown([on('gao', null, 'patrol'), on('sun', null, 'standby')])).toEqual(['- gao'])
  })
})
