// How a file is looked at: through an argument that reads it, a few bytes at a time. Pure.

/** Gives `length` bytes from `at`; fewer at the end of the file. */
export type Read = (at: number, length: number) => Promise<Uint8Array>

/** A picture is written anew from these: parts of the file, or bytes in their place. */
export type Piece = { from: number; to: number } | { bytes: Uint8Array }

export interface Picture {
  width: number
  height: number
  pieces: Piece[]
}

export const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
export const u16 = (b: Uint8Array, at: number) => ((b[at] ?? 0) << 8) | (b[at + 1] ?? 0)
export const u32 = (b: Uint8Array, at: number) => u16(b, at) * 65536 + u16(b, at + 2)
export const u16le = (b: Uint8Array, at: number) => ((b[at + 1] ?? 0) << 8) | (b[at] ?? 0)
export const u32le = (b: Uint8Array, at: number) => u16le(b, at + 2) * 65536 + u16le(b, at)
export const u24le = (b: Uint8Array, at: number) => u16le(b, at) | ((b[at + 2] ?? 0) << 16)
