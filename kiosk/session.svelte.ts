// One visitor's visit: home → committee → matter → taking → number or trouble, and back to a clean home.
import { newKey, type Answer } from '#assets/hub/intent.ts'
import type { Language } from '#assets/i18n/language.svelte.ts'
import type { TicketFace } from '#contract/intents.ts'
import type { Place } from './find/tiles.ts'
import { back, home, MOST_MATTERS, quiet, type Order, type Quiet, type Reading, type Stage } from './flow.ts'
import type { TakenAlone } from './lease/slip.ts'
import type { Pending } from './pending.ts'
import type { PrintedTicket, TicketPrinter } from './printing/printer.ts'

export interface Ports {
  take(order: Order): Promise<Answer<{ ticket: TicketFace }>>
  /** A number for a wish that the hub does not answer; null where this kiosk holds none. */
  alone?(order: Order): Promise<TakenAlone | null>
  /** What became of such a number's paper. */
  note?(slip: string, outcome: 'printed' | 'failed'): Promise<unknown>
  /** What prints while the hub is away. */
  ownPrinter?: TicketPrinter | null
  /** Tell the hub what became of the paper. */
  report(ticket: string, outcome: 'printed' | 'failed'): Promise<unknown>
  /** Null: this kiosk prints nothing. */
  printer: TicketPrinter | null
  pending: Pending
  language: Language
  /** Milliseconds that never jump. */
  clock(): number
}

export class KioskSession {
  stage = $state.raw<Stage>(home)
  elder = $state(false)
  /** What the silence since the last touch means. */
  quiet = $state.raw<Quiet>({ is: 'fine' })

  #ports: Ports
  #touched: number

  constructor(ports: Ports) {
    this.#ports = ports
    this.#touched = ports.clock()
  }

  open(committee: string): void {
    const { stage } = this
    this.#go({ at: 'committee', committee, page: 0, ...(stage.at === 'another' && { from: stage }) })
  }

  turn(page: number): void {
    if (this.stage.at === 'committee') this.#go({ ...this.stage, page })
  }

  choose(matter: string): void {
    const from = this.stage
    if (from.at !== 'home' && from.at !== 'committee' && from.at !== 'another') return
    const chosen = chosenBefore(from)
    this.#go({ at: 'matter', matter, from, ...(chosen && { chosen }) })
  }

  /** One matter more for the same number. */
  another(): void {
    const from = this.stage
    if (from.at !== 'matter') return
    const chosen = [...(from.chosen ?? []), from.matter]
    if (chosen.length < MOST_MATTERS) this.#go({ at: 'another', chosen, from })
  }

  /** From a card to the number for its matter; `trail`: where the card was. */
  chooseFound(matter: string, trail: readonly Place[]): void {
    const stage = this.stage
    if (stage.at !== 'find') return
    const from = 'from' in stage ? stage.from : undefined
    // To the matter that led here: back to it, and not once more around.
    if (from?.matter === matter) this.#go(from)
    else this.#go({ at: 'matter', matter, from: { at: 'find', trail, ...(from && { from }) } })
  }

  /** Straight from home to a group or a card, and from a matter to whoever is responsible for it. */
  look(place: Place): void {
    const stage = this.stage
    if (stage.at === 'home') this.#go({ at: 'find', trail: [place] })
    else if (stage.at === 'matter') this.#go({ at: 'find', trail: [place], from: stage })
  }

  read(what: Reading['at']): void {
    if (this.stage.at === 'home') this.#go({ at: what })
  }

  /** A scanner read a code: only at home, where nobody is in the middle of something. Returns whether it was taken. */
  scan(scanned: string): boolean {
    if (this.stage.at !== 'home') return false
    this.#go({ at: 'appointment', scanned })
    return true
  }

  /** Whoever had an appointment is here: the number that it became. */
  arrived(ticket: TicketFace): void {
    if (this.stage.at === 'appointment') this.#go({ at: 'number', ticket, paper: 'printing' })
  }

