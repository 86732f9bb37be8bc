import { describe, expect, it } from 'vitest'
import type { DutyFace } from '#contract/views.ts'
import {
  ASK_AFTER,
  ASK_FOR,
  NUMBER_STAYS,
  NUMBER_STAYS_UNPRINTED,
  back,
  home,
  mayTryAgain,
  onCall,
  pageOf,
  present,
  quiet,
} from './flow.ts'
import type { Paper, Stage } from './flow.ts'

const order = { key: 'k'.repeat(32), body: { matter: 'roof-leak', class: 'normal' } }
const list = { at: 'committee', committee: 'service', page: 2 } as const
const matter: Stage = { at: 'matter', matter: 'roof-leak', from: list }
const number = (paper: Paper) => ({ at: 'number', paper, ticket: {} }) as Stage

describe('the way back', () => {
  it('leads from a matter to the page of the list that it was found on', () => {
    expect(back(matter)).toEqual(list)
    expect(back(list)).toEqual(home)
  })

  it('leads from a matter to the card that it was found on', () => {
    const card = {
      at: 'find',
      trail: [{ at: 'start' }, { at: 'card', about: { matter: 'lawyer' }, building: null }],
    } as const
    expect(back({ at: 'matter', matter: 'lawyer', from: card })).toEqual(card)
    expect(back(card)).toEqual(home)
  })

  it('leads from a card to the matter that it was opened on', () => {
    const card = { at: 'card', about: { matter: 'roof-leak' }, building: null } as const
    expect(back({ at: 'find', trail: [card], from: { at: 'matter', matter: 'roof-leak', from: list } })).toEqual(matter)
  })

  it('does not exist while a number is being taken', () => {
    expect(back({ at: 'taking', order })).toBeNull()
    expect(back(home)).toBeNull()
  })
})

describe('pages', () => {
  const all = Array.from({ length: 26 }, (_, index) => index)

  it('show everything once', () => {
    const { pages } = pageOf(all, 0, 12)
    expect(Array.from({ length: pages }, (_, page) => pageOf(all, page, 12).items).flat()).toEqual(all)
  })

  it('stay within the list when it has become shorter', () => {
    expect(pageOf(all, 9, 12).page).toBe(2)
    expect(pageOf(all, -1, 12).page).toBe(0)
    expect(pageOf([], 3, 12)).toEqual({ items: [], page: 0, pages: 1 })
  })
})

describe('silence', () => {
  it('asks after 45 seconds, for 15, and then ends the visit', () => {
    expect(quiet(matter, ASK_AFTER - 1)).toEqual({ is: 'fine' })
    expect(quiet(matter, ASK_AFTER)).toEqual({ is: 'asking', left: 15 })
    expect(quiet(matter, ASK_AFTER + ASK_FOR - 1)).toEqual({ is: 'asking', left: 1 })
    expect(quiet(matter, ASK_AFTER + ASK_FOR)).toEqual({ is: 'over' })
  })

  it('never asks at home, and never while the hub has the word', () => {
    expect(quiet(home, ASK_AFTER + 1000)).toEqual({ is: 'fine' })
    expect(quiet({ at: 'taking', order }, 10 * ASK_AFTER)).toEqual({ is: 'fine' })
  })

  it('leaves a number longer where there is no paper to take along', () => {
    expect(quiet(number('printed'), 3000)).toEqual({ is: 'counting', left: 22 })
    expect(quiet(number('printed'), NUMBER_STAYS)).toEqual({ is: 'over' })
    for (const paper of ['failed', 'none', 'printing'] as const) {
      expect(quiet(number(paper), NUMBER_STAYS)).toEqual({ is: 'counting', left: 35 })
      expect(quiet(number(paper), NUMBER_STAYS_UNPRINTED)).toEqual({ is: 'over' })
    }
  })
})

describe('who is here', () => {
  const shift = (id: string, kind: DutyFace['kind'], window: number | null, from = '08:00', until = '20:00') =>
    ({ id, kind, window, from: `2026-11-23T${from}:00.000Z`, until: `2026-11-23T${until}:00.000Z` }) as DutyFace
  const noon = Date.parse('2026-11-23T12:00:00.000Z')

  it('names the windows first and nobody who is elsewhere', () => {
    const duty = [
      shift('cadre', 'cadre', null),
      shift('two', 'window', 2),
      shift('one', 'window', 1),
      shift('round', 'patrol', null),
    ]
    expect(present([...duty, shift('late', 'window', 3, '13:00')], noon).map(({ id }) => id)).toEqual([
      'one',
      'two',
      'cadre',
    ])
  })

  it('finds who answers the telephone, up to the end of the shift', () => {
    const duty = [shift('tel', 'standby', null, '08:00', '12:00'), shift('night', 'standby', null, '12:00', '23:00')]
    expect(onCall(duty, noon).map(({ id }) => id)).toEqual(['night'])
  })
})

it('offers another try only where the same key may be sent again', () => {
  expect(mayTryAgain({ code: 'offline', facts: {} })).toBe(true)
  expect(mayTryAgain({ code: 'matter_unknown', facts: {} })).toBe(false)
})
