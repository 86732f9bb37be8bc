// Everybody whom residents may turn to. Pure.
import type { PeopleView } from '#contract/views.ts'
import { never, type BookView } from './book-view.ts'

export const peopleView: BookView<PeopleView> = {
  build: () => ({ people: [] }),
  next: never,
}
