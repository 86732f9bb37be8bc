// Baseline of the ticket: node:http, better-sqlite3, prepared statements. It opens a copy of the hub's own database and writes the same
// rows with the same durability, one immediate transaction a request, and knows who asks by the token's hash. It counts nobody ahead.
import Database from 'better-sqlite3'
import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { offer } from '../remote.ts'

interface Order {
  device: string
  key: string
  bodyHash: string
  body: unknown
}

interface Answer {
  status: number
  reply: string
}

function openTickets(file: string) {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const hall = (db.prepare('select id from hall').get() as { id: string }).id
  const matters = new Map(
    db
      .prepare(
        'select m.id, m.lane_id as lane, l.prefix from matter m join lane l on l.id = m.lane_id and l.hall_id = m.hall_id',
      )
      .all()
      .map((row) => [(row as { id: string }).id, row as { id: string; lane: string; prefix: string }]),
  )
  const findDevice = db.prepare('select id from device where token_hash = ? and revoked_at is null')
  const findAnswer = db.prepare(
    'select body_hash, status, reply from intent where hall_id = ? and device_id = ? and key = ?',
  )
  const keepAnswer = db.prepare(
    'insert into intent (hall_id, device_id, key, body_hash, status, reply, at) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const bumpRev = db.prepare('update hall set rev = rev + 1 where id = ?')
  const nextNumber = db.prepare(
    `insert into lane_day (hall_id, service_date, lane_id, last_number) values (?, ?, ?, 1)
     on conflict (hall_id, service_date, lane_id) do update set last_number = last_number + 1 returning last_number`,
  )
  const insertTicket = db.prepare(
    `insert into ticket (id, hall_id, code, version, service_date, prefix, number, lane_id, matter_id, class_id, state,
       joined_at, rank_at, window_id, called_at, started_at, ended_at, calls, printed, device_id)
     values (?, ?, ?, 1, ?, ?, ?, ?, ?, 'normal', 'waiting', ?, ?, null, null, null, null, 0, 'unprinted', ?)`,
  )
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

  const transaction = db.transaction(({ device, key, bodyHash, body }: Order): Answer => {
    const given = findAnswer.get(hall, device, key) as (Answer & { body_hash: string }) | undefined
    if (given) return given.body_hash === bodyHash ? given : { status: 422, reply: '{"error":{"code":"key_reused"}}' }
    const matter = matters.get((body as { matter: string }).matter)
    if (!matter) return { status: 404, reply: '{"error":{"code":"matter_unknown"}}' }
    const now = Date.now()
    const at = new Date(now).toISOString()
    const date = day.format(now)
    const id = now.toString(16).padStart(16, '0') + randomBytes(4).toString('hex')
    const code = randomBytes(16).toString('base64url')
    const { last_number: number } = nextNumber.get(hall, date, matter.lane) as { last_number: number }
    insertTicket.run(id, hall, code, date, matter.prefix, number, matter.lane, matter.id, at, at, device)
    bumpRev.run(hall)
    const label = matter.prefix + String(number).padStart(3, '0')
    const ticket = { id, code, label, number, lane: matter.lane, matter: matter.id, serviceDate: date, joinedAt: at }
    const reply = JSON.stringify({
      ticket: { ...ticket, class: 'normal', ahead: 0, link: `http://127.0.0.1/t/${code}` },
    })
    keepAnswer.run(hall, device, key, bodyHash, 201, reply, at)
    return { status: 201, reply }
  })
  const take = (order: Order): Answer => transaction.immediate(order)

  const who = (token: string) =>
    (findDevice.get(createHash('sha256').update(token).digest('hex')) as { id: string } | undefined)?.id
  return { who, take }
}

function read(request: IncomingMessage, done: (body: string) => void): void {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => void parts.push(part))
  request.on('end', () => done(Buffer.concat(parts).toString('utf8')))
}

const functions = {
  listen: ({ port, file }: { port: number; file: string }): Promise<void> => {
    const { who, take } = openTickets(file)
    const http = createServer((request, response) => {
      read(request, (body) => {
        const device = who((request.headers.authorization ?? '').slice('Bearer '.length))
        const key = request.headers['idempotency-key']
        const bodyHash = createHash('sha256').update(`POST /api/tickets\n${body}`).digest('base64url')
        const { status, reply } =
          device && typeof key === 'string'
            ? take({ device, key, bodyHash, body: JSON.parse(body) })
            : { status: 401, reply: '{"error":{"code":"device_required"}}' }
        const head = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(reply) }
        response.writeHead(status, head).end(reply)
      })
    })
    return new Promise((done) => http.listen(port, '127.0.0.1', done))
  },
}
export type PlainHub = typeof functions
offer(functions)
