import type { Channel } from './contract'

/** RSS, Atom and JSON Feed are made from the submitted deliveries: recorded is delivered. */
export const feed: Channel = {
  kind: 'feed',
  automatic: true,
  idempotent: true,
  deliver: async () => ({ state: 'submitted' }),
}
