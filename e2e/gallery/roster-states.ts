// The states of everything that belongs to roster, on every screen.
import type { ComponentProps } from 'svelte'
import Reception from '../../display/panels/Reception.svelte'
import { at, board, duty } from './facts.ts'
import { state, type GalleryState } from './state.ts'

type ReceptionProps = ComponentProps<typeof Reception>
const PANEL = [760, 720] as const
const windows = board.windows
const patrol = { ...duty[2]!, id: 'd4', name: '示例·高明', kind: 'patrol', until: at(84) } as const
const reception: Record<string, ReceptionProps> = {
  reception: { duty, windows, zone: 'Asia/Shanghai' },
  'reception-pages': { duty: [...duty, patrol], windows, zone: 'Asia/Shanghai', room: 3, page: 1 },
  'reception-nobody': { duty: [], windows, zone: 'Asia/Shanghai' },
}

export const rosterStates: GalleryState[] = Object.entries(reception).map(([name, props]) =>
  state(`display/${name}`, PANEL, Reception, props),
)
