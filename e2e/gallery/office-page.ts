// A page of the office in the desk's frame, with answers in the place of the hub.
import type { Component } from 'svelte'
import type { StaffFace } from '#contract/views.ts'
import type { OfficeApi, OfficeProps } from '../../desk/office/props.ts'
import type { OfficeName } from '../../desk/pages.ts'
import DeskStage from './DeskStage.svelte'
import { desk, NOW, screens, stamp } from './facts.ts'
import { OLD_MONITOR, state, type GalleryState } from './state.ts'

const manager: StaffFace = { id: 'manager', name: '示例·赵敏', role: 'manager' }
const nothing = () => {}

/** `answers`: what a GET of each path is answered. `more`: other props than the usual ones. */
export function officePage(
  id: string,
  page: Component<OfficeProps>,
  name: OfficeName,
  answers: Record<string, unknown> = {},
  more: Partial<OfficeProps> = {},
): GalleryState {
  const api: OfficeApi = {
    get: async <T>(path: string) => (answers[path] ?? null) as T | null,
    send: async () => null,
    upload: async () => null,
    say: nothing,
    said: null,
    busy: false,
  }
  const me = { staff: manager, window: null }
  const props: OfficeProps = {
    me,
    now: NOW,
    desk,
    screens,
    office: { ...stamp, bookRev: 7 },
    walls: undefined,
    calendar: undefined,
    notices: undefined,
    alert: undefined,
    people: undefined,
    api,
    ...more,
  }
  const frame = {
    view: props.desk,
    me: props.me,
    now: NOW,
    silence: 400,
    troubles: [],
    page: name,
    onpage: nothing,
    onstand: nothing,
    onsignout: nothing,
  }
  return state(id, OLD_MONITOR, DeskStage, { frame, page, props })
}
