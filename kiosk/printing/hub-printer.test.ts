import { describe, expect, it } from 'vitest'
import type { Answer } from '#assets/hub/intent.ts'
import type { JobFace, JobState, Picture } from '#contract/printing.ts'
import { HubPrinter, type HubPorts } from './hub-printer.ts'
import type { PrintedTicket, TicketPrinter } from './printer.ts'

const ticket = { id: 't1', label: 'B010' } as PrintedTicket
const dots: Picture = { width: 576, height: 1, dots: 'AAAA' }
const browser: TicketPrinter = { print: async () => 'printed' }

const job = (state: JobState): Answer<{ job: JobFace }> => ({
  ok: true,
  value: { job: { id: 'j1', printer: '', about: 'B010', state, trouble: null, at: '' } },
})

/** A hub whose printer goes through these states; `first` is its answer to being asked. */
function hub(
  states: JobState[],
  first?: 'printer_none' | 'picture_needed' | 'offline',
  picture: Picture | null = dots,
) {
  const asked: object[] = []
  const ports: HubPorts = {
    ask: async (body) => {
      asked.push(body)
      return first && !('picture' in body) ? { ok: false, code: first, facts: {} } : job('queued')
    },
    look: async () => job(states.shift() ?? 'printing'),
    picture: async () => picture,
    pause: async () => {},
  }
  return { ports, asked }
}

describe('the hub’s printer', () => {
  it('says printed when the printer said so, and not before', async () => {
    expect(await new HubPrinter(null, hub(['queued', 'printing', 'done']).ports).print(ticket)).toBe('printed')
  })

  it.each(['failed', 'expired', 'broken_off'] as const)('says failed of a job that %s', async (state) => {
    expect(await new HubPrinter(browser, hub(['queued', state]).ports).print(ticket)).toBe('failed')
  })

  it('does not wait for ever', async () => {
    expect(await new HubPrinter(browser, hub([]).ports).print(ticket)).toBe('failed')
  })

  it('leaves it to the browser where the hub has no printer for this kiosk', async () => {
    expect(await new HubPrinter(browser, hub([], 'printer_none').ports).print(ticket)).toBe('printed')
    expect(await new HubPrinter(null, hub([], 'printer_none').ports).print(ticket)).toBe('none')
  })

  it('does not print twice: a hub that does not answer may have printed', async () => {
    expect(await new HubPrinter(browser, hub([], 'offline').ports).print(ticket)).toBe('failed')
  })

  it('sends a picture where the printer needs one, and none that cannot be read back', async () => {
    const good = hub(['done'], 'picture_needed')
    expect(await new HubPrinter(null, good.ports).print(ticket)).toBe('printed')
    expect(good.asked).toEqual([{ ticket: 't1' }, { ticket: 't1', picture: dots }])
    expect(await new HubPrinter(null, hub([], 'picture_needed', null).ports).print(ticket)).toBe('failed')
  })
})
