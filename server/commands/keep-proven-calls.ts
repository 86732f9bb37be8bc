// The manager says how many calls must have reached the hall before a number is missed without a reason.
import type { ProvenCalls } from '#contract/closing.ts'
import { setProvenCalls } from '#db/queries/hall.ts'
import type { Outcome, Room } from './run.ts'

export async function keepProvenCalls({ trx, hall }: Room, { calls }: ProvenCalls): Promise<Outcome<ProvenCalls>> {
  await setProvenCalls(trx, hall, calls)
  return { ok: true, reply: { calls }, book: true, act: { act: 'proven-calls', about: '', detail: String(calls) } }
}
