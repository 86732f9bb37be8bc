// Every process that the bench starts is known here, so that none outlives it.
import type { ChildProcess } from 'node:child_process'

const alive = new Set<ChildProcess>()

export function track<C extends ChildProcess>(child: C): C {
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  return child
}

export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), 6000)
  await gone
  clearTimeout(late)
}

export async function endAll(): Promise<void> {
  await Promise.all([...alive].map((child) => end(child)))
}

process.once('exit', () => {
  // One that listens to the bench ends by itself, and ends its own children first.
  for (const child of alive) if (!child.connected) child.kill('SIGKILL')
})
