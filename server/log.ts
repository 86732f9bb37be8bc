// The hub's log: JSON lines without personal data. No bodies, no names, no tokens, no addresses of visitors.
import { pino, type Logger } from 'pino'

export type Log = Logger

export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
