// A data folder for a test, with the demonstration hall in its usual week; nobody in it can sign in, so that no PIN has to be hashed.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFolder, writeMarker } from './data-folder.ts'
import type { Store } from './database.ts'
import { writeBook } from './queries/write-book.ts'
import { readBook } from './seed/book.ts'

export const sampleDay = '2026-11-23'

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hall-folder-'))
}

/** Fills an empty, migrated database; returns the hall's id. */
export async function fillStore(store: Store): Promise<string> {
  const book = readBook()
  let last = 0
  await store.write((trx) =>
    writeBook(
      trx,
      { ...book, hours: { ...book.hours, exceptions: [] } },
      {
        today: sampleDay,
        at: `${sampleDay}T00:00:00.000Z`,
        epoch: 'first-epoch',
        pins: new Map(),
        ids: () => `id-${(last += 1)}`,
      },
    ),
  )
  return book.hall.id
}

/** A folder with a hall and its marker, closed. */
export async function hallFolder(): Promise<string> {
  const folder = emptyFolder()
  const { store } = await openFolder(folder, 'test')
  writeMarker(folder, await fillStore(store))
  await store.close()
  return folder
}
