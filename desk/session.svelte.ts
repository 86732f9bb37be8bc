// Who is signed in at this desk and where they sit, from the first question to the hub until the last sign-out.
import type { Session, SignIn } from '#contract/intents.ts'
import type { DeskView, StaffFace } from '#contract/views.ts'
import { Intent, request, type Answer } from '#assets/hub/intent.ts'
import type { SaidLine } from './said.ts'
import { recall, remember } from './memory.ts'
import { sayAtDesk, words } from './text.ts'

const AGAIN_AFTER = 2000

export class DeskSession {
  stage = $state<'connecting' | 'unpaired' | 'signing-in' | 'in'>('connecting')
  me = $state.raw<Session | null>(null)
  staff = $state.raw<StaffFace[]>([])
  said = $state.raw<SaidLine | null>(null)
  taken = $state.raw<{ window: string; staff: string } | null>(null)
  sending = $state(false)
  memory = $state.raw(recall())

  /** True once a view has shown this person at this window: from then on, another name there means that it was taken over. */
  #seated = false

  /** Ask the hub who is here; comes back by itself until it answers. */
  async check(): Promise<void> {
    const answer = await request<Session>('GET', '/api/staff/me')
    if (answer.ok) return this.#enter(answer.value)
    if (answer.code === 'session_required') return this.#toSignIn()
    this.me = null
    if (answer.code === 'device_required') this.stage = 'unpaired'
    else setTimeout(() => void this.check(), AGAIN_AFTER)
  }

  /** The hub ended the session: back to the name that was signed in. */
  async ended(said: SaidLine = { tone: 'note', text: words.idle_out }): Promise<void> {
    await this.#toSignIn()
    this.said = said
  }

  async signIn(body: SignIn): Promise<void> {
    const answer = await this.#send<Session>('/api/staff/sign-in', body, [])
    if (!answer?.ok) return
    const window = this.memory.staff === body.staff ? this.memory.window : null
    this.#enter(answer.value)
    if (window && answer.value.window === null) await this.sit(window, false)
  }

  async signOut(): Promise<void> {
    this.memory = remember({ ...this.memory, window: null })
    await this.#send('/api/staff/sign-out', {}, [])
    await this.#toSignIn()
  }

  async sit(window: string, takeOver: boolean): Promise<void> {
    this.taken = null
    const answer = await this.#send<Session>(`/api/windows/${window}/sit`, takeOver ? { takeOver } : {})
    if (answer?.ok) return this.#enter(answer.value)
    if (answer?.code === 'window_taken') {
      this.taken = { window, staff: answer.facts.staff }
      this.said = null
    }
    if (answer?.code === 'session_required') await this.ended()
  }

  async stand(): Promise<void> {
    const window = this.me?.window
    if (!window) return
    const answer = await this.#send<Session>(`/api/windows/${window}/stand`, {})
    this.memory = remember({ ...this.memory, window: null })
    if (answer?.ok && this.me) this.#enter({ ...this.me, window: null })
  }

  /** The window was closed: its clerk is at none. */
  left(): void {
    this.memory = remember({ ...this.memory, window: null })
    if (this.me) this.#enter({ ...this.me, window: null })
  }

  /** Each new desk view: did a colleague take this window over? */
  watch(view: DeskView): void {
    const { me } = this
    const seat = view.windows.find(({ id }) => id === me?.window)
    if (!me || !seat) return
    if (seat.staff === me.staff.name) this.#seated = true
    else if (this.#seated) {
      this.#enter({ ...me, window: null })
      this.said = { tone: 'alert', text: words.lost_seat }
    }
  }

  #enter(session: Session): void {
    this.me = { staff: session.staff, window: session.window }
    this.stage = 'in'
    this.said = null
    this.#seated = false
    this.memory = remember({ staff: session.staff.id, window: session.window ?? this.memory.window })
  }

  async #toSignIn(): Promise<void> {
    this.me = null
    this.taken = null
    const answer = await request<{ staff: StaffFace[] }>('GET', '/api/staff')
    if (answer.ok) {
      this.staff = answer.value.staff
      this.stage = 'signing-in'
    } else if (answer.code === 'device_required') this.stage = 'unpaired'
    else {
      this.stage = 'connecting'
      setTimeout(() => void this.check(), AGAIN_AFTER)
    }
  }

  async #send<T>(path: string, body: unknown, waits?: number[]): Promise<Answer<T> | null> {
    if (this.sending) return null
    this.sending = true
    this.said = null
    const answer = await new Intent<T>(path, body).send(waits)
    this.sending = false
    if (!answer.ok) this.said = { tone: 'alert', text: sayAtDesk(answer) }
    return answer
  }
}
