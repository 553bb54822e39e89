import type { Payload } from 'payload'
import { paragraph, richText } from '../../lib/lexical'
import { idsBy } from '../keyed'
import type { Cited, Story, StoryBlock } from './story'

export type ProvisionOf = (cited: Cited) => string

/** The stored form of a story: words as rich text, citations as relations to the provisions themselves. */
export async function tell(payload: Payload, provision: ProvisionOf) {
  const topic = await idsBy(payload, 'topics', 'slug')
  const segment = await idsBy(payload, 'segments', 'slug')
  return ({ story, body, steps, topic: about, topics, segments, ...plain }: Story) => ({
    ...plain,
    topic: topic(about),
    topics: (topics ?? []).map(topic),
    segments: segments.map(segment),
    steps: steps.map((text) => ({ text })),
    story: richText(story.map(paragraph)),
    body: body.map((block) => stored(block, provision)),
  })
}

function stored(block: StoryBlock, provision: ProvisionOf) {
  switch (block.type) {
    case 'quote':
      return { blockType: 'statuteQuote' as const, provision: provision(block.cited), plain: block.plain }
    case 'notice':
      return { blockType: 'notice' as const, text: block.text }
    case 'choice':
      return {
        blockType: 'choice' as const,
        scene: block.scene,
        options: block.options.map(({ cited, ...option }) => ({ ...option, provision: provision(cited) })),
      }
    case 'risks':
      return {
        blockType: 'risks' as const,
        heading: block.heading,
        rows: block.rows.map(({ cited, ...row }) => ({ ...row, provision: provision(cited) })),
      }
  }
}

/** Finds provisions by the law's short title and the number. Throws when the law is not in the database. */
export async function provisionFinder(payload: Payload): Promise<ProvisionOf> {
  const { docs } = await payload.find({
    collection: 'provisions',
    depth: 1,
    pagination: false,
    select: { statute: true, number: true },
  })
  const ids = new Map(
    docs.map(({ id, number, statute }) => [`${typeof statute === 'object' ? statute.shortTitle : ''} ${number}`, id]),
  )
  return ([law, number]) => {
    const id = ids.get(`${law} ${number}`)
    if (!id) throw new Error(`the seed cites ${law} ${number}, which is not in the database`)
    return id
  }
}
