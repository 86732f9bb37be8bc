// The judge of the crash test is judged first: it must see each kind of damage, and none where there is none.
import { describe, expect, it } from 'vitest'
import { checkCrash, type Acknowledged, type Kept, type Visit } from './crash-check.ts'

function ticket(number: number, more: Partial<Acknowledged> = {}): Acknowledged {
  const label = `B${String(number).padStart(3, '0')}`
  const day = { serviceDate: '2026-11-23', joinedAt: `2026-11-23T02:00:00.${String(number).padStart(3, '0')}Z` }
  return {
    id: `id${number}`,
    code: `code${number}`,
    label,
    number,
    lane: 'governance',
    matter: 'roof-leak',
    ...day,
    ...more,
  }
}
const visit = (number: number, ...answers: Acknowledged[]): Visit => ({
  keys: [`key${number}`],
  matter: 'roof-leak',
  answers,
})
const kept = (number: number, more: Partial<Kept> = {}): Kept => ({ ...ticket(number), key: `key${number}`, ...more })

const visits = [visit(1, ticket(1)), visit(2, ticket(2), ticket(2)), visit(3)]
const sound = [kept(1), kept(2)]
const kinds = (of: readonly Visit[], rows: readonly Kept[]) => checkCrash(of, rows).map((line) => line.split(':')[0])

describe('the checker', () => {
  it('is content with one ticket for each answered visit, and with one or none for the others', () => {
    expect(checkCrash(visits, sound)).toEqual([])
    expect(checkCrash(visits, [...sound, kept(3)])).toEqual([])
    expect(checkCrash([], [])).toEqual([])
  })

  it('sees a ticket that was lost', () => {
    expect(kinds(visits, [kept(1)])).toEqual(['lost', 'lost'])
    expect(kinds(visits, [kept(2)])).toEqual(['lost', 'gap'])
  })

  it('sees every fact that was changed', () => {
    const changes: Partial<Kept>[] = [
      { code: 'x' },
      { joinedAt: 'x' },
      { lane: 'party' },
      { matter: 'x' },
      { serviceDate: '2026-11-24' },
    ]
    for (const change of changes) expect(kinds(visits, [kept(1, change), kept(2)])).toContain('changed')
    expect(kinds(visits, [kept(1), kept(2, { label: 'B003', number: 3 })])).toEqual(
      expect.arrayContaining(['changed', 'gap']),
    )
  })

  it('sees two tickets of one visit, whether it was told of both or of the last', () => {
    const twoKeys: Visit = { ...visit(1, ticket(2)), keys: ['key1', 'key2'] }
    expect(kinds([twoKeys], sound)).toEqual(['doubled'])
    expect(kinds([visit(1, ticket(1), ticket(2)), visit(2)], sound)).toEqual(['doubled'])
  })

  it('sees one label in two hands', () => {
    const same = { id: 'other', code: 'other' }
    const of = [visit(1, ticket(1)), visit(2, ticket(1, same))]
    expect(kinds(of, [kept(1), kept(1, { ...same, key: 'key2' })])).toEqual(['doubled', 'doubled'])
  })

  it('sees a ticket that nobody asked for', () => {
    expect(kinds(visits, [...sound, kept(3, { key: 'strange' })])).toEqual(["nobody's"])
    expect(kinds(visits, [...sound, kept(3, { key: null })])).toEqual(["nobody's"])
  })

  it('sees a gap, and counts each lane and day for itself', () => {
    expect(kinds([visit(1, ticket(1)), visit(3, ticket(3))], [kept(1), kept(3)])).toEqual(['gap'])
    const other = { label: 'A001', number: 1, lane: 'party', matter: 'donate', id: 'a', code: 'a' }
    const party: Visit = { keys: ['a'], matter: 'donate', answers: [ticket(1, other)] }
    expect(checkCrash([...visits, party], [...sound, kept(1, { ...other, key: 'a' })])).toEqual([])
  })
})
