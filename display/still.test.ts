import { describe, expect, it } from 'vitest'
import type { DutyFace, EventFace, HoursFace } from '#contract/views.ts'
import { dutyNow, eventsNow, hoursNow } from './still.ts'

const at = (time: string) => `2026-11-23T${time}:00.000Z`
const ms = (time: string) => Date.parse(at(time))

describe('what stays true without the hub', () => {
  const hours: HoursFace = {
    date: '2026-11-23',
    today: [{ from: '08:30', to: '20:00', kind: 'regular' }],
    reason: null,
    holiday: null,
    open: { kind: 'regular', until: at('12:00') },
    next: { at: at('23:30'), kind: 'regular' },
    lastNumberAt: at('12:00'),
    week: [],
    changesOn: null,
    uncovered: null,
    missing: null,
    proposal: null,
  }

  it('stops promising that the hall is open at the closing minute', () => {
    expect(hoursNow(hours, ms('11:59')).open).not.toBeNull()
    expect(hoursNow(hours, ms('12:00')).open).toBeNull()
  })

  it('stops announcing an opening that has come', () => {
    expect(hoursNow(hours, ms('23:29')).next).not.toBeNull()
    expect(hoursNow(hours, ms('23:30')).next).toBeNull()
  })

  it('names nobody whose duty is over or has not begun', () => {
    const duty = [
      { id: 'over', from: at('01:00'), until: at('06:00') },
      { id: 'now', from: at('06:00'), until: at('09:00') },
      { id: 'later', from: at('09:00'), until: at('12:00') },
    ] as DutyFace[]
    expect(dutyNow(duty, ms('06:00')).map(({ id }) => id)).toEqual(['now'])
  })

  it('shows what is on before what is next', () => {
    const events = [
      { id: 'next', startsAt: at('09:00'), endsAt: at('10:00') },
      { id: 'over', startsAt: at('01:00'), endsAt: at('02:00') },
      { id: 'on', startsAt: at('05:00'), endsAt: at('07:00') },
    ] as EventFace[]
    expect(eventsNow(events, ms('06:00')).map(({ id, on }) => `${id} ${on}`)).toEqual(['on true', 'next false'])
  })
})
