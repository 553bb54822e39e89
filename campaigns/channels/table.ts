import type { ChannelKind } from '../lifecycle'
import type { Channel } from './contract'
import { feed } from './feed'
import { handout } from './handout'
import { site } from './site'
import { webhook } from './webhook'

/** Every kind has its channel; a kind without one does not compile. */
export const channels = { site, feed, webhook, handout } satisfies Record<ChannelKind, Channel>
export type ChannelTable = Record<ChannelKind, Channel>
