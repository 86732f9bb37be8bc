// Who sat here last, and where: kept in this browser, so that one name and one window need not be looked for again.
const PLACE = 'desk'

export interface Memory {
  staff: string | null
  window: string | null
}

export function recall(): Memory {
  try {
    const { staff = null, window = null } = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Memory>
    return { staff, window }
  } catch {
    return { staff: null, window: null }
  }
}

export function remember(memory: Memory): Memory {
  try {
    localStorage.setItem(PLACE, JSON.stringify(memory))
  } catch {
    // A browser without storage forgets; nothing else depends on it.
  }
  return memory
}
