/** Hour blocks of a day in which people can be met; ranking.md 2.3. */
export const hourBlocks = ['06-09', '09-12', '12-14', '14-18', '18-20', '20-23'] as const
export type HourBlock = (typeof hourBlocks)[number]

/** The block a time of day lies in, by minutes since midnight; undefined at night. */
export const blockOf = (minutes: number): HourBlock | undefined =>
  hourBlocks.find((block) => {
    const [from, to] = block.split('-').map(Number)
    return minutes >= from! * 60 && minutes < to! * 60
  })
