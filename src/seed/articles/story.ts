/** A provision by the law's short title and the article number, e.g. `['劳动合同法', 30]`. */
export type Cited = readonly [law: string, number: number]

export type StoryBlock =
  | { type: 'quote'; cited: Cited; plain: string }
  | { type: 'notice'; text: string }
  | { type: 'choice'; scene: string; options: { text: string; consequence: string; right?: boolean; cited: Cited }[] }
  | { type: 'risks'; heading: string; rows: { check: string; penalty: string; cited: Cited }[] }

/** One article of the demo county, as its writer would dictate it. */
export type Story = {
  slug: string
  title: string
  form: 'case' | 'guide'
  verdict?: 'yes' | 'no' | 'depends'
  answer: string
  topic: string
  topics?: string[]
  segments: ('elderly' | 'youth' | 'business')[]
  question?: string
  steps: string[]
  callWhom?: { name: string; telephone: string }[]
  story: string[]
  body: StoryBlock[]
}

export const quote = (law: string, number: number, plain: string): StoryBlock => ({
  type: 'quote',
  cited: [law, number],
  plain,
})
export const notice = (text: string): StoryBlock => ({ type: 'notice', text })
