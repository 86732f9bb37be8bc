// A receipt printer behind TCP 9100: asked how it is, given the bytes, asked again.
import { connect, type Socket } from 'node:net'
import type { PrinterState } from '#contract/printing.ts'
import { takesWork, type Try } from '#domain/printing.ts'
import { ANSWERS, question, stateOf } from './escpos.ts'

export interface Address {
  host: string
  port: number
}

/** Milliseconds: to reach it, to hear its answer, to hand over everything. */
const REACH = 2500
const ANSWER = 700
const TAKE = 10_000

/** How the printer is. Never throws. */
export async function askState(address: Address): Promise<PrinterState> {
  const socket = await reach(address)
  if (!socket) return 'offline'
  try {
    return await hear(socket)
  } finally {
    socket.destroy()
  }
}

/** One try to print. Never throws. */
export async function print(address: Address, bytes: Buffer): Promise<Try & { state: PrinterState }> {
  const socket = await reach(address)
  if (!socket) return { end: 'refused', trouble: 'offline', state: 'offline' }
  try {
    const before = await hear(socket)
    if (!takesWork(before)) return { end: 'refused', trouble: before, state: before }
    if (!(await hand(socket, bytes))) return { end: 'begun', trouble: 'offline', state: 'offline' }
    const after = before === 'silent' ? 'silent' : await hear(socket)
    // Paper that runs out in the middle is known by the answer after it; a printer that fell silent may have printed.
    if (!takesWork(after)) return { end: 'begun', trouble: after, state: after }
    return { end: 'sent', state: after }
  } finally {
    socket.end()
    setTimeout(() => socket.destroy(), 500).unref()
  }
}

function reach({ host, port }: Address): Promise<Socket | null> {
  return new Promise((done) => {
    const socket = connect({ host, port, noDelay: true })
    const give = (found: Socket | null) => {
      clearTimeout(timer)
      socket.removeListener('connect', reached)
      if (!found) socket.destroy()
      done(found)
    }
    const reached = () => give(socket)
    const timer = setTimeout(() => give(null), REACH)
    socket.once('connect', reached)
    // Stays for as long as the socket: a reset after the connection is told by what was not answered.
    socket.on('error', () => give(null))
  })
}

/** Its answer to the question; `silent` after a while without one. */
function hear(socket: Socket): Promise<PrinterState> {
  return new Promise((done) => {
    const heard: number[] = []
    const take = (part: Buffer) => {
      heard.push(...part)
      if (heard.length >= ANSWERS) finish()
    }
    const finish = () => {
      clearTimeout(timer)
      socket.off('data', take)
      socket.off('close', finish)
      done(socket.destroyed && heard.length < ANSWERS ? 'offline' : stateOf(Uint8Array.from(heard.slice(0, ANSWERS))))
    }
    const timer = setTimeout(finish, ANSWER)
    socket.on('data', take)
    socket.once('close', finish)
    socket.write(question)
  })
}

/** True once the system took every byte. */
function hand(socket: Socket, bytes: Buffer): Promise<boolean> {
  return new Promise((done) => {
    const finish = (good: boolean) => {
      clearTimeout(timer)
      socket.off('close', lost)
      done(good)
    }
    const lost = () => finish(false)
    const timer = setTimeout(lost, TAKE)
    socket.once('close', lost)
    socket.write(bytes, (error) => finish(!error))
  })
}
