// The way of a notice: handed in, admitted or refused by the subdistrict's office, taken down. Each step goes to its trail.
import { refuse } from '#contract/errors.ts'
import type { StepNotice } from '#contract/notices.ts'
import { lawful, take } from '#domain/notices.ts'
import { iso } from '#domain/service-day.ts'
import { insertNoticeStep, readVersions, setVersionState } from '#db/queries/notices.ts'
import type { Outcome, Room } from './run.ts'

export async function stepNotice(
  { trx, hall, now, actor }: Room,
  id: string,
  asked: StepNotice,
): Promise<Outcome<{ notice: { id: string; version: number } }>> {
  const { step, version } = asked
  if (lawful[step].manager && actor.staff?.role !== 'manager') return refuse('role_required')
  const versions = await readVersions(trx, hall, id)
  const newest = versions.at(-1)
  if (!newest) return refuse('notice_unknown')
  const taken = take(versions, { step, version })
  if (!taken.ok) {
    const { version: of, state } = taken.now ?? newest
    return refuse('notice_changed', { version: of, state })
  }
  const at = iso(now)
  const note = noteOf(asked)
  const staff = actor.staff?.id ?? null
  for (const { version: of, state } of taken.versions) {
    if (versions.some((one) => one.version === of && one.state === state)) continue
    const filing = asked.step === 'admit' ? { office: asked.office, reference: asked.reference } : undefined
    await setVersionState(trx, hall, { notice: id, version: of, state, at, filing })
    await insertNoticeStep(trx, hall, { notice: id, version: of, step, at, staff, note })
  }
  const title = versions.find((one) => one.version === version)?.title ?? ''
  return {
    ok: true,
    book: true,
    reply: { notice: { id, version } },
    act: { act: `notice-${step.replace('_', '-')}`, about: title, detail: note },
  }
}

/** 自治办 · 示例备〔2026〕31号, or the reason. */
function noteOf(asked: StepNotice): string {
  switch (asked.step) {
    case 'admit':
      return `${asked.office} · ${asked.reference}`
    case 'refuse':
      return `${asked.office} · ${asked.reason}`
    case 'take_down':
      return asked.reason
    case 'submit':
    case 'withdraw':
    case 'discard':
      return ''
  }
}
