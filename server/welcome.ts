// What the hub prints when it is up: the addresses, and for a demonstration the one-time links that make this machine a hall.
import type { DeviceKind } from '#contract/words.ts'
import type { Store } from '#db/database.ts'
import { listDevices } from '#db/queries/devices.ts'
import { listStaff } from '#db/queries/staff.ts'
import { addLink } from './commands/pair-device.ts'

/** One-time links are good for this long. Milliseconds. */
const LINK_LIFE = 60 * 60_000

interface Welcome {
  store: Store
  hall: string
  demo: boolean
  url: string
  now: number
}

/** The lines to print. A real hall with a paired desk gets addresses only: links would stand in its journal. */
export async function welcome({ store, hall, demo, url, now }: Welcome): Promise<string[]> {
  const devices = await listDevices(store.db, hall)
  const staff = await listStaff(store.db, hall)
  const clerk = staff.find(({ role }) => role === 'manager') ?? staff[0]
  const withLinks = demo || !devices.some(({ kind, revokedAt }) => kind === 'desk' && revokedAt === null)
  const lines = await Promise.all(
    (['kiosk', 'display', 'desk'] as const).map(
      async (kind) => `  ${names[kind]}  ${withLinks ? await link(kind) : `${url}/${kind}/`}`,
    ),
  )
  async function link(kind: DeviceKind): Promise<string> {
    const signsIn = kind === 'desk' ? (clerk?.id ?? null) : null
    const secret = await store.write((trx) => addLink(trx, hall, { kind, staff: signsIn, expires: now + LINK_LIFE }))
    return `${url}/pair/#${secret}`
  }
  return [
    ...lines,
    `  手机 phone      ${url}/t/…  (the QR code on every number leads there)`,
    withLinks
      ? '  Each link works once, for an hour: it pairs the browser that opens it' +
        (clerk ? ', and the desk’s signs in.' : '.')
      : '  New device: 工作台「设备」 on a desk, or npm run hall -- pair',
  ]
}

const names: Record<DeviceKind, string> = {
  kiosk: '取号机 kiosk   ',
  display: '大屏 display   ',
  desk: '工作台 desk    ',
}
