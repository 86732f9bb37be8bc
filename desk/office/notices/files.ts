// A chosen file on its way to the hub: a picture is made no larger than a wall can show, a PDF is drawn, a film is looked at; then it is
// sent in parts, so that a slow network does not lose it.
import type { MediaFile, UploadReply } from '#contract/notices.ts'
import type { NoticeKind } from '#contract/words.ts'
import type { OfficeApi } from '../props.ts'

/** What a notice shows. `poster` of a film, `original` of a PDF's page. */
export interface ChosenFiles {
  media: MediaFile
  poster: MediaFile | null
  original: MediaFile | null
  /** Pages of the PDF. */
  pages: number
}

/** Why a file was not taken, before the hub was asked. */
export type FileTrouble = 'wrong_kind' | 'broken'
export type FileAnswer = { ok: true; files: ChosenFiles } | { ok: false; trouble: FileTrouble | null }

export const accepts: Record<Exclude<NoticeKind, 'text'>, string> = {
  picture: 'image/png,image/jpeg,image/webp',
  page: 'application/pdf',
  film: 'video/mp4,video/webm',
}

const PART = 2 * 1024 * 1024
/** Pixels of the longer side, and bytes, above which a picture is made smaller. */
const LARGE = { side: 3200, bytes: 6_000_000 }

interface Asked {
  api: OfficeApi
  kind: Exclude<NoticeKind, 'text'>
  file: File
  /** Of a PDF, from 1. */
  page: number
  /** 0 to 1. */
  onprogress: (part: number) => void
}

export async function sendFiles(asked: Asked): Promise<FileAnswer> {
  if (!accepts[asked.kind].split(',').includes(asked.file.type)) return { ok: false, trouble: 'wrong_kind' }
  try {
    const files = await { picture, page, film }[asked.kind](asked)
    return files ? { ok: true, files } : { ok: false, trouble: null }
  } catch {
    return { ok: false, trouble: 'broken' }
  }
}

async function picture({ api, file, onprogress }: Asked): Promise<ChosenFiles | null> {
  const media = await send(api, await fitting(file), onprogress)
  return media && { media, poster: null, original: null, pages: 1 }
}

async function page({ api, file, page: wanted, onprogress }: Asked): Promise<ChosenFiles | null> {
  const { drawPage } = await import('./pdf.ts')
  const { picture: drawn, pages } = await drawPage(file, wanted)
  const media = await send(api, drawn, (part) => onprogress(part / 2))
  const original = media && (await send(api, file, (part) => onprogress(0.5 + part / 2)))
  return original && { media, poster: null, original, pages }
}

async function film({ api, file, onprogress }: Asked): Promise<ChosenFiles | null> {
  const { width, height, seconds, still } = await lookAt(file)
  const poster = await send(api, still, () => {})
  const media = poster && (await send(api, file, onprogress, `&width=${width}&height=${height}&seconds=${seconds}`))
  return media && { media, poster, original: null, pages: 1 }
}

/** What the hub has of it; null where it refused, which was said already. */
async function send(
  api: OfficeApi,
  file: Blob,
  onprogress: (part: number) => void,
  more = '',
): Promise<MediaFile | null> {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  for (let at = 0; at < file.size || at === 0; at += PART) {
    const path = `/api/notices/files/${id}?at=${at}&of=${file.size}${more}`
    const answer = await api.upload<UploadReply>(path, file.slice(at, at + PART))
    if (!answer) return null
    onprogress(answer.received / file.size)
    if (answer.file) return answer.file
  }
  return null
}

/** A picture from a camera is larger than any wall, and lies on its side: it is drawn anew, upright. */
async function fitting(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const longer = Math.max(bitmap.width, bitmap.height)
  if (longer <= LARGE.side && file.size <= LARGE.bytes) return file
  const scale = Math.min(1, LARGE.side / longer)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return drawn(canvas)
}

function drawn(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/jpeg', 0.88),
  )
}

/** Size, length and first picture of a film that this browser can play; the walls run the same one. */
async function lookAt(file: File): Promise<{ width: number; height: number; seconds: number; still: Blob }> {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  video.src = URL.createObjectURL(file)
  const heard = (event: string) =>
    new Promise<void>((done, failed) => {
      video.addEventListener(event, () => done(), { once: true })
      video.addEventListener('error', () => failed(new Error('not playable')), { once: true })
    })
  try {
    await heard('loadeddata')
    const { videoWidth: width, videoHeight: height, duration } = video
    if (width === 0 || !Number.isFinite(duration)) throw new Error('not playable')
    const shown = heard('seeked')
    video.currentTime = Math.min(1, duration / 2)
    await shown
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    return { width, height, seconds: Math.round(duration * 10) / 10, still: await drawn(canvas) }
  } finally {
    URL.revokeObjectURL(video.src)
  }
}
