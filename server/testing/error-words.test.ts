// Every code that the hub can answer with has a status and words in both languages.
import { describe, expect, it } from 'vitest'
import { explain, type Failure } from '#assets/i18n/errors.ts'
import { errorStatus, refuse, type ErrorCode, type ErrorFacts, type TicketNow } from '#contract/errors.ts'

const ticket: TicketNow = { id: 'x', label: 'B007', state: 'called', version: 3, window: 2 }
const facts: ErrorFacts = {
  appointment_cancelled: { at: '2026-11-24T00:30:00.000Z' },
  appointment_other_day: { at: '2026-11-24T00:30:00.000Z' },
  body_invalid: { issues: [{ path: 'matter', message: 'empty' }] },
  body_too_large: { limit: 65_536 },
  file_too_large: { limit: 100_000_000 },
  call_unproven: { label: 'B007', proven: 0, needed: 1 },
  cap_refused: { fault: 'expired', element: 'expires' },
  closing_not_yet: { from: null },
  classes_full: { most: 6 },
  hall_emergency: { hazard: 'fire' },
  hall_closed: { next: '2026-11-24T00:30:00.000Z', from: '08:30' },
  lane_in_use: { matters: 3, open: 2, booked: 0 },
  notice_changed: { version: 2, state: 'submitted' },
  people_in_use: { name: '陈示例' },
  people_reference: { where: '陈示例', what: 'b9' },
  photo_refused: { why: 'shape' },
  sheet_refused: { why: 'missing', name: '示例' },
  holidays_wrong: { line: 3 },
  hours_changed: { version: 2 },
  pin_wrong: { left: 4 },
  rest_short: { minutes: 60, asked: 120 },
  shift_clash: { person: 'chen', from: '2026-11-24T00:30:00.000Z', until: '2026-11-24T08:30:00.000Z' },
  room_taken: {
    room: { zh: '议事室', en: 'Deliberation room' },
    title: { zh: '例会', en: 'Meeting' },
    startsAt: '2026-11-24T00:30:00.000Z',
    endsAt: '2026-11-24T01:30:00.000Z',
    wantedAt: '2026-11-24T00:30:00.000Z',
  },
  signups_stand: { people: 3, startsAt: '2026-11-24T00:30:00.000Z' },
  step_illegal: ticket,
  ticket_changed: ticket,
  too_many_requests: { retryAfter: 30 },
  undo_overtaken: ticket,
  window_busy: ticket,
  window_in_use: { staff: '陈示例', holds: ['B007'] },
  window_number_taken: { number: 2 },
  window_taken: { staff: '陈示例' },
}
const codes = Object.keys(errorStatus) as ErrorCode[]
const failure = (code: ErrorCode) => ({ code, facts: facts[code as keyof ErrorFacts] ?? {} }) as Failure

describe.each([...codes, 'offline'] as const)('%s', (code) => {
  it('is said in Chinese and in English, without a gap', () => {
    const { zh, en } = explain(code === 'offline' ? { code, facts: {} } : failure(code))
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/[a-z]{2}/)
    expect(en).not.toMatch(/\p{Script=Han}(?<!陈|示|例)/u)
    for (const text of [zh, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object|\{|\}/)
  })
})

describe('a refusal', () => {
  it('has a status that says whose turn it is: 4xx for the asker, 503 to try again, 500 for a bug', () => {
    for (const code of codes) {
      const status = errorStatus[code]
      if (status >= 500) expect(['internal', 'hub_stopping', 'storage_full']).toContain(code)
      else expect(status).toBeGreaterThanOrEqual(400)
    }
  })

  it('carries its facts, or none', () => {
    expect(refuse('pin_wrong', { left: 3 })).toEqual({ ok: false, refusal: { code: 'pin_wrong', facts: { left: 3 } } })
    expect(refuse('queue_empty')).toEqual({ ok: false, refusal: { code: 'queue_empty', facts: {} } })
  })

  it('tells where a ticket is now, with and without a window', () => {
    expect(explain({ code: 'ticket_changed', facts: ticket }).zh).toContain('B007')
    expect(explain({ code: 'ticket_changed', facts: ticket }).zh).toContain('2')
    const { zh } = explain({ code: 'step_illegal', facts: { ...ticket, state: 'left', window: null } })
    expect(zh).toContain('已离开')
  })
})
