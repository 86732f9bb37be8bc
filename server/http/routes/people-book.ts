// The book of people, as the manager keeps it: read, changed entry by entry, taken back, and carried in and out as tables.
import { z } from 'zod'
import { Nothing } from '#contract/intents.ts'
import {
  EditEntry,
  EntryKept,
  ImportPreview,
  ImportReply,
  LeaveNow,
  PeopleBook,
  RemoveEntry,
  type EditEntry as Edit,
} from '#contract/people-book.ts'
import { cellsOf } from '#domain/people-cells.ts'
import type { Wanted } from '#domain/people-entry.ts'
import { sheetName, type SheetKind } from '#domain/people-words.ts'
import { readEntries } from '#db/queries/people-entries.ts'
import { presentBook } from '../../commands/hours-office.ts'
import { applyImport, previewImport } from '../../commands/import-people.ts'
import { keepEntry, leaveNow, removeEntry, undoChange } from '../../commands/keep-people.ts'
import { namesOf, readPeopleBook } from '../../commands/people-book.ts'
import { openEar } from '../../commands/people-sounds.ts'
import { run, type Hub } from '../../commands/run.ts'
import { Refused } from '../../errors.ts'
import { readSheets, SHEET_LIMIT } from '../../sheets/read-sheets.ts'
import { writeCsv, writeXlsx, type Rows } from '../../sheets/write-sheets.ts'
import { readBytes } from '../bytes.ts'
import { answer, command, route, type Route } from '../route.ts'

const edit = { method: 'POST', who: ['manager'], limit: 'write', keyed: true } as const
const kinds = Object.keys(sheetName) as SheetKind[]

export const peopleBookRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/people/book',
    summary: 'Everything that the office keeps of people, with versions, and what was changed',
    who: ['manager'],
    limit: 'read',
    reply: PeopleBook,
    run: async ({ hub }) => answer(await readPeopleBook(hub)),
  }),
  route({
    ...edit,
    path: '/api/people/book',
    summary:
      'Add or change a person, a matter’s owners and words, a hotline, a building, an answer, the tiles, the letter, a reading',
    body: EditEntry,
    reply: EntryKept,
    run: async (asked) => {
      const ear = await openEar()
      return command<Edit>((room, { body }) => keepEntry(room, body, ear))(asked)
    },
  }),
  route({
    ...edit,
    path: '/api/people/book/remove',
    summary: 'Take a hotline, a building, an answer, the letter or a reading out of the book',
    body: RemoveEntry,
    reply: EntryKept,
    run: command((room, { body }) => removeEntry(room, body)),
  }),
  route({
    ...edit,
    path: '/api/people/{id}/leave',
    summary: 'A person leaves the post: their card is gone everywhere at once',
    body: LeaveNow,
    reply: EntryKept,
    run: command((room, { body, params }) => leaveNow(room, { id: params.id ?? '', ...body })),
  }),
  route({
    ...edit,
    path: '/api/people/changes/{id}/undo',
    summary: 'Take a change back, where nothing was changed upon it',
    body: Nothing,
    reply: EntryKept,
    run: command((room, { params }) => undoChange(room, params.id ?? '')),
  }),
  route({
    method: 'POST',
    path: '/api/people/imports',
    summary:
      'A table, XLSX or CSV (UTF-8, GBK), as it is, 4 MB at most: what it would change, or every cell that is wrong. Nothing is applied',
    who: ['manager'],
    limit: 'write',
    reply: ImportPreview,
    run: async ({ hub, actor, ctx }) => {
      const bytes = await readBytes(ctx.req, SHEET_LIMIT)
      const tables = bytes ? readSheets(bytes) : { why: 'heavy' as const, name: '' }
      if ('why' in tables) throw new Refused({ code: 'sheet_refused', facts: tables })
      const ear = await openEar()
      return run(hub, { actor, name: 'import', body: null, key: null }, (room) => previewImport(room, tables, ear))
    },
  }),
  route({
    ...edit,
    path: '/api/people/imports/{id}/apply',
    summary: 'Apply a table that was looked at, all of it or nothing',
    body: Nothing,
    reply: ImportReply,
    run: async (asked) => {
      const ear = await openEar()
      return command((room, { params }) => applyImport(room, params.id ?? '', ear))(asked)
    },
  }),
  route({
    method: 'GET',
    path: '/api/people/tables/{file}',
    summary:
      'The book as a table: book.xlsx, person.csv, matter.csv, hotline.csv; template.xlsx and …-template.csv are empty',
    who: ['manager'],
    limit: 'read',
    reply: z.unknown(),
    run: async ({ hub, params, ctx }) => {
      const [, name = '', empty, type = ''] = /^([a-z]+?)(-template)?\.(xlsx|csv)$/.exec(params.file ?? '') ?? []
      const kind = kinds.find((one) => one === name)
      if (type === 'xlsx' ? name !== 'book' && name !== 'template' : !kind)
        throw new Refused({ code: 'file_unknown', facts: {} })
      const rows = await rowsOf(hub, empty !== undefined || name === 'template')
      const { today } = await presentBook(hub)
      const title = encodeURIComponent(`${kind ? sheetName[kind] : '联系卡'}-${today}.${type}`)
      ctx.set('Content-Disposition', `attachment; filename="${params.file}"; filename*=UTF-8''${title}`)
      ctx.type =
        type === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      return answer(kind ? writeCsv(kind, rows[kind]) : await writeXlsx(rows))
    },
  }),
]

/** Lines of each table. A template has none but the matters: whose they are is what is filled in. */
async function rowsOf(hub: Hub, empty: boolean): Promise<Rows> {
  const { book } = await presentBook(hub)
  const entries = await hub.store.read((db) => readEntries(db, hub.hall))
  const names = namesOf(book, entries)
  const lines = (kind: SheetKind) =>
    [...entries[kind]].map(([id, entry]) => cellsOf({ kind, id, entry } as Wanted, names))
  return {
    person: empty ? [] : lines('person'),
    matter: lines('matter'),
    hotline: empty ? [] : lines('hotline'),
  }
}
