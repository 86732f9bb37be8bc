// The tables of what was changed in the book of people, of photos, and of tables that wait to be applied, as rows.
interface OfHall {
  hall_id: string
}

export interface PeopleBookTables {
  photo: OfHall & { hash: string; type: string; side: number; bytes: Uint8Array; at: string }
  /** `entries`: JSON. */
  people_change: OfHall & {
    id: string
    at: string
    staff_id: string | null
    how: string
    entries: string
    undone_at: string | null
  }
  /** `wanted`: JSON. */
  people_import: OfHall & { id: string; at: string; staff_id: string | null; wanted: string; digest: string }
}
