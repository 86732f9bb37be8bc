// What is said of every notice, on every screen: who admitted it, under which number, and until when it stands.
import type { Text } from '#assets/i18n/language.svelte.ts'

const t = (zh: string, en: string): Text => ({ zh, en })

/** 11月26日 / 26 November. `date`: a hall date; it is one day wherever it is read. */
export function dateSaid(date: string): Text {
  const [, month = 1, day = 1] = date.split('-').map(Number)
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
  return t(`${month}月${day}日`, `${day} ${name}`)
}

export const admittedBy = (of: { admittedBy: string; reference: string }): Text =>
  of.admittedBy === ''
    ? t('尚未准入', 'Not admitted yet')
    : t(`${of.admittedBy}准入 ${of.reference}`, `Admitted: ${of.admittedBy} ${of.reference}`)

export function until(date: string): Text {
  const said = dateSaid(date)
  return t(`展示到 ${said.zh}`, `Until ${said.en}`)
}

/** A sheet of paper is not read from across the room. */
export const readWhole: Text = t('全文请到取号机上看', 'Read it in full at the kiosk')