  back(): void {
    const to = back(this.stage)
    if (to?.at === 'home') this.reset({ keepLook: true })
    else if (to) this.#go(to)
  }

  /** Only from a matter's screen: a second press finds another stage and does nothing. */
  async take(klass: string): Promise<void> {
    if (this.stage.at !== 'matter') return
    const [matter = '', ...more] = [...(this.stage.chosen ?? []), this.stage.matter]
    await this.#send({ key: newKey(), body: { matter, ...(more.length > 0 && { more }), class: klass } })
  }

  /** The same wish with the same key: one number at most comes of it. */
  async again(): Promise<void> {
    if (this.stage.at === 'trouble') await this.#send(this.stage.order)
  }

  /** After a reload or a power cut in the middle of taking a number. */
  async resume(): Promise<void> {
    const order = this.#ports.pending.left()
    if (order && this.stage.at === 'home') await this.#send(order)
  }

  /** The number and its QR code are on the glass: now the paper. */
  async print(paper: PrintedTicket): Promise<void> {
    const shown = this.stage
    if (shown.at !== 'number' || shown.paper !== 'printing') return
    const { slip } = shown
    const printer = slip ? slip.prints && this.#ports.ownPrinter : this.#ports.printer
    const outcome = printer ? await printer.print(paper) : 'none'
    const became = outcome === 'printed' ? 'printed' : 'failed'
    if (slip) void this.#ports.note?.(slip.id, became)
    else void this.#ports.report(shown.ticket.id, became)
    const now = this.stage
    if (now.at === 'number' && now.ticket === shown.ticket) this.#go({ ...now, paper: outcome })
  }

  /** The hub has taken a slip: the glass says so where it still stands there. `label`: what is called; null: nothing. */
  returned(slip: string, label: string | null): void {
    const { stage } = this
    if (stage.at !== 'number' || stage.slip?.id !== slip) return
    this.stage = { ...stage, slip: { ...stage.slip, now: label, returned: true } }
  }

  /** A person touched the glass. The idle question is answered by its own buttons only. */
  touch(): void {
    if (this.quiet.is !== 'asking') this.stay()
  }

  stay(): void {
    this.#touched = this.#ports.clock()
    this.tick()
  }

  tick(): void {
    const next = quiet(this.stage, this.#ports.clock() - this.#touched)
    if (next.is === 'over') this.reset()
    else if (JSON.stringify(next) !== JSON.stringify(this.quiet)) this.quiet = next
  }

  /** A clean home for the next visitor. `keepLook`: the same visitor goes on, in their language and type step. */
  reset({ keepLook = false } = {}): void {
    this.#ports.pending.forget()
    if (!keepLook) {
      this.elder = false
      this.#ports.language.lead = 'zh'
    }
    this.#go(home)
  }

  async #send(order: Order): Promise<void> {
    this.#ports.pending.keep(order)
    this.#go({ at: 'taking', order })
    const answer = await this.#ports.take(order)
    const alone = !answer.ok && answer.code === 'offline' ? await this.#ports.alone?.(order) : null
    // Unanswered wishes stay kept: a reload sends the same key again. A slip carries the key on.
    if (answer.ok || answer.code !== 'offline' || alone?.ok) this.#ports.pending.forget()
    if (answer.ok) this.#go({ at: 'number', ticket: answer.value.ticket, paper: 'printing' })
    else if (alone?.ok) this.#go({ at: 'number', ticket: alone.ticket, slip: alone.slip, paper: 'printing' })
    else this.#go({ at: 'trouble', failure: alone?.failure ?? answer, order, ...(alone?.why && { why: alone.why }) })
  }

  #go(stage: Stage): void {
    this.stage = stage
    this.stay()
  }
}

/** What was chosen before a list was opened to choose one matter more. */
function chosenBefore(stage: Stage): readonly string[] | undefined {
  if (stage.at === 'another') return stage.chosen
  return stage.at === 'committee' ? stage.from?.chosen : undefined
}
