// A QR code without the hub, read back from the dots that it is drawn with before anybody sees it.
import jsQR from 'jsqr'
import QRCode from 'qrcode'

/** Dots of the side on which it is read back: about what a phone sees of it. */
const SIDE = 256

/** As the hub draws it, as a picture that needs no file. Rejects where what was drawn does not say `link`. */
export async function codeOf(link: string): Promise<string> {
  const svg = await QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  const url = `data:image/svg+xml,${encodeURIComponent(svg)}`
  if ((await readBack(url)) !== link) throw new Error('The QR code cannot be read back.')
  return url
}

async function readBack(url: string): Promise<string | undefined> {
  const image = new Image(SIDE, SIDE)
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE
  const paper = canvas.getContext('2d')!
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, SIDE, SIDE)
  paper.drawImage(image, 0, 0, SIDE, SIDE)
  return jsQR(paper.getImageData(0, 0, SIDE, SIDE).data, SIDE, SIDE)?.data
}
