// Random numbers for the estimate: a hash of what they are for, so that the same question always has the same answer, and a ticket
// keeps its own luck from one look to the next. Pure.

/** A number in [0, 1) for two integers. The finalizer of MurmurHash3 (public domain), twice. */
export function uniform(seed: number, of: number): number {
  let hash = (Math.imul(seed, 0x9e3779b1) ^ of) | 0
  for (let round = 0; round < 2; round += 1) {
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return (hash >>> 0) / 4_294_967_296
}

/** A text as a 32-bit integer (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash | 0
}

const CENTRE = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
] as const
const CENTRE_BELOW = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
] as const
const TAIL = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const
const TAIL_BELOW = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1] as const

function horner(of: readonly number[], x: number): number {
  let sum = 0
  for (let at = 0; at < of.length; at += 1) sum = sum * x + of[at]!
  return sum
}

/** The value below which a standard normal lies with this probability; to 1e-9 (P. J. Acklam's approximation). */
export function normalAt(probability: number): number {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, probability))
  if (p > 0.97575) return -normalAt(1 - p)
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p))
    return horner(TAIL, q) / horner(TAIL_BELOW, q)
  }
  const q = p - 0.5
  return (horner(CENTRE, q * q) * q) / horner(CENTRE_BELOW, q * q)
}

/** The probability that a standard normal lies below; to 1e-7 (Abramowitz and Stegun 26.2.17). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    0.3989422804014327 *
    Math.exp((-z * z) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z > 0 ? 1 - tail : tail
}
