// Paper through the hub: a printer on the hall's network that tells what became of it. Where the hub has none for this kiosk, the
// browser's own print.
import { Intent, request, type Answer } from '#assets/hub/intent.ts'
import type { JobFace, Picture } from '#contract/printing.ts'
import type { PrintedTicket, PrintResult, TicketPrinter } from './printer.ts'

/** How often the hub is asked what became of the paper, and for how long: a little longer than the hub itself tries. Milliseconds. */
const ASK_EVERY = 250
const PATIENCE = 14_000

export interface HubPorts {
  ask(body: object): Promise<Answer<{ job: JobFace }>>
  look(job: string): Promise<Answer<{ job: JobFace }>>
  /** The ticket as dots; null where its QR code could not be read back. */
  picture(ticket: PrintedTicket): Promise<Picture | null>
  pause(milliseconds: number): Promise<void>
}

export const hubPorts: HubPorts = {
  ask: (body) => new Intent<{ job: JobFace }>('/api/prints', body).send([500]),
  look: (job) => request('GET', `/api/prints/${job}`),
  picture: async (ticket) => (await import('./picture.ts')).pictureOf(ticket),
  pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
}

export class HubPrinter implements TicketPrinter {
  readonly #ports: HubPorts
  readonly #otherwise: TicketPrinter | null

  /** `otherwise`: what prints where the hub has no printer for this kiosk; null: nothing does. */
  constructor(otherwise: TicketPrinter | null, ports: HubPorts = hubPorts) {
    this.#ports = ports
    this.#otherwise = otherwise
  }

  async print(ticket: PrintedTicket): Promise<PrintResult> {
    const ports = this.#ports
    let answer = await ports.ask({ ticket: ticket.id })
    if (!answer.ok && answer.code === 'picture_needed') {
      const dots = await ports.picture(ticket).catch(() => null)
      if (!dots) return 'failed'
      answer = await ports.ask({ ticket: ticket.id, picture: dots })
    }
    if (answer.ok) return this.#wait(answer.value.job.id)
    if (answer.code !== 'printer_none') return 'failed'
    return this.#otherwise ? this.#otherwise.print(ticket) : 'none'
  }

  async #wait(job: string): Promise<PrintResult> {
    for (let waited = 0; waited < PATIENCE; waited += ASK_EVERY) {
      await this.#ports.pause(ASK_EVERY)
      const answer = await this.#ports.look(job)
      const state = answer.ok ? answer.value.job.state : 'printing'
      if (state === 'done') return 'printed'
      if (state !== 'queued' && state !== 'printing') return 'failed'
    }
    return 'failed'
  }
}
