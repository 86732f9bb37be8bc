// An office printer or a CUPS queue behind IPP: asked how it is, given the card as a PDF, and asked what became of it. A job that does not
// come out while somebody waits is taken back: no old cards after an outage.
import { request } from 'node:http'
import type { PrinterState, SheetForm } from '#contract/printing.ts'
import { takesWork, type Try } from '#domain/printing.ts'
import { cardPdf, sheetSize } from './card-pdf.ts'
import type { PackedDots } from './escpos.ts'
import { decode, encode, operation, tag, type Attribute, type Message, type Value } from './ipp.ts'

export interface IppAddress {
  host: string
  port: number
  path: string
}

/** Milliseconds: for an answer, between two looks at a job, and until it has to have come out. */
const ANSWER = 8000
const LOOK_EVERY = 300
const PATIENCE = 25_000

const FORMAT = 'application/pdf'
/** client-error-attributes-or-values-not-supported. */
const NOT_SUPPORTED = 0x040b
/** States of a job. */
const PENDING = 3
const HELD = 4
const COMPLETED = 9

/** How the printer is. Never throws. */
export async function askIppState(address: IppAddress): Promise<PrinterState> {
  const answer = await ask(address, operation.printerAttributes, [
    ['requested-attributes', ...words(['printer-state', 'printer-state-reasons', 'sides-supported'])],
  ])
  return answer ? stateOf(answer) : 'offline'
}

/** One try to print. Never throws. */
export async function printIpp(
  address: IppAddress,
  { form, sides }: { form: SheetForm; sides: readonly PackedDots[] },
): Promise<Try & { state: PrinterState }> {
  const document = cardPdf(form, sides)
  if (!document) return { end: 'begun', trouble: 'fault', state: 'unknown' }
  const before = await askIppState(address)
  if (!takesWork(before)) return { end: 'refused', trouble: before, state: before }
  const named: Attribute[] = [
    ...owner,
    ['job-name', { tag: tag.name, value: '联系卡' }],
    ['document-format', { tag: tag.mime, value: FORMAT }],
  ]
  const give = (job: Attribute[]) => ask(address, operation.printJob, named, { job, document })
  let answer = await give(jobAttributes(form, sides.length))
  // Some printers refuse a size that they do not list, although the sheets lie in the tray: the document says it too.
  if (answer?.code === NOT_SUPPORTED) answer = await give([])
  // What was handed over without an answer may be on paper.
  if (!answer) return { end: 'begun', trouble: 'offline', state: 'offline' }
  const job = answer.values.get('job-id')?.[0]
  if (answer.code >= 0x0400 || typeof job !== 'number') return { end: 'refused', trouble: 'fault', state: before }
  return follow(address, job)
}

async function follow(address: IppAddress, job: number): Promise<Try & { state: PrinterState }> {
  const which: Attribute[] = [['job-id', { tag: tag.integer, value: job }], ...owner]
  let last = PENDING
  for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
    const answer = await ask(address, operation.jobAttributes, [
      ...which,
      ['requested-attributes', ...words(['job-state'])],
    ])
    const state = answer?.values.get('job-state')?.[0]
    // A printer that forgets its jobs has ended them.
    if (answer && typeof state !== 'number') return { end: 'sent', state: await askIppState(address) }
    if (state === COMPLETED) return { end: 'sent', state: await askIppState(address) }
    if (typeof state === 'number') last = state
    if (last > 6) return { end: 'begun', trouble: 'fault', state: await askIppState(address) }
    await new Promise((done) => setTimeout(done, LOOK_EVERY))
  }
  await ask(address, operation.cancelJob, which)
  const state = await askIppState(address)
  const trouble = takesWork(state) ? 'fault' : state
  return { end: last === PENDING || last === HELD ? 'refused' : 'begun', trouble, state }
}

const owner: Attribute[] = [['requesting-user-name', { tag: tag.name, value: 'community-hall' }]]
const words = (list: readonly string[]) => list.map((value) => ({ tag: tag.keyword, value }))

/** The sheet's exact size, in hundredths of a millimetre, and both sides of it; what a printer does not know it leaves out. */
function jobAttributes(form: SheetForm, sides: number): Attribute[] {
  const { width, height } = sheetSize[form]
  const hundredths = (mm: number) => ({ tag: tag.integer, value: Math.round(mm * 100) })
  const size: Value = {
    members: [
      ['x-dimension', hundredths(width)],
      ['y-dimension', hundredths(height)],
    ],
  }
  return [
    ['copies', { tag: tag.integer, value: 1 }],
    ['sides', { tag: tag.keyword, value: sides > 1 ? 'two-sided-long-edge' : 'one-sided' }],
    ['print-scaling', { tag: tag.keyword, value: 'none' }],
    ['media-col', { members: [['media-size', size]] }],
  ]
}

const reasons: readonly [RegExp, PrinterState][] = [
  [/^media-(empty|needed)/, 'paper_out'],
  [/^(cover|door|interlock)-open/, 'cover_open'],
  [/^(media-jam|.*-error$|paused|stopped|shutdown)/, 'fault'],
  [/^media-low/, 'paper_low'],
]

function stateOf({ values }: Message): PrinterState {
  const said = (values.get('printer-state-reasons') ?? []).map(String)
  for (const [reason, state] of reasons) if (said.some((one) => reason.test(one))) return state
  return values.get('printer-state')?.[0] === 5 ? 'fault' : 'ready'
}

let asked = 0

/** Null: nothing that is IPP came back. */
function ask(
  { host, port, path }: IppAddress,
  code: number,
  attributes: readonly Attribute[],
  { job = [], document = Buffer.alloc(0) }: { job?: readonly Attribute[]; document?: Buffer } = {},
): Promise<Message | null> {
  const printer = `ipp://${host}:${port}${path}`
  asked += 1
  const body = Buffer.concat([encode({ operation: code, id: asked, printer, attributes, job }), document])
  return new Promise((done) => {
    const sent = request(
      {
        host,
        port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/ipp', 'content-length': body.length },
        timeout: ANSWER,
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => done(answer.statusCode === 200 ? decode(Buffer.concat(parts)) : null))
        answer.on('error', () => done(null))
      },
    )
    sent.on('timeout', () => sent.destroy())
    sent.on('error', () => done(null))
    sent.on('close', () => done(null))
    sent.end(body)
  })
}
