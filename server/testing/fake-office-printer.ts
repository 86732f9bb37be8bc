// An office printer as the network sees one: speaks IPP on a port of loopback, reads every request whole, and can be out of paper, jammed,
// or never get done. It shares the codec's reading alone; what a real one makes of the bytes is tried by hand with ippeveprinter.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decode, encode, operation, tag, type Attribute, type Message } from '../printing/ipp.ts'

export interface PrintedSheet {
  attributes: Message['values']
  document: Buffer
  state: 'done' | 'pending' | 'canceled'
}

const STATE = { done: 9, pending: 3, canceled: 7 } as const

export class FakeOfficePrinter {
  readonly jobs: PrintedSheet[] = []
  /** As RFC 8011 says them; none: all is well. */
  reasons: string[] = ['none']
  /** It refuses sizes that it does not list. */
  picky = false
  /** Whether what it takes comes out. */
  prints = true
  #server: Server | undefined
  #port = 0

  get port(): number {
    return this.#port
  }

  async plugIn(): Promise<this> {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const asked = request.headers['content-type'] === 'application/ipp' ? decode(Buffer.concat(parts)) : null
        if (!asked) return response.writeHead(400).end()
        response.writeHead(200, { 'content-type': 'application/ipp' }).end(this.#answer(asked))
      })
    })
    await new Promise<void>((done) => this.#server?.listen(this.#port, '127.0.0.1', done))
    this.#port = (this.#server.address() as AddressInfo).port
    return this
  }

  async pullOut(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((done) => this.#server?.close(done))
  }

  #answer({ code, id, values, data }: Message): Buffer {
    const say = (attributes: readonly Attribute[], status = 0) =>
      encode({ operation: status, id, printer: 'ipp://127.0.0.1/', attributes })
    const jobState = (state: PrintedSheet['state']): Attribute => ['job-state', { tag: tag.enum, value: STATE[state] }]
    if (code === operation.printerAttributes) {
      const reasons = this.reasons.map((value) => ({ tag: tag.keyword, value }))
      return say([
        ['printer-state', { tag: tag.enum, value: 3 }],
        ['printer-state-reasons', ...reasons],
      ])
    }
    if (code === operation.printJob) {
      if (this.picky && values.has('media-col')) return say([], 0x040b)
      const job: PrintedSheet = { attributes: values, document: data, state: this.prints ? 'done' : 'pending' }
      this.jobs.push(job)
      return say([['job-id', { tag: tag.integer, value: this.jobs.length }], jobState('pending')])
    }
    const job = this.jobs[Number(values.get('job-id')?.[0]) - 1]
    if (!job) return say([], 0x0406)
    if (code === operation.cancelJob) job.state = 'canceled'
    return say([jobState(job.state)])
  }
}
