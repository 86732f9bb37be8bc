// A QR code without the hub.
import QRCode from 'qrcode'

/** As the hub draws it, as a picture that needs no file. */
export async function codeOf(link: string): Promise<string> {
  const svg = await QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
