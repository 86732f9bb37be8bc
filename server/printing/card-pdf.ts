// A card as a PDF of pictures with exact sizes: the hub has no typeface and no browser, and the screen has drawn every character. A picture that
// stands eight times on a sheet is in the file once. Pure.
import { deflateSync } from 'node:zlib'
import type { SheetForm } from '#contract/printing.ts'
import { unpack, type PackedDots } from './escpos.ts'

/** Millimetres. */
export const sheetSize = {
  small: { width: 85.6, height: 54 },
  a6: { width: 105, height: 148 },
  a4: { width: 210, height: 297 },
} as const satisfies Record<SheetForm, { width: number; height: number }>

/** Eight small cards on A4, two in a row, with room for scissors between them. Millimetres. */
const GAP = 6
const COLUMNS = 2
const ROWS = 4

const points = (mm: number): string => ((mm / 25.4) * 72).toFixed(3)

/** Null where a side's dots are not what its size says. */
export function cardPdf(form: SheetForm, sides: readonly PackedDots[]): Buffer | null {
  const page = sheetSize[form]
  const pictures = sides.map(unpack)
  if (pictures.includes(null) || sides.length === 0) return null
  const objects: Buffer[] = []
  const add = (text: string, stream?: Buffer): number => {
    const body = stream
      ? Buffer.concat([Buffer.from(`${text}\nstream\n`), stream, Buffer.from('\nendstream')])
      : Buffer.from(text)
    objects.push(body)
    return objects.length
  }
  add('') // 1: the catalogue, written below
  add('') // 2: the pages
  const kids = sides.map(({ width, height }, index) => {
    const dots = deflateSync(pictures[index] ?? Buffer.alloc(0))
    const image = add(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode /Length ${dots.length} >>`,
      dots,
    )
    const drawn = Buffer.from(
      placesOf(form)
        .map(({ x, y, width: w, height: h }) => `q ${points(w)} 0 0 ${points(h)} ${points(x)} ${points(y)} cm /I Do Q`)
        .join('\n'),
    )
    const content = add(`<< /Length ${drawn.length} >>`, drawn)
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${points(page.width)} ${points(page.height)}] /Resources << /XObject << /I ${image} 0 R >> >> /Contents ${content} 0 R >>`,
    )
  })
  objects[0] = Buffer.from('<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>')
  objects[1] = Buffer.from(
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`,
  )
  return file(objects)
}

/** Where a side stands on its sheet: lower left corner and size, millimetres. */
export function placesOf(form: SheetForm): { x: number; y: number; width: number; height: number }[] {
  const page = sheetSize[form]
  if (form !== 'a4') return [{ x: 0, y: 0, ...page }]
  const { width, height } = sheetSize.small
  const left = (page.width - COLUMNS * width - (COLUMNS - 1) * GAP) / 2
  const foot = (page.height - ROWS * height - (ROWS - 1) * GAP) / 2
  return Array.from({ length: COLUMNS * ROWS }, (_, index) => ({
    x: left + (index % COLUMNS) * (width + GAP),
    y: foot + Math.floor(index / COLUMNS) * (height + GAP),
    width,
    height,
  }))
}

function file(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  let at = parts[0]?.length ?? 0
  const starts: number[] = []
  for (const [index, object] of objects.entries()) {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    starts.push(at)
    at += whole.length
    parts.push(whole)
  }
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
