// The one policy of the queue, said in one sentence from the classes as they are: who goes as if they had come earlier, and by how much anybody
// can be overtaken at most. Pure.
import type { Text } from '#contract/text.ts'
import type { TicketClass } from './book.ts'

type Ruled = Pick<TicketClass, 'name' | 'headStart' | 'choice'>

/** `others`: minutes of head starts that no resident chooses as a class. Classes that are not offered count for the bound: a return is one. */
export function classRule(classes: readonly Ruled[], others: readonly number[] = []): Text {
  const ahead = classes.filter(({ choice, headStart }) => choice && headStart > 0)
  const most = Math.max(0, ...classes.map(({ headStart }) => headStart), ...others)
  if (most === 0) return { zh: '先到先办，没有人插队', en: 'First come, first served; nobody is overtaken' }
  const groups = [...new Set(ahead.map(({ headStart }) => headStart))].map(
    (minutes) => [minutes, ahead.filter(({ headStart }) => headStart === minutes)] as const,
  )
  const said = groups.map(([minutes, list]) => {
    const first = list[0]!.name
    return {
      zh: `${first.zh}${list.length > 1 ? '等' : ''}优先：相当于早到 ${minutes} 分钟`,
      en: `${first.en}${list.length > 1 ? ' and other priority classes' : ''}: as if you came ${minutes} min earlier`,
    }
  })
  return {
    zh: [...said.map(({ zh }) => zh), `任何人最多被晚到的人超过 ${most} 分钟`].join('；'),
    en: [...said.map(({ en }) => en), `nobody is overtaken by anyone who came more than ${most} min later`].join('; '),
  }
}
