// A time of day as it is typed in a hurry: 1436, 14:36, 14.36, 930, 14点36分. Pure.

/** HH:MM; null where it is no time. */
export function clockTime(typed: string): string | null {
  const digits = /^\s*(\d{1,2})[:：.，,时点\s]?(\d{2})分?\s*$/.exec(typed)
  if (!digits) return null
  const [hour, minute] = [Number(digits[1]), Number(digits[2])]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
