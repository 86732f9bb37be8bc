// Being alerted: sound, vibration and a screen that stays on, as far as this phone permits. Begins with a touch, since browsers are silent before one.
import type { Condition } from '../condition.ts'

export interface Means {
  sound: boolean
  vibration: boolean
  awake: boolean
}

/** near: it is time to come; called: it is the visitor's turn. */
export type Occasion = 'near' | 'called'

const nearness: Partial<Record<Condition, number>> = { 'go-now': 1, 'next-in-queue': 2, called: 3 }

/** Whether a change of condition is worth an alert. Going back is none, and neither is what was true when the page was opened. */
export function occasion(before: Condition | null, after: Condition): Occasion | null {
  if (before === null || before === after) return null
  const [from, to] = [nearness[before] ?? 0, nearness[after] ?? 0]
  if (after === 'called') return 'called'
  return to > from ? 'near' : null
}

const patterns: Record<Occasion, number[]> = { near: [300, 150, 300], called: [400, 200, 400, 200, 800] }
/** The chime is played so often: a call is meant to be heard through a pocket. */
const chimes: Record<Occasion, number> = { near: 1, called: 3 }

export class Alerting {
  on = $state(false)
  means = $state.raw<Means>({ sound: false, vibration: false, awake: false })
  /** How often a call was sounded to its end. */
  sounded = $state(0)
  #audio: AudioContext | null = null
  #chime: AudioBuffer | null = null
  #lock: WakeLockSentinel | null = null

  /** In answer to a touch. */
  begin = async (): Promise<void> => {
    this.on = true
    const vibration = vibrate([80])
    this.means = { ...this.means, vibration }
    const sound = await this.#unlock()
    this.means = { sound, vibration, awake: await this.#stayAwake() }
    if (sound) this.#play(1)
    document.addEventListener('visibilitychange', this.#seen)
  }

  end = (): void => {
    this.on = false
    document.removeEventListener('visibilitychange', this.#seen)
    void this.#lock?.release().catch(() => {})
    this.#lock = null
    void this.#audio?.suspend().catch(() => {})
  }

  /** The sound and the vibration of an occasion. A phone that was not asked to alert vibrates at a call all the same, where it may. */
  alert = (of: Occasion): void => {
    if (this.on || of === 'called') vibrate(patterns[of])
    if (this.on) this.#play(chimes[of], () => (this.sounded += of === 'called' ? 1 : 0))
  }

  async #unlock(): Promise<boolean> {
    try {
      this.#audio ??= new AudioContext()
      await this.#audio.resume()
      if (!this.#chime) {
        const reply = await fetch('/sounds/voice/chime.wav')
        if (!reply.ok) return false
        this.#chime = await this.#audio.decodeAudioData(await reply.arrayBuffer())
      }
      return this.#audio.state === 'running'
    } catch {
      return false
    }
  }

  #play(times: number, ended?: () => void): void {
    const [audio, chime] = [this.#audio, this.#chime]
    if (!audio || !chime) return
    void audio.resume().catch(() => {})
    for (let turn = 0; turn < times; turn += 1) {
      const node = audio.createBufferSource()
      node.buffer = chime
      node.connect(audio.destination)
      if (ended && turn === times - 1) node.addEventListener('ended', ended, { once: true })
      node.start(audio.currentTime + 0.05 + turn * (chime.duration + 0.4))
    }
    document.documentElement.dataset.rang = String(Number(document.documentElement.dataset.rang ?? 0) + times)
  }

  async #stayAwake(): Promise<boolean> {
    try {
      // Only where the page is served securely; a hall's own network often is not.
      if (!('wakeLock' in navigator)) return false
      this.#lock = await navigator.wakeLock.request('screen')
      return true
    } catch {
      return false
    }
  }

  /** The lock ends when the page is put away. */
  #seen = (): void => {
    if (this.on && document.visibilityState === 'visible') void this.#stayAwake()
  }
}

/** False where the phone has no such thing, or does not let a page use it. */
function vibrate(pattern: number[]): boolean {
  try {
    return 'vibrate' in navigator && navigator.vibrate(pattern)
  } catch {
    return false
  }
}
