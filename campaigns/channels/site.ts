import type { Channel } from './contract'

/** A place on our own pages: recorded is delivered, the site shows it while `until` lasts. */
export const site: Channel = {
  kind: 'site',
  automatic: true,
  idempotent: true,
  deliver: async () => ({ state: 'submitted' }),
}
