import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NoticeContent, type NoticeVersionFace } from '#contract/notices.ts'
import { contentOf, draftOf, newDraft, problems, type Draft } from './draft.ts'

const TODAY = '2026-11-23'
const file = {
  hash: 'a'.repeat(64),
  type: 'image/png' as const,
  bytes: 1,
  width: 2,
  height: 3,
  seconds: null,
  url: '/x',
}
const pdf = { ...file, hash: 'b'.repeat(64), type: 'application/pdf' as const }

/** Whatever a clerk may leave in the form. */
const draft: fc.Arbitrary<Draft> = fc.record({
  section: fc.constantFrom('notice' as const, 'rule' as const),
  kind: fc.constantFrom('text' as const, 'picture' as const, 'page' as const, 'film' as const),
  title: fc.constantFrom('', '  ', '停水通知', '长'.repeat(61)),
  titleEn: fc.constantFrom('', 'Water off'),
  body: fc.constantFrom('', '一段', '一段\n\n两段\n', '长'.repeat(401)),
  bodyEn: fc.constantFrom('', 'one', 'one\ntwo'),
  media: fc.constantFrom(null, file),
  poster: fc.constantFrom(null, file),
  original: fc.constant(pdf),
  alt: fc.constantFrom('', '图'),
  places: fc
    .subarray(['kiosk' as const, 'phone' as const])
    .chain((some) => fc.constantFrom(some, [...some, 'wall' as const])),
  from: fc.constantFrom('', TODAY),
  until: fc.constantFrom('', '2026-11-01', '2026-12-01'),
  openEnd: fc.boolean(),
})

describe('a notice that is being written', () => {
  it('is taken by the hub wherever the form has no complaint', () => {
    let taken = 0
    fc.assert(
      fc.property(draft, (one) => {
        const complaints = Object.keys(problems(one))
        const parsed = NoticeContent.safeParse(contentOf(one))
        if (complaints.length === 0) {
          taken += 1
          expect(parsed.error?.issues).toBeUndefined()
        }
      }),
      { numRuns: 3000 },
    )
    // About one draft in a hundred is whole: enough to have tried some, however the dice fall.
    expect(taken).toBeGreaterThan(3)
  })

  it('says what is missing beside it', () => {
    const empty = problems(newDraft(TODAY))
    expect(Object.keys(empty).sort()).toEqual(['body', 'title'])
    expect(problems({ ...newDraft(TODAY), title: 'x', body: 'x', until: '2026-11-01' })).toHaveProperty('until')
    expect(problems({ ...newDraft(TODAY), title: 'x', body: 'x\ny', bodyEn: 'x' })).toHaveProperty('bodyEn')
  })

  it('comes back into the form as it was written', () => {
    const wrote: Draft = { ...newDraft(TODAY), title: '停水', body: '一\n二', bodyEn: 'one\ntwo', openEnd: true }
    const content = contentOf(wrote)
    const version = {
      ...content,
      version: 1,
      media: null,
      poster: null,
      original: null,
    } as unknown as NoticeVersionFace
    expect(draftOf(version, TODAY)).toEqual(wrote)
  })
})
