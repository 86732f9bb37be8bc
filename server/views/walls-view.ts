// How the walls are laid out. Pure.
import type { WallsView } from '#contract/views.ts'
import { never, type BookView } from './book-view.ts'

export const wallsView: BookView<WallsView> = {
  build: ({ book }) => ({ walls: [...book.walls.walls], assigned: { ...book.walls.assigned } }),
  next: never,
}
