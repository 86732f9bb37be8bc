// What the schema of notices.json cannot know: that ids are unique, that whoever took a step is on the staff, that each way is lawful,
// and that each notice has what its kind needs.
import { NoticeContent, type NoticesFile } from '#contract/notices.ts'
import { take, type VersionState } from '#domain/notices.ts'

/** One line a problem: file, place, what to do. `staff` is undefined where people.json could not be read. */
export function noticeProblems({ notices }: NoticesFile, staff: readonly { id: string }[] | undefined): string[] {
  const ids = notices.map(({ id }) => id)
  return notices.flatMap((notice, index) => {
    const where = `notices.json: notices (${notice.id})`
    const problems =
      ids.indexOf(notice.id) === index ? [] : [`${where}: this id stands there more than once; change one`]
    const known = (id: string) => !staff || staff.some((one) => one.id === id)
    for (const { by } of [notice.made, ...notice.way])
      if (!known(by))
        problems.push(`${where}: there is no member of staff "${by}"; correct the name or add it to people.json`)
    let versions: VersionState[] = [{ version: 1, state: 'draft' }]
    for (const { step } of notice.way) {
      const taken = take(versions, { step, version: 1 })
      if (taken.ok) versions = taken.versions
      else
        problems.push(`${where}: "${step}" cannot follow what stands before it; a notice is submitted, then admitted`)
    }
    const { media, poster, original, alt, section, kind, title, body, places } = notice
    const content = NoticeContent.safeParse({
      ...{ section, kind, title, body, places, alt: alt ?? null },
      ...{ media: media?.hash ?? null, poster: poster?.hash ?? null, original: original?.hash ?? null },
      from: '2026-01-01',
      until: null,
    })
    for (const { path, message } of content.error?.issues ?? [])
      problems.push(`${where}: ${path.join('.')}: ${message}`)
    return problems
  })
}
