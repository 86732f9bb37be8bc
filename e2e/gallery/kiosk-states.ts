// The kiosk in every state.
import type { Failure } from '#assets/i18n/errors.ts'
import Calm from '../../kiosk/screens/Calm.svelte'
import Committee from '../../kiosk/screens/Committee.svelte'
import Home from '../../kiosk/screens/Home.svelte'
import Matter from '../../kiosk/screens/Matter.svelte'
import NumberScreen from '../../kiosk/screens/Number.svelte'
import Question from '../../kiosk/screens/Question.svelte'
import Trouble from '../../kiosk/screens/Trouble.svelte'
import type { Frame } from '../../kiosk/frame.ts'
import type { Paper } from '../../kiosk/flow.ts'
import { printedTicket } from '../../kiosk/printing/printed-ticket.ts'
import Receipt from '../../kiosk/printing/Receipt.svelte'
import { say } from '../../kiosk/text.ts'
import { Phones } from '#assets/find/phones.svelte.ts'
import { at, catalog, closed, duty, kiosk, NOW } from './facts.ts'
import { peopleLate, peopleView as people } from './people-facts.ts'
import { LANDSCAPE, PORTRAIT, state } from './state.ts'

const nothing = () => {}
const frame: Frame = { kiosk, now: NOW, freshness: 'fresh', silence: 800, elder: false, onelder: nothing }
const elder: Frame = { ...frame, elder: true }
const late: Frame = { ...frame, freshness: 'late', silence: 16_000 }
const lost: Frame = { ...frame, freshness: 'lost', silence: 250_000 }
const alone: Frame = { ...frame, kiosk: { ...kiosk, duty: [] } }
const night = NOW + 7 * 3_600_000
const standby = { ...duty[2]!, id: 'd9', name: '示例·刘芳', kind: 'standby', from: at(324), until: at(1074) } as const
const atNight: Frame = { ...frame, now: night, kiosk: { ...kiosk, hours: closed, duty: [...duty, standby] } }

const wanted = (id: string) => catalog.matters.find((one) => one.id === id)
const matter = wanted('roof-leak') ?? catalog.matters[0]!
const long = [...catalog.matters].sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]!
const committee = catalog.committees.find(({ id }) => id === 'service') ?? catalog.committees[0]!

/** A code that can be scanned, without a hub: its modules row by row. */
const rows =
  '8ti54v 4ildfl 6he3q5 6gt1zx 6gf719 4imq81 8tz2pr 15g5c 8b9vb8 1kg05l 1ree9j 2slnu2 636377 8mf0l5 mlurb 1zdvfy 5dgpsz 2tzzn9 6bw6qz 3nnjme 4jlxio 18bv7 8u7ot7 4j0d1y 6gygvv 6ghfgq 6gvt69 4jbxyy 8tywvr'
const path = rows
  .split(' ')
  .flatMap((row, y) =>
    [...Number.parseInt(row, 36).toString(2).padStart(29, '0')].map((bit, x) =>
      bit === '1' ? `M${x + 2} ${y + 2}h1v1h-1z` : '',
    ),
  )
  .join('')
const qr = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 33" shape-rendering="crispEdges"><path d="${path}"/></svg>`)}`

const face = {
  id: 't1',
  code: 'Zk3v9QmT2pLw8sHx',
  label: 'B010',
  number: 10,
  lane: matter.lane,
  matter: matter.id,
  class: 'senior',
  serviceDate: '2026-11-23',
  joinedAt: at(0),
  ahead: 4,
  estimate: { band: { low: 10, high: 25, at: at(0) }, why: null },
  link: 'http://192.168.1.20:8080/t/Zk3v9QmT2pLw8sHx',
}
const ticket = printedTicket(face, qr, kiosk, catalog)

const phones = new Phones(async (person) => ({ ok: true, value: { person, phone: '021-0000 0113' } }))
const atHome = { catalog, people, onmatter: nothing, oncommittee: nothing, onlook: nothing, onread: nothing }
const atMatter = { catalog, matter, people, phones, ontake: nothing, onwho: nothing, onback: nothing }
const senior = wanted('senior-card') ?? matter
const leaders = wanted('building-leader') ?? matter
const inList = { catalog, committee, onmatter: nothing, onpage: nothing, onback: nothing }
const number = (paper: Paper, left: number) => ({ ticket, paper, left, onstay: nothing, ondone: nothing })
const trouble = (failure: Failure) => ({ failure, onagain: nothing, onback: nothing })
const shut: Failure = { code: 'hall_closed', facts: { next: closed.next?.at ?? null, from: '08:30' } }

