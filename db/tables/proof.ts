// What each screen has proven of each call, as rows.

export interface ProofTables {
  call_proof: {
    hall_id: string
    call_id: string
    /** A display's device id, or the word phone. */
    screen: string
    painted_at: string | null
    spoken_at: string | null
  }
}
