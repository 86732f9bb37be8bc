// The book of people as the office has it, from the demonstration's files, without a hub.
import { BuildingsFile, OwnersFile, type LookupList } from '#contract/people.ts'
import { PeopleFile } from '#contract/book.ts'
import type { ImportPreview, PeopleBook, PersonEntry } from '#contract/people-book.ts'
import type { CommitteeColour } from '#contract/words.ts'
import buildings from '#db/seed/buildings.json'
import hall from '#db/seed/hall.json'
import matters from '#db/seed/matters.json'
import owners from '#db/seed/owners.json'
import people from '#db/seed/people.json'
import { at } from './facts.ts'

const TODAY = '2026-11-23'
const version = 'v1'
const { matters: ways, answers, tiles, letter } = OwnersFile.parse(owners)
const wayOf = new Map(ways.map(({ matter, ...way }) => [matter, way]))
const dated = (day: string | number | undefined) => (typeof day === 'string' ? day : null)

const persons = PeopleFile.shape.people.parse(people.people).map((one) => {
  const entry: PersonEntry = {
    name: one.name,
    title: one.title,
    committee: one.committee,
    phone: one.phone,
    posts: one.posts ?? [],
    buildings: one.buildings ?? [],
    found: one.found ?? [],
    place: one.place ?? null,
    speaks: one.speaks ?? [],
    consent: dated(one.consent),
    since: dated(one.since),
    until: null,
    sound: one.sound ?? '',
    photo: null,
  }
  return { id: one.id, version, entry, state: entry.consent ? ('published' as const) : ('unasked' as const) }
})

const change = (id: string, how: PeopleBook['changes'][number]['how'], minutes: number) => ({
  ...{ id, how, at: at(minutes), who: '示例·赵敏', undone: false, undoable: true },
})
const phone = { column: 'phone', before: '021-0000 0101', after: '021-0000 0111' }

export const book: PeopleBook = {
  today: TODAY,
  people: persons,
  matters: matters.matters.map(({ id, words, name, committee }) => {
    const entry = wayOf.get(id) ?? { owners: [], also: [], hotlines: [], list: false }
    return { id, version, entry, words, name, committee }
  }),
  hotlines: hall.hotlines.map(({ id, ...entry }) => ({ id, version, entry })),
  buildings: BuildingsFile.parse(buildings).buildings.map(({ id, ...entry }) => ({ id, version, entry })),
  answers: answers.map(({ id, ...entry }) => ({ id, version, entry })),
  tiles: { version, entry: tiles },
  letter: letter && { version, entry: letter },
  readings: [
    ['单家桥', 'shan jia qiao'],
    ['着火', 'zhao huo'],
    ['楼组长', 'lou zu zhang'],
    ['钥匙', 'yao shi'],
  ].map(([id = '', sound = '']) => ({ id, version: 'v', entry: { sound } })),
  committees: hall.committees.map(({ id, name, letter: its, colour }) => ({
    ...{ id, name, letter: its, colour: colour as CommitteeColour },
  })),
  changes: [
    {
      ...change('c4', 'edit', -6),
      changes: [{ kind: 'person', id: 'zhou', label: '示例·周建华', what: 'changed', differences: [phone] }],
    },
    {
      ...change('c3', 'leave', -50),
      changes: [
        {
          ...{ kind: 'person', id: 'liu', label: '示例·刘芳', what: 'changed' },
          differences: [{ column: 'until', before: '', after: '2026-11-22' }],
        },
      ],
    },
    {
      ...change('c2', 'import', -190),
      undoable: false,
      changes: ['示例·沈国强', '示例·曾丽', '示例·单雨兰'].map((label, index) => ({
        ...{ kind: 'person' as const, id: `p${index}`, label, what: 'new' as const, differences: [] },
      })),
    },
    {
      ...change('c1', 'edit', -1500),
      undone: true,
      undoable: false,
      changes: [
        {
          ...{ kind: 'matter', id: 'roof-leak', label: '屋顶漏水了', what: 'changed' },
          differences: [{ column: 'also', before: '漏水、渗水', after: '漏水、渗水、天棚滴水' }],
        },
      ],
    },
  ],
}

export const asked: LookupList = {
  from: '2026-10-25',
  lookups: [
    { kind: 'matter', what: 'roof-leak', found: true, count: 48 },
    { kind: 'words', what: '飞线充电', found: false, count: 17 },
    { kind: 'post', what: 'property_manager', found: true, count: 31 },
    { kind: 'words', what: '楼上滴水', found: false, count: 9 },
    { kind: 'words', what: '停车费', found: true, count: 22 },
    { kind: 'words', what: '阳台种菜', found: false, count: 4 },
    { kind: 'words', what: '漏水', found: false, count: 2 },
    ...answers.slice(0, 6).map(({ id }, at_) => ({ kind: 'answer' as const, what: id, found: true, count: 14 - at_ })),
  ],
}

export const preview: ImportPreview = {
  import: 'i1',
  rows: 41,
  faults: [],
  more: 0,
  changes: [
    { kind: 'person', id: 'zhou', label: '示例·周建华', what: 'changed', differences: [phone] },
    {
      ...{ kind: 'person', id: 'wu', label: '示例·吴秀英', what: 'changed' },
      differences: [
        { column: 'found', before: '周一至周五 08:30-17:00', after: '周一至周五 08:30-17:00；周六 09:00-11:00' },
        { column: 'place', before: '居委会办公室', after: '' },
      ],
    },
    { kind: 'person', id: 'person-new', label: '示例·单雨兰', what: 'new', differences: [] },
    {
      ...{ kind: 'matter', id: 'roof-leak', label: '屋顶漏水了', what: 'changed' },
      differences: [{ column: 'first', before: '物业经理', after: '物业经理、业委会' }],
    },
  ],
}

export const faulty: ImportPreview = {
  import: null,
  rows: 38,
  more: 3,
  changes: [],
  faults: [
    { sheet: '人员', line: 4, column: '姓名', fault: 'form', value: '王😀' },
    { sheet: '人员', line: 7, column: '岗位', fault: 'unknown', value: '楼长' },
    { sheet: '人员', line: 7, column: '在岗时间', fault: 'form', value: '工作日上午' },
    { sheet: '人员', line: 19, column: '离岗日期', fault: 'order', value: '2025-01-31' },
    { sheet: '事项', line: 12, column: '其他说法', fault: 'formula', value: '=VLOOKUP(A2,热线!A:B,2)' },
    { sheet: '热线', line: 3, column: '号码', fault: 'empty', value: '' },
  ],
}
