// What the office's pages fetch, and the way to the hub for those that fetch for themselves. The manager's devices and log are asked
// for when their page is opened, and after each change.
import type { DeviceFace } from '#contract/intents.ts'
import { request, upload, type Answer } from '#assets/hub/intent.ts'
import type { Text } from '#assets/i18n/language.svelte.ts'
import type { ActFace } from '#contract/intents.ts'
import type { OfficeApi } from './office/props.ts'
import type { Page } from './pages.ts'
import type { Presses } from './presses.svelte.ts'
import { paired } from './office-text.ts'
import { sayAtDesk } from './text.ts'

export class Office {
  devices = $state.raw<DeviceFace[] | null>(null)
  acts = $state.raw<ActFace[] | null>(null)
  #presses: Presses

  constructor(presses: Presses) {
    this.#presses = presses
  }

  /** The way to the hub for the pages of the office. */
  get api(): OfficeApi {
    const presses = this.#presses
    return {
      get: async <T>(path: string) => this.#heard(await request<T>('GET', path)),
      send: async <T>(path: string, body: unknown, done?: Text) => {
        const answer = await presses.send<T>(path, path, body)
        if (!answer?.ok) return null
        if (done) presses.say({ tone: 'note', text: done })
        return answer.value
      },
      upload: async <T>(path: string, file: Blob) => this.#heard(await upload<T>(path, file)),
      say: (said) => presses.say(said),
      get said() {
        return presses.said
      },
      get busy() {
        return presses.busy
      },
    }
  }

  async open(page: Page): Promise<void> {
    if (page === 'devices') {
      const answer = this.#heard(await request<{ devices: DeviceFace[] }>('GET', '/api/devices'))
      if (answer) this.devices = answer.devices
    }
    if (page === 'acts') {
      const answer = this.#heard(await request<{ acts: ActFace[] }>('GET', '/api/acts'))
      if (answer) this.acts = answer.acts
    }
  }

  async approve(code: string, name: string): Promise<boolean> {
    const answer = await this.#presses.send('approve', '/api/pairings/approve', { code, name })
    if (!answer?.ok) return false
    await this.open('devices')
    this.#presses.say({ tone: 'note', text: paired(name) })
    return true
  }

  async revoke(device: DeviceFace): Promise<void> {
    const answer = await this.#presses.send('revoke', `/api/devices/${device.id}/revoke`, {})
    if (answer?.ok) await this.open('devices')
  }

  #heard<T>(answer: Answer<T>): T | null {
    if (answer.ok) return answer.value
    this.#presses.say({ tone: 'alert', text: sayAtDesk(answer) })
    return null
  }
}
