// Measures a wall as its readers see it: every text that is painted, on every page that takes its turn. What is too small for the distance
// from which it is read, cut off, or lies over another text is named. The demands are worked out here anew, from the standard and not from
// the product: a capital is at least as high as the distance divided by 82 (EN 301 549 V3.2.1, 5.1.4), a Hanzi seven tenths of that.
import type { Page } from '@playwright/test'

/** What a wall in doubt would rather leave small: these must be read from where people sit. Selector → level. */
const FROM_AFAR: Record<string, 'number' | 'far'> = {
  '.spotlight .plate, .latest .plate, .list .plate, .next .plate, .calling .plate': 'number',
  '.spotlight .figure, .latest .figure, .list .window, .calling .figure': 'number',
  '.lit:not(.latest) > time, .closed time': 'number',
  'header time, .closed h2 .lead, .closed .phone': 'far',
  '.lit:not(.latest) > :is(h2, .next) .lead': 'far',
  '.spotlight .sign .zh, .latest .sign .zh, .calling .sign .zh, .notice .title .lead': 'far',
  '.people .name, .people .where, .people .phone, .reception strong, .reception .figure, .reception .until': 'far',
  '.lanes .letter, .lanes .count': 'far',
  '.door .name .lead, .door .state > .both > .lead, .door .until, .door .title .lead': 'far',
  '[data-alert] h1 .lead, [data-alert] .do .lead, [data-alert] .where .lead, [data-alert] .kind .lead': 'far',
  '[data-standby] h1 .lead, [data-standby] .phone strong, [data-standby] time': 'far',
}

export interface Ruled {
  /** Of the glass, as the wall was told. */
  distance: number
  diagonal: number
  /** From how far it says it can be read. */
  reads: number
  texts: number
  pages: number
  faults: string[]
}

/** The page shows one wall, and its fonts are there. */
export function rule(page: Page): Promise<Ruled> {
  return page.evaluate(ruler, FROM_AFAR)
}