export const kioskStates = [
  state('kiosk/home', PORTRAIT, Home, { frame, ...atHome }),
  state('kiosk/home-elder', PORTRAIT, Home, { frame: elder, ...atHome }),
  state('kiosk/home-closed', PORTRAIT, Home, { frame: atNight, ...atHome }),
  state('kiosk/home-closed-elder', PORTRAIT, Home, { frame: { ...atNight, elder: true }, ...atHome }),
  state('kiosk/home-late', PORTRAIT, Home, { frame: late, ...atHome }),
  state('kiosk/home-lost', PORTRAIT, Home, { frame: lost, ...atHome }),
  state('kiosk/home-nobody-listed', PORTRAIT, Home, { frame: alone, ...atHome }),
  state('kiosk/committee', PORTRAIT, Committee, { frame, ...inList, page: 0 }),
  state('kiosk/committee-last', PORTRAIT, Committee, { frame, ...inList, page: 9 }),
  state('kiosk/committee-elder', PORTRAIT, Committee, { frame: elder, ...inList, page: 0 }),
  state('kiosk/matter', PORTRAIT, Matter, { frame, ...atMatter }),
  state('kiosk/matter-elder', PORTRAIT, Matter, { frame: elder, ...atMatter, matter: long }),
  state('kiosk/matter-lost', PORTRAIT, Matter, { frame: lost, ...atMatter }),
  state('kiosk/matter-closed', PORTRAIT, Matter, { frame: atNight, ...atMatter, people: peopleLate }),
  state('kiosk/matter-one', PORTRAIT, Matter, { frame, ...atMatter, matter: senior }),
  state('kiosk/matter-building', PORTRAIT, Matter, { frame, ...atMatter, matter: leaders }),
  state('kiosk/taking', PORTRAIT, Calm, { title: say.taking, more: say.takingWait }),
  state('kiosk/number-printing', PORTRAIT, NumberScreen, { frame, ...number('printing', 60) }),
  state('kiosk/number-printed', PORTRAIT, NumberScreen, { frame, ...number('printed', 22) }),
  state('kiosk/number-elder', PORTRAIT, NumberScreen, { frame: elder, ...number('printed', 22) }),
  state('kiosk/number-not-printed', PORTRAIT, NumberScreen, { frame, ...number('failed', 57) }),
  state('kiosk/number-no-printer', PORTRAIT, NumberScreen, { frame, ...number('none', 57) }),
  state('kiosk/receipt', [400, 900], Receipt, { ticket, preview: true }),
  state('kiosk/trouble-offline', PORTRAIT, Trouble, { frame: lost, ...trouble({ code: 'offline', facts: {} }) }),
  state('kiosk/trouble-full', PORTRAIT, Trouble, { frame, ...trouble({ code: 'storage_full', facts: {} }) }),
  state('kiosk/trouble-closed', PORTRAIT, Trouble, { frame: atNight, ...trouble(shut) }),
  state('kiosk/question', PORTRAIT, Question, { left: 12, elder: false, onstay: nothing, onleave: nothing }),
  state('kiosk/connecting', PORTRAIT, Calm, { title: say.connecting, more: say.connectingWait }),
  state('kiosk/landscape-home', LANDSCAPE, Home, { frame, ...atHome }),
  state('kiosk/landscape-closed', LANDSCAPE, Home, { frame: atNight, ...atHome }),
  state('kiosk/landscape-committee', LANDSCAPE, Committee, { frame, ...inList, page: 0 }),
  state('kiosk/landscape-matter', LANDSCAPE, Matter, { frame, ...atMatter }),
  state('kiosk/landscape-number', LANDSCAPE, NumberScreen, { frame, ...number('failed', 57) }),
  state('kiosk/landscape-trouble', LANDSCAPE, Trouble, { frame: atNight, ...trouble(shut) }),
  state('kiosk/landscape-question', LANDSCAPE, Question, { left: 12, elder: false, onstay: nothing, onleave: nothing }),
]
