// The hub's configuration: environment variables, checked once at the start. Every setting has a default that works on one machine.
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

/** An Error whose message names each wrong setting and what it takes. */
export class ConfigError extends Error {}

const isUrl = (text: string) => URL.canParse(text)
const listed = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  DATA_DIR: z.string().min(1).default('data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ORIGINS: z
    .string()
    .default('')
    .refine((text) => listed(text).every(isUrl), 'takes addresses such as https://hall.example, with commas between'),
  LIMITS: z.enum(['on', 'off']).default('on'),
  FILM_LIMIT_MB: z.coerce.number().int().min(1).max(2000).default(100),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
})

export interface Config {
  host: string
  port: number
  dataDir: string
  /** Where phones reach the hub, without a slash at the end. */
  publicUrl: string
  /** The exact origins from which pages may talk to the hub. */
  origins: ReadonlySet<string>
  /** False only on loopback, for a load test. */
  limits: boolean
  logLevel: string
  /** The largest film that a notice may show, bytes. */
  filmLimit: number
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** This machine's own addresses, as a browser writes them. */
function hostsOf(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::')
    return LOOPBACK.includes(host) ? ['127.0.0.1', 'localhost'] : [host, '127.0.0.1', 'localhost']
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const outside = own.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
  return [...outside, '127.0.0.1', 'localhost']
}

/** Throws ConfigError. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(
      ({ path, message }) => `  ${path.join('.')}=${String(env[String(path[0])])}: ${message}`,
    )
    throw new ConfigError(`These settings are wrong:\n${wrong.join('\n')}\nSee "Settings" in README.md.`)
  }
  const { HOST, PORT, DATA_DIR, PUBLIC_URL, ORIGINS, LIMITS, LOG_LEVEL, FILM_LIMIT_MB } = parsed.data
  if (LIMITS === 'off' && !LOOPBACK.includes(HOST)) {
    throw new ConfigError(
      `LIMITS=off is for load tests on this machine alone, and HOST=${HOST} can be reached from outside. Leave one of them out.`,
    )
  }
  return {
    host: HOST,
    port: PORT,
    dataDir: resolve(DATA_DIR),
    limits: LIMITS === 'on',
    logLevel: LOG_LEVEL,
    filmLimit: FILM_LIMIT_MB * 1_000_000,
    ...addresses(HOST, PORT, PUBLIC_URL, ORIGINS),
  }
}

/** The origins and the public address that belong to a host and a port. Port 0 is known only once the hub listens. */
export function addresses(
  host: string,
  port: number,
  publicUrl?: string,
  extra = '',
): Pick<Config, 'publicUrl' | 'origins'> {
  const hosts = hostsOf(host)
  const own = hosts.map((name) => new URL(`http://${name}:${port}`).origin)
  const url = publicUrl ? publicUrl.replace(/\/+$/, '') : `http://${hosts[0]}:${port}`
  return {
    publicUrl: url,
    origins: new Set([...own, new URL(url).origin, ...listed(extra).map((origin) => new URL(origin).origin)]),
  }
}
