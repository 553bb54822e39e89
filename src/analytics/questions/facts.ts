/** What the questions are handed besides events: rows of the county as plain data. */
export type Topic = { id: string; slug: string; name: string; nameEn: string; wanted: number; equal?: number }
export type Segment = { slug: string; name: string; nameEn: string; population: number }
export type Variety = { code: string; name: string }
export type Film = { key: string; id: string; title: string }
/** One delivery that a channel accepted. */
export type Delivered = { topic: string; itemKey: string; day: string; office: string }
