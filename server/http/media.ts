// The files that notices show: received in parts, streamed to disk, judged by their content, stored under the hash of it; and served.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Context } from 'koa'
import type { MediaType, UploadQuery } from '#contract/notices.ts'
import { examinePicture, HEAD, sniff } from '#domain/notices-media.ts'
import type { Piece } from '#domain/notices-bytes.ts'
import { fileName, type StoredMedia } from '#db/queries/media.ts'
import { Refused } from '../errors.ts'

/** Pictures and PDFs, bytes. Films have a limit of their own, from the configuration. */
const PICTURE_LIMIT = 25_000_000
/** One part of a file: a slow network gets it through before the hub's patience ends. */
export const PART_LIMIT = 4 * 1024 * 1024
/** A file that stopped coming is forgotten after this long, milliseconds. */
const PART_KEPT = 3_600_000

export interface MediaOptions {
  /** Where files are kept. */
  folder: string
  /** Where those of the demonstration lie. */
  seed: string
  /** Bytes. */
  filmLimit: number
}

export class MediaFolder {
  readonly #options: MediaOptions

  constructor(options: MediaOptions) {
    this.#options = options
  }

  /** The path of a stored file; null where there is none. */
  find(name: string): string | null {
    const { folder, seed } = this.#options
    return [join(folder, name), join(seed, name)].find((path) => existsSync(path)) ?? null
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#options.folder, name), { force: true })
  }

  /**
   * One part of a file from `at` on. Resolves with what is stored once all `of` bytes are there, else with how much is. Throws Refused:
   * file_too_large, file_unsuitable, file_broken, storage_full.
   */
  async receive(
    request: IncomingMessage,
    upload: string,
    query: UploadQuery,
  ): Promise<{ received: number; file: StoredMedia | null }> {
    const { folder, filmLimit } = this.#options
    mkdirSync(folder, { recursive: true })
    const { at } = query
    const path = join(folder, `${upload}.part`)
    const of = query.of ?? Number(request.headers['content-length'] ?? 0)
    try {
      if (of > Math.max(filmLimit, PICTURE_LIMIT)) throw tooLarge(filmLimit)
      if (at === 0) await this.#forgetParts()
      const there = at === 0 ? 0 : await sizeOf(path)
      // A part that is missing before this one: whoever sends begins again.
      if (there < at || of < 1) throw broken()
      await pipeline(
        request,
        counted(Math.min(of - at, PART_LIMIT)),
        createWriteStream(path, { flags: at === 0 ? 'w' : 'r+', start: at }),
      )
      const received = await sizeOf(path)
      const type = await typeOf(path)
      const limit = type.startsWith('video/') ? filmLimit : PICTURE_LIMIT
      if (of > limit) throw tooLarge(limit)
      return received < of ? { received, file: null } : { received, file: await this.#store(path, type, query) }
    } catch (error) {
      request.resume()
      if (error instanceof Refused) await rm(path, { force: true })
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Refused({ code: 'storage_full', facts: {} })
      throw error
    }
  }

  /** Give a whole file its lasting name. */
  async #store(part: string, type: MediaType, query: UploadQuery): Promise<StoredMedia> {
    const clean = `${part}.clean`
    const handle = await open(part)
    let facts = { width: query.width ?? 0, height: query.height ?? 0, seconds: query.seconds ?? null }
    try {
      if (type.startsWith('image/')) {
        const size = (await handle.stat()).size
        const picture = await examinePicture(type, (from, length) => readAt(handle, from, length), size)
        if (!picture) throw broken()
        facts = { width: picture.width, height: picture.height, seconds: null }
        await writePieces(handle, picture.pieces, clean)
      } else if (type === 'application/pdf') facts = { width: 0, height: 0, seconds: null }
      else if (facts.width === 0 || facts.height === 0 || facts.seconds === null) throw broken()
    } finally {
      await handle.close()
    }
    if (existsSync(clean)) await rename(clean, part)
    const hash = await hashOf(part)
    const { size: bytes } = await stat(part)
    await rename(part, join(this.#options.folder, fileName({ hash, type })))
    return { hash, type, bytes, ...facts }
  }

  async #forgetParts(): Promise<void> {
    const { folder } = this.#options
    for (const name of readdirSync(folder).filter((one) => /\.part(\.clean)?$/.test(one))) {
      const path = join(folder, name)
      if (statSync(path).mtimeMs < Date.now() - PART_KEPT) await rm(path, { force: true })
    }
  }
}

/**
 * Answer with a stored file. The browser asks every time whether it still may show it: what was taken down must not come from its cache.
 * A film is fetched in ranges.
 */
export function sendFile(ctx: Context, path: string, { type, hash }: { type: MediaType; hash: string }): void {
  ctx.set('X-Content-Type-Options', 'nosniff')
  ctx.set('Cache-Control', 'private, no-cache')
  ctx.set('ETag', `"${hash}"`)
  ctx.set('Accept-Ranges', 'bytes')
  ctx.type = type
  if (ctx.get('if-none-match').includes(hash)) {
    ctx.status = 304
    return
  }
  const { size } = statSync(path)
  const asked = /^bytes=(\d*)-(\d*)$/.exec(ctx.get('range'))
  if (!asked || asked[0] === 'bytes=-') {
    ctx.status = 200
    ctx.length = size
    ctx.body = createReadStream(path)
    return
  }
  const [, first = '', last = ''] = asked
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start > end) {
    ctx.status = 416
    ctx.set('Content-Range', `bytes */${size}`)
    ctx.body = ''
    return
  }
  ctx.status = 206
  ctx.set('Content-Range', `bytes ${start}-${end}/${size}`)
  ctx.length = end - start + 1
  ctx.body = createReadStream(path, { start, end })
}

const broken = () => new Refused({ code: 'file_broken', facts: {} })
const tooLarge = (limit: number) => new Refused({ code: 'file_too_large', facts: { limit } })

/** Lets `most` bytes through and refuses the next. */
function counted(most: number): Transform {
  let passed = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      passed += chunk.length
      if (passed > most) done(tooLarge(most))
      else done(null, chunk)
    },
  })
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

async function typeOf(path: string): Promise<MediaType> {
  const handle = await open(path)
  const type = sniff(await readAt(handle, 0, HEAD))
  await handle.close()
  if (!type) throw new Refused({ code: 'file_unsuitable', facts: {} })
  return type
}

async function writePieces(from: FileHandle, pieces: readonly Piece[], path: string): Promise<void> {
  const to = await open(path, 'w')
  try {
    for (const piece of pieces) {
      if ('bytes' in piece) {
        await to.write(piece.bytes)
        continue
      }
      for (let at = piece.from; at < piece.to;) {
        const part = await readAt(from, at, Math.min(262_144, piece.to - at))
        if (part.length === 0) break
        await to.write(part)
        at += part.length
      }
    }
    await to.sync()
  } finally {
    await to.close()
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  return hash.digest('hex')
}