/** Runs in the page. */
async function ruler(fromAfar: Record<string, 'number' | 'far'>): Promise<Ruled> {
  const CAP = 0.733
  const wall = document.querySelector<HTMLElement>('.wall')
  const {
    distance = 6,
    diagonal = 55,
    reads = 6,
  } = Object.fromEntries(Object.entries(wall?.dataset ?? {}).map(([name, value]) => [name, Number(value)]))
  const millimetre = Math.hypot(innerWidth, innerHeight) / (diagonal * 25.4)
  const capital = (metres: number) => ((metres * 1000) / 82) * millimetre
  // Two metres; half the way where one stands closer, a third of it from afar.
  const closer = Math.max(reads / 3, Math.min(2, reads / 2))

  const painted = new Map<Text, string>()
  const faults = new Set<string>()
  const name = (node: Text) => {
    const parent = node.parentElement!
    const section = parent.closest('section, header, footer, dialog, main')
    return `「${node.data.trim().slice(0, 24)}」 in ${section?.className.split(' ')[0] ?? ''} ${parent.tagName.toLowerCase()}.${parent.className.split(' ')[0] ?? ''}`
  }
  const texts = () => {
    const top = document.querySelector('dialog[open]') ?? document.body
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
    const all: Text[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const parent = node.parentElement
      if (!parent || node.data.trim() === '' || parent.closest('.visually-hidden, script, style, title')) continue
      if (parent.checkVisibility({ visibilityProperty: true })) all.push(node)
    }
    return all
  }
  /** Where ink can be, in the lines of a text: its box is higher than its characters. */
  function inkOf(node: Text) {
    const size = parseFloat(getComputedStyle(node.parentElement!).fontSize)
    const range = document.createRange()
    range.selectNodeContents(node)
    const hanzi = /\p{Script=Han}/u.test(node.data)
    return [...range.getClientRects()]
      .filter(({ width }) => width > 1)
      .map((box) => {
        const baseline = box.top + box.height * (1.16 / 1.448)
        return {
          left: box.left,
          right: box.right,
          top: baseline - (hanzi ? 0.86 : CAP) * size,
          bottom: baseline + (hanzi ? 0.1 : 0) * size,
        }
      })
  }
  type Ink = ReturnType<typeof inkOf>[number]
  const SLACK = 1.5
  const apart = (a: Ink, b: Ink) =>
    a.right <= b.left + SLACK || b.right <= a.left + SLACK || a.bottom <= b.top + SLACK || b.bottom <= a.top + SLACK
  const within = (a: Ink, b: Ink) =>
    a.left >= b.left - SLACK && a.right <= b.right + SLACK && a.top >= b.top - SLACK && a.bottom <= b.bottom + SLACK
  /** The glass, and everything around an element that cuts off what stands out of it. */
  function framesOf(element: Element): Ink[] {
    const frames: Ink[] = [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }]
    for (let one: Element | null = element; one; one = one.parentElement)
      if (getComputedStyle(one).overflow !== 'visible') frames.push(one.getBoundingClientRect())
    return frames
  }

  function levelOf(parent: Element): 'number' | 'far' | 'near' {
    const marked = parent.closest<HTMLElement>('[data-level]')
    const other = parent.closest('.other')
    // The second language is read by those who come closer, unless it says more itself.
    if (other && (!marked || !other.contains(marked))) return 'near'
    return (marked?.dataset.level as 'number' | 'far' | undefined) ?? 'near'
  }
  function sized(node: Text): void {
    const parent = node.parentElement!
    const size = parseFloat(getComputedStyle(parent).fontSize)
    const must = Object.entries(fromAfar).find(([selector]) => parent.closest(selector))?.[1]
    const marked = levelOf(parent)
    const level = must === 'number' || marked === 'number' ? 'number' : must === 'far' ? 'far' : marked
    if (must && (marked === 'near' || (must === 'number' && marked !== 'number')))
      faults.add(`${name(node)}: is not marked as ${must}`)
    const hanzi = /\p{Script=Han}/u.test(node.data)
    const least = level === 'number' && !hanzi ? capital(reads) / CAP : 0.7 * capital(level === 'near' ? closer : reads)
    if (size < Math.max(least, (24 * Math.min(innerWidth, innerHeight)) / 1080) - 0.26 && size < least - 0.01)
      faults.add(`${name(node)}: ${size.toFixed(1)} px, ${level} asks for ${least.toFixed(1)}`)
  }

  function look(): void {
    const inks: { node: Text; ink: Ink }[] = []
    for (const node of texts()) {
      const parent = node.parentElement!
      const frames = framesOf(parent)
      for (const ink of inkOf(node)) {
        if (frames.some((frame) => ink.right <= frame.left + 4 || ink.left >= frame.right - 4)) {
          // It stands on another page, or beyond the glass, where nothing may.
          if (!parent.closest('.flow')) faults.add(`${name(node)}: beyond the glass`)
          continue
        }
        const over = document.elementFromPoint((ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2)
        if (over?.closest('.spotlight.whole') && !parent.closest('.spotlight')) continue
        if (!frames.every((frame) => within(ink, frame))) faults.add(`${name(node)}: is cut off`)
        painted.set(node, node.data)
        inks.push({ node, ink })
      }
    }
    for (const [index, one] of inks.entries())
      for (const other of inks.slice(index + 1)) {
        if (one.node === other.node) continue
        if (!apart(one.ink, other.ink)) faults.add(`${name(one.node)}: lies over ${name(other.node)}`)
        // A number and its window are two figures, and are never read as one.
        const beside = { ...one.ink, right: one.ink.right + 0.25 * (one.ink.bottom - one.ink.top) }
        if ([one, other].every(({ node }) => /^\d+$/.test(node.data.trim())) && !apart(beside, other.ink))
          faults.add(`${name(one.node)}: runs into ${name(other.node)}`)
      }
  }

  /** What comes later came in the place of something: a notice has its own turns. */
  const first = new Set(texts())
  const flows = [...document.querySelectorAll<HTMLElement>('.flow')]
  const pagesOf = (flow: HTMLElement) => Number(flow.closest<HTMLElement>('.pages')?.dataset.pages ?? 1)
  const most = () => Math.max(1, ...flows.map(pagesOf))
  let pages = most()
  // What stands on a page may need more of them once it is seen.
  for (let page = 0; page < pages; page += 1, pages = most()) {
    for (const flow of flows) flow.style.setProperty('--page', String(Math.min(page, pagesOf(flow) - 1)))
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    look()
  }
  const covered = document.querySelector('.spotlight.whole') !== null
  for (const node of texts()) {
    if (painted.has(node)) sized(node)
    // A notice turns its own pages.
    else if (!covered && first.has(node) && !node.parentElement?.closest('.sheet .body'))
      faults.add(`${name(node)}: is on no page`)
  }
  return { distance, diagonal, reads, texts: painted.size, pages, faults: [...faults] }
}
