// Draws one page of a PDF in this browser: the hub keeps the picture and the original, and opens no PDF itself. Loaded when one is chosen.
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/build/pdf.min.mjs'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

/** Pixels: a sheet of A4 that fills a portrait wall is not wider. */
const WIDTH = 1600

const files = import.meta.glob<string>(
  ['/node_modules/pdfjs-dist/cmaps/*.bcmap', '/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}'],
  { query: '?url', import: 'default' },
)

/** Character maps and standard fonts that a PDF may lean on, from our own files: many Chinese PDFs carry no map of their own. */
class OwnFiles {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const path = Object.keys(files).find((one) => one.endsWith(`/${filename}`))
    const url = path && (await files[path]?.())
    if (!url) throw new Error(`no ${filename}`)
    return new Uint8Array(await (await fetch(url)).arrayBuffer())
  }
}

export interface DrawnPage {
  picture: Blob
  /** How many pages the PDF has. */
  pages: number
}

/** `page` from 1. Throws where it is no PDF that can be opened: broken, or locked with a password. */
export async function drawPage(file: Blob, page: number): Promise<DrawnPage> {
  const loading = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    // The page's own policy forbids code that is made up at run time.
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: 'own/',
    cMapPacked: true,
    standardFontDataUrl: 'own/',
    BinaryDataFactory: OwnFiles,
  })
  try {
    const pdf = await loading.promise
    const sheet = await pdf.getPage(Math.min(page, pdf.numPages))
    const plain = sheet.getViewport({ scale: 1 })
    const viewport = sheet.getViewport({ scale: WIDTH / plain.width })
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(viewport.width)
    canvas.height = Math.ceil(viewport.height)
    await sheet.render({ canvas, viewport, background: 'white' }).promise
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (!picture) throw new Error('no picture')
    return { picture, pages: pdf.numPages }
  } finally {
    await loading.destroy()
  }
}
