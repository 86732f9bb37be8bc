// A photo on its way to the hub: decoded by the browser, cut to a square, drawn anew small, so that nothing but the picture is sent.
export const SIDE = 480

/** Which part of the picture is cut out: from its middle or another height, and how near. */
export interface Cut {
  /** 1: as large a square as there is. */
  near: number
  /** 0: the top, 1: the bottom. */
  high: number
}

/** Null where the browser cannot read it as a picture. */
export async function openPicture(file: Blob): Promise<ImageBitmap | null> {
  // A drawing with scripts is no photo, even where a browser would draw it.
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(file.type)) return null
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
}

export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, { near, high }: Cut): void {
  const side = Math.min(picture.width, picture.height) / near
  canvas.width = SIDE
  canvas.height = SIDE
  const [x, y] = [(picture.width - side) / 2, (picture.height - side) * high]
  canvas.getContext('2d')?.drawImage(picture, x, y, side, side, 0, 0, SIDE, SIDE)
}

export function asJpeg(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.88))
}
