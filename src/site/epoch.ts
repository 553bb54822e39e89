/** The version of everything residents can see. Cached pages of an older epoch are not served. */
export type Epoch = {
  value(): number
  /** Call after a commit that changes a public page. */
  bump(): void
}

export function createEpoch(start: number): Epoch {
  let value = start
  return {
    value: () => value,
    bump: () => {
      value += 1
    },
  }
}
